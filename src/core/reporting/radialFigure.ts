import { axisFor } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import type { ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure, NARROW_WIDTH } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { PALETTES, type Palette } from '#core/reporting/palette';
import {
  axisAround,
  type Place,
  type PlotArea,
  pathThrough,
  plotArea,
  plotAxes,
  plotFrame,
} from '#core/reporting/plotArea';
import { studyDot } from '#core/reporting/studyDot';
import { element, line, polygon, words } from '#core/reporting/svg';

export interface RadialPoint {
  readonly studyId: string;
  readonly label: string;
  /** On the analysis scale. */
  readonly estimate: number;
  /** Square root of the sampling variance and, in a random-effects model, the variance between studies. */
  readonly error: number;
}

export interface RadialData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly pooled: number | null;
  readonly isRandom: boolean;
  readonly points: readonly RadialPoint[];
}

const BAND = 1.959963984540054;
const BOX = { left: 72, top: 8, width: 560, height: 470 } as const;
const ARC_AIR = 16;
/** On a phone: what arc, ticks and labels take beside the plot. */
const ASIDE = ARC_AIR + 12 + 34;
const NARROW_HEIGHT = 300;

/**
 * How far beyond the plot's right end the arc reaches, whose radius is the farthest study's: where a study stands far up,
 * the plot must be narrower. Takes shares of the plot's width and of its height, from the origin.
 */
function beyond(reaches: readonly (readonly [number, number])[], width: number): number {
  return Math.max(0, ...reaches.map(([across, up]) => Math.hypot(across * width, up * NARROW_HEIGHT) - width));
}

/** The arc at the right: where a line from the origin through a study meets it, the study's effect is read. */
function effectArc({ points, pooled, scale }: RadialData, area: PlotArea, palette: Palette): string[] {
  const origin: Place = [area.x(0), area.y(0)];
  const radius = Math.max(
    area.right - origin[0],
    ...points.map(({ estimate, error }) =>
      Math.hypot(area.x(1 / error) - origin[0], area.y(estimate / error) - origin[1]),
    ),
  );
  const reach = radius + ARC_AIR;
  const slope = (effect: number) => Math.atan2(area.y(effect) - origin[1], area.x(1) - origin[0]);
  const at = (effect: number, distance: number): Place => [
    origin[0] + distance * Math.cos(slope(effect)),
    origin[1] + distance * Math.sin(slope(effect)),
  ];
  const effects = [...points.map(({ estimate }) => estimate), ...(pooled === null ? [] : [pooled])];
  const axis = axisAsAnalysed(scale, spacing => axisFor({ scale: spacing, must: effects, bounds: [], most: 8 }), 8);
  const isSeen = (effect: number) => {
    const [, y] = at(effect, reach);
    return y >= area.top - 4 && y <= area.bottom + 4;
  };
  const steps = Array.from({ length: 121 }, (_, step) => axis.low + (step / 120) * (axis.high - axis.low));
  return [
    element('path', {
      d: pathThrough(steps.filter(isSeen).map(effect => at(effect, reach))),
      fill: 'none',
      stroke: palette.ink,
    }),
    ...axis.ticks
      .filter(tick => isSeen(tick.at))
      .map(tick => {
        const [[x1, y1], [x2, y2], [x, y]] = [at(tick.at, reach), at(tick.at, reach + 6), at(tick.at, reach + 12)];
        return line(x1, y1, x2, y2, { stroke: palette.ink }) + words(tick.text, x, y + 4.5);
      }),
  ];
}

/** What is read on the arc stands at its upper end, on a phone above the plot. */
function measureName({ measure }: RadialData, area: PlotArea, palette: Palette): string[] {
  const look = { 'text-anchor': 'end', fill: palette.muted };
  return area.isNarrow
    ? [words(measure, NARROW_WIDTH, area.top - 12, look)]
    : [words(measure, area.right + 92, area.top + 4, look)];
}

/**
 * The radial plot of Galbraith as SVG text: precision across, effect over its error upward; a line from the origin through
 * a study points at its effect on the arc. Studies between the two parallel lines agree with the pooled effect at 95 %.
 * Source: Galbraith (1988), doi:10.1002/sim.4780070807.
 */
export function radialFigure(data: RadialData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  if (data.points.length === 0) throw new RangeError('radialFigure: at least one study is needed');
  const { points, pooled } = data;
  const { isNarrow } = options;
  const precisions = points.map(({ error }) => 1 / error);
  const most = Math.max(...precisions);
  const heights = [...points.map(({ estimate, error }) => estimate / error), 2, -2];
  const ends = pooled === null ? [] : [pooled * most + BAND, pooled * most - BAND, BAND, -BAND];
  const across = axisAround([0, most], ticksThatFit(7, isNarrow));
  const up = axisAround([...heights, ...ends], ticksThatFit(8, isNarrow));
  const reaches = points.map(({ estimate, error }) => {
    return [1 / error / across.high, estimate / error / (up.high - up.low)] as const;
  });
  const area = plotArea(
    {
      across,
      up,
      names: {
        across: data.isRandom ? 'Precision, 1 / √(variance + τ²)' : 'Precision, 1 / standard error',
        up: data.isRandom ? 'Effect / √(variance + τ²)' : 'Effect / standard error',
      },
      box: BOX,
      narrow: { aside: ASIDE + beyond(reaches, 240), over: 22, height: NARROW_HEIGHT },
    },
    options,
  );
  const place = (precision: number, height: number): Place => [area.x(precision), area.y(height)];
  const far = area.across.high;
  const band =
    pooled === null
      ? []
      : [
          polygon(
            [place(0, BAND), place(most, pooled * most + BAND), place(most, pooled * most - BAND), place(0, -BAND)],
            { fill: palette.tint },
          ),
          line(...place(0, 0), ...place(most, pooled * most), { stroke: palette.ink, 'stroke-dasharray': '4 3' }),
        ];
  return figure(
    {
      ...plotFrame(area, { width: area.right + 96, height: area.bottom + 48 }),
      title: `Radial plot: ${data.measure}`,
      description: `${points.length} studies: standardised effect against precision.`,
    },
    palette,
    [
      ...band,
      line(...place(0, 0), ...place(far, 0), { stroke: palette.grid }),
      ...plotAxes(area, palette),
      ...effectArc(data, area, palette),
      ...measureName(data, area, palette),
      ...points.map(point => studyDot(point, ...place(1 / point.error, point.estimate / point.error), palette)),
    ],
  );
}
