import { notEstimable } from '#core/estimable';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import type { PooledStudies } from '#core/synthesis/pooledStudies';
import { poolFixed } from '#core/synthesis/poolFixed';
import { poolGeneralised } from '#core/synthesis/poolGeneralised';
import { poolRandom } from '#core/synthesis/poolRandom';
import type { Effects } from '#core/synthesis/projection';

/**
 * Pools the studies that have an effect, by the model that the choices name. `numbers` are what each of them reported:
 * read by Mantel-Haenszel and Peto. Not estimable: `no-study-with-an-effect`. Agrees with metafor, see the two models.
 */
export function poolStudies(spec: AnalysisSpec, effects: Effects, numbers: readonly StudyNumbers[]): PooledStudies {
  if (effects.yi.length === 0) {
    const none = notEstimable('no-study-with-an-effect');
    return { pooled: none, predictionInterval: none, heterogeneity: none, weightsPercent: [] };
  }
  if (spec.model === 'fixed') return poolFixed(spec, effects, numbers);
  return spec.generalised ? poolGeneralised(spec, spec.generalised, effects, numbers) : poolRandom(spec, effects);
}
