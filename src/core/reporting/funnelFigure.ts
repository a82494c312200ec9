import { type Axis, axisFor, linearTicks } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { filledPoints, funnelKey, funnelLines, funnelPoint } from '#core/reporting/funnelExtras';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, polygon, words } from '#core/reporting/svg';

export interface FunnelPoint {
  readonly studyId: string;
  readonly label: string;
  /** On the analysis scale. */
  readonly estimate: number;
  readonly standardError: number;
  /** Place of its kind in `kinds`. */
  readonly kind?: number;
}

export interface FunnelData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly noEffect: number | null;
  readonly pooled: number | null;
  /** `log risk ratio`: what the standard error is of. */
  readonly standardErrorOf: string;
  readonly points: readonly FunnelPoint[];
  /** Kinds of points that are told apart: comparisons of a network. */
  readonly kinds?: readonly string[];
  /** What trim and fill put in. */
  readonly filled?: readonly Omit<FunnelPoint, 'studyId' | 'label'>[];
  /** The effect with small-study effects adjusted for, and by which method. */
  readonly adjusted?: number;
  readonly adjustedName?: string;
  /** The effect expected at each standard error, from small to large: a limit meta-analysis. */
  readonly curve?: readonly { readonly estimate: number; readonly standardError: number }[];
  /** Where the lines stand around that 95 % of studies without heterogeneity lie between. */
  readonly limitsAround?: number;
}

export type FunnelFigureOptions = FigureOptions;

/** Two-sided normal quantiles at p = 0.01, 0.05 and 0.10. */
const CONTOURS = [2.5758293035489, 1.9599639845401, 1.6448536269515] as const;
const CONTOUR_WORDS = ['p > 0.10', '0.05 < p ≤ 0.10', '0.01 < p ≤ 0.05', 'p ≤ 0.01'] as const;

const PLOT = { left: 70, top: 0, width: 670, height: 476 } as const;
const LEGEND = { width: 154, height: 104, inset: 8 } as const;

interface Frame {
  readonly across: Axis;
  readonly largest: number;
  readonly x: (value: number) => number;
  readonly y: (standardError: number) => number;
}

function frameOf(data: FunnelData): Frame {
  const { points, noEffect, pooled, scale, filled = [], adjusted, curve = [] } = data;
  const widest = [...points, ...filled].reduce((most, { standardError }) => Math.max(most, standardError), 0);
  const step = linearTicks(0, widest || 1, 5)[1] ?? 1;
  const largest = Math.max(step, Math.ceil((widest || 1) / step - 1e-9) * step);
  const centre = noEffect ?? pooled ?? 0;
  const across = axisAsAnalysed(scale, spacing =>
    axisFor({
      scale: spacing,
      must: [
        centre - CONTOURS[1] * largest,
        centre + CONTOURS[1] * largest,
        ...(pooled === null ? [] : [pooled]),
        ...[...points, ...filled, ...curve].map(({ estimate }) => estimate),
        ...(adjusted === undefined ? [] : [adjusted]),
      ],
      bounds: [],
    }),
  );
  return {
    across,
    largest,
    x: value => PLOT.left + ((value - across.low) / (across.high - across.low)) * PLOT.width,
    y: standardError => PLOT.top + (standardError / largest) * PLOT.height,
  };
}

/** The part of the triangle between its apex and the plot's lower edge that lies inside the plot. */
function contour(centre: number, quantile: number, frame: Frame): [number, number][] {
  const [right, bottom] = [PLOT.left + PLOT.width, PLOT.top + PLOT.height];
  const apex = frame.x(centre);
  const side = (sign: 1 | -1): [number, number][] => {
    const edge = sign === 1 ? right : PLOT.left;
    const foot = frame.x(centre + sign * quantile * frame.largest);
    if ((foot - edge) * sign <= 0) return [[foot, bottom]];
    const share = (edge - apex) / (foot - apex);
    return [
      [edge, PLOT.top + share * PLOT.height],
      [edge, bottom],
    ];
  };
  return [[apex, PLOT.top], ...side(1), ...side(-1).toReversed()];
}

function contours(data: FunnelData, frame: Frame, palette: Palette): string[] {
  const { noEffect } = data;
  if (noEffect === null) return [];
  const ground = element('rect', {
    x: PLOT.left,
    y: PLOT.top,
    width: PLOT.width,
    height: PLOT.height,
    fill: palette.contours[3],
  });
  const fills = [palette.contours[2], palette.contours[1], palette.contours[0]];
  return [
    ground,
    ...CONTOURS.map((quantile, place) => polygon(contour(noEffect, quantile, frame), { fill: fills[place] })),
  ];
}

