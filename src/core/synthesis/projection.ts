import { type Rows, symmetricInverse } from '#core/numeric/matrices';
import type { Design } from '#core/synthesis/design';
import { projectOnPair } from '#core/synthesis/pairFit';

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
  const [x, z] = basis;
  if (x && z && basis.length === 2) return gramOfTwo(x, z, u);
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

function gramOfTwo(x: readonly number[], z: readonly number[], u: readonly number[]): number[][] {
  let xx = 0;
  let xz = 0;
  let zz = 0;
  for (let s = 0; s < u.length; s++) {
    const pull = (u[s] ?? 0) * (x[s] ?? 0);
    xx += pull * (x[s] ?? 0);
    xz += pull * (z[s] ?? 0);
    zz += (u[s] ?? 0) * (z[s] ?? 0) * (z[s] ?? 0);
  }
  return [
    [xx, xz],
    [xz, zz],
  ];
}

/** The usual case of one column, in two passes and without small matrices. */
function projectOnOne(column: readonly number[], yi: readonly number[], w: readonly number[]): Projection {
  const k = yi.length;
  let gram = 0;
  let right = 0;
  for (let s = 0; s < k; s++) {
    const pull = (w[s] ?? 0) * (column[s] ?? 0);
    gram += pull * (column[s] ?? 0);
    right += pull * (yi[s] ?? 0);
  }
  if (!(gram > 0)) throw new RangeError('project: the weighted design is singular');
  const coefficient = right / gram;
  // A copy written over: a new array would be laid out for whole numbers first.
  const residuals = yi.slice();
  let rss = 0;
  for (let s = 0; s < k; s++) {
    const residual = (yi[s] ?? Number.NaN) - coefficient * (column[s] ?? 0);
    residuals[s] = residual;
    rss += (w[s] ?? 0) * residual * residual;
  }
  return { basisCoefficients: [coefficient], bread: [[1 / gram]], residuals, rss };
}

/** Weighted least squares of yi on the design with weights w; throws RangeError when the weights leave nothing to fit. */
export function project(design: Design, yi: readonly number[], w: readonly number[]): Projection {
  const [only, other] = design.basis;
  if (only && design.p === 1) return projectOnOne(only, yi, w);
  if (only && other && design.p === 2) return projectOnPair(only, other, yi, w);
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
  const residuals = yi.slice();
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

/** Sums of w^a v^b, plain and over the squares of one column. */
function tracesOnOne(column: readonly number[], bread: number, w: readonly number[], vi: readonly number[]): Traces {
  let [p, pp, pv, pvp, pvpv] = [0, 0, 0, 0, 0];
  let [g20, g30, g21, g31, g32] = [0, 0, 0, 0, 0];
  for (let s = 0; s < w.length; s++) {
    const weight = w[s] ?? 0;
    const v = vi[s] ?? 0;
    const square = (column[s] ?? 0) ** 2;
    const second = weight * weight;
    const wv = weight * v;
    p += weight;
    pp += second;
    pv += wv;
    pvp += weight * wv;
    pvpv += wv * wv;
    g20 += second * square;
    g30 += second * weight * square;
    g21 += weight * wv * square;
    g31 += second * wv * square;
    g32 += weight * wv * wv * square;
  }
  return {
    p: p - bread * g20,
    pp: pp - 2 * bread * g30 + (bread * g20) ** 2,
    pv: pv - bread * g21,
    pvp: pvp - 2 * bread * g31 + bread * bread * g21 * g20,
    pvpv: pvpv - 2 * bread * g32 + (bread * g21) ** 2,
  };
}

export function traces(design: Design, bread: Rows, w: readonly number[], vi: readonly number[]): Traces {
  const [only] = design.basis;
  if (only && design.p === 1) return tracesOnOne(only, bread[0]?.[0] ?? Number.NaN, w, vi);
  const second = w.map(weight => weight * weight);
  const wv = w.map((weight, s) => weight * (vi[s] ?? 0));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const by = (values: readonly number[], others: readonly number[]) =>
    values.map((value, s) => value * (others[s] ?? 0));
  const gram = (values: readonly number[]) => weightedGram(design, values);
  const plain = times(bread, gram(second));
  const varied = times(bread, gram(by(w, wv)));
  return {
    p: sum(w) - trace(plain),
    pp: sum(second) - 2 * trace(times(bread, gram(by(second, w)))) + trace(times(plain, plain)),
    pv: sum(wv) - trace(varied),
    pvp: sum(by(w, wv)) - 2 * trace(times(bread, gram(by(second, wv)))) + trace(times(varied, plain)),
    pvpv: sum(by(wv, wv)) - 2 * trace(times(bread, gram(by(w, by(wv, wv))))) + trace(times(varied, varied)),
  };
}

/** tr P alone. */
export function traceP(design: Design, bread: Rows, w: readonly number[]): number {
  const [only] = design.basis;
  if (only && design.p === 1) {
    let total = 0;
    let gram = 0;
    for (let s = 0; s < w.length; s++) {
      const weight = w[s] ?? 0;
      total += weight;
      gram += (weight * (only[s] ?? 0)) ** 2;
    }
    return total - (bread[0]?.[0] ?? Number.NaN) * gram;
  }
  let total = 0;
  for (const weight of w) total += weight;
  const gram = weightedGram(
    design,
    w.map(weight => weight * weight),
  );
  return total - traceOfProduct(bread, gram);
}

/** tr PP alone. */
export function tracePP(design: Design, bread: Rows, w: readonly number[]): number {
  const [only] = design.basis;
  if (only && design.p === 1) return tracesOnOne(only, bread[0]?.[0] ?? Number.NaN, w, []).pp;
  const second = w.map(weight => weight * weight);
  const third = w.map(weight => weight * weight * weight);
  const square = times(bread, weightedGram(design, second));
  let total = 0;
  for (const value of second) total += value;
  return total - 2 * traceOfProduct(bread, weightedGram(design, third)) + traceOfProduct(square, square);
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
