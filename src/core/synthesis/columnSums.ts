/** All sums that a model of one coefficient needs at a tau², with w = 1/(vi + tau²) and x the column. */
export interface ColumnSums {
  /** Of w, and of its square. */
  readonly total: number;
  readonly squares: number;
  /** Of w x², w² x² and w³ x². */
  readonly gram: number;
  readonly second: number;
  readonly third: number;
  readonly coefficient: number;
  /** Of w r², w² r² and w³ r² with r = y - coefficient x, and of w² r x. */
  readonly rss: number;
  readonly scatter: number;
  readonly cubic: number;
  readonly cross: number;
}

/**
 * Weighted least squares on one column in two passes over the studies, without an array: a pooled effect of a million
 * studies costs as much as reading them. Throws RangeError when the weights leave nothing to fit.
 */
export function columnSums(
  column: readonly number[],
  yi: readonly number[],
  vi: readonly number[],
  tauSquared: number,
): ColumnSums {
  const k = yi.length;
  let total = 0;
  let squares = 0;
  let gram = 0;
  let second = 0;
  let third = 0;
  let right = 0;
  for (let s = 0; s < k; s++) {
    const w = 1 / ((vi[s] ?? 0) + tauSquared);
    const x = column[s] ?? 0;
    const pull = w * x;
    total += w;
    squares += w * w;
    gram += pull * x;
    second += pull * pull;
    third += w * pull * pull;
    right += pull * (yi[s] ?? 0);
  }
  if (!(gram > 0)) throw new RangeError('columnSums: the weighted design is singular');
  const coefficient = right / gram;
  let rss = 0;
  let scatter = 0;
  let cubic = 0;
  let cross = 0;
  for (let s = 0; s < k; s++) {
    const w = 1 / ((vi[s] ?? 0) + tauSquared);
    const x = column[s] ?? 0;
    const r = (yi[s] ?? Number.NaN) - coefficient * x;
    const u = w * r;
    rss += u * r;
    scatter += u * u;
    cubic += w * u * u;
    cross += w * u * x;
  }
  return { total, squares, gram, second, third, coefficient, rss, scatter, cubic, cross };
}

/** tr P and tr PP, with P = W - W x x'W/(x'W x). */
export const tracePOf = ({ total, second, gram }: ColumnSums): number => total - second / gram;
export const tracePPOf = ({ squares, second, third, gram }: ColumnSums): number =>
  squares - (2 * third) / gram + (second / gram) ** 2;
