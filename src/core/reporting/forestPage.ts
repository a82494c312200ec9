import { figure } from '#core/reporting/figure';
import type { Bounds, Estimate, ForestData, ForestGroup, ForestRow, ForestSummary } from '#core/reporting/forestData';
import { forestFoot } from '#core/reporting/forestFoot';
import {
  FOREST_WIDTH,
  type ForestColumns,
  type ForestLayout,
  forestLayout,
  HEAD_RULE,
  studiesOf,
} from '#core/reporting/forestLayout';
import { diamondMark, type PlotRange, placeOfValue, predictionMark, studyMark } from '#core/reporting/forestMarks';
import { judgementMark } from '#core/reporting/judgementMark';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { type Attributes, element, line, words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';

export interface ForestFigureOptions {
  readonly palette?: Palette;
  readonly isColourBlindSet?: boolean;
}

interface Pen {
  readonly data: ForestData;
  readonly palette: Palette;
  readonly layout: ForestLayout;
  readonly range: PlotRange;
  readonly isColourBlindSet: boolean;
}

/** Columns of numbers are compared digit under digit. */
const END: Attributes = { 'text-anchor': 'end', 'font-variant': 'tabular-nums' };
const BOLD: Attributes = { 'font-weight': 600 };
const SMALL = 11.5;
const RISK_OF_BIAS_RADIUS = 7;

/** Text sits about a third of its size below the middle of its row. */
function baseline(y: number): number {
  return y + 4.5;
}

function levelText(level: number): string {
  return `${Number((level * 100).toPrecision(6))} % CI`;
}

function headOf({ data, layout, palette }: Pen): string {
  const { columns } = layout;
  const second: Attributes = { ...END, 'font-size': SMALL, fill: palette.muted };
  const top = { ...END, ...BOLD };
  const arms = data.armColumns.flatMap(({ title, unit }, column) => {
    const x = columns.armEnds[column] ?? 0;
    return [words(title, x, 13.7, top), words(unit, x, 30, second)];
  });
  return element(
    'g',
    {},
    words(data.rowHead ?? 'Study', 0, 30, BOLD),
    columns.riskOfBiasMiddle === undefined
      ? ''
      : words('RoB', columns.riskOfBiasMiddle, 30, { ...BOLD, 'text-anchor': 'middle' }),
    ...arms,
    words(data.measure, columns.upperEnd, 13.7, top),
    words(levelText(data.level), columns.upperEnd, 30, second),
    words(data.lastColumn?.title ?? 'Weight', columns.weightEnd, 13.7, top),
    words(data.lastColumn?.unit ?? '%', columns.weightEnd, 30, second),
    line(0, HEAD_RULE, FOREST_WIDTH, HEAD_RULE, { stroke: palette.ink }),
  );
}

/** `(0.33 to 0.73)`: brackets stand with the numbers, "to" between two fixed columns. */
function boundsText({ lower, upper }: Bounds, y: number, pen: Pen, style: Attributes): string {
  const { columns, write } = pen.layout;
  const bound = (value: number) => (Number.isFinite(value) ? write(value) : value < 0 ? '−∞' : '∞');
  return [
    words(`(${bound(lower)}`, columns.lowerEnd, y, { ...END, ...style }),
    words('to', columns.toMiddle, y, { 'text-anchor': 'middle', fill: pen.palette.muted }),
    words(`${bound(upper)})`, columns.upperEnd, y, { ...END, ...style }),
  ].join('');
}

function effectText(effect: Estimate | null, y: number, pen: Pen, style: Attributes = {}): string {
  const { columns, write } = pen.layout;
  if (!effect) return words('–', columns.estimateEnd, y, { ...END, ...style });
  return (
    words(write(effect.estimate), columns.estimateEnd, y, { ...END, ...style }) + boundsText(effect, y, pen, style)
  );
}

type Weighed = Pick<ForestRow, 'weightPercent' | 'lastCell'>;

function weightText({ weightPercent, lastCell }: Weighed, y: number, pen: Pen, style: Attributes = {}): string {
  const weight = weightPercent === null ? '–' : decimalText(weightPercent, 1);
  const text = pen.data.lastColumn ? (lastCell ?? '–') : weight;
  return words(text, pen.layout.columns.weightEnd, y, { ...END, ...style });
}

function cellsText(
  cells: readonly string[] | undefined,
  y: number,
  columns: ForestColumns,
  style: Attributes = {},
): string {
  return (cells ?? [])
    .slice(0, columns.armEnds.length)
    .map((cell, column) => words(cell, columns.armEnds[column] ?? 0, y, { ...END, ...style }))
    .join('');
}

/** Why there is no mark, in words, on a ground of its own so that the lines behind don't cross it. */
function reasonText(because: string, y: number, { layout, palette }: Pen): string {
  const { plotStart } = layout.columns;
  const width = approximateWidth(because, SMALL) + 8;
  const ground = { x: plotStart - 4, y: y - 8, width, height: 16, fill: palette.background };
  return element('rect', ground) + words(because, plotStart, y + 4, { 'font-size': SMALL, fill: palette.muted });
}

function studyLine(row: ForestRow, labelLines: readonly string[], indent: number, y: number, pen: Pen): string {
  const { layout, palette } = pen;
  const { columns, sizes } = layout;
  const first = baseline(y) - ((labelLines.length - 1) * sizes.leading) / 2;
  const { riskOfBias } = row;
  return element(
    'g',
    { 'data-study': row.studyId },
    ...labelLines.map((text, place) => words(text, indent, first + place * sizes.leading)),
    riskOfBias && columns.riskOfBiasMiddle !== undefined
      ? judgementMark(riskOfBias, columns.riskOfBiasMiddle, y, RISK_OF_BIAS_RADIUS, pen)
      : '',
    cellsText(row.cells, baseline(y), columns),
    row.effect
      ? studyMark(row.effect, sizes.sideOf(row.weightPercent ?? 0), y, pen.range, palette)
      : reasonText(`Not estimable: ${row.because ?? 'no reason given'}`, y, pen),
    effectText(row.effect, baseline(y), pen),
    weightText(row, baseline(y), pen),
  );
}

function summaryLine(summary: ForestSummary, indent: number, y: number, isHollow: boolean, pen: Pen): string {
  const { effect, because } = summary;
  return element(
    'g',
    {},
    words(summary.label, indent, baseline(y), BOLD),
    cellsText(summary.cells, baseline(y), pen.layout.columns, BOLD),
    effect ? diamondMark(effect, y, isHollow, pen.range, pen.palette) : reasonText(because ?? '', y, pen),
    effectText(effect, baseline(y), pen, BOLD),
    weightText(summary, baseline(y), pen, BOLD),
  );
}

function rowsOf(pen: Pen): string[] {
  return pen.layout.lines.map(row => {
    if (row.kind === 'heading') return words(row.label, 0, baseline(row.y), BOLD);
    if (row.kind === 'subtotal') return summaryLine(row.summary, 12, row.y, true, pen);
    return studyLine(row.row, row.labelLines, row.indent, row.y, pen);
  });
}

function predictionLine(y: number, pen: Pen): string {
  const { prediction, predictionBecause } = pen.data;
  if (prediction) {
    return element(
      'g',
      {},
      words('Prediction interval', 0, baseline(y)),
      predictionMark(prediction, y, pen.range, pen.palette),
      boundsText(prediction, baseline(y), pen, {}),
    );
  }
  if (!predictionBecause) return '';
  return element('g', {}, words('Prediction interval', 0, baseline(y)), reasonText(predictionBecause, y, pen));
}

/** Lines that run down behind the rows: no effect solid, the pooled estimate dashed. */
function guideLines(axisY: number, summaryY: number, { data, range, palette }: Pen): string[] {
  const noEffect = data.noEffect === null ? undefined : placeOfValue(range, data.noEffect);
  const pooled = data.pooled?.effect ? placeOfValue(range, data.pooled.effect.estimate) : undefined;
  return [
    noEffect === undefined ? '' : line(noEffect, HEAD_RULE, noEffect, axisY, { stroke: palette.ink }),
    pooled === undefined
      ? ''
      : line(pooled, HEAD_RULE, pooled, summaryY, { stroke: palette.diamond, 'stroke-dasharray': '3 3' }),
  ];
}

function describe(data: ForestData, write: (value: number) => string): string {
  const count = studiesOf(data).length;
  const effect = data.pooled?.effect;
  const studies = `${count} ${count === 1 ? 'study' : 'studies'}`;
  if (!effect) return `${data.measure} of ${studies}. ${data.pooled?.because ?? 'Not pooled'}`;
  const bounds = `${levelText(data.level)} ${write(effect.lower)} to ${write(effect.upper)}`;
  return `${data.measure} of ${studies}, pooled ${write(effect.estimate)} (${bounds}).`;
}

/** One page of a forest plot: head, the groups that it shows, axis; the last one has the summary and the notes. */
export function forestPage(
  data: ForestData,
  shown: readonly ForestGroup[],
  isLast: boolean,
  options: ForestFigureOptions,
): string {
  const palette = options.palette ?? PALETTES.print;
  const layout = forestLayout(data, shown);
  const { columns, sizes, axis, bottom } = layout;
  const range: PlotRange = { scale: data.scale, axis, start: columns.plotStart, end: columns.plotEnd };
  const pen: Pen = { data, palette, layout, range, isColourBlindSet: options.isColourBlindSet ?? false };
  const hasPrediction = data.prediction !== undefined || data.predictionBecause !== undefined;
  const hairline = bottom + 0.26 * sizes.row;
  const summaryY = hairline + 0.72 * sizes.row;
  const predictionY = summaryY + sizes.row;
  const lastY = !isLast ? bottom : hasPrediction ? predictionY : data.pooled ? summaryY : bottom;
  const axisY = lastY + 21;
  const foot = forestFoot(data, layout, range, axisY, palette, isLast);
  const summary =
    isLast && data.pooled
      ? [
          line(0, hairline, FOREST_WIDTH, hairline, { stroke: palette.hairline }),
          summaryLine(data.pooled, 0, summaryY, false, pen),
          predictionLine(predictionY, pen),
        ]
      : [];
  const frame = {
    width: FOREST_WIDTH,
    height: axisY + foot.height,
    margin: 32,
    title: `Forest plot: ${data.measure}`,
    description: describe(data, layout.write),
  };
  return figure(frame, palette, [
    headOf(pen),
    element(
      'g',
      { 'font-size': sizes.font },
      ...guideLines(axisY, isLast ? summaryY : axisY, pen),
      ...rowsOf(pen).map(row => `\n${row}`),
      ...summary.map(part => `\n${part}`),
    ),
    ...foot.drawing,
  ]);
}
