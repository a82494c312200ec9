import { randomFrom, shuffled } from '#core/random';
import type { RankingSettings } from '#core/screening/rankingSettings';
import { symmetricEigen } from '#core/screening/symmetricEigen';
import type { WeightedRows } from '#core/screening/termWeights';

export interface Latent {
  readonly latentSize: number;
  /** One row of latentSize numbers a record and one for the question, already weighted. */
  readonly latent: Float32Array;
  /** What a unit of each term adds to the latent numbers before a row is brought to its length. */
  readonly termLatent: Float32Array;
  /** The factor that brought each row to its length. */
  readonly latentScale: Float32Array;
}

/** Directions beyond those kept make the iteration settle faster. */
const SPARE_DIRECTIONS = 10;
const ROWS_A_SLICE = 500;
/** The share of all work on features that is done before. */
export const LATENT_STARTS_AT = 0.35;

/**
 * Latent part of the features: the leading right singular vectors of the term rows (latent semantic analysis, not
 * centred), by randomised subspace iteration (Halko, Martinsson & Tropp 2011, doi:10.1137/090771806). Records on the same
 * matter come near each other though they share few words. Each row is brought to length `latentWeight`; a row without
 * terms stays zero. Yields the share done.
 */
export function* latentSteps(
  rows: WeightedRows,
  records: number,
  seed: number,
  settings: RankingSettings,
): Generator<number, Latent> {
  const random = randomFrom(seed);
  const sample = sampleOf(records, settings.latentSample, random);
  const directions = Math.min(settings.latentSize + SPARE_DIRECTIONS, sample.length, rows.terms.length);
  const size = Math.min(settings.latentSize, directions);
  const passes = 2 * settings.latentRounds + 2;
  const progress = (pass: number) => LATENT_STARTS_AT + ((1 - LATENT_STARTS_AT) * pass) / passes;
  let basis = Float32Array.from({ length: sample.length * directions }, () => normal(random));
  const byTerm = new Float32Array(rows.terms.length * directions);
  for (let round = 0; round < settings.latentRounds; round++) {
    yield* timesTransposed(rows, sample, directions, basis, byTerm, progress(2 * round));
    basis = yield* times(rows, sample, directions, byTerm, progress(2 * round + 1));
    orthonormalise(basis, sample.length, directions);
  }
  yield* timesTransposed(rows, sample, directions, basis, byTerm, progress(passes - 2));
  const termLatent = turnToSingular(byTerm, rows.terms.length, directions, size);
  const everyRow = Int32Array.from({ length: records + 1 }, (_, row) => row);
  const latent = yield* times(rows, everyRow, size, termLatent, progress(passes - 1));
  return { latentSize: size, latent, termLatent, latentScale: scaleRows(latent, size, settings.latentWeight) };
}

/** Positions of the records that the directions are found from, in order: all, or so many by lot. */
function sampleOf(records: number, most: number, random: () => number): Int32Array {
  const all = Array.from({ length: records }, (_, record) => record);
  return records <= most ? Int32Array.from(all) : Int32Array.from(shuffled(all, random).slice(0, most)).sort();
}

/** A standard normal number (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The listed rows × matrix: one row of `width` numbers for each. Yields `progress` between slices. */
function* times(
  rows: WeightedRows,
  list: Int32Array,
  width: number,
  matrix: Float32Array,
  progress: number,
): Generator<number, Float32Array<ArrayBuffer>> {
  const product = new Float32Array(list.length * width);
  const { rowStart, columns, weights } = rows;
  for (let index = 0; index < list.length; index++) {
    const row = list[index] as number; // all indices here lie inside: rows, columns and weights are as long as rowStart says
    const start = rowStart[row] as number;
    const end = rowStart[row + 1] as number;
    const to = index * width;
    let k = 0;
    // Four sums at once stay in the processor's registers; each adds up in the same order as alone.
    for (; k + 4 <= width; k += 4) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let at = start; at < end; at++) {
        const weight = weights[at] as number;
        const from = (columns[at] as number) * width + k;
        first += weight * (matrix[from] as number);
        second += weight * (matrix[from + 1] as number);
        third += weight * (matrix[from + 2] as number);
        fourth += weight * (matrix[from + 3] as number);
      }
      product[to + k] = first;
      product[to + k + 1] = second;
      product[to + k + 2] = third;
      product[to + k + 3] = fourth;
    }
    for (; k < width; k++) {
      let sum = 0;
      for (let at = start; at < end; at++) {
        sum += (weights[at] as number) * (matrix[(columns[at] as number) * width + k] as number);
      }
      product[to + k] = sum;
    }
    if (index % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield progress;
  }
  return product;
}

