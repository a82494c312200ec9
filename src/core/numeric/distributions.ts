import { incompleteBeta, logBetaPrefix } from '#core/numeric/incompleteBeta';
import { gammaDensity, incompleteGamma, type Tails } from '#core/numeric/incompleteGamma';
import { devianceTerm, logBeta, stirlingError } from '#core/numeric/logGamma';
import { millsRatio, normalCentre, normalDensity, normalUpper } from '#core/numeric/normalTail';
import { solveTail } from '#core/numeric/solveTail';

/**
 * The distributions of statistics: both tails directly, and their quantiles. Every function agrees with correctly
 * rounded 40-digit values within 1e-12 relative (1e-10 beyond p = 1e-100), in either tail. Outside its range of
 * definition a function gives NaN.
 */

/** P(Z > z), standard normal. */
export function normalUpperTail(z: number): number {
  return normalUpper(z);
}

/** P(Z <= z), standard normal. */
export function normalLowerTail(z: number): number {
  return normalUpper(-z);
}

/** P(|Z| >= |z|), standard normal. */
export function normalTwoSided(z: number): number {
  return 2 * normalUpper(Math.abs(z));
}

/** The z with P(Z <= z) = p, or P(Z > z) = p when `lowerTail` is false. */
export function normalQuantile(p: number, lowerTail = true): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const sign = lowerTail === p < 0.5 ? -1 : 1;
  const tail = p < 0.5 ? p : 1 - p;
  if (tail === 0) return sign * Number.POSITIVE_INFINITY;
  if (tail === 0.5) return 0;
  return sign * upperNormalQuantile(tail);
}

/** z > 0 with P(Z > z) = tail < 1/2: Newton's method on the centre near 0, on the logarithm of the tail further out. */
function upperNormalQuantile(tail: number): number {
  if (tail > 0.25) {
    const centre = 0.5 - tail;
    let z = centre * 2.6;
    for (let step = 0; step < 60; step++) {
      const change = (normalCentre(z) - centre) / normalDensity(z);
      z -= change;
      if (Math.abs(change) < 1e-16 * z) break;
    }
    return z;
  }
  const target = Math.log(tail);
  let z = Math.sqrt(-2 * target);
  for (let step = 0; step < 60; step++) {
    const upper = normalUpper(z);
    const change = (Math.log(upper) - target) * (z >= 2.5 ? millsRatio(z) : upper / normalDensity(z));
    z += change;
    if (Math.abs(change) < 1e-15 * z) break;
  }
  return z;
}

/** Both tails of the chi-square distribution. */
export function chiSquareTails(x: number, df: number): Tails {
  return incompleteGamma(df / 2, x / 2);
}

/** P(X > x), chi-square with df degrees of freedom: the p-value of Q. */
export function chiSquareUpperTail(x: number, df: number): number {
  return chiSquareTails(x, df).upper;
}

export function chiSquareQuantile(p: number, df: number, lowerTail = true): number {
  if (!(df > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 1) === lowerTail ? Number.POSITIVE_INFINITY : 0;
  const shape = df / 2;
  const u = solveTail(
    {
      tails: at => incompleteGamma(shape, Math.exp(at)),
      density: at => gammaDensity(shape, Math.exp(at)) * Math.exp(at),
    },
    p,
    lowerTail,
    Math.log(shape),
  );
  return 2 * polishGamma(shape, Math.exp(u), p, lowerTail);
}

/** One Newton step in x itself: the logarithm of a very small x has too few digits left for its fraction. */
function polishGamma(shape: number, x: number, p: number, lowerTail: boolean): number {
  const { lower, upper } = incompleteGamma(shape, x);
  const useLower = p <= 0.5 ? lowerTail : !lowerTail;
  const target = p <= 0.5 ? p : 1 - p;
  const tail = useLower ? lower : upper;
  const step = ((useLower ? 1 : -1) * (tail - target)) / gammaDensity(shape, x);
  return Number.isFinite(step) && Math.abs(step) < 1e-8 * x ? x - step : x;
}

/** Both tails of the beta distribution at x. */
export function betaTails(x: number, a: number, b: number): Tails {
  return incompleteBeta(a, b, x, 1 - x);
}

/** The odds x/(1 - x) of the beta quantile: exact near 0 and near 1 alike. */
function betaQuantileOdds(p: number, a: number, b: number, lowerTail: boolean): number {
  const share = (u: number) => (u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u)));
  const tails = (u: number) => incompleteBeta(a, b, share(u), share(-u));
  const density = (u: number) => Math.exp(logBetaPrefix(a, b, share(u), share(-u)));
  const u = solveTail({ tails, density }, p, lowerTail, Math.log(a / b));
  const odds = Math.exp(u);
  const useLower = p <= 0.5 ? lowerTail : !lowerTail;
  const target = p <= 0.5 ? p : 1 - p;
  const at = incompleteBeta(a, b, odds / (1 + odds), 1 / (1 + odds));
  const slope = Math.exp(logBetaPrefix(a, b, odds / (1 + odds), 1 / (1 + odds)));
  const step = ((useLower ? 1 : -1) * ((useLower ? at.lower : at.upper) - target)) / slope;
  return Number.isFinite(step) && Math.abs(step) < 1e-8 ? odds * (1 - step) : odds;
}

