import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { normalQuantile, tQuantile } from '#core/numeric/distributions';

/** The distribution whose quantile spans a prediction interval. */
export const PREDICTION_INTERVALS = ['t-k-1', 't-k-2', 'normal'] as const;
export type PredictionInterval = (typeof PREDICTION_INTERVALS)[number];

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Where the true effect of a new study may lie: estimate +- q sqrt(se^2 + tau^2), on the analysis scale. `level` in
 * percent. Not estimable (`too-few-studies`) when t has no degree of freedom left.
 * Sources: Higgins, Thompson, Spiegelhalter (2009), doi:10.1111/j.1467-985X.2008.00552.x (t with k - 2);
 * Veroniki et al. (2019), doi:10.1002/jrsm.1345 (k - 1). Agrees with metafor 3.8-1 within 1e-9.
 */
export function predictionInterval(
  pooled: {
    readonly estimate: number;
    readonly standardError: number;
    readonly tauSquared: number;
    readonly k: number;
  },
  kind: PredictionInterval,
  level = 95,
): Estimable<Interval> {
  const df = kind === 'normal' ? Number.POSITIVE_INFINITY : pooled.k - (kind === 't-k-1' ? 1 : 2);
  if (df < 1) return notEstimable('too-few-studies');
  const q = kind === 'normal' ? normalQuantile(0.5 + level / 200) : tQuantile(0.5 + level / 200, df);
  const margin = q * Math.sqrt(pooled.standardError ** 2 + pooled.tauSquared);
  return estimable({ lower: pooled.estimate - margin, upper: pooled.estimate + margin });
}
