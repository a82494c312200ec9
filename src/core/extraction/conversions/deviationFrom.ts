import { normalQuantile, tQuantile } from '#core/numeric/distributions';

/** Which distribution the report's interval was made with: t in small groups, normal in large ones. */
export type IntervalDistribution = 't' | 'z';

export interface DeviationOfMean {
  readonly quantile: number;
  readonly standardError: number;
  readonly deviation: number;
}

export interface DeviationOfDifference {
  readonly standardError: number;
  readonly deviation: number;
}

const quantileFor = (percentConfidence: number, distribution: IntervalDistribution, df: number) =>
  distribution === 't' ? tQuantile(0.5 + percentConfidence / 200, df) : normalQuantile(0.5 + percentConfidence / 200);

/** Standard deviation of a group from the standard error of its mean. Source: Cochrane Handbook 6.5, section 6.5.2.2. */
export function deviationFromError(standardError: number, persons: number): number {
  return standardError * Math.sqrt(persons);
}

/**
 * Standard deviation of a group from the confidence interval of its mean (t with n - 1 degrees of freedom, or normal).
 * Source: Cochrane Handbook 6.5, section 6.5.2.2.
 */
export function deviationFromInterval(
  lower: number,
  upper: number,
  persons: number,
  percentConfidence: number,
  distribution: IntervalDistribution,
): DeviationOfMean {
  const quantile = quantileFor(percentConfidence, distribution, persons - 1);
  const standardError = (upper - lower) / (2 * quantile);
  return { quantile, standardError, deviation: deviationFromError(standardError, persons) };
}

/** Common standard deviation of two groups from the standard error of their difference. Handbook 6.5, section 6.5.2.3. */
export function deviationFromDifferenceError(
  standardError: number,
  persons1: number,
  persons2: number,
): DeviationOfDifference {
  return { standardError, deviation: standardError / Math.sqrt(1 / persons1 + 1 / persons2) };
}

/** The same from the confidence interval of the difference (t with n1 + n2 - 2 degrees of freedom, or normal). */
export function deviationFromDifferenceInterval(
  lower: number,
  upper: number,
  persons1: number,
  persons2: number,
  percentConfidence: number,
  distribution: IntervalDistribution,
): DeviationOfDifference {
  const quantile = quantileFor(percentConfidence, distribution, persons1 + persons2 - 2);
  return deviationFromDifferenceError((upper - lower) / (2 * quantile), persons1, persons2);
}

/** The same from the difference and its t statistic: either may be negative. */
export function deviationFromT(
  difference: number,
  t: number,
  persons1: number,
  persons2: number,
): DeviationOfDifference {
  return deviationFromDifferenceError(Math.abs(difference / t), persons1, persons2);
}

/** The same from the difference and its two-sided p-value by a t test; also gives that t. */
export function deviationFromP(
  difference: number,
  p: number,
  persons1: number,
  persons2: number,
): DeviationOfDifference & { readonly t: number } {
  const t = tQuantile(p / 2, persons1 + persons2 - 2, false);
  return { t, ...deviationFromT(difference, t, persons1, persons2) };
}

/** The same from the difference and the F statistic of two groups, the square of t. */
export function deviationFromF(
  difference: number,
  f: number,
  persons1: number,
  persons2: number,
): DeviationOfDifference & { readonly t: number } {
  const t = Math.sqrt(f);
  return { t, ...deviationFromT(difference, t, persons1, persons2) };
}
