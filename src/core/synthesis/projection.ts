import { type Rows, symmetricInverse } from '#core/numeric/matrices';
import type { Design } from '#core/synthesis/design';

/** Effects with their sampling variances, one pair a study. */
export interface Effects {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

/** A weighted least-squares fit on the basis of a design. */
export interface Projection {
  /** Coefficients of the basis. */
  readonly basisCoefficients: readonly number[];
  /** (B'WB)^-1. */
  readonly bread: Rows;
  readonly residuals: readonly number[];
  /** Weighted sum of squared residuals, y'Py. */
  readonly rss: number;
}

/** B' diag(u) B. */
export function weightedGram({ basis, k }: Design, u: readonly number[]): number[][] {
  return basis
    .map((column, i) =>
      basis.map((other, j) => {
        if (j < i) return 0;
        let total = 0;
        for (let s = 0; s < k; s++) total += (u[s] ?? 0) * (column[s] ?? 0) * (other[s] ?? 0);
        return total;
      }),
    )
    .map((row, i, all) => row.map((value, j) => (j < i ? (all[j]?.[i] ?? value) : value)));
}

/** Weighted least squares of yi on the design with weights w; throws RangeError when the weights leave nothing to fit. */
export function project(design: Design, yi: readonly number[], w: readonly number[]): Projection {
  const bread = symmetricInverse(weightedGram(design, w));
  if (!bread) throw new RangeError('project: the weighted design is singular');
  const { basis, k } = design;
  const right = basis.map(column => {
    let total = 0;
    for (let s = 0; s < k; s++) total += (w[s] ?? 0) * (column[s] ?? 0) * (yi[s] ?? 0);
    return total;
  });
  const basisCoefficients = bread.map(row => {
    let total = 0;
    for (let j = 0; j < row.length; j++) total += (row[j] ?? 0) * (right[j] ?? 0);
    return total;
  });
  const residuals: number[] = new Array(k);
  let rss = 0;
  for (let s = 0; s < k; s++) {
    let fitted = 0;
    for (let j = 0; j < basis.length; j++) fitted += (basisCoefficients[j] ?? 0) * (basis[j]?.[s] ?? 0);
    const residual = (yi[s] ?? Number.NaN) - fitted;
    residuals[s] = residual;
    rss += (w[s] ?? 0) * residual * residual;
  }
  return { basisCoefficients, bread, residuals, rss };
}

/** Traces of P = W - W B (B'WB)^-1 B'W and of its products with V = diag(vi), without forming a k x k matrix. */
export interface Traces {
  readonly p: number;
  readonly pp: number;
  readonly pv: number;
  readonly pvp: number;
  readonly pvpv: number;
}

export function traces(design: Design, bread: Rows, w: readonly number[], vi: readonly number[]): Traces {
  const gram = (power: number, variancePower: number) =>
    weightedGram(
      design,
      w.map((weight, s) => weight ** power * (vi[s] ?? 0) ** variancePower),
    );
  const total = (power: number, variancePower: number) =>
    w.reduce((sum, weight, s) => sum + weight ** power * (vi[s] ?? 0) ** variancePower, 0);
  const plain = times(bread, gram(2, 0));
  const varied = times(bread, gram(2, 1));
  return {
    p: total(1, 0) - trace(plain),
    pp: total(2, 0) - 2 * trace(times(bread, gram(3, 0))) + trace(times(plain, plain)),
    pv: total(1, 1) - trace(varied),
    pvp: total(2, 1) - 2 * trace(times(bread, gram(3, 1))) + trace(times(varied, plain)),
    pvpv: total(2, 2) - 2 * trace(times(bread, gram(3, 2))) + trace(times(varied, varied)),
  };
}

/** tr P alone. */
export function traceP(design: Design, bread: Rows, w: readonly number[]): number {
  let total = 0;
  for (const weight of w) total += weight;
  return (
    total -
    traceOfProduct(
      bread,
      weightedGram(
        design,
        w.map(weight => weight * weight),
      ),
    )
  );
}

/** tr PP alone. */
export function tracePP(design: Design, bread: Rows, w: readonly number[]): number {
  let total = 0;
  for (const weight of w) total += weight * weight;
  const square = times(
    bread,
    weightedGram(
      design,
      w.map(weight => weight * weight),
    ),
  );
  const cube = weightedGram(
    design,
    w.map(weight => weight * weight * weight),
  );
  return total - 2 * traceOfProduct(bread, cube) + traceOfProduct(square, square);
}

function times(left: Rows, right: Rows): number[][] {
  return left.map(row => row.map((_, j) => row.reduce((total, value, m) => total + value * (right[m]?.[j] ?? 0), 0)));
}

function trace(matrix: Rows): number {
  return matrix.reduce((total, row, i) => total + (row[i] ?? 0), 0);
}

function traceOfProduct(left: Rows, right: Rows): number {
  let total = 0;
  for (let i = 0; i < left.length; i++)
    for (let j = 0; j < left.length; j++) total += (left[i]?.[j] ?? 0) * (right[j]?.[i] ?? 0);
  return total;
}
