import { axisBetween } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { ticksThatFit } from '#core/reporting/narrowPlot';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { axisAround, type PlotArea, pathThrough, plotArea, plotAxes, plotFrame } from '#core/reporting/plotArea';
import { type KeyEntry, plotKey } from '#core/reporting/plotKey';
import { element, line } from '#core/reporting/svg';
import type { DensityPoint, PosteriorDensities } from '#core/synthesis/bayes/posteriorDensities';
import type { Interval } from '#core/synthesis/predictionInterval';

export interface PosteriorData {
  readonly measure: string;
  readonly scale: ScaleName;
  readonly noEffect: number | null;
  readonly densities: PosteriorDensities;
  /** Credible intervals, on the analysis scale. */
  readonly mean: Interval;
  readonly predictive: Interval;
  readonly tau: Interval;
}

const EFFECT = { left: 24, top: 8, width: 470, height: 330 } as const;
const TAU = { left: 560, top: 8, width: 230, height: 330 } as const;

function highest(points: readonly DensityPoint[]): number {
  return points.reduce((most, { density }) => Math.max(most, Number.isFinite(density) ? density : 0), 0) || 1;
}

function outline(points: readonly DensityPoint[], area: PlotArea) {
  return points
    .filter(({ density }) => Number.isFinite(density))
    .map(({ at, density }) => [area.x(at), area.y(Math.min(density, area.up.high))] as const);
}

/** The part of a density under which the credible interval lies. */
function shaded(points: readonly DensityPoint[], { lower, upper }: Interval, area: PlotArea, palette: Palette): string {
  const inside = outline(
    points.filter(({ at }) => at >= lower && at <= upper),
    area,
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return '';
  const ground = [[last[0], area.bottom] as const, [first[0], area.bottom] as const];
  return element('path', { d: `${pathThrough([...inside, ...ground])}Z`, fill: palette.tint });
}

/**
 * Posterior densities as SVG text: of the mean effect with its credible interval shaded, of the effect of a new study
 * dashed, and beside them of τ. Ratios keep their logarithmic axis.
 */
export function posteriorFigure(data: PosteriorData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { densities, noEffect, measure, scale } = data;
  const [low, high] = [densities.mean[0]?.at ?? 0, densities.mean.at(-1)?.at ?? 1];
  const none = (most: number) => ({ low: 0, high: 1.06 * most, ticks: [] });
  const { isNarrow } = options;
  const most = ticksThatFit(7, isNarrow);
  const effect = plotArea(
    {
      across: axisAsAnalysed(scale, spacing => axisBetween(spacing, low, high, most), most),
      up: none(highest(densities.mean)),
      names: { across: `${measure}${displayScale(scale).axisNote}`, up: '' },
      box: EFFECT,
      narrow: { height: 210 },
    },
    options,
  );
  // On a phone τ stands below the effect.
  const tau = plotArea(
    {
      across: axisAround([0, densities.tau.at(-1)?.at ?? 1], ticksThatFit(5, isNarrow)),
      up: none(highest(densities.tau)),
      names: { across: 'τ', up: '' },
      box: TAU,
      narrow: { above: effect.foot + 14, height: 120 },
    },
    options,
  );
  const solid = { fill: 'none', stroke: palette.diamond, 'stroke-width': 2.2 };
  const stroke = (look: Readonly<Record<string, string | number>>): KeyEntry['sample'] => {
    return (x, y) => `${line(x, y, x + 28, y, look)}\n`;
  };
  const key = plotKey(
    [
      { text: 'Mean effect, credible interval shaded', at: 0, sample: stroke(solid) },
      { text: 'Effect of a new study', at: 300, sample: stroke({ ...solid, 'stroke-dasharray': '6 4' }) },
    ],
    isNarrow ? tau : effect,
    { below: 74 },
  );
  return figure(
    {
      ...plotFrame(tau, { width: tau.right + 8, height: effect.bottom + 82 }, key.height),
      title: `Posterior densities: ${measure}`,
      description: `Of the mean ${measure.toLowerCase()}, of the effect of a new study, and of τ.`,
    },
    palette,
    [
      shaded(densities.mean, data.mean, effect, palette),
      shaded(densities.tau, data.tau, tau, palette),
      noEffect === null || noEffect < low || noEffect > high
        ? ''
        : line(effect.x(noEffect), effect.top, effect.x(noEffect), effect.bottom, { stroke: palette.ink }),
      element('path', { d: pathThrough(outline(densities.predictive, effect)), ...solid, 'stroke-dasharray': '6 4' }),
      element('path', { d: pathThrough(outline(densities.mean, effect)), ...solid }),
      element('path', { d: pathThrough(outline(densities.tau, tau)), ...solid }),
      ...plotAxes(effect, palette),
      ...plotAxes(tau, palette),
      ...key.drawing,
    ],
  );
}
