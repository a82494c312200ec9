import { symmetricInverse } from '#core/numeric/matrices';
import { columnSums, tracePOf, tracePPOf } from '#core/synthesis/columnSums';
import type { Score } from '#core/synthesis/tauSquared/score';
import { scoreOfTwo } from '#core/synthesis/tauSquared/scoreOfTwo';
import type { TauProblem } from '#core/synthesis/tauSquared/tauSquaredMethod';

/**
 * The score of tau² as a function, with its memory laid out once: a search asks it dozens of times, a permutation test
 * thousands of searches. With P = W - W B (B'WB)^-1 B'W: slope y'PPy - tr P, information tr PP, observed 2 y'PPPy - tr PP
 * (restricted); tr W and tr WW in place of tr P and tr PP otherwise. Linear in the number of studies.
 * Source: Viechtbauer (2005), doi:10.3102/10769986030003261. Throws RangeError when the design is singular.
 */
export function likelihoodScore(problem: TauProblem, restricted: boolean): (tauSquared: number) => Score {
  const { yi, vi, design } = problem;
  const [only, other] = design.basis;
  if (only && other && design.p === 2) return scoreOfTwo(only, other, problem, restricted);
  if (!only || design.p > 1) return scoreOnMany(problem, restricted);
  return tauSquared => {
    const sums = columnSums(only, yi, vi, tauSquared);
    const information = restricted ? tracePPOf(sums) : sums.squares;
    return {
      slope: sums.scatter - (restricted ? tracePOf(sums) : sums.total),
      information,
      observed: 2 * (sums.cubic - (sums.cross * sums.cross) / sums.gram) - information,
    };
  };
}

function scoreOnMany(problem: TauProblem, restricted: boolean): (tauSquared: number) => Score {
  const { yi: y, vi: v, design } = problem;
  const { k, p, basis: columns } = design;
  const w = new Float64Array(k);
  const grams = [1, 2, 3].map(() => columns.map(() => new Array<number>(p).fill(0)));
  const [first = [], second = [], third = []] = grams;
  return tauSquared => {
    let total = 0;
    let squares = 0;
    for (let s = 0; s < k; s++) {
      const weight = 1 / ((v[s] ?? 0) + tauSquared);
      w[s] = weight;
      total += weight;
      squares += weight * weight;
    }
    const right = columns.map((column, i) => {
      for (let j = 0; j <= i; j++) {
        const other = columns[j] ?? column;
        let a = 0;
        let b = 0;
        let c = 0;
        for (let s = 0; s < k; s++) {
          const weight = w[s] ?? 0;
          const share = weight * (column[s] ?? 0) * (other[s] ?? 0);
          a += share;
          b += weight * share;
          c += weight * weight * share;
        }
        put(first, i, j, a);
        put(second, i, j, b);
        put(third, i, j, c);
      }
      let sum = 0;
      for (let s = 0; s < k; s++) sum += (w[s] ?? 0) * (column[s] ?? 0) * (y[s] ?? 0);
      return sum;
    });
    const bread = symmetricInverse(first);
    if (!bread) throw new RangeError('likelihoodScore: the weighted design is singular');
    const coefficients = bread.map(row => inner(row, right));
    const cross = new Array<number>(p).fill(0);
    let quadratic = 0;
    let cubic = 0;
    for (let s = 0; s < k; s++) {
      let residual = y[s] ?? 0;
      for (let j = 0; j < p; j++) residual -= (coefficients[j] ?? 0) * (columns[j]?.[s] ?? 0);
      const weight = w[s] ?? 0;
      const u = weight * residual;
      quadratic += u * u;
      cubic += weight * u * u;
      for (let j = 0; j < p; j++) cross[j] = (cross[j] ?? 0) + weight * u * (columns[j]?.[s] ?? 0);
    }
    const thirdPower =
      cubic -
      inner(
        cross,
        bread.map(row => inner(row, cross)),
      );
    const traceP = restricted ? total - traceOfProduct(bread, second) : total;
    const tracePP = restricted ? squares - 2 * traceOfProduct(bread, third) + traceOfSquare(bread, second) : squares;
    return { slope: quadratic - traceP, information: tracePP, observed: 2 * thirdPower - tracePP };
  };
}

function put(matrix: number[][], i: number, j: number, value: number): void {
  const [row, other] = [matrix[i], matrix[j]];
  if (row) row[j] = value;
  if (other) other[i] = value;
}

function inner(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** tr(A B) of symmetric matrices. */
function traceOfProduct(a: readonly number[][], b: readonly number[][]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += inner(a[i] ?? [], b[i] ?? []);
  return total;
}

/** tr(A B A B) of symmetric matrices. */
function traceOfSquare(a: readonly number[][], b: readonly number[][]): number {
  const p = a.length;
  const entry = (i: number, j: number) => inner(a[i] ?? [], b[j] ?? []);
  let total = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) total += entry(i, j) * entry(j, i);
  return total;
}