/** The listed rows transposed × matrix, into `product`: one row of `width` numbers a term. */
function* timesTransposed(
  rows: WeightedRows,
  list: Int32Array,
  width: number,
  matrix: Float32Array,
  product: Float32Array,
  progress: number,
): Generator<number, void> {
  const { rowStart, columns, weights } = rows;
  product.fill(0);
  for (let index = 0; index < list.length; index++) {
    const from = index * width;
    const row = list[index] as number; // as above
    const end = rowStart[row + 1] as number;
    for (let at = rowStart[row] as number; at < end; at++) {
      const weight = weights[at] as number;
      const to = (columns[at] as number) * width;
      let k = 0;
      for (; k + 4 <= width; k += 4) {
        product[to + k] = (product[to + k] as number) + weight * (matrix[from + k] as number);
        product[to + k + 1] = (product[to + k + 1] as number) + weight * (matrix[from + k + 1] as number);
        product[to + k + 2] = (product[to + k + 2] as number) + weight * (matrix[from + k + 2] as number);
        product[to + k + 3] = (product[to + k + 3] as number) + weight * (matrix[from + k + 3] as number);
      }
      for (; k < width; k++) product[to + k] = (product[to + k] as number) + weight * (matrix[from + k] as number);
    }
    if (index % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield progress;
  }
}

/** Sums of products between the columns of a tall matrix. */
function gram(matrix: Float32Array, rows: number, width: number): Float64Array {
  const products = new Float64Array(width * width);
  let row = 0;
  // Four rows at once, so that a sum is fetched and put back once for all of them; it adds up in the rows' order.
  for (; row + 4 <= rows; row += 4) {
    const one = row * width; // all indices lie inside rows × width
    const two = one + width;
    const three = two + width;
    const four = three + width;
    for (let i = 0; i < width; i++) {
      const a = matrix[one + i] as number;
      const b = matrix[two + i] as number;
      const c = matrix[three + i] as number;
      const d = matrix[four + i] as number;
      if (a === 0 && b === 0 && c === 0 && d === 0) continue;
      const to = i * width;
      for (let j = 0; j <= i; j++) {
        let sum = products[to + j] as number;
        sum += a * (matrix[one + j] as number);
        sum += b * (matrix[two + j] as number);
        sum += c * (matrix[three + j] as number);
        sum += d * (matrix[four + j] as number);
        products[to + j] = sum;
      }
    }
  }
  for (; row < rows; row++) {
    const from = row * width;
    for (let i = 0; i < width; i++) {
      const left = matrix[from + i] as number;
      const to = i * width;
      for (let j = 0; j <= i; j++)
        products[to + j] = (products[to + j] as number) + left * (matrix[from + j] as number);
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j < i; j++) products[j * width + i] = products[i * width + j] as number;
  return products;
}

/**
 * Makes the columns of a tall matrix orthonormal, in place, by the Cholesky factor of its Gram matrix. Columns that add
 * nothing to those before become zero.
 */
function orthonormalise(matrix: Float32Array, rows: number, width: number): void {
  const factor = gram(matrix, rows, width);
  const isKept: boolean[] = [];
  for (let j = 0; j < width; j++) {
    const whole = factor[j * width + j] as number; // inside width × width, here and below
    let pivot = whole;
    for (let k = 0; k < j; k++) pivot -= (factor[j * width + k] as number) ** 2;
    isKept[j] = pivot > 1e-10 * whole && whole > 0;
    factor[j * width + j] = isKept[j] ? Math.sqrt(pivot) : 0;
    for (let i = j + 1; i < width; i++) {
      let entry = factor[i * width + j] as number;
      for (let k = 0; k < j; k++) entry -= (factor[i * width + k] as number) * (factor[j * width + k] as number);
      factor[i * width + j] = isKept[j] ? entry / (factor[j * width + j] as number) : 0;
    }
  }
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    for (let j = 0; j < width; j++) {
      let entry = matrix[from + j] as number;
      for (let k = 0; k < j; k++) entry -= (factor[j * width + k] as number) * (matrix[from + k] as number);
      matrix[from + j] = isKept[j] ? entry / (factor[j * width + j] as number) : 0;
    }
  }
}

/** From the iteration's basis over terms to the singular directions themselves, the largest `size` of them. */
function turnToSingular(byTerm: Float32Array, terms: number, width: number, size: number): Float32Array {
  const { values, vectors } = symmetricEigen(gram(byTerm, terms, width), width);
  const largest = values[0] ?? 0;
  const directions = new Float32Array(terms * size);
  const turn = new Float64Array(width * size);
  for (let j = 0; j < size; j++) {
    const value = values[j] ?? 0;
    const scale = value > 1e-9 * largest ? 1 / Math.sqrt(value) : 0;
    for (let k = 0; k < width; k++) turn[k * size + j] = (vectors[k * width + j] ?? 0) * scale;
  }
  for (let term = 0; term < terms; term++) turnOne(byTerm, term * width, width, turn, size, directions, term * size);
  return directions;
}

/** One row of `width` numbers times a matrix of `size` columns, four columns at once as in `times`. */
function turnOne(
  matrix: Float32Array,
  from: number,
  width: number,
  turn: Float64Array,
  size: number,
  into: Float32Array,
  to: number,
): void {
  let j = 0; // all indices lie inside, as the caller lays the matrices out
  for (; j + 4 <= size; j += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let k = 0; k < width; k++) {
      const entry = matrix[from + k] as number;
      const at = k * size + j;
      first += entry * (turn[at] as number);
      second += entry * (turn[at + 1] as number);
      third += entry * (turn[at + 2] as number);
      fourth += entry * (turn[at + 3] as number);
    }
    into[to + j] = first;
    into[to + j + 1] = second;
    into[to + j + 2] = third;
    into[to + j + 3] = fourth;
  }
  for (; j < size; j++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (matrix[from + k] as number) * (turn[k * size + j] as number);
    into[to + j] = sum;
  }
}

/** Brings each row to the given length, in place, and gives the factors. */
function scaleRows(matrix: Float32Array, width: number, length: number): Float32Array {
  const rows = width === 0 ? 0 : matrix.length / width;
  return Float32Array.from({ length: rows }, (_, row) => {
    const values = matrix.subarray(row * width, (row + 1) * width);
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    const factor = norm > 0 ? length / norm : 0;
    for (let k = 0; k < width; k++) values[k] = (values[k] ?? 0) * factor;
    return factor;
  });
}
