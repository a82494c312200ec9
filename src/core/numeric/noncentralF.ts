import { chiSquareTails, fTails } from '#core/numeric/distributions';
import { incompleteBeta } from '#core/numeric/incompleteBeta';
import { incompleteGamma, type Tails } from '#core/numeric/incompleteGamma';
import { logGamma } from '#core/numeric/logGamma';

/**
 * Both tails of the non-central F distribution; with infinite df2 those of the non-central chi-square of f df1. A Poisson
 * mixture of central tails, summed outward from its most likely term: all terms are positive.
 * Takes f, df1 > 0, df2 > 0 (Infinity allowed) and the non-centrality (sum of squared means) >= 0.
 * Source: Johnson, Kotz and Balakrishnan (1995), Continuous Univariate Distributions 2, chapters 29 and 30.
 */
export function noncentralFTails(f: number, df1: number, df2: number, noncentrality: number): Tails {
  if (noncentrality === 0) return df2 === Number.POSITIVE_INFINITY ? chiSquareTails(f * df1, df1) : fTails(f, df1, df2);
  if (f <= 0) return { lower: 0, upper: 1 };
  const mean = noncentrality / 2;
  const share = (df1 * f) / (df1 * f + df2);
  const rest = df2 / (df1 * f + df2);
  const central = (j: number): Tails =>
    df2 === Number.POSITIVE_INFINITY
      ? incompleteGamma(df1 / 2 + j, (f * df1) / 2)
      : incompleteBeta(df1 / 2 + j, df2 / 2, share, rest);
  const weight = (j: number) => Math.exp(-mean + j * Math.log(mean) - logGamma(j + 1));
  let lower = 0;
  let upper = 0;
  const add = (j: number): boolean => {
    const w = weight(j);
    const tails = central(j);
    lower += w * tails.lower;
    upper += w * tails.upper;
    return w > 1e-18;
  };
  const mode = Math.floor(mean);
  for (let j = mode; add(j); j++);
  for (let j = mode - 1; j >= 0 && add(j); j--);
  return { lower, upper };
}
