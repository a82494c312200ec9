import { axisFor, linearTicks } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { filledPoints, funnelEntries, funnelKey, funnelLines, funnelPoint } from '#core/reporting/funnelExtras';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { decimalText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { type PlotArea, type PlotBox, plotArea, plotAxes, plotFrame, wideNames } from '#core/reporting/plotArea';
import { narrowKey } from '#core/reporting/plotKey';
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

const PLOT: PlotBox = { left: 70, top: 0, width: 670, height: 476 };
const LEGEND = { width: 154, height: 104, inset: 8 } as const;

function areaOf(data: FunnelData, options: FigureOptions): PlotArea {
  const { points, noEffect, pooled, scale, filled = [], adjusted, curve = [] } = data;
  const widest = [...points, ...filled].reduce((most, { standardError }) => Math.max(most, standardError), 0);
  const step = linearTicks(0, widest || 1, 5)[1] ?? 1;
  const largest = Math.max(step, Math.ceil((widest || 1) / step - 1e-9) * step);
  const centre = noEffect ?? pooled ?? 0;
  const most = ticksThatFit(7, options.isNarrow);
  const across = axisAsAnalysed(
    scale,
    spacing =>
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
        most,
      }),
    most,
  );
  const up = linearTicks(0, largest, 6);
  const decimals = up.reduce((most, tick) => Math.max(most, (String(tick).split('.')[1] ?? '').length), 1);
  return plotArea(
    {
      across,
      up: { low: 0, high: largest, ticks: up.map(at => ({ at, text: decimalText(at, decimals) })) },
      names: {
        across: `${data.measure}${displayScale(scale).axisNote}`,
        up: `Standard error of ${data.standardErrorOf}`,
      },
      box: PLOT,
      isDownward: true,
    },
    options,
  );
}

/** The part of the triangle between its apex and the plot's lower edge that lies inside the plot. */
function contour(centre: number, quantile: number, area: PlotArea): [number, number][] {
  const { right, bottom } = area;
  const apex = area.x(centre);
  const side = (sign: 1 | -1): [number, number][] => {
    const edge = sign === 1 ? right : area.left;
    const foot = area.x(centre + sign * quantile * area.up.high);
    if ((foot - edge) * sign <= 0) return [[foot, bottom]];
    const share = (edge - apex) / (foot - apex);
    return [
      [edge, area.top + share * area.height],
      [edge, bottom],
    ];
  };
  return [[apex, area.top], ...side(1), ...side(-1).toReversed()];
}

function contours({ noEffect }: FunnelData, area: PlotArea, palette: Palette): string[] {
  if (noEffect === null) return [];
  const ground = element('rect', {
    x: area.left,
    y: area.top,
    width: area.width,
    height: area.height,
    fill: palette.contours[3],
  });
  const fills = [palette.contours[2], palette.contours[1], palette.contours[0]];
  return [
    ground,
    ...CONTOURS.map((quantile, place) => polygon(contour(noEffect, quantile, area), { fill: fills[place] })),
  ];
}

function contourSample(place: number, palette: Palette) {
  const look = { width: 22, height: 14, fill: palette.contours[place], stroke: palette.ink, 'stroke-width': 0.8 };
  return (x: number, y: number) => element('rect', { x, y: y - 7, ...look });
}

/** Inside, in an upper corner where no study lies; else below the axis. */
function legend(data: FunnelData, area: PlotArea, palette: Palette): { drawing: string; extraHeight: number } {
  if (data.noEffect === null) return { drawing: '', extraHeight: 0 };
  const free = [area.right - LEGEND.width - LEGEND.inset, area.left + LEGEND.inset].find(left =>
    data.points.every(({ estimate, standardError }) => {
      const [x, y] = [area.x(estimate), area.y(standardError)];
      return x < left - 8 || x > left + LEGEND.width + 8 || y > area.top + LEGEND.height + LEGEND.inset + 8;
    }),
  );
  const [left, top] = free === undefined ? [area.left, area.bottom + 66] : [free, area.top + 6];
  const { width, height } = LEGEND;
  const pen = { stroke: palette.ink, 'stroke-width': 0.8 };
  const box = { x: left, y: top, width, height, fill: palette.background, ...pen };
  const rows = CONTOUR_WORDS.map((text, place) => {
    const y = top + 8 + place * 23;
    return contourSample(place, palette)(left + 12, y + 7) + words(text, left + 42, y + 11.5, { 'font-size': 12.5 });
  });
  return {
    drawing: element('g', {}, element('rect', box), ...rows),
    extraHeight: free === undefined ? LEGEND.height + 16 : 0,
  };
}

