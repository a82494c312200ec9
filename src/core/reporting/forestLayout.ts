import { type Axis, axisFor } from '#core/reporting/axis';
import { valueWriter } from '#core/reporting/displayScale';
import type { Bounds, Estimate, ForestData, ForestGroup, ForestRow, ForestSummary } from '#core/reporting/forestData';
import { approximateWidth, wrapWords } from '#core/reporting/wrap';

export const FOREST_WIDTH = 1000;
/** From this many studies on rows are lower, from the second number on the figure is cut into pages. */
const DENSE_FROM = 60;
export const PAGES_FROM = 120;

const WEIGHT_COLUMN = 66;
const PLOT_TO_ESTIMATE = 18;
const STUDY_TO_PLOT = 27.6;
const RISK_OF_BIAS_COLUMN = 30;
/** Sums and heads are set in 600, and screens have wider faces than print: columns must stay apart in all of them. */
const BOLDER = 1.07;
const BETWEEN_ARMS = 16;
const NARROWEST_PLOT = 335;
/** Squares of results that have no weight. */
const SAME_SIDE = 7;

/** Places of the columns, from the left; "end" is where right-aligned text ends. */
export interface ForestColumns {
  readonly studyWidth: number;
  readonly riskOfBiasMiddle: number | undefined;
  readonly armEnds: readonly number[];
  readonly plotStart: number;
  readonly plotEnd: number;
  readonly estimateEnd: number;
  readonly lowerEnd: number;
  readonly toMiddle: number;
  readonly upperEnd: number;
  readonly weightEnd: number;
}

export interface ForestSizes {
  readonly isDense: boolean;
  readonly row: number;
  readonly font: number;
  readonly leading: number;
  /** Side of the square of a study, from its weight in percent. */
  readonly sideOf: (weightPercent: number) => number;
}

export type ForestLine =
  | { readonly kind: 'heading'; readonly label: string; readonly y: number }
  | {
      readonly kind: 'study';
      readonly row: ForestRow;
      readonly labelLines: readonly string[];
      readonly indent: number;
      readonly y: number;
    }
  | { readonly kind: 'subtotal'; readonly summary: ForestSummary; readonly y: number };

export interface ForestLayout {
  readonly columns: ForestColumns;
  readonly sizes: ForestSizes;
  readonly axis: Axis;
  readonly write: (analysis: number) => string;
  readonly lines: readonly ForestLine[];
  /** Where the last row ends and the summary may begin. */
  readonly bottom: number;
}

/** Where the head's rule lies; rows begin below it. */
export const HEAD_RULE = 39;

export function studiesOf(data: ForestData): readonly ForestRow[] {
  return data.groups.flatMap(({ rows }) => rows);
}

function summariesOf(data: ForestData): readonly ForestSummary[] {
  return [...data.groups.flatMap(({ subtotal }) => subtotal ?? []), ...(data.pooled ? [data.pooled] : [])];
}

function numbersOf(effect: Estimate | Bounds | null | undefined): number[] {
  if (!effect) return [];
  const values = 'estimate' in effect ? [effect.estimate, effect.lower, effect.upper] : [effect.lower, effect.upper];
  return values.filter(Number.isFinite);
}

function sizesFor(data: ForestData): ForestSizes {
  const studies = studiesOf(data);
  const isDense = studies.length >= DENSE_FROM;
  const row = isDense ? 18 : 24;
  const heaviest = studies.reduce((most, { weightPercent }) => Math.max(most, weightPercent ?? 0), 0);
  const largest = isDense ? 0.6 * row : 0.85 * row;
  const usual = 3.8;
  // One factor for all squares of a figure: areas stay proportional to weights even where the largest would not fit.
  const factor = isDense || usual * Math.sqrt(heaviest) > largest ? largest / Math.sqrt(heaviest || 1) : usual;
  return {
    isDense,
    row,
    font: isDense ? 12.5 : 13,
    leading: isDense ? 14 : 15.5,
    sideOf: weightPercent => (data.lastColumn ? SAME_SIDE : Math.max(4, factor * Math.sqrt(weightPercent))),
  };
}

function widest(texts: readonly string[], font: number): number {
  return texts.reduce((most, text) => Math.max(most, approximateWidth(text, font)), 0);
}

