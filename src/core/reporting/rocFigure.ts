import { linearTicks } from '#core/reporting/axis';
import { figure } from '#core/reporting/figure';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { coordinate, element, escapeSvg, line, words } from '#core/reporting/svg';

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

export interface RocFigureOptions {
  readonly palette?: Palette;
}

const LEFT = 58;
const SIDE = 540;
const LARGEST = 14;
const SMALLEST = 4;

const across = (falsePositiveRate: number) => LEFT + falsePositiveRate * SIDE;
const upward = (sensitivity: number) => (1 - sensitivity) * SIDE;

function pathOf(points: readonly RocPoint[], isClosed: boolean): string {
  const places = points.map(({ falsePositiveRate, sensitivity }, place) => {
    const command = place === 0 ? 'M' : 'L';
    return `${command}${coordinate(across(falsePositiveRate))} ${coordinate(upward(sensitivity))}`;
  });
  return `${places.join('')}${isClosed ? 'Z' : ''}`;
}

function axes(palette: Palette): string[] {
  const stroke = palette.ink;
  const ticks = linearTicks(0, 1, 6);
  return [
    ...ticks.map(tick => {
      const text = decimalText(tick, 1);
      const grid = { stroke: palette.hairline, 'stroke-width': 0.8 };
      return [
        tick > 0
          ? line(across(tick), 0, across(tick), SIDE, grid) + line(LEFT, upward(tick), LEFT + SIDE, upward(tick), grid)
          : '',
        line(across(tick), SIDE, across(tick), SIDE + 6, { stroke }),
        words(text, across(tick), SIDE + 21, { 'text-anchor': 'middle' }),
        line(LEFT - 6, upward(tick), LEFT, upward(tick), { stroke }),
        words(text, LEFT - 11, upward(tick) + 4.5, { 'text-anchor': 'end' }),
      ].join('');
    }),
    line(across(0), upward(0), across(1), upward(1), {
      stroke: palette.muted,
      'stroke-dasharray': '2 4',
      'stroke-width': 0.8,
    }),
    line(LEFT, 0, LEFT, SIDE, { stroke }),
    line(LEFT, SIDE, LEFT + SIDE, SIDE, { stroke }),
    words('False positive rate (1 − specificity)', LEFT + SIDE / 2, SIDE + 46, { 'text-anchor': 'middle' }),
    words('Sensitivity', 14, SIDE / 2, { 'text-anchor': 'middle', transform: `rotate(-90 14 ${SIDE / 2})` }),
  ];
}

function summarySquare(x: number, y: number, palette: Palette): string {
  const rim = { stroke: palette.background, 'stroke-width': 1.4 };
  return element('rect', { x: x - 6.5, y: y - 6.5, width: 13, height: 13, fill: palette.diamond, ...rim });
}

/** In the lower right, where a useful test leaves the plot empty. Only of what is drawn. */
function legend({ summary, curve, confidenceRegion, predictionRegion, level }: RocData, palette: Palette): string[] {
  const percent = `${Number((level * 100).toPrecision(6))} %`;
  const x = LEFT + SIDE * 0.5;
  const samples: [string, (y: number) => string][] = [];
  const oval = (y: number) => ({ x, y: y - 7, width: 26, height: 13, rx: 6.5 });
  if (summary) {
    const text = `Summary point: ${decimalText(summary.sensitivity, 2)} / ${decimalText(1 - summary.falsePositiveRate, 2)}`;
    samples.push([text, y => summarySquare(x + 13, y, palette)]);
  }
  if (curve)
    samples.push([
      'Summary curve, within the data',
      y => line(x, y, x + 26, y, { stroke: palette.diamond, 'stroke-width': 2 }),
    ]);
  if (confidenceRegion) {
    const look = { fill: palette.tint, stroke: palette.ink };
    samples.push([`${percent} confidence region`, y => element('rect', { ...oval(y), ...look })]);
  }
  if (predictionRegion) {
    const look = { fill: 'none', stroke: palette.ink, 'stroke-dasharray': '4 4' };
    samples.push([`${percent} prediction region`, y => element('rect', { ...oval(y), ...look })]);
  }
  const circle = { cx: x + 13, r: 6.5, fill: 'none', stroke: palette.ink };
  samples.push(['Study, area by people', y => element('circle', { ...circle, cy: y })]);
  return samples.map(([text, sample], place) => {
    const y = SIDE * 0.64 + place * 26;
    return sample(y) + words(text, x + 38, y + 4.5);
  });
}

/**
 * The summary ROC plot as SVG text: false positive rate across, sensitivity upward, circles with area in proportion to
 * people, the summary point with its confidence and prediction regions, and the curve only within the data.
 */
export function rocFigure(data: RocData, options: RocFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { studies, summary, curve, confidenceRegion, predictionRegion } = data;
  const most = studies.reduce((largest, { people }) => Math.max(largest, people), 1);
  const circles = studies.map(({ studyId, label, people, falsePositiveRate, sensitivity }) =>
    element(
      'circle',
      {
        cx: across(falsePositiveRate),
        cy: upward(sensitivity),
        r: Math.max(SMALLEST, LARGEST * Math.sqrt(people / most)),
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
      width: LEFT + SIDE + 8,
      height: SIDE + 50,
      margin: 32,
      title: 'Summary ROC plot',
      description: summary
        ? `${studies.length} studies; summary sensitivity ${decimalText(summary.sensitivity, 2)}, specificity ${decimalText(1 - summary.falsePositiveRate, 2)}.`
        : `${studies.length} studies.`,
    },
    palette,
    [
      ...axes(palette),
      confidenceRegion
        ? element('path', { d: pathOf(confidenceRegion, true), fill: palette.tint, stroke: palette.ink })
        : '',
      predictionRegion
        ? element('path', {
            d: pathOf(predictionRegion, true),
            fill: 'none',
            stroke: palette.ink,
            'stroke-dasharray': '4 4',
          })
        : '',
      curve
        ? element('path', { d: pathOf(curve, false), fill: 'none', stroke: palette.diamond, 'stroke-width': 2 })
        : '',
      ...circles,
      summary ? summarySquare(across(summary.falsePositiveRate), upward(summary.sensitivity), palette) : '',
      ...legend(data, palette),
    ],
  );
}
