import { type Axis, linearTicks } from '#core/reporting/axis';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import {
  axisLines,
  axisNames,
  type Place,
  type PlotArea,
  type PlotBox,
  pathThrough,
  plotArea,
  plotFrame,
  wideNames,
} from '#core/reporting/plotArea';
import { type Key, type KeyEntry, narrowKey } from '#core/reporting/plotKey';
import { element, escapeSvg, line, words } from '#core/reporting/svg';
import { approximateWidth } from '#core/reporting/wrap';

/** A place in ROC space; both are shares from 0 to 1. */
export interface RocPoint {
  readonly falsePositiveRate: number;
  readonly sensitivity: number;
}

export interface RocStudy extends RocPoint {
  readonly studyId: string;
  readonly label: string;
  readonly people: number;
}

/** Accuracy of a test over several studies, on the shown scale: curve and regions were computed elsewhere. */
export interface RocData {
  readonly studies: readonly RocStudy[];
  readonly summary?: RocPoint;
  /** Only within the range of the data. */
  readonly curve?: readonly RocPoint[];
  readonly confidenceRegion?: readonly RocPoint[];
  readonly predictionRegion?: readonly RocPoint[];
  /** Level of both regions, 0 to 1. */
  readonly level: number;
}

/** The usual place of the square plot, and its length of side. */
const SIDE = 540;
const BOX: PlotBox = { left: 58, top: 0, width: SIDE, height: SIDE };
const LARGEST = 14;
const NARROW_LARGEST = 10;
const SMALLEST = 4;

function areaOf(options: FigureOptions): PlotArea {
  const ticks = linearTicks(0, 1, 6).map(at => ({ at, text: decimalText(at, 1) }));
  const axis: Axis = { low: 0, high: 1, ticks };
  const names = { across: 'False positive rate (1 − specificity)', up: 'Sensitivity' };
  return plotArea({ across: axis, up: axis, names, box: BOX, narrow: { isSquare: true } }, options);
}

function pathOf(points: readonly RocPoint[], area: PlotArea, isClosed: boolean): string {
  const places = points.map(({ falsePositiveRate, sensitivity }): Place => {
    return [area.x(falsePositiveRate), area.y(sensitivity)];
  });
  return `${pathThrough(places)}${isClosed ? 'Z' : ''}`;
}

/** Ticks and grid both ways, with the line on which a test tells nothing. */
function axes(area: PlotArea, palette: Palette): string[] {
  const { left, right, top, bottom, x, y } = area;
  const stroke = palette.ink;
  const grid = { stroke: palette.grid, 'stroke-width': 0.8 };
  return [
    ...area.across.ticks.map(({ at, text }) =>
      [
        at > 0 ? line(x(at), top, x(at), bottom, grid) + line(left, y(at), right, y(at), grid) : '',
        line(x(at), bottom, x(at), bottom + 6, { stroke }),
        words(text, x(at), bottom + 21, { 'text-anchor': 'middle' }),
        line(left - 6, y(at), left, y(at), { stroke }),
        words(text, left - 11, y(at) + 4.5, { 'text-anchor': 'end' }),
      ].join(''),
    ),
    line(x(0), y(0), x(1), y(1), { stroke: palette.muted, 'stroke-dasharray': '2 4', 'stroke-width': 0.8 }),
    ...axisLines(area, palette),
    ...(area.isNarrow ? axisNames(area, palette) : wideNames(area, { below: 46, at: 14 })),
  ];
}

function summarySquare(x: number, y: number, palette: Palette): string {
  const rim = { stroke: palette.background, 'stroke-width': 1.4 };
  return element('rect', { x: x - 6.5, y: y - 6.5, width: 13, height: 13, fill: palette.diamond, ...rim });
}

