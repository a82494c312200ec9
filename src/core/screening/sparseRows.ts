/** Rows in compressed form: row i holds positions rowStart[i] until rowStart[i + 1] of columns and weights. */
export interface SparseRows {
  readonly rowStart: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float32Array;
}

/** The listed rows in the order of the list, as rows of their own. */
export function rowsAt(rows: SparseRows, list: Int32Array): SparseRows {
  const rowStart = new Int32Array(list.length + 1);
  for (const [index, row] of list.entries()) {
    rowStart[index + 1] = (rowStart[index] as number) + rowLength(rows, row);
  }
  const columns = new Int32Array(rowStart.at(-1) ?? 0);
  const weights = new Float32Array(columns.length);
  for (const [index, row] of list.entries()) {
    const start = rows.rowStart[row] as number; // rows of the list are rows
    const end = rows.rowStart[row + 1] as number;
    columns.set(rows.columns.subarray(start, end), rowStart[index]);
    weights.set(rows.weights.subarray(start, end), rowStart[index]);
  }
  return { rowStart, columns, weights };
}

function rowLength({ rowStart }: SparseRows, row: number): number {
  return (rowStart[row + 1] as number) - (rowStart[row] as number); // the row is there
}

/** Columns become rows: as many as `columns` says, each in the order of the rows. */
export function transposed(rows: SparseRows, columns: number): SparseRows {
  const rowStart = new Int32Array(columns + 1);
  for (const column of rows.columns) rowStart[column + 1] = (rowStart[column + 1] as number) + 1;
  for (let column = 0; column < columns; column++) {
    rowStart[column + 1] = (rowStart[column + 1] as number) + (rowStart[column] as number);
  }
  const next = rowStart.slice();
  const turned = new Int32Array(rows.columns.length);
  const weights = new Float32Array(rows.columns.length);
  for (let row = 0; row + 1 < rows.rowStart.length; row++) {
    const end = rows.rowStart[row + 1] as number; // all indices lie inside the rows
    for (let at = rows.rowStart[row] as number; at < end; at++) {
      const column = rows.columns[at] as number;
      const to = next[column] as number;
      next[column] = to + 1;
      turned[to] = row;
      weights[to] = rows.weights[at] as number;
    }
  }
  return { rowStart, columns: turned, weights };
}

/** So many multiplications come between two breaths. */
const STEPS_A_SLICE = 4_000_000;

/**
 * The first `count` rows times a matrix of `width` numbers a row, into `product`, of the same width. Yields now and then.
 * Eight sums at once stay in the processor's registers, and eight numbers of a matrix's row come with one look at memory.
 */
export function* timesMatrix(
  { rowStart, columns, weights }: SparseRows,
  count: number,
  matrix: Float32Array,
  width: number,
  product: Float32Array,
): Generator<void, void> {
  let steps = 0;
  for (let row = 0; row < count; row++) {
    const start = rowStart[row] as number; // all indices lie inside: rows, matrix and product are laid out by the caller
    const end = rowStart[row + 1] as number;
    const to = row * width;
    let k = 0;
    for (; k + 8 <= width; k += 8) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      for (let at = start; at < end; at++) {
        const weight = weights[at] as number;
        const from = (columns[at] as number) * width + k;
        a += weight * (matrix[from] as number);
        b += weight * (matrix[from + 1] as number);
        c += weight * (matrix[from + 2] as number);
        d += weight * (matrix[from + 3] as number);
        e += weight * (matrix[from + 4] as number);
        f += weight * (matrix[from + 5] as number);
        g += weight * (matrix[from + 6] as number);
        h += weight * (matrix[from + 7] as number);
      }
      product[to + k] = a;
      product[to + k + 1] = b;
      product[to + k + 2] = c;
      product[to + k + 3] = d;
      product[to + k + 4] = e;
      product[to + k + 5] = f;
      product[to + k + 6] = g;
      product[to + k + 7] = h;
    }
    for (; k < width; k++) {
      let sum = 0;
      for (let at = start; at < end; at++) {
        sum += (weights[at] as number) * (matrix[(columns[at] as number) * width + k] as number);
      }
      product[to + k] = sum;
    }
    steps += (end - start) * width;
    if (steps >= STEPS_A_SLICE) {
      steps = 0;
      yield;
    }
  }
}
