/** Euler's constant. */
const EULER = 0.5772156649015329;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** Riemann's zeta(n) - 1 by direct summation to 12 and Euler and Maclaurin's tail; exact to rounding for n >= 2. */
function zetaLessOne(n: number): number {
  const last = 12;
  let tail = last ** (1 - n) / (n - 1) + last ** -n / 2;
  let derivative = n * last ** (-n - 1);
  for (const [j, bernoulli] of [
    1 / 12,
    -1 / 720,
    1 / 30240,
    -1 / 1209600,
    1 / 47900160,
    -5.2841901386874932e-10,
  ].entries()) {
    tail += bernoulli * derivative;
    derivative *= (n + 2 * j + 1) * (n + 2 * j + 2) * last ** -2;
  }
  let sum = tail;
  for (let k = last - 1; k >= 2; k--) sum += k ** -n;
  return sum;
}

const ZETA_TERMS = Array.from({ length: 30 }, (_, i) => (((i + 2) % 2 === 0 ? 1 : -1) * zetaLessOne(i + 2)) / (i + 2));

/** log Gamma(2 + z) for |z| <= 1/2 by its Taylor series: exact relative to itself also where it passes through zero. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA_TERMS.length - 1; i >= 0; i--) sum = (sum + (ZETA_TERMS[i] ?? 0)) * z;
  return (sum + (1 - EULER)) * z;
}

/** Tail of Stirling's series, log Gamma(x) - ((x - 1/2) log x - x + log sqrt(2 pi)), for x >= 10. */
function stirlingTail(x: number): number {
  const square = 1 / (x * x);
  return (
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156)))))) /
    x
  );
}

/**
 * Natural logarithm of the gamma function, for x > 0.
 * Not a number when x is not positive. Stirling's series from 10, Taylor's around 2 below (DLMF 5.7.3, 5.11.1).
 * Agrees with 40-digit values within 1e-13 relative, also next to its zeros at 1 and 2.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingTail(x);
  if (x < 0.5) return logGammaNearTwo(x) - Math.log(x) - Math.log1p(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaNearTwo(rest - 2);
}

/**
 * log n! - log(sqrt(2 pi n) (n/e)^n) for real n > 0: what Stirling's formula lacks. Loader (2000) builds binomial and
 * Poisson probabilities from it without cancellation.
 */
export function stirlingError(n: number): number {
  let shift = 0;
  let at = n;
  while (at < 10) {
    shift += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  return shift + stirlingTail(at);
}

/**
 * Loader's deviance x log(x/m) + m - x, without cancellation when x is close to m. Both positive. `difference` is
 * x - m, given when the caller knows it better than by subtraction.
 */
export function devianceTerm(x: number, m: number, difference = x - m): number {
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const ratio = difference / (x + m);
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let j = 3; j < 2000; j += 2) {
    term *= ratio * ratio;
    const next = sum + term / j;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** log Beta(a, b), for positive a and b. */
export function logBeta(a: number, b: number): number {
  const total = a + b;
  if (Math.min(a, b) < 5) return logGamma(a) + logGamma(b) - logGamma(total);
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log((a * b) / total) +
    stirlingError(a) +
    stirlingError(b) -
    stirlingError(total) +
    a * Math.log(a / total) +
    b * Math.log(b / total)
  );
}