/** What is drawn, explained; each sample begins at x and is 26 wide. */
function entriesOf(data: RocData, palette: Palette): KeyEntry[] {
  const { summary, curve, confidenceRegion, predictionRegion, level } = data;
  const percent = `${Number((level * 100).toPrecision(6))} %`;
  const entries: KeyEntry[] = [];
  const oval = (x: number, y: number) => ({ x, y: y - 7, width: 26, height: 13, rx: 6.5 });
  if (summary) {
    const text = `Summary point: ${decimalText(summary.sensitivity, 2)} / ${decimalText(1 - summary.falsePositiveRate, 2)}`;
    entries.push({ text, sample: (x, y) => summarySquare(x + 13, y, palette) });
  }
  if (curve) {
    const look = { stroke: palette.diamond, 'stroke-width': 2 };
    entries.push({ text: 'Summary curve, within the data', sample: (x, y) => line(x, y, x + 26, y, look) });
  }
  if (confidenceRegion) {
    const look = { fill: palette.tint, stroke: palette.ink };
    const sample: KeyEntry['sample'] = (x, y) => element('rect', { ...oval(x, y), ...look });
    entries.push({ text: `${percent} confidence region`, sample });
  }
  if (predictionRegion) {
    const look = { fill: 'none', stroke: palette.ink, 'stroke-dasharray': '4 4' };
    const sample: KeyEntry['sample'] = (x, y) => element('rect', { ...oval(x, y), ...look });
    entries.push({ text: `${percent} prediction region`, sample });
  }
  const circle = { r: 6.5, fill: 'none', stroke: palette.ink };
  entries.push({
    text: 'Study, area by people',
    sample: (x, y) => element('circle', { cx: x + 13, ...circle, cy: y }),
  });
  return entries;
}

/** In the lower right, where a useful test leaves the plot empty; on a phone below the plot. */
function legend(data: RocData, area: PlotArea, palette: Palette): Key & { readonly ground: string } {
  const entries = entriesOf(data, palette);
  if (area.isNarrow) return { ground: '', ...narrowKey(entries, area.foot, 34) };
  const x = area.left + SIDE * 0.5;
  const drawing = entries.map(({ text, sample }, place) => {
    const y = SIDE * 0.64 + place * 26;
    return sample(x, y) + words(text, x + 38, y + 4.5);
  });
  // Grid and diagonal end where the legend begins; studies that lie there are drawn over it.
  const widest = Math.max(...entries.map(({ text }) => approximateWidth(text, 13)));
  const ground = { x: x - 10, y: SIDE * 0.64 - 16, width: 38 + widest + 14, height: entries.length * 26 + 6 };
  return { ground: element('rect', { ...ground, fill: palette.background }), drawing, height: 0 };
}

/**
 * The summary ROC plot as SVG text: false positive rate across, sensitivity upward, circles with area in proportion to
 * people, the summary point with its confidence and prediction regions, and the curve only within the data.
 */
export function rocFigure(data: RocData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { studies, summary, curve, confidenceRegion, predictionRegion } = data;
  const area = areaOf(options);
  const key = legend(data, area, palette);
  const largest = area.isNarrow ? NARROW_LARGEST : LARGEST;
  const most = studies.reduce((greatest, { people }) => Math.max(greatest, people), 1);
  const circles = studies.map(({ studyId, label, people, falsePositiveRate, sensitivity }) =>
    element(
      'circle',
      {
        cx: area.x(falsePositiveRate),
        cy: area.y(sensitivity),
        r: Math.max(SMALLEST, largest * Math.sqrt(people / most)),
        fill: 'none',
        stroke: palette.ink,
        'stroke-width': 1.2,
        'data-study': studyId,
      },
      element('title', {}, escapeSvg(label)),
    ),
  );
  return figure(
    {
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + 50 }, key.height),
      title: 'Summary ROC plot',
      description: summary
        ? `${studies.length} studies; summary sensitivity ${decimalText(summary.sensitivity, 2)}, specificity ${decimalText(1 - summary.falsePositiveRate, 2)}.`
        : `${studies.length} studies.`,
    },
    palette,
    [
      ...axes(area, palette),
      key.ground,
      confidenceRegion
        ? element('path', { d: pathOf(confidenceRegion, area, true), fill: palette.tint, stroke: palette.ink })
        : '',
      predictionRegion
        ? element('path', {
            d: pathOf(predictionRegion, area, true),
            fill: 'none',
            stroke: palette.ink,
            'stroke-dasharray': '4 4',
          })
        : '',
      curve
        ? element('path', { d: pathOf(curve, area, false), fill: 'none', stroke: palette.diamond, 'stroke-width': 2 })
        : '',
      ...circles,
      summary ? summarySquare(area.x(summary.falsePositiveRate), area.y(summary.sensitivity), palette) : '',
      ...key.drawing,
    ],
  );
}
