import { normalTwoSided, tTwoSided } from '#core/numeric/distributions';

/** An estimate whose p-value is asked for at every true effect. Degrees of freedom null: normal. */
export interface TestedEstimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number | null;
}

/**
 * The two-sided p-value of an estimate against a true effect other than zero: 1 at the estimate, 0.05 at the bounds of
 * its 95 % interval. Scale: the effect on the analysis scale, p a probability. Takes a positive standard error
 * (RangeError otherwise). Source: Rücker and Schwarzer (2021), doi:10.1002/jrsm.1410.
 */
export function pValueAt({ estimate, standardError, df }: TestedEstimate, trueEffect: number): number {
  if (!(standardError > 0)) throw new RangeError(`pValueAt: a standard error of ${standardError} tests nothing`);
  const statistic = (estimate - trueEffect) / standardError;
  return df === null ? normalTwoSided(statistic) : tTwoSided(statistic, df);
}
