import { multiply, type Rows } from '#core/numeric/matrices';

/**
 * One parameter of the covariance between effects: a matrix K of zeros and ones, given by groups. Rows share an entry
 * when `left` of one equals `right` of the other; -1 stands for "in no group". A variance has left = right.
 */
export interface VarianceComponent {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Variances may not fall below zero, covariances may. */
  readonly isVariance: boolean;
}

/** A random intercept for each group. */
export function randomIntercept(groups: readonly number[]): VarianceComponent {
  return { left: groups, right: groups, isVariance: true };
}

/** The entry of K. */
export function entryOf({ left, right }: VarianceComponent, a: number, b: number): number {
  const meets = (x: number | undefined, y: number | undefined) => x !== undefined && x >= 0 && x === y;
  return meets(left[a], right[b]) || meets(right[a], left[b]) ? 1 : 0;
}

/** matrix K, by sums over groups in place of a product. */
export function timesComponent(matrix: Rows, { left, right }: VarianceComponent): number[][] {
  const isSymmetric = left === right;
  const count = Math.max(...left, ...right) + 1;
  const sums = (row: readonly number[], groups: readonly number[]) => {
    const totals = new Float64Array(count);
    for (let c = 0; c < row.length; c++) {
      const group = groups[c] ?? -1;
      if (group >= 0) totals[group] = (totals[group] ?? 0) + (row[c] ?? 0);
    }
    return totals;
  };
  return matrix.map(row => {
    const ofLeft = sums(row, left);
    const ofRight = isSymmetric ? ofLeft : sums(row, right);
    return row.map((_, b) => {
      const toRight = right[b] ?? -1;
      const first = toRight >= 0 ? (ofLeft[toRight] ?? 0) : 0;
      if (isSymmetric) return first;
      const toLeft = left[b] ?? -1;
      return first + (toLeft >= 0 ? (ofRight[toLeft] ?? 0) : 0);
    });
  });
}

/** tr(A B) of two square matrices. */
export function traceOfProduct(a: Rows, b: Rows): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    const row = a[i] ?? [];
    for (let j = 0; j < row.length; j++) total += (row[j] ?? 0) * (b[j]?.[i] ?? 0);
  }
  return total;
}

export function traceOf(matrix: Rows): number {
  return matrix.reduce((total, row, i) => total + (row[i] ?? 0), 0);
}

/** left' right without forming a transpose first. */
export function crossProduct(left: Rows, right: Rows): number[][] {
  return multiply(
    (left[0] ?? []).map((_, i) => left.map(row => row[i] ?? 0)),
    right,
  );
}
