import { normalQuantile, normalTwoSided } from '#core/numeric/distributions';

/** A pooled common effect, on the analysis scale (log for ratios). */
export interface FixedPool {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  /** Studies that are in the sums. */
  readonly k: number;
}

export function normalPool(estimate: number, standardError: number, k: number, level: number): FixedPool {
  const margin = normalQuantile(0.5 + level / 200) * standardError;
  const statistic = estimate / standardError;
  return {
    estimate,
    standardError,
    statistic,
    p: normalTwoSided(statistic),
    lower: estimate - margin,
    upper: estimate + margin,
    k,
  };
}