function columnsFor(data: ForestData, font: number, write: (value: number) => string): ForestColumns {
  const studies = studiesOf(data);
  const all = [...studies, ...summariesOf(data)];
  const bounds = all.flatMap(({ effect }) => numbersOf(effect).map(write));
  // Numbers take 0.56 of the font size a digit; the rest is brackets and air.
  // Four decimals and more are nearly all digits: what stands between two such numbers would lose its air.
  const isLong = bounds.some(text => /\.\d{4}/.test(text));
  const numberWidth = Math.max(widest(bounds, font) + (isLong ? 5 : 0), 30);
  const weightEnd = FOREST_WIDTH;
  const upperEnd = weightEnd - WEIGHT_COLUMN;
  const toMiddle = upperEnd - numberWidth - 19;
  const lowerEnd = toMiddle - 15;
  const estimateEnd = lowerEnd - numberWidth - 18;
  const plotEnd = estimateEnd - numberWidth - PLOT_TO_ESTIMATE;

  const armWidths = data.armColumns.map(({ title, unit }, column) => {
    const cells = all.map(({ cells }) => cells?.[column] ?? '');
    return Math.min(200, Math.max(86, BETWEEN_ARMS + BOLDER * widest([...cells, title, unit], font)));
  });
  const hasRiskOfBias = studies.some(({ riskOfBias }) => riskOfBias !== undefined);
  const longestLabel = widest(
    all.map(({ label }) => label),
    font,
  );
  const roomForArms = armWidths.reduce((sum, width) => sum + width, 0) + (hasRiskOfBias ? RISK_OF_BIAS_COLUMN : 0);
  const plotWidth = Math.min(NARROWEST_PLOT, plotEnd - 250);
  const most = Math.max(120, plotEnd - plotWidth - STUDY_TO_PLOT - roomForArms);
  const least = Math.min(154, most);
  const studyWidth = Math.min(most, Math.max(least, longestLabel + 12));
  const riskOfBiasMiddle = hasRiskOfBias ? studyWidth + RISK_OF_BIAS_COLUMN / 2 : undefined;
  let end = studyWidth + (hasRiskOfBias ? RISK_OF_BIAS_COLUMN : 0);
  const armEnds = armWidths.map(width => {
    end += width;
    return end;
  });
  const plotStart = Math.max(end + STUDY_TO_PLOT, plotEnd - 430);
  return {
    studyWidth,
    riskOfBiasMiddle,
    armEnds,
    plotStart,
    plotEnd,
    estimateEnd,
    lowerEnd,
    toMiddle,
    upperEnd,
    weightEnd,
  };
}

function linesOf(
  groups: readonly ForestGroup[],
  sizes: ForestSizes,
  studyWidth: number,
): { lines: ForestLine[]; bottom: number } {
  const lines: ForestLine[] = [];
  let y = HEAD_RULE + (sizes.isDense ? 6 : 8);
  groups.forEach((group, place) => {
    const indent = group.label === undefined ? 0 : 12;
    if (group.label !== undefined) {
      y += place > 0 ? 6 : 0;
      lines.push({ kind: 'heading', label: group.label, y: y + sizes.row / 2 });
      y += sizes.row;
    }
    for (const row of group.rows) {
      const label = row.isConverted ? `${row.label} †` : row.label;
      const labelLines = wrapWords(label, studyWidth - indent - 2, sizes.font);
      const height = sizes.row + (labelLines.length - 1) * sizes.leading;
      lines.push({ kind: 'study', row, labelLines, indent, y: y + height / 2 });
      y += height;
    }
    if (group.subtotal) {
      lines.push({ kind: 'subtotal', summary: group.subtotal, y: y + sizes.row / 2 });
      y += sizes.row;
    }
  });
  return { lines, bottom: y };
}

/** The axis of all studies, whatever part of them is shown. */
export function forestAxis(data: ForestData, most = 7): Axis {
  const studies = studiesOf(data);
  const estimates = studies.flatMap(({ effect }) => (effect ? [effect.estimate] : []));
  return axisFor({
    scale: data.scale,
    must: [
      ...numbersOf(data.pooled?.effect),
      ...numbersOf(data.prediction),
      ...estimates.filter(Number.isFinite),
      ...(data.noEffect === null ? [] : [data.noEffect]),
    ],
    bounds: studies.flatMap(({ effect }) => (effect ? [effect.lower, effect.upper].filter(Number.isFinite) : [])),
    most,
  });
}

/** Writes the numbers of a forest plot, all in the same way. */
export function forestWriter(data: ForestData): (analysis: number) => string {
  const values = [...studiesOf(data), ...summariesOf(data)].flatMap(({ effect }) => numbersOf(effect));
  return valueWriter(data.scale, [...values, ...numbersOf(data.prediction)]);
}

/** Where everything on a forest plot stands. `shown` are the groups on this page; columns and axis are those of all. */
export function forestLayout(data: ForestData, shown: readonly ForestGroup[] = data.groups): ForestLayout {
  const sizes = sizesFor(data);
  const write = forestWriter(data);
  const columns = columnsFor(data, sizes.font, write);
  return { columns, sizes, axis: forestAxis(data), write, ...linesOf(shown, sizes, columns.studyWidth) };
}