export function betaQuantile(p: number, a: number, b: number, lowerTail = true): number {
  if (!(a > 0 && b > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 1) === lowerTail ? 1 : 0;
  const odds = betaQuantileOdds(p, a, b, lowerTail);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

/** Both tails of the F distribution. */
export function fTails(f: number, df1: number, df2: number): Tails {
  if (f <= 0) return { lower: 0, upper: 1 };
  if (f === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareTails(f * df1, df1);
  const total = df1 * f + df2;
  return incompleteBeta(df1 / 2, df2 / 2, (df1 * f) / total, df2 / total);
}

export function fUpperTail(f: number, df1: number, df2: number): number {
  return fTails(f, df1, df2).upper;
}

export function fQuantile(p: number, df1: number, df2: number, lowerTail = true): number {
  if (!(df1 > 0 && df2 > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 1) === lowerTail ? Number.POSITIVE_INFINITY : 0;
  return (df2 / df1) * betaQuantileOdds(p, df1 / 2, df2 / 2, lowerTail);
}

/** P(|T| >= |t|), Student's t. */
export function tTwoSided(t: number, df: number): number {
  return fTails(t * t, 1, df).upper;
}

/** P(T > t), Student's t. */
export function tUpperTail(t: number, df: number): number {
  const { lower, upper } = fTails(t * t, 1, df);
  return t >= 0 ? upper / 2 : 0.5 + lower / 2;
}

export function tLowerTail(t: number, df: number): number {
  return tUpperTail(-t, df);
}

export function tQuantile(p: number, df: number, lowerTail = true): number {
  if (!(df > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, lowerTail);
  const sign = lowerTail === p < 0.5 ? -1 : 1;
  const tail = p < 0.5 ? p : 1 - p;
  if (tail === 0) return sign * Number.POSITIVE_INFINITY;
  if (tail === 0.5) return 0;
  // The odds themselves may overflow for one degree of freedom, their square root does not.
  const odds =
    tail > 0.25 ? betaQuantileOdds(1 - 2 * tail, 0.5, df / 2, true) : 1 / betaQuantileOdds(2 * tail, df / 2, 0.5, true);
  if (odds === Number.POSITIVE_INFINITY) return sign * farTQuantile(tail, df);
  return sign * Math.sqrt(df) * Math.sqrt(odds);
}

/** Where t squared overflows, the tail is a pure power: P(T > t) = df^(df/2) t^-df / (df Beta(df/2, 1/2)). */
function farTQuantile(tail: number, df: number): number {
  const logConstant = (df / 2 - 1) * Math.log(df) - logBeta(df / 2, 0.5);
  return Math.exp((logConstant - Math.log(tail)) / df);
}

/** P(X = k), binomial with n trials and probability p. */
export function binomialProbability(k: number, n: number, p: number): number {
  if (k < 0 || k > n || !Number.isInteger(k)) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (n === 0) return 1;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const logProbability =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    devianceTerm(k, n * p) -
    devianceTerm(n - k, n * (1 - p));
  return Math.exp(logProbability) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** P(X <= k) and P(X > k), binomial. */
export function binomialTails(k: number, n: number, p: number): Tails {
  const whole = Math.floor(k);
  if (whole < 0) return { lower: 0, upper: 1 };
  if (whole >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteBeta(whole + 1, n - whole, p, 1 - p);
  return { lower: upper, upper: lower };
}

/** The smallest k with P(X <= k) >= p (or P(X > k) <= p when `lowerTail` is false), binomial. */
export function binomialQuantile(p: number, n: number, probability: number, lowerTail = true): number {
  const reached = (k: number) => {
    const { lower, upper } = binomialTails(k, n, probability);
    const slack = 4 * Number.EPSILON;
    return lowerTail ? lower >= p * (1 - slack) : upper <= p * (1 + slack);
  };
  let low = -1;
  let high = n;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