/** Inside, in an upper corner where no study lies; else below the axis. */
function legend(data: FunnelData, frame: Frame, palette: Palette): { drawing: string; extraHeight: number } {
  if (data.noEffect === null) return { drawing: '', extraHeight: 0 };
  const free = [PLOT.left + PLOT.width - LEGEND.width - LEGEND.inset, PLOT.left + LEGEND.inset].find(left =>
    data.points.every(({ estimate, standardError }) => {
      const [x, y] = [frame.x(estimate), frame.y(standardError)];
      return x < left - 8 || x > left + LEGEND.width + 8 || y > PLOT.top + LEGEND.height + LEGEND.inset + 8;
    }),
  );
  const [left, top] = free === undefined ? [PLOT.left, PLOT.top + PLOT.height + 66] : [free, PLOT.top + 6];
  const { width, height } = LEGEND;
  const pen = { stroke: palette.ink, 'stroke-width': 0.8 };
  const box = { x: left, y: top, width, height, fill: palette.background, ...pen };
  const rows = CONTOUR_WORDS.map((text, place) => {
    const y = top + 8 + place * 23;
    const sample = { x: left + 12, y, width: 22, height: 14, fill: palette.contours[place], ...pen };
    return element('rect', sample) + words(text, left + 42, y + 11.5, { 'font-size': 12.5 });
  });
  return {
    drawing: element('g', {}, element('rect', box), ...rows),
    extraHeight: free === undefined ? LEGEND.height + 16 : 0,
  };
}

function axes(data: FunnelData, frame: Frame, palette: Palette): string[] {
  const [right, bottom] = [PLOT.left + PLOT.width, PLOT.top + PLOT.height];
  const stroke = palette.ink;
  const up = linearTicks(0, frame.largest, 6);
  const decimals = up.reduce((most, tick) => Math.max(most, (String(tick).split('.')[1] ?? '').length), 1);
  const middle = PLOT.top + PLOT.height / 2;
  return [
    line(PLOT.left, PLOT.top, PLOT.left, bottom, { stroke }),
    line(PLOT.left, bottom, right, bottom, { stroke }),
    ...up.map(tick => {
      const y = frame.y(tick);
      const text = words(decimalText(tick, decimals), PLOT.left - 11, y + 4.5, { 'text-anchor': 'end' });
      return line(PLOT.left - 6, y, PLOT.left, y, { stroke }) + text;
    }),
    ...frame.across.ticks.map(({ at, text }) => {
      const x = frame.x(at);
      return line(x, bottom, x, bottom + 6, { stroke }) + words(text, x, bottom + 21, { 'text-anchor': 'middle' });
    }),
    words(acrossName(data), PLOT.left + PLOT.width / 2, bottom + 45, { 'text-anchor': 'middle' }),
    words(`Standard error of ${data.standardErrorOf}`, 18, middle, {
      'text-anchor': 'middle',
      transform: `rotate(-90 18 ${middle})`,
    }),
  ];
}

function acrossName({ measure, scale }: FunnelData): string {
  return `${measure}${displayScale(scale).axisNote}`;
}

/**
 * The funnel plot as SVG text: standard error downward from 0, effect across on the forest's scale. Contours stand
 * around no effect, not around the pooled estimate, so that they show where results would count as significant
 * (Peters JL et al. 2008, doi:10.1016/j.jclinepi.2007.11.010).
 */
export function funnelFigure(data: FunnelData, options: FunnelFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const frame = frameOf(data);
  const bottom = PLOT.top + PLOT.height;
  const key = legend(data, frame, palette);
  const places = { ...frame, left: PLOT.left, right: PLOT.left + PLOT.width, bottom: bottom + key.extraHeight };
  const below = funnelKey(data, places, palette);
  const upright = (value: number | null, dash: string | undefined, look = {}) =>
    value === null
      ? ''
      : line(frame.x(value), PLOT.top, frame.x(value), bottom, {
          stroke: palette.ink,
          'stroke-dasharray': dash,
          ...look,
        });
  const count = data.points.length;
  return figure(
    {
      width: PLOT.left + PLOT.width + 8,
      height: bottom + 50 + key.extraHeight + below.height,
      margin: 32,
      title: `Funnel plot: ${data.measure}`,
      description: `${count} ${count === 1 ? 'study' : 'studies'}; standard error against ${data.measure.toLowerCase()}.`,
    },
    palette,
    [
      ...contours(data, frame, palette),
      key.drawing,
      upright(data.noEffect, undefined),
      upright(data.pooled, '4 3'),
      upright(data.adjusted ?? null, '2 3', { stroke: palette.mark, 'stroke-width': 2.2 }),
      ...funnelLines(data, places, palette),
      ...axes(data, frame, palette),
      ...filledPoints(data, places, palette),
      ...data.points.map(point => funnelPoint(point, places, palette)),
      ...below.drawing,
    ],
  );
}
