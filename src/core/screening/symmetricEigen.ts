/** Eigenvalues from the largest down, and `vectors[i * size + j]`: entry i of the j-th eigenvector. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, row by row, by cyclic Jacobi rotations, to machine precision
 * (Golub & Van Loan, Matrix Computations, section 8.5). Meant for sizes up to a few hundred.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  const scale = a.reduce((sum, entry) => sum + entry * entry, 0);
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 1e-24 * scale; sweep++) {
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  const order = Array.from({ length: size }, (_, index) => index);
  const diagonal = (index: number) => a[index * size + index] ?? 0;
  order.sort((one, other) => diagonal(other) - diagonal(one));
  const sorted = new Float64Array(size * size);
  for (const [column, from] of order.entries()) {
    for (let row = 0; row < size; row++) sorted[row * size + column] = vectors[row * size + from] ?? 0;
  }
  return { values: Float64Array.from(order, diagonal), vectors: sorted };
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p++) for (let q = 0; q < p; q++) sum += (a[p * size + q] ?? 0) ** 2;
  return sum;
}

/** One rotation that makes the entry (p, q) zero, applied to the matrix from both sides and to the vectors. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const entry = a[p * size + q] ?? 0;
  if (entry === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * entry);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (values: Float64Array, one: number, other: number) => {
    const x = values[one] ?? 0;
    const y = values[other] ?? 0;
    values[one] = cosine * x - sine * y;
    values[other] = sine * x + cosine * y;
  };
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k);
  for (let k = 0; k < size; k++) turn(vectors, k * size + p, k * size + q);
}
