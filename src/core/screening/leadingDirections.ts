import { symmetricEigen } from '#core/numeric/matrices';
import { BLOCK, makeOrthonormal, productsBetween, takeAway, turned } from '#core/screening/blocks';
import { type SparseRows, timesMatrix } from '#core/screening/sparseRows';

/** Directions in the space of the rows, and the singular value of each: the larger, the more of the rows lies along it. */
export interface LeadingDirections {
  /** Row by row, `size` numbers each, the direction along which most lies first. */
  readonly directions: Float32Array;
  readonly values: Float64Array;
  readonly size: number;
}

/**
 * The leading left singular vectors of sparse rows X, found by a randomised block Lanczos iteration: each round multiplies
 * eight directions by X Xᵀ and makes what is new in them orthonormal to all before; the singular vectors are then found
 * within all that was met. It reads the rows half as often as carrying every direction through each round does, and what it
 * finds holds as much of the rows.
 *
 * Takes the rows and their transpose, how many directions are wanted, in how many rounds (eight new directions each; twice
 * as many as are wanted make them settle), and luck. Gives at most as many as there are rows; along those of value 0
 * nothing lies.
 *
 * Source: Golub & Underwood 1977, doi:10.1016/B978-0-12-587260-7.50018-2; started at random, Musco & Musco 2015,
 * arXiv:1504.05477. Agrees with a full eigen-decomposition of X Xᵀ to 1e-4 of the largest value on small matrices (test).
 */
export function* leadingDirections(
  rows: SparseRows,
  columns: SparseRows,
  wanted: number,
  rounds: number,
  random: () => number,
): Generator<void, LeadingDirections> {
  const count = rows.rowStart.length - 1;
  const terms = columns.rowStart.length - 1;
  const most = Math.min(rounds, Math.ceil(count / BLOCK));
  const width = most * BLOCK;
  if (width === 0) return { directions: new Float32Array(0), values: new Float64Array(0), size: 0 };
  const inner: number[][] = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const basis: Float64Array[] = [];
  const single = new Float32Array(count * BLOCK);
  const byTerm = new Float32Array(terms * BLOCK);
  let next = Float64Array.from({ length: count * BLOCK }, () => normal(random));
  makeOrthonormal(next, count, columnSquares(next));
  for (let round = 0; round < most; round++) {
    basis.push(next);
    single.set(next);
    yield* timesMatrix(columns, terms, single, BLOCK, byTerm);
    yield* timesMatrix(rows, count, byTerm, BLOCK, single);
    next = Float64Array.from(single);
    const before = columnSquares(next);
    for (const [place, block] of basis.entries()) {
      const products = productsBetween(block, next, count);
      takeAway(next, block, products, count);
      putInto(inner, products, place * BLOCK, round * BLOCK);
    }
    makeOrthonormal(next, count, before);
    yield;
  }
  const { values, vectors } = symmetricEigen(inner);
  yield;
  const size = Math.min(wanted, width, count);
  // Eigenvalues come from the smallest up.
  const chosen = Array.from({ length: size }, (_, j) => width - 1 - j);
  const largest = values.at(-1) ?? 0;
  const turn = Float64Array.from({ length: width * size }, (_, at) => {
    const column = chosen[at % size] as number; // there are `size` of them
    return vectors[Math.floor(at / size)]?.[column] ?? 0;
  });
  return {
    directions: turned(basis, turn, count, size),
    values: Float64Array.from(chosen, column => {
      const value = values[column] ?? 0;
      return value > ROUNDING * largest ? Math.sqrt(value) : 0;
    }),
    size,
  };
}

/** Products are kept in single precision: a smaller share of the largest eigenvalue is nothing. */
const ROUNDING = 1e-6;

/** A standard normal number (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function columnSquares(block: Float64Array): Float64Array {
  const squares = new Float64Array(BLOCK);
  for (let at = 0; at < block.length; at++) {
    const value = block[at] as number; // inside; so is its column
    squares[at % BLOCK] = (squares[at % BLOCK] as number) + value * value;
  }
  return squares;
}

/** Products of one block of directions with another, at their place and mirrored. */
function putInto(inner: number[][], products: Float64Array, row: number, column: number): void {
  for (let i = 0; i < BLOCK; i++) {
    for (let j = 0; j < BLOCK; j++) {
      const value = products[i * BLOCK + j] as number; // BLOCK × BLOCK of them
      (inner[row + i] as number[])[column + j] = value;
      (inner[column + j] as number[])[row + i] = value;
    }
  }
}
