import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Interval } from '#core/synthesis/predictionInterval';
import type { TauSquaredInterval } from '#core/synthesis/tauSquaredInterval';

/** The pooled effect on the analysis scale. */
export interface Pooled extends Interval {
  readonly estimate: number;
  readonly standardError: number;
  /** Null where the standard error is zero. */
  readonly statistic: number | null;
  /** Degrees of freedom of t; null for the normal distribution. */
  readonly df: number | null;
  readonly p: number;
}

export interface HeterogeneitySummary {
  /** Cochran's Q: a test, not a measure. */
  readonly q: number;
  readonly df: number;
  readonly p: number;
  readonly iSquaredPercent: number;
  readonly hSquared: number;
  /** Null in fixed models. */
  readonly tauSquared: number | null;
  readonly tau: number | null;
  readonly tauSquaredError: number | null;
  /** Q-profile limits at the level of the analysis. */
  readonly tauSquaredInterval: TauSquaredInterval | null;
}

/** How the search for a model's best fit went: its rounds, and whether it ended there or was given up. */
export interface FitSearch {
  readonly iterations: number;
  readonly converged: boolean;
}

export interface PooledStudies {
  readonly pooled: Estimable<Pooled>;
  readonly predictionInterval: Estimable<Interval>;
  readonly heterogeneity: Estimable<HeterogeneitySummary>;
  /** One share for each study given, adding up to 100. */
  readonly weightsPercent: readonly number[];
  /** Of a mixed model of counts. */
  readonly search?: FitSearch;
}

/** Null for a number that JSON cannot carry. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map(weight => (total > 0 ? (100 * weight) / total : 0));
}

/** Heterogeneity from a Q around a common effect. */
export function fromQ(q: number, df: number, p: number): Estimable<HeterogeneitySummary> {
  if (df < 1) return notEstimable('one-study-only');
  return estimable({
    q,
    df,
    p,
    iSquaredPercent: q > 0 ? Math.max(0, (100 * (q - df)) / q) : 0,
    hSquared: q / df,
    tauSquared: null,
    tau: null,
    tauSquaredError: null,
    tauSquaredInterval: null,
  });
}
