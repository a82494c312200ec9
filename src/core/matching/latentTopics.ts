import { lengthOf, type SparseVector } from '#core/matching/sparseVector';
import { symmetricEigen } from '#core/numeric/matrices';
import { randomFrom } from '#core/random';

/** Directions in the space of terms along which texts differ most; `loadings` is terms × dimensions, row-major. */
export interface LatentTopics {
  readonly dimensions: number;
  readonly loadings: Float64Array;
}

const SPARE_DIMENSIONS = 10;

/** rows · dense: one row of `width` numbers for each sparse row. */
function timesDense(rows: readonly SparseVector[], dense: Float64Array, width: number): Float64Array {
  const product = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    const out = product.subarray(i * width, (i + 1) * width);
    for (let n = 0; n < row.at.length; n++) {
      const weight = row.values[n] ?? 0;
      const start = (row.at[n] ?? 0) * width;
      for (let j = 0; j < width; j++) out[j] = (out[j] ?? 0) + weight * (dense[start + j] ?? 0);
    }
  });
  return product;
}

/** rowsᵀ · dense: one row of `width` numbers for each term. */
function transposedTimesDense(rows: readonly SparseVector[], dense: Float64Array, width: number, termCount: number) {
  const product = new Float64Array(termCount * width);
  rows.forEach((row, i) => {
    const from = dense.subarray(i * width, (i + 1) * width);
    for (let n = 0; n < row.at.length; n++) {
      const weight = row.values[n] ?? 0;
      const start = (row.at[n] ?? 0) * width;
      for (let j = 0; j < width; j++) product[start + j] = (product[start + j] ?? 0) + weight * (from[j] ?? 0);
    }
  });
  return product;
}

/** matrixᵀ · matrix, width × width. */
function gram(matrix: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width * width);
  for (let start = 0; start < matrix.length; start += width) {
    for (let i = 0; i < width; i++) {
      const left = matrix[start + i] ?? 0;
      if (left === 0) continue;
      for (let j = i; j < width; j++)
        product[i * width + j] = (product[i * width + j] ?? 0) + left * (matrix[start + j] ?? 0);
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) product[i * width + j] = product[j * width + i] ?? 0;
  return product;
}

function asRows(matrix: Float64Array, width: number): number[][] {
  return Array.from({ length: width }, (_, i) => [...matrix.subarray(i * width, (i + 1) * width)]);
}

/** The upper triangle R with RᵀR = the given Gram matrix, a trace of ridge added so that dependent columns don't stop it. */
function choleskyUpper(matrix: Float64Array, width: number): Float64Array {
  const upper = new Float64Array(width * width);
  let trace = 0;
  for (let i = 0; i < width; i++) trace += matrix[i * width + i] ?? 0;
  const ridge = 1e-14 * trace + Number.MIN_VALUE;
  for (let i = 0; i < width; i++) {
    for (let j = i; j < width; j++) {
      let sum = (matrix[i * width + j] ?? 0) + (i === j ? ridge : 0);
      for (let n = 0; n < i; n++) sum -= (upper[n * width + i] ?? 0) * (upper[n * width + j] ?? 0);
      upper[i * width + j] = i === j ? Math.sqrt(Math.max(sum, ridge)) : sum / (upper[i * width + i] ?? 1);
    }
  }
  return upper;
}

/** Makes the columns orthonormal in place: Cholesky-QR, twice, because once loses half the digits. */
function orthonormalise(matrix: Float64Array, width: number): void {
  for (let time = 0; time < 2; time++) {
    const upper = choleskyUpper(gram(matrix, width), width);
    for (let start = 0; start < matrix.length; start += width) {
      for (let j = 0; j < width; j++) {
        const value = (matrix[start + j] ?? 0) / (upper[j * width + j] ?? 1);
        matrix[start + j] = value;
        for (let n = j + 1; n < width; n++)
          matrix[start + n] = (matrix[start + n] ?? 0) - value * (upper[j * width + n] ?? 0);
      }
    }
  }
}

/**
 * Latent topics: the leading right singular vectors of the matrix of texts (rows of length 1) by terms, found by a
 * randomised subspace iteration, so that even a hundred thousand terms take seconds. Deterministic: its luck has a fixed seed.
 *
 * Takes: sparse rows, the number of terms, how many dimensions, how many power steps. Gives: loadings, terms × dimensions;
 * fewer dimensions than asked where the texts have no more.
 * Source: Halko N, Martinsson PG, Tropp JA. SIAM Review 2011;53:217–288. doi:10.1137/090771806.
 */
export function latentTopics(
  rows: readonly SparseVector[],
  termCount: number,
  dimensions: number,
  powerSteps = 5,
): LatentTopics | null {
  const width = Math.min(dimensions + SPARE_DIMENSIONS, rows.length, termCount);
  if (width < 1) return null;
  const random = randomFrom(20_261_124);
  let basis = Float64Array.from({ length: termCount * width }, () => random() + random() + random() - 1.5);
  for (let step = 0; step <= powerSteps; step++) {
    const images = timesDense(rows, basis, width);
    orthonormalise(images, width);
    basis = transposedTimesDense(rows, images, width, termCount);
    orthonormalise(basis, width);
  }
  const { values, vectors } = symmetricEigen(asRows(gram(timesDense(rows, basis, width), width), width));
  // Eigenvalues come in rising order: the last column is the direction along which texts differ most.
  const strongest = values.at(-1) ?? 0;
  const count = Math.min(dimensions, values.filter(value => value > 1e-9 * strongest).length);
  if (count === 0) return null;
  const loadings = new Float64Array(termCount * count);
  for (let term = 0; term < termCount; term++) {
    for (let n = 0; n < width; n++) {
      const weight = basis[term * width + n] ?? 0;
      const turned = vectors[n] ?? [];
      for (let j = 0; j < count; j++) {
        loadings[term * count + j] = (loadings[term * count + j] ?? 0) + weight * (turned[width - 1 - j] ?? 0);
      }
    }
  }
  return { dimensions: count, loadings };
}

/** How much a text's headings count beside its words. */
const HEADINGS_SHARE = 0.7;

/** What latent topics are found among: the single words of a text at length 1, and after them its headings at length 0.7. */
export function latentRow(terms: SparseVector, wordCount: number, headings: SparseVector): SparseVector {
  const words = [...terms.at.keys()].filter(n => (terms.at[n] ?? 0) < wordCount);
  const values = Float64Array.from(words, n => terms.values[n] ?? 0);
  const length = lengthOf({ at: terms.at, values }) || 1;
  return {
    at: Int32Array.of(...words.map(n => terms.at[n] ?? 0), ...headings.at.map(node => wordCount + node)),
    values: Float64Array.of(
      ...values.map(value => value / length),
      ...headings.values.map(value => HEADINGS_SHARE * value),
    ),
  };
}

/** Where a text stands among the latent topics, at length 1, and the length before; null when none of its terms is known there. */
export function foldIn(topics: LatentTopics, terms: SparseVector): { place: Float64Array; length: number } | null {
  const { dimensions, loadings } = topics;
  const place = new Float64Array(dimensions);
  for (let n = 0; n < terms.at.length; n++) {
    const start = (terms.at[n] ?? 0) * dimensions;
    if (start >= loadings.length) continue;
    const weight = terms.values[n] ?? 0;
    for (let j = 0; j < dimensions; j++) place[j] = (place[j] ?? 0) + weight * (loadings[start + j] ?? 0);
  }
  const length = Math.hypot(...place);
  return length < 1e-12 ? null : { place: place.map(value => value / length), length };
}
