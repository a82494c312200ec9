import { normalTwoSided } from '#core/numeric/distributions';
import { fitModel } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';

export interface RankCorrelation {
  /** Kendall's tau (b). */
  readonly tau: number;
  /** Concordant less discordant pairs. */
  readonly s: number;
  /** Variance of s without association, corrected for ties. */
  readonly variance: number;
  readonly varianceWithoutTies: number;
  readonly z: number;
  readonly p: number;
  /** With continuity correction. */
  readonly zCorrected: number;
  readonly pCorrected: number;
  /** Exact p, where no ties forbid it; the normal one otherwise. */
  readonly pExact: number;
}

/** Sizes of the groups of equal values. */
function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter(count => count > 1);
}

/** P(at most `inversions` discordant pairs) in a random order of n, by the recurrence of inversion counts. */
function inversionTail(inversions: number, n: number): number {
  let chances = [1];
  for (let m = 2; m <= n; m++) {
    const length = Math.min(inversions, (m * (m - 1)) / 2) + 1;
    const next = new Array<number>(length).fill(0);
    let window = 0;
    for (let i = 0; i < length; i++) {
      window += chances[i] ?? 0;
      if (i >= m) window -= chances[i - m] ?? 0;
      next[i] = window / m;
    }
    chances = next;
  }
  return Math.min(
    1,
    chances.reduce((a, b) => a + b, 0),
  );
}

/**
 * Begg and Mazumdar's rank correlation between standardised effects and variances: a test of funnel asymmetry.
 * Source: Begg and Mazumdar (1994), doi:10.2307/2533446. Agrees with metafor 3.8-1 ranktest within 1e-9.
 */
export function rankCorrelation(effects: Effects): RankCorrelation {
  const { yi, vi } = effects;
  const k = yi.length;
  const centre = fitModel(effects, { method: 'EE', test: 'z' }).coefficients[0] ?? Number.NaN;
  const pooledVariance = 1 / vi.reduce((total, v) => total + 1 / v, 0);
  const x = yi.map((y, i) => (y - centre) / Math.sqrt((vi[i] ?? Number.NaN) - pooledVariance));
  let s = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < i; j++) s += Math.sign((x[i] ?? 0) - (x[j] ?? 0)) * Math.sign((vi[i] ?? 0) - (vi[j] ?? 0));
  const ties = [tieSizes(x), tieSizes(vi)] as const;
  const pairs = (k * (k - 1)) / 2;
  const each = (sizes: readonly number[], value: (t: number) => number) =>
    sizes.reduce((total, t) => total + value(t), 0);
  const tied = ties.map(sizes => each(sizes, t => (t * (t - 1)) / 2));
  const both = (value: (t: number) => number) => each(ties[0], value) * each(ties[1], value);
  const plain = k * (k - 1) * (2 * k + 5);
  const variance =
    (plain - each(ties[0], t => t * (t - 1) * (2 * t + 5)) - each(ties[1], t => t * (t - 1) * (2 * t + 5))) / 18 +
    both(t => t * (t - 1)) / (2 * k * (k - 1)) +
    (k > 2 ? both(t => t * (t - 1) * (t - 2)) / (9 * k * (k - 1) * (k - 2)) : 0);
  const z = s / Math.sqrt(variance);
  const zCorrected = (Math.sign(s) * (Math.abs(s) - 1)) / Math.sqrt(variance);
  const hasTies = ties.some(sizes => sizes.length > 0);
  return {
    tau: s / Math.sqrt((pairs - (tied[0] ?? 0)) * (pairs - (tied[1] ?? 0))),
    s,
    variance,
    varianceWithoutTies: plain / 18,
    z,
    p: normalTwoSided(z),
    zCorrected,
    pCorrected: normalTwoSided(zCorrected),
    pExact: hasTies ? normalTwoSided(z) : Math.min(1, 2 * inversionTail((pairs - Math.abs(s)) / 2, k)),
  };
}
