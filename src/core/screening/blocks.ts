/**
 * Tall blocks of eight columns, row by row. All functions here take blocks of `count` rows, so that all indices lie inside.
 * Eight sums at once stay in the processor's registers.
 */
export const BLOCK = 8;

/** Sums of products between the columns of two blocks: entry [i · 8 + j] is that of column i of one and column j of the other. */
export function productsBetween(one: Float64Array, other: Float64Array, count: number): Float64Array {
  const products = new Float64Array(BLOCK * BLOCK);
  for (let i = 0; i < BLOCK; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let at = 0; at < count * BLOCK; at += BLOCK) {
      const entry = one[at + i] as number;
      a += entry * (other[at] as number);
      b += entry * (other[at + 1] as number);
      c += entry * (other[at + 2] as number);
      d += entry * (other[at + 3] as number);
      e += entry * (other[at + 4] as number);
      f += entry * (other[at + 5] as number);
      g += entry * (other[at + 6] as number);
      h += entry * (other[at + 7] as number);
    }
    products.set([a, b, c, d, e, f, g, h], i * BLOCK);
  }
  return products;
}

/** Takes from a block, in place, what lies along the columns of another: its columns times `products`. */
export function takeAway(block: Float64Array, along: Float64Array, products: Float64Array, count: number): void {
  const at = (i: number, j: number) => products[i * BLOCK + j] as number;
  for (let j = 0; j < BLOCK; j++) {
    const [a, b, c, d] = [at(0, j), at(1, j), at(2, j), at(3, j)];
    const [e, f, g, h] = [at(4, j), at(5, j), at(6, j), at(7, j)];
    for (let row = 0; row < count * BLOCK; row += BLOCK) {
      block[row + j] =
        (block[row + j] as number) -
        (a * (along[row] as number) +
          b * (along[row + 1] as number) +
          c * (along[row + 2] as number) +
          d * (along[row + 3] as number)) -
        (e * (along[row + 4] as number) +
          f * (along[row + 5] as number) +
          g * (along[row + 6] as number) +
          h * (along[row + 7] as number));
    }
  }
}

/** Less of a column's square than this share of what it was is rounding. */
const NEGLIGIBLE = 1e-9;

/**
 * Makes the columns of a block orthonormal, in place, by the Cholesky factor of their products, twice over for exactness.
 * Columns of which hardly anything is left beside those before, or of the square that each had at first, become zero.
 */
export function makeOrthonormal(block: Float64Array, count: number, squaresAtFirst: Float64Array): void {
  divideByFactor(block, count, squaresAtFirst);
  divideByFactor(block, count, new Float64Array(BLOCK));
}

function divideByFactor(block: Float64Array, count: number, squaresAtFirst: Float64Array): void {
  const factor = productsBetween(block, block, count);
  const inverse = new Float64Array(BLOCK);
  for (let j = 0; j < BLOCK; j++) {
    const whole = Math.max(factor[j * BLOCK + j] as number, squaresAtFirst[j] as number); // inside 8 × 8, here and below
    let pivot = factor[j * BLOCK + j] as number;
    for (let k = 0; k < j; k++) pivot -= (factor[j * BLOCK + k] as number) ** 2;
    inverse[j] = whole > 0 && pivot > NEGLIGIBLE * whole ? 1 / Math.sqrt(pivot) : 0;
    for (let i = j + 1; i < BLOCK; i++) {
      let entry = factor[i * BLOCK + j] as number;
      for (let k = 0; k < j; k++) entry -= (factor[i * BLOCK + k] as number) * (factor[j * BLOCK + k] as number);
      factor[i * BLOCK + j] = entry * (inverse[j] as number);
    }
  }
  for (let from = 0; from < count * BLOCK; from += BLOCK) {
    for (let j = 0; j < BLOCK; j++) {
      let entry = block[from + j] as number;
      for (let k = 0; k < j; k++) entry -= (factor[j * BLOCK + k] as number) * (block[from + k] as number);
      block[from + j] = entry * (inverse[j] as number);
    }
  }
}

/** All blocks side by side times a matrix of `size` numbers a row: `size` numbers for each of the `count` rows. */
export function turned(
  blocks: readonly Float64Array[],
  turn: Float64Array,
  count: number,
  size: number,
): Float32Array<ArrayBuffer> {
  const product = new Float32Array(count * size);
  const row = new Float64Array(blocks.length * BLOCK);
  for (let index = 0; index < count; index++) {
    for (let place = 0; place < blocks.length; place++) {
      const block = blocks[place] as Float64Array;
      for (let i = 0; i < BLOCK; i++) row[place * BLOCK + i] = block[index * BLOCK + i] as number;
    }
    timesTurn(row, turn, size, product, index * size);
  }
  return product;
}

/** One row times the matrix, four columns at once. */
function timesTurn(row: Float64Array, turn: Float64Array, size: number, product: Float32Array, to: number): void {
  let j = 0;
  for (; j + 4 <= size; j += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < row.length; k++) {
      const entry = row[k] as number;
      const from = k * size + j;
      a += entry * (turn[from] as number);
      b += entry * (turn[from + 1] as number);
      c += entry * (turn[from + 2] as number);
      d += entry * (turn[from + 3] as number);
    }
    product[to + j] = a;
    product[to + j + 1] = b;
    product[to + j + 2] = c;
    product[to + j + 3] = d;
  }
  for (; j < size; j++) {
    let sum = 0;
    for (let k = 0; k < row.length; k++) sum += (row[k] as number) * (turn[k * size + j] as number);
    product[to + j] = sum;
  }
}
