import { EigenvalueDecomposition, LuDecomposition, Matrix } from 'ml-matrix';

/** A dense matrix as rows of numbers: plain data, so that it may stand in a result. */
export type Rows = readonly (readonly number[])[];

/** The only door to ml-matrix. Symmetric positive definite systems are solved here by Cholesky's method. */

/** A pivot this small beside its diagonal element is rounding: the matrix is singular. */
export const NEGLIGIBLE = 8 * Number.EPSILON;

/** Lower triangular L with L L' = matrix, row after row, or null when the symmetric matrix is not positive definite. */
function factor(matrix: Rows): Float64Array | null {
  const n = matrix.length;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const given = matrix[i] ?? [];
    for (let j = 0; j <= i; j++) {
      const entry = given[j] ?? Number.NaN;
      let rest = entry;
      for (let m = 0; m < j; m++) rest -= (lower[i * n + m] ?? 0) * (lower[j * n + m] ?? 0);
      if (i > j) lower[i * n + j] = rest / (lower[j * n + j] ?? 0);
      else if (rest > NEGLIGIBLE * entry) lower[i * n + i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** Lower triangular L with L L' = matrix, or null when the symmetric matrix is not positive definite. */
export function cholesky(matrix: Rows): number[][] | null {
  const lower = factor(matrix);
  return lower ? matrix.map((_, i) => [...lower.subarray(i * matrix.length, (i + 1) * matrix.length)]) : null;
}

/** x with L L' x = right. */
export function choleskySolve(lower: Rows, right: readonly number[]): number[] {
  const n = lower.length;
  const x = [...right];
  for (let i = 0; i < n; i++) {
    let rest = x[i] ?? 0;
    for (let m = 0; m < i; m++) rest -= (lower[i]?.[m] ?? 0) * (x[m] ?? 0);
    x[i] = rest / (lower[i]?.[i] ?? Number.NaN);
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i] ?? 0;
    for (let m = i + 1; m < n; m++) rest -= (lower[m]?.[i] ?? 0) * (x[m] ?? 0);
    x[i] = rest / (lower[i]?.[i] ?? Number.NaN);
  }
  return x;
}

const WORTH_SPLITTING = 16;

/** Sets of rows between which all entries are zero: a matrix of many studies falls apart into its clusters. */
function blocksOf(matrix: Rows): number[][] {
  const blocks: number[][] = [];
  const seen = new Uint8Array(matrix.length);
  for (let start = 0; start < matrix.length; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const block = [start];
    for (let next = 0; next < block.length; next++) {
      const row = matrix[block[next] ?? 0] ?? [];
      for (let j = 0; j < row.length; j++) {
        if (row[j] === 0 || seen[j]) continue;
        seen[j] = 1;
        block.push(j);
      }
    }
    blocks.push(block);
  }
  return blocks;
}

function factorsOfBlocks(
  matrix: Rows,
  blocks: readonly number[][],
): { inverse: number[][]; logDeterminant: number } | null {
  const inverse = matrix.map(() => new Array<number>(matrix.length).fill(0));
  let logDeterminant = 0;
  for (const block of blocks) {
    const factors = symmetricFactors(block.map(i => block.map(j => matrix[i]?.[j] ?? Number.NaN)));
    if (!factors) return null;
    logDeterminant += factors.logDeterminant;
    for (const [a, i] of block.entries()) {
      const row = inverse[i] ?? [];
      for (const [b, j] of block.entries()) row[j] = factors.inverse[a]?.[b] ?? Number.NaN;
    }
  }
  return { inverse, logDeterminant };
}

/** Inverse of a symmetric positive definite matrix, exactly symmetric; null when it is not positive definite. */
export function symmetricInverse(matrix: Rows): number[][] | null {
  return symmetricFactors(matrix)?.inverse ?? null;
}

/** Inverse and log determinant of a symmetric positive definite matrix at once; null when it is not positive definite. */
export function symmetricFactors(matrix: Rows): { inverse: number[][]; logDeterminant: number } | null {
  const n = matrix.length;
  if (n === 1) {
    const only = matrix[0]?.[0] ?? Number.NaN;
    return only > 0 ? { inverse: [[1 / only]], logDeterminant: Math.log(only) } : null;
  }
  if (n === 2) return factorsOfTwo(matrix);
  const blocks = n > WORTH_SPLITTING ? blocksOf(matrix) : [];
  return blocks.length > 1 ? factorsOfBlocks(matrix, blocks) : factorsOfWhole(matrix);
}

/** Two by two: a line with an intercept, by the thousand in permutation tests. */
function factorsOfTwo(matrix: Rows): { inverse: number[][]; logDeterminant: number } | null {
  const [a = Number.NaN] = matrix[0] ?? [];
  const [b = Number.NaN, d = Number.NaN] = matrix[1] ?? [];
  const ratio = b / a;
  const rest = d - b * ratio;
  if (!(a > 0 && rest > NEGLIGIBLE * d)) return null;
  const across = -ratio / rest;
  return {
    inverse: [
      [1 / a - ratio * across, across],
      [across, 1 / rest],
    ],
    logDeterminant: Math.log(a) + Math.log(rest),
  };
}

function factorsOfWhole(matrix: Rows): { inverse: number[][]; logDeterminant: number } | null {
  const n = matrix.length;
  const lower = factor(matrix);
  if (!lower) return null;
  let logDeterminant = 0;
  // L^-1 by columns, kept as rows of its transpose.
  const columns = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    logDeterminant += 2 * Math.log(lower[j * n + j] ?? Number.NaN);
    columns[j * n + j] = 1 / (lower[j * n + j] ?? Number.NaN);
    for (let i = j + 1; i < n; i++) {
      let rest = 0;
      for (let m = j; m < i; m++) rest -= (lower[i * n + m] ?? 0) * (columns[j * n + m] ?? 0);
      columns[j * n + i] = rest / (lower[i * n + i] ?? Number.NaN);
    }
  }
  const inverse = matrix.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let total = 0;
      for (let m = i; m < n; m++) total += (columns[i * n + m] ?? 0) * (columns[j * n + m] ?? 0);
      const [row, other] = [inverse[i], inverse[j]];
      if (row && other) {
        row[j] = total;
        other[i] = total;
      }
    }
  }
  return { inverse, logDeterminant };
}

