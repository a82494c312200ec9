/** A vector that is nearly all noughts: `at[i]` is the place of `values[i]`. */
export interface SparseVector {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/** The same direction with length 1; a vector of noughts stays as it is. */
export function unitLength(vector: SparseVector, length = lengthOf(vector)): SparseVector {
  return length === 0 ? vector : { at: vector.at, values: vector.values.map(value => value / length) };
}

export function lengthOf(vector: SparseVector): number {
  let sum = 0;
  for (const value of vector.values) sum += value * value;
  return Math.sqrt(sum);
}

/** Places and values from a map, in the map's order. */
export function sparseFrom(values: ReadonlyMap<number, number>): SparseVector {
  return { at: Int32Array.from(values.keys()), values: Float64Array.from(values.values()) };
}

/** The inner product with a vector that has all its noughts written out. */
export function dotDense(vector: SparseVector, dense: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.at.length; i++) sum += (vector.values[i] as number) * (dense[vector.at[i] as number] ?? 0); // i is inside both
  return sum;
}

/** Writes the vector into a row of noughts, so that many inner products with it are quick. */
export function spreadOut(vector: SparseVector, size: number): Float64Array {
  const dense = new Float64Array(size);
  for (let i = 0; i < vector.at.length; i++) dense[vector.at[i] as number] = vector.values[i] as number; // i is inside both
  return dense;
}
