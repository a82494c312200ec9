import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { DrawnAnalysis } from '#core/reporting/forestOfAnalysis';
import type { FunnelData } from '#core/reporting/funnelFigure';
import { measureOfAnalysis } from '#core/reporting/measureOfAnalysis';
import type { MeasureWords } from '#core/reporting/measureWords';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { limitMeta } from '#core/synthesis/smallStudy/limitMeta';
import { type FillEstimator, trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';

/** The funnel plot of an analysis, as data. Studies without an effect have no place on it. */
export function funnelOfAnalysis(
  { spec, studies, pooled }: Pick<DrawnAnalysis, 'spec' | 'studies' | 'pooled'>,
  words: Partial<MeasureWords> = {},
): FunnelData {
  const measure = { ...measureOfAnalysis({ spec, studies }), ...words };
  return {
    measure: measure.title,
    scale: measure.scale,
    noEffect: measure.noEffect,
    pooled: pooled.estimable ? pooled.value.estimate : null,
    standardErrorOf: measure.analysed,
    points: studies.flatMap(({ studyId, label, effect }) =>
      effect.estimable
        ? [{ studyId, label, estimate: effect.value.yi, standardError: effect.value.standardError }]
        : [],
    ),
  };
}

/** The funnel with the studies that trim and fill puts in, and the effect with them. Needs three studies. */
export function funnelOfTrimAndFill(
  analysis: DrawnAnalysis,
  estimator: FillEstimator = 'L0',
  words: Partial<MeasureWords> = {},
): Estimable<FunnelData> {
  const effects = analysedEffects(analysis);
  if (effects.yi.length < 3) return notEstimable('too-few-studies');
  const { filled, fit } = trimAndFill(effects, modelOptionsOf(analysis.spec).method, estimator);
  const [adjusted] = fit.coefficients;
  return estimable({
    ...funnelOfAnalysis(analysis, words),
    filled: filled.yi.map((estimate, place) => ({ estimate, standardError: Math.sqrt(filled.vi[place] ?? 0) })),
    ...(adjusted === undefined ? {} : { adjusted, adjustedName: 'Effect with the filled-in studies' }),
  });
}

/**
 * The funnel of a limit meta-analysis: the effect expected at each standard error, and of an infinitely large study. Needs
 * three studies of different size.
 */
export function funnelOfLimitMeta(analysis: DrawnAnalysis, words: Partial<MeasureWords> = {}): Estimable<FunnelData> {
  const effects = analysedEffects(analysis);
  if (effects.yi.length < 3) return notEstimable('too-few-studies');
  if (new Set(effects.vi).size < 2) return notEstimable('one-precision-only');
  const { alpha, beta, tauSquared, expectation } = limitMeta(effects, modelOptionsOf(analysis.spec).method);
  const largest = Math.sqrt(Math.max(...effects.vi));
  return estimable({
    ...funnelOfAnalysis(analysis, words),
    curve: Array.from({ length: 61 }, (_, step) => {
      const standardError = (step / 60) * largest;
      return { standardError, estimate: beta + alpha * Math.sqrt(standardError ** 2 + tauSquared) };
    }),
    adjusted: expectation.estimate,
    adjustedName: 'Effect of an infinitely large study',
  });
}