/** log determinant of a symmetric positive definite matrix; NaN when it is not positive definite. */
export function symmetricLogDeterminant(matrix: Rows): number {
  return symmetricFactors(matrix)?.logDeterminant ?? Number.NaN;
}

/** Determinant of any square matrix. */
export function determinant(matrix: Rows): number {
  return new LuDecomposition(toMatrix(matrix)).determinant;
}

/** x with matrix x = right for any square matrix that is not singular, by LU decomposition; null when singular. */
export function solve(matrix: Rows, right: readonly number[]): number[] | null {
  const decomposition = new LuDecomposition(toMatrix(matrix));
  return decomposition.isSingular() ? null : decomposition.solve(Matrix.columnVector([...right])).to1DArray();
}

/** Eigenvalues (ascending) and eigenvectors (as columns) of a symmetric matrix. */
export function symmetricEigen(matrix: Rows): { values: number[]; vectors: number[][] } {
  const decomposition = new EigenvalueDecomposition(toMatrix(matrix), { assumeSymmetric: true });
  return { values: [...decomposition.realEigenvalues], vectors: decomposition.eigenvectorMatrix.to2DArray() };
}

/** Moore and Penrose's inverse of a symmetric matrix: eigenvalues below `tolerance` times the largest count as zero. */
export function symmetricPseudoInverse(matrix: Rows, tolerance = 1e-10): number[][] {
  return symmetricPower(matrix, -1, tolerance);
}

/** A real power of a symmetric positive semi-definite matrix; directions without extent stay without extent. */
export function symmetricPower(matrix: Rows, power: number, tolerance = 1e-10): number[][] {
  const { values, vectors } = symmetricEigen(matrix);
  const largest = Math.max(...values.map(Math.abs));
  const scaled = values.map(value => (Math.abs(value) > tolerance * largest ? value ** power : 0));
  return matrix.map((_, i) =>
    matrix.map((_, j) =>
      scaled.reduce((total, scale, m) => total + (vectors[i]?.[m] ?? 0) * scale * (vectors[j]?.[m] ?? 0), 0),
    ),
  );
}

export function multiply(left: Rows, right: Rows): number[][] {
  const columns = right[0]?.length ?? 0;
  return left.map(row => {
    const product: number[] = new Array(columns).fill(0);
    for (let m = 0; m < row.length; m++) {
      const factor = row[m] ?? 0;
      if (factor === 0) continue;
      const other = right[m] ?? [];
      for (let j = 0; j < columns; j++) product[j] = (product[j] ?? 0) + factor * (other[j] ?? 0);
    }
    return product;
  });
}

export function multiplyVector(matrix: Rows, vector: readonly number[]): number[] {
  return matrix.map(row => dot(row, vector));
}

export function transpose(matrix: Rows): number[][] {
  return (matrix[0] ?? []).map((_, j) => matrix.map(row => row[j] ?? Number.NaN));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** v' matrix v. */
export function quadraticForm(matrix: Rows, vector: readonly number[]): number {
  return dot(vector, multiplyVector(matrix, vector));
}

function toMatrix(rows: Rows): Matrix {
  return new Matrix(rows.map(row => [...row]));
}
