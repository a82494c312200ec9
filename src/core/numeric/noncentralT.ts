import type { Tails } from '#core/numeric/incompleteGamma';
import { logGamma } from '#core/numeric/logGamma';
import { normalUpper } from '#core/numeric/normalTail';

/**
 * Both tails of the non-central t distribution at x: P(T <= x) is the mean of Phi(x s - ncp) over s, the scale
 * s = sqrt(chi-square/df). The mean is taken over log s by the trapezoidal rule, which converges geometrically for such
 * an integrand; every term is positive, so no tail loses its digits by cancellation.
 * Takes x, df > 0 and the non-centrality. Gives both tails within 1e-9 relative of 40-digit values (1e-10 beyond 1e-100).
 */
export function noncentralTTails(x: number, df: number, ncp: number): Tails {
  if (!(df > 0) || Number.isNaN(x) || Number.isNaN(ncp)) return { lower: Number.NaN, upper: Number.NaN };
  const lower = meanOverScale(df, s => normalUpper(ncp - x * s));
  const upper = meanOverScale(df, s => normalUpper(x * s - ncp));
  return lower < upper ? { lower, upper: upper > 0.5 ? 1 - lower : upper } : { lower: 1 - upper, upper };
}

/** Mean of `value` (0 to 1, smooth and monotone) over the scale distribution with df degrees of freedom. */
function meanOverScale(df: number, value: (scale: number) => number): number {
  const half = df / 2;
  const logConstant = Math.LN2 + half * Math.log(half) - logGamma(half);
  const integrand = (u: number) => {
    const share = value(Math.exp(u));
    return share > 0 ? Math.exp(logConstant + df * u - half * Math.exp(2 * u)) * share : 0;
  };
  // The integrand peaks somewhere between where the scale is likely and where the value lets go: find it on a grid.
  const width = Math.min(0.5, 1 / Math.sqrt(2 * df));
  let peak = 0;
  let highest = integrand(0);
  for (let i = -400; i <= 60; i++) {
    const u = i * Math.max(width, 0.02);
    const height = integrand(u);
    if (height > highest) {
      highest = height;
      peak = u;
    }
  }
  if (highest === 0) return 0;
  let step = width / 4;
  let before = Number.NaN;
  for (let halving = 0; halving < 8; halving++) {
    let sum = 0;
    for (const direction of [1, -1]) {
      for (let i = direction === 1 ? 0 : 1; i < 40_000; i++) {
        const height = integrand(peak + direction * i * step);
        sum += height;
        if (height < highest * 1e-18) break;
      }
    }
    const total = sum * step;
    if (Math.abs(total - before) <= 1e-13 * total) return total;
    before = total;
    step /= 2;
  }
  return before;
}
