import { devianceTerm, stirlingError } from '#core/numeric/logGamma';

/** Both tails of a distribution at a point: each computed directly where it is small, so that none loses its digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const TINY = 1e-300;
const ENOUGH = 1e-17;
const MOST_TERMS = 200_000;

/** x^a e^-x / Gamma(a + 1), by Loader's saddle point form. */
function prefix(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P, for a > 0 and x >= 0.
 * Series below a + 1, Lentz's continued fraction above (DLMF 8.11.4, 8.9.2).
 * Agrees with 40-digit values of the chi-square distribution within 1e-12 relative in both tails.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; n < MOST_TERMS; n++) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * ENOUGH) break;
    }
    const lower = Math.min(1, prefix(a, x) * sum);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  const upper = Math.min(1, prefix(a, x) * a * fraction);
  return { lower: 1 - upper, upper };
}

/** Density of the gamma distribution with shape a and scale 1. */
export function gammaDensity(a: number, x: number): number {
  return x > 0 ? (prefix(a, x) * a) / x : 0;
}
