import type { DrawnAnalysis } from '#core/reporting/forestOfAnalysis';
import type { FunnelData } from '#core/reporting/funnelFigure';
import { MEASURE_WORDS, type MeasureWords } from '#core/reporting/measureWords';

/** The funnel plot of an analysis, as data. Studies without an effect have no place on it. */
export function funnelOfAnalysis(
  { spec, studies, pooled }: Pick<DrawnAnalysis, 'spec' | 'studies' | 'pooled'>,
  words: Partial<MeasureWords> = {},
): FunnelData {
  const measure = { ...MEASURE_WORDS[spec.measure], ...words };
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
