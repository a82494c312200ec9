import { axisBetween } from '#core/reporting/axis';
import { axisAsAnalysed } from '#core/reporting/axisAsAnalysed';
import { displayScale, type ScaleName } from '#core/reporting/displayScale';
import { type FigureOptions, figure } from '#core/reporting/figure';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { axisAround, type PlotArea, pathThrough, plotArea, plotAxes } from '#core/reporting/plotArea';
import { element, line, words } from '#core/reporting/svg';
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
  const effect = plotArea(
    EFFECT,
    axisAsAnalysed(scale, spacing => axisBetween(spacing, low, high)),
    none(highest(densities.mean)),
  );
  const tau = plotArea(TAU, axisAround([0, densities.tau.at(-1)?.at ?? 1], 5), none(highest(densities.tau)));
  const solid = { fill: 'none', stroke: palette.diamond, 'stroke-width': 2.2 };
  const keyY = effect.bottom + 74;
  return figure(
    {
      width: tau.right + 8,
      height: effect.bottom + 82,
      margin: 32,
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
      ...plotAxes(effect, { across: `${measure}${displayScale(scale).axisNote}`, up: '' }, palette),
      ...plotAxes(tau, { across: 'τ', up: '' }, palette),
      line(effect.left, keyY, effect.left + 28, keyY, solid),
      words('Mean effect, credible interval shaded', effect.left + 36, keyY + 4.5, { 'font-size': 12.5 }),
      line(effect.left + 300, keyY, effect.left + 328, keyY, { ...solid, 'stroke-dasharray': '6 4' }),
      words('Effect of a new study', effect.left + 336, keyY + 4.5, { 'font-size': 12.5 }),
    ],
  );
}
