import { randomFrom, shuffled } from '#core/random';
import { leadingDirections } from '#core/screening/leadingDirections';
import type { RankingSettings } from '#core/screening/rankingSettings';
import { rowsAt, timesMatrix, transposed } from '#core/screening/sparseRows';
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

/**
 * Latent part of the features: the leading right singular vectors of the term rows (latent semantic analysis, not centred).
 * Records on the same matter come near each other though they share few words. Each row is brought to length
 * `latentWeight`; a row without terms stays zero. Yields now and then.
 */
export function* latentSteps(
  rows: WeightedRows,
  records: number,
  seed: number,
  settings: RankingSettings,
): Generator<void, Latent> {
  const random = randomFrom(seed);
  const some = rowsAt(rows, sampleOf(records, settings.latentSample, random));
  const byTerm = transposed(some, rows.terms.length);
  yield;
  const found = yield* leadingDirections(some, byTerm, settings.latentSize, settings.latentRounds, random);
  const { directions, values, size } = found;
  for (let at = 0; at < directions.length; at++) {
    const value = values[at % size] as number; // one for each direction
    directions[at] = value > 0 ? (directions[at] as number) / value : 0;
  }
  const termLatent = new Float32Array(rows.terms.length * size);
  yield* timesMatrix(byTerm, rows.terms.length, directions, size, termLatent);
  const latent = new Float32Array((records + 1) * size);
  yield* timesMatrix(rows, records + 1, termLatent, size, latent);
  return { latentSize: size, latent, termLatent, latentScale: scaleRows(latent, size, settings.latentWeight) };
}

/** Positions of the records that the directions are found from, in order: all, or so many by lot. */
function sampleOf(records: number, most: number, random: () => number): Int32Array {
  const all = Array.from({ length: records }, (_, record) => record);
  return records <= most ? Int32Array.from(all) : Int32Array.from(shuffled(all, random).slice(0, most)).sort();
}

/** Brings each row to the given length, in place, and gives the factors. */
function scaleRows(matrix: Float32Array, width: number, length: number): Float32Array {
  const factors = new Float32Array(width === 0 ? 0 : matrix.length / width);
  for (let row = 0; row < factors.length; row++) {
    const end = (row + 1) * width;
    let squares = 0;
    for (let at = row * width; at < end; at++) squares += (matrix[at] as number) ** 2; // inside the row
    const factor = squares > 0 ? length / Math.sqrt(squares) : 0;
    for (let at = row * width; at < end; at++) matrix[at] = (matrix[at] as number) * factor;
    factors[row] = factor;
  }
  return factors;
}