/** Regions, points and lines explained: on a phone all below the plot, else the regions in a corner that is free. */
function explained(data: FunnelData, area: PlotArea, palette: Palette) {
  if (area.isNarrow) {
    const regions = data.noEffect === null ? [] : CONTOUR_WORDS;
    const entries = [
      ...regions.map((text, place) => ({ text, sample: contourSample(place, palette) })),
      ...funnelEntries(data, palette),
    ];
    const { drawing, height } = narrowKey(entries, area.foot, 32);
    return { inside: '', below: drawing, extraHeight: height };
  }
  const key = legend(data, area, palette);
  const below = funnelKey(data, { ...area, bottom: area.bottom + key.extraHeight }, palette);
  return { inside: key.drawing, below: below.drawing, extraHeight: key.extraHeight + below.height };
}

/** A funnel's axes stand a little farther off than other plots': the contours reach its edges. */
function axes(area: PlotArea, palette: Palette): string[] {
  if (area.isNarrow) return plotAxes(area, palette);
  const { left, right, top, bottom } = area;
  const stroke = palette.ink;
  return [
    line(left, top, left, bottom, { stroke }),
    line(left, bottom, right, bottom, { stroke }),
    ...area.up.ticks.map(({ at, text }) => {
      const y = area.y(at);
      return line(left - 6, y, left, y, { stroke }) + words(text, left - 11, y + 4.5, { 'text-anchor': 'end' });
    }),
    ...area.across.ticks.map(({ at, text }) => {
      const x = area.x(at);
      return line(x, bottom, x, bottom + 6, { stroke }) + words(text, x, bottom + 21, { 'text-anchor': 'middle' });
    }),
    ...wideNames(area, { below: 45 }),
  ];
}

/**
 * The funnel plot as SVG text: standard error downward from 0, effect across on the forest's scale. Contours stand
 * around no effect, not around the pooled estimate, so that they show where results would count as significant
 * (Peters JL et al. 2008, doi:10.1016/j.jclinepi.2007.11.010).
 */
export function funnelFigure(data: FunnelData, options: FunnelFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const area = areaOf(data, options);
  const { inside, below, extraHeight } = explained(data, area, palette);
  const upright = (value: number | null, dash: string | undefined, look = {}) =>
    value === null
      ? ''
      : line(area.x(value), area.top, area.x(value), area.bottom, {
          stroke: palette.ink,
          'stroke-dasharray': dash,
          ...look,
        });
  const count = data.points.length;
  return figure(
    {
      ...plotFrame(area, { width: area.right + 8, height: area.bottom + 50 + extraHeight }, extraHeight),
      title: `Funnel plot: ${data.measure}`,
      description: `${count} ${count === 1 ? 'study' : 'studies'}; standard error against ${data.measure.toLowerCase()}.`,
    },
    palette,
    [
      ...contours(data, area, palette),
      inside,
      upright(data.noEffect, undefined),
      upright(data.pooled, '4 3'),
      upright(data.adjusted ?? null, '2 3', { stroke: palette.mark, 'stroke-width': 2.2 }),
      ...funnelLines(data, area, palette),
      ...axes(area, palette),
      ...filledPoints(data, area, palette),
      ...data.points.map(point => funnelPoint(point, area, palette)),
      ...below,
    ],
  );
}
