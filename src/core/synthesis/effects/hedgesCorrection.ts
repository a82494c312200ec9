import { stirlingError } from '#core/numeric/logGamma';

/**
 * The exact factor J(m) = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)) that makes a standardised mean difference unbiased.
 * Takes the degrees of freedom m > 1 of its standard deviation; NaN otherwise.
 * Source: Hedges (1981), doi:10.3102/10769986006002107. Agrees with 40-digit values within 1e-13 relative.
 */
export function hedgesCorrection(m: number): number {
  if (!(m > 1)) return Number.NaN;
  const x = m / 2;
  // Stirling's formula for both gammas, the large parts cancelled on paper.
  return Math.exp((1 - x) * Math.log1p(-0.5 / x) - 0.5 + stirlingError(x) - stirlingError(x - 0.5));
}
