/**
 * Where a function of one variable is least between two bounds: a grid finds the valley, Brent's method (golden section
 * with parabolas) its floor. Takes bounds and the number of grid cells; a value that is not finite counts as infinitely
 * high. Gives the place within about 1e-9 relative, as far as a flat floor lets it be told.
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 5.
 */
export function minimumBetween(f: (x: number) => number, low: number, high: number, cells = 64): number {
  const safe = (x: number) => {
    const value = f(x);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const place = (i: number) => low + ((high - low) * i) / cells;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= cells; i++) {
    const value = safe(place(i));
    if (value < least) {
      least = value;
      best = i;
    }
  }
  return floorOf(safe, place(Math.max(0, best - 1)), place(Math.min(cells, best + 1)));
}

const GOLDEN = (3 - Math.sqrt(5)) / 2;

function floorOf(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let x = a + GOLDEN * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let step = 0;
  let before = 0;
  for (let round = 0; round < 200; round++) {
    const middle = (a + b) / 2;
    const slack = 1e-9 * Math.abs(x) + 1e-12;
    if (Math.abs(x - middle) <= 2 * slack - (b - a) / 2) break;
    let p = 0;
    let q = 0;
    if (Math.abs(before) > slack) {
      const r = (x - w) * (fx - fv);
      q = (x - v) * (fx - fw);
      p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
    }
    const isInside = p > q * (a - x) && p < q * (b - x);
    if (q !== 0 && isInside && Math.abs(p) < Math.abs(0.5 * q * before)) {
      before = step;
      step = p / q;
    } else {
      before = (x < middle ? b : a) - x;
      step = GOLDEN * before;
    }
    const u = x + (Math.abs(step) >= slack ? step : Math.sign(step || 1) * slack);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return x;
}
