/**
 * The root of f between low and high, where it changes sign, by Brent's method: as safe as bisection and quicker.
 * Gives NaN when both ends have the same sign. Exact to rounding, or to `tolerance` in x when given.
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
 */
export function rootBetween(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0) && !(Math.sign(fa) * Math.sign(fb) < 0)) return Number.NaN;
  let c = a;
  let fc = fa;
  let step = b - a;
  let before = step;
  for (let i = 0; i < 500; i++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const slack = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= slack || fb === 0) return b;
    if (Math.abs(before) >= slack && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = 2 * half * s;
        q = 1 - s;
      } else {
        const r = fb / fc;
        const t = fa / fc;
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (2 * p < Math.min(3 * half * q - Math.abs(slack * q), Math.abs(before * q))) {
        before = step;
        step = p / q;
      } else {
        step = half;
        before = half;
      }
    } else {
      step = half;
      before = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > slack ? step : Math.sign(half) * Math.max(slack, Number.MIN_VALUE);
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      before = step;
    }
  }
  return b;
}

/**
 * The root of a function that is positive at 0 and falls, for x > 0: the bracket grows from `scale` by doubling.
 * Gives Infinity when the function has not fallen to zero by 2^1000 times the scale.
 */
export function rootOfFalling(f: (x: number) => number, scale: number, tolerance = 0): number {
  let low = 0;
  let high = scale;
  for (let doubling = 0; doubling < 1000; doubling++) {
    const value = f(high);
    if (value === 0) return high;
    if (value < 0) return rootBetween(f, low, high, tolerance);
    low = high;
    high *= 2;
    if (!Number.isFinite(high)) break;
  }
  return Number.POSITIVE_INFINITY;
}
