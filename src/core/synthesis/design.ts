import { dot, type Rows } from '#core/numeric/matrices';

/**
 * The moderators of a model, k studies by p coefficients, held as an orthonormal basis of the same columns. Weighted
 * sums over the basis keep their digits where raw columns (a year beside an intercept) would not.
 */
export interface Design {
  readonly k: number;
  readonly p: number;
  /** p columns of k numbers. */
  readonly basis: readonly (readonly number[])[];
  /** Upper triangular p x p: coefficients of the given columns = back times coefficients of the basis. */
  readonly back: Rows;
  /** log determinant of basis' basis. */
  readonly logGram: number;
  /** Which of the given columns are in the model: those that others already explain are left out. */
  readonly kept: readonly number[];
}

/** One column of ones: the model without moderators. */
export function interceptOnly(k: number): Design {
  if (lastIntercept?.k !== k) lastIntercept = interceptOf(k);
  return lastIntercept;
}

/** The last one made: fits of as many studies follow one another by the thousand. */
let lastIntercept: Design | null = null;

function interceptOf(k: number): Design {
  return { k, p: 1, basis: [Array.from({ length: k }, () => 1)], back: [[1]], logGram: Math.log(k), kept: [0] };
}

/**
 * A design from rows of moderator values (an intercept is a column of ones). Columns that are linear combinations of
 * those before them are left out.
 */
export function designFrom(rows: Rows): Design {
  const given = (rows[0] ?? []).map((_, j) => rows.map(row => row[j] ?? Number.NaN));
  const basis: number[][] = [];
  const triangle: number[][] = [];
  const kept: number[] = [];
  for (const [j, column] of given.entries()) {
    const length = Math.sqrt(dot(column, column));
    let rest = [...column];
    const shares: number[] = new Array(basis.length).fill(0);
    // Twice is enough: the second pass takes away what rounding left of the first.
    for (let pass = 0; pass < 2; pass++) {
      for (const [i, direction] of basis.entries()) {
        const share = dot(direction, rest);
        shares[i] = (shares[i] ?? 0) + share;
        rest = rest.map((value, row) => value - share * (direction[row] ?? 0));
      }
    }
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > 1e-8 * length)) continue;
    basis.push(rest.map(value => value / left));
    triangle.push([...shares, left]);
    kept.push(j);
  }
  return { k: rows.length, p: basis.length, basis, back: invertTriangle(triangle), logGram: 0, kept };
}

/** Inverse of the upper triangular matrix whose columns are given. */
function invertTriangle(columns: readonly (readonly number[])[]): number[][] {
  const p = columns.length;
  const at = (i: number, j: number) => columns[j]?.[i] ?? 0;
  const inverse = columns.map(() => new Array<number>(p).fill(0));
  for (let j = 0; j < p; j++) {
    for (let i = j; i >= 0; i--) {
      let rest = i === j ? 1 : 0;
      for (let m = i + 1; m <= j; m++) rest -= at(i, m) * (inverse[m]?.[j] ?? 0);
      const row = inverse[i];
      if (row) row[j] = rest / at(i, i);
    }
  }
  return inverse;
}
