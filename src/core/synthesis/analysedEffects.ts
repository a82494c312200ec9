import type { Analysis } from '#core/synthesis/analyse';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { ModelOptions } from '#core/synthesis/fitModel';
import { TEST_OF } from '#core/synthesis/poolRandom';

export interface AnalysedEffects {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  /** Which study each effect belongs to. */
  readonly studies: readonly { readonly studyId: string; readonly label: string }[];
}

/** The effects that are in the pooled estimate, as the further analyses take them; on the analysis scale. */
export function analysedEffects({ studies }: Pick<Analysis, 'studies'>): AnalysedEffects {
  const kept = studies.flatMap(({ effect, studyId, label }) =>
    effect.estimable ? [{ ...effect.value, studyId, label }] : [],
  );
  return {
    yi: kept.map(({ yi }) => yi),
    vi: kept.map(({ vi }) => vi),
    studies: kept.map(({ studyId, label }) => ({ studyId, label })),
  };
}

/**
 * The model that further analyses fit for the choices of an analysis: one effect by inverse variance where it is fixed
 * (they need a model of effects and variances, which Mantel-Haenszel and Peto aren't), else the same random effects.
 */
export function modelOptionsOf(spec: Pick<AnalysisSpec, 'model' | 'tauSquared' | 'interval' | 'level'>): ModelOptions {
  const isFixed = spec.model === 'fixed';
  return {
    method: isFixed ? 'EE' : spec.tauSquared,
    test: isFixed ? 'z' : TEST_OF[spec.interval],
    level: spec.level,
  };
}
