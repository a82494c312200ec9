import type { Tails } from '#core/numeric/incompleteGamma';

/** A distribution seen along a coordinate u that runs over the whole line (log of a positive x, log-odds of a share). */
export interface AlongLine {
  readonly tails: (u: number) => Tails;
  /** Density with respect to u. */
  readonly density: (u: number) => number;
}

/**
 * The u whose lower (or upper) tail is p, by Newton steps on the logarithm of the tail inside a shrinking bracket.
 * Works on whichever tail is smaller, so that 1e-300 and 1 - 1e-16 are solved to full precision. p strictly inside 0..1.
 */
export function solveTail(along: AlongLine, p: number, lowerTail: boolean, start: number): number {
  const useLower = p <= 0.5 ? lowerTail : !lowerTail;
  const target = p <= 0.5 ? p : 1 - p;
  const logTarget = Math.log(target);
  const sign = useLower ? 1 : -1;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let u = start;
  let reach = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 400; step++) {
    const { lower, upper } = along.tails(u);
    const tail = useLower ? lower : upper;
    // Positive gap: u lies above the solution.
    const ratio = tail / target;
    const gap = sign * (Math.abs(ratio - 1) < 0.1 ? Math.log1p((tail - target) / target) : Math.log(tail) - logTarget);
    if (gap === 0) return u;
    if (gap > 0) high = Math.min(high, u);
    else low = Math.max(low, u);
    const slope = along.density(u) / tail;
    let next = u - gap / slope;
    const newton = Math.abs(next - u);
    if (newton <= 4e-16 * Math.max(1e-8, Math.abs(u))) return next;
    if (!(next > low && next < high)) {
      if (low === Number.NEGATIVE_INFINITY) next = u - reach;
      else if (high === Number.POSITIVE_INFINITY) next = u + reach;
      else next = (low + high) / 2;
      reach *= 2;
    }
    // Rounding in the tail makes the last Newton steps wander without getting shorter: then the end is reached.
    if (newton < 1e-13 && newton >= least) return u;
    least = Math.min(least, newton);
    u = next;
  }
  return u;
}
