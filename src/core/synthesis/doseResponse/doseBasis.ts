/** A curve through the reference dose: a line, or a restricted cubic spline through knots. */
export type DoseCurve =
  | { readonly kind: 'linear' }
  | { readonly kind: 'spline'; readonly knotPercentiles: readonly number[] };

/** Knots by the number of them, as percentiles. Source: Harrell (2015), Regression Modeling Strategies, table 2.3. */
export const USUAL_KNOTS: Readonly<Record<3 | 4 | 5, readonly number[]>> = {
  3: [10, 50, 90],
  4: [5, 35, 65, 95],
  5: [5, 27.5, 50, 72.5, 95],
};

/** The value below which a percentage of the values lies, between neighbours in a straight line (type 7 of R). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (place - below) * (high - low);
}

/**
 * The columns of a restricted cubic spline at a dose: the dose itself, and for all knots but the last two a cubic that is
 * straight beyond the outer knots, divided by their squared distance. With fewer than three knots: the dose alone.
 * Source: Harrell (2015), doi:10.1007/978-3-319-19425-7, section 2.4.5. Agrees with R's rms::rcs.
 */
export function splineColumns(dose: number, knots: readonly number[]): number[] {
  const cube = (x: number) => Math.max(0, x) ** 3;
  const [first = Number.NaN] = knots;
  const [beforeLast = Number.NaN, last = Number.NaN] = knots.slice(-2);
  const curved = knots.slice(0, -2).map(knot => {
    const bend =
      cube(dose - knot) -
      (cube(dose - beforeLast) * (last - knot)) / (last - beforeLast) +
      (cube(dose - last) * (beforeLast - knot)) / (last - beforeLast);
    return bend / (last - first) ** 2;
  });
  return [dose, ...curved];
}
