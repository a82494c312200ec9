import { chiSquareUpperTail, normalLowerTail, normalQuantile, normalTwoSided } from '#core/numeric/distributions';
import { dot, multiplyVector, type Rows, symmetricPseudoInverse } from '#core/numeric/matrices';
import { type Contrast, networkDf, studiesOf, treatmentsOf } from '#core/synthesis/network/contrasts';

/** Electrical-network solution of a network of contrasts. */
export interface NetworkSolution {
  readonly treatments: readonly string[];
  /** Effect of each treatment against their mean. */
  readonly effects: readonly number[];
  /** Pseudo-inverse of the Laplacian: covariance of `effects`. */
  readonly covariance: Rows;
  /** Weight of each contrast, reduced within studies of three and more arms. */
  readonly weights: readonly number[];
  /** Diagonal of the hat matrix. */
  readonly hat: readonly number[];
  readonly q: number;
}

/**
 * Common-effect network meta-analysis by the graph-theoretical method; with tau^2 each contrast variance grows by it.
 * Source: Rücker (2012), doi:10.1002/jrsm.1058; multi-arm weights by Rücker and Schwarzer (2014), doi:10.1002/sim.6236.
 * Agrees with reference values within 1e-8.
 */
export function solveNetwork(contrasts: readonly Contrast[], tauSquared = 0): NetworkSolution {
  const treatments = treatmentsOf(contrasts);
  const place = new Map(treatments.map((name, i) => [name, i]));
  const weights = reducedWeights(contrasts, tauSquared);
  const laplacian = treatments.map(() => new Array<number>(treatments.length).fill(0));
  const right = new Array<number>(treatments.length).fill(0);
  const add = (i: number, j: number, value: number) => {
    const row = laplacian[i];
    if (row) row[j] = (row[j] ?? 0) + value;
  };
  const ends = contrasts.map(({ t1, t2 }) => [place.get(t1) ?? -1, place.get(t2) ?? -1] as const);
  for (const [e, [i, j]] of ends.entries()) {
    const weight = weights[e] ?? 0;
    add(i, i, weight);
    add(j, j, weight);
    add(i, j, -weight);
    add(j, i, -weight);
    const pull = weight * (contrasts[e]?.difference ?? 0);
    right[i] = (right[i] ?? 0) + pull;
    right[j] = (right[j] ?? 0) - pull;
  }
  const covariance = symmetricPseudoInverse(laplacian);
  const effects = multiplyVector(covariance, right);
  let q = 0;
  const hat = ends.map(([i, j], e) => {
    const weight = weights[e] ?? 0;
    const fitted = (effects[i] ?? 0) - (effects[j] ?? 0);
    q += weight * ((contrasts[e]?.difference ?? 0) - fitted) ** 2;
    return weight * spread(covariance, i, j);
  });
  return { treatments, effects, covariance, weights, hat, q };
}

/** Variance of the difference between treatments i and j. */
export function spread(covariance: Rows, i: number, j: number): number {
  const at = (a: number, b: number) => covariance[a]?.[b] ?? Number.NaN;
  return i === j ? 0 : at(i, i) + at(j, j) - at(i, j) - at(j, i);
}

/** Weights that make all pairs of a study count as what its arms say: from the pseudo-inverse of its own Laplacian. */
function reducedWeights(contrasts: readonly Contrast[], tauSquared: number): number[] {
  const weightOf = new Map<Contrast, number>();
  for (const own of studiesOf(contrasts)) {
    const arms = treatmentsOf(own);
    if (arms.length === 2) {
      for (const contrast of own) weightOf.set(contrast, 1 / (contrast.variance + tauSquared));
      continue;
    }
    const variances = arms.map(a =>
      arms.map(b => {
        const pair = own.find(({ t1, t2 }) => (t1 === a && t2 === b) || (t1 === b && t2 === a));
        return pair ? pair.variance + tauSquared : 0;
      }),
    );
    const m = arms.length;
    const rowMeans = variances.map(row => row.reduce((x, y) => x + y, 0) / m);
    const mean = rowMeans.reduce((x, y) => x + y, 0) / m;
    const inverse = variances.map((row, i) =>
      row.map((v, j) => -0.5 * (v - (rowMeans[i] ?? 0) - (rowMeans[j] ?? 0) + mean)),
    );
    const laplacian = symmetricPseudoInverse(inverse);
    for (const contrast of own)
      weightOf.set(contrast, -(laplacian[arms.indexOf(contrast.t1)]?.[arms.indexOf(contrast.t2)] ?? Number.NaN));
  }
  return contrasts.map(contrast => weightOf.get(contrast) ?? Number.NaN);
}

/** Effects of all treatments against each other: row less column. */
export interface LeagueTable {
  readonly estimate: Rows;
  readonly standardError: Rows;
  readonly lower: Rows;
  readonly upper: Rows;
  readonly p: Rows;
}

export function leagueTable({ effects, covariance }: NetworkSolution, level = 95): LeagueTable {
  const z = normalQuantile(0.5 + level / 200);
  const grid = (value: (i: number, j: number) => number) => effects.map((_, i) => effects.map((__, j) => value(i, j)));
  const estimate = grid((i, j) => (i === j ? 0 : (effects[i] ?? 0) - (effects[j] ?? 0)));
  const standardError = grid((i, j) => Math.sqrt(Math.max(0, spread(covariance, i, j))));
  const at = (rows: Rows, i: number, j: number) => rows[i]?.[j] ?? Number.NaN;
  return {
    estimate,
    standardError,
    lower: grid((i, j) => at(estimate, i, j) - z * at(standardError, i, j)),
    upper: grid((i, j) => at(estimate, i, j) + z * at(standardError, i, j)),
    p: grid((i, j) => (i === j ? 1 : normalTwoSided(at(estimate, i, j) / at(standardError, i, j)))),
  };
}

/**
 * P-scores: how certain it is, on average, that a treatment is better than another.
 * Source: Rücker and Schwarzer (2015), doi:10.1186/s12874-015-0060-8.
 */
export function pScores(table: LeagueTable, smallIsBetter: boolean): number[] {
  return table.estimate.map((row, i) => {
    const certainties = row.map((value, j) =>
      i === j ? 0 : normalLowerTail(((smallIsBetter ? -1 : 1) * value) / (table.standardError[i]?.[j] ?? Number.NaN)),
    );
    return certainties.reduce((a, b) => a + b, 0) / (row.length - 1);
  });
}

export interface QTest {
  readonly q: number;
  readonly df: number;
  readonly p: number;
}

export const qTest = (q: number, df: number): QTest => ({ q, df, p: df > 0 ? chiSquareUpperTail(q, df) : 1 });

export interface Decomposition {
  readonly total: QTest;
  readonly within: QTest;
  /** Inconsistency between designs. */
  readonly between: QTest;
  /** Designs with degrees of freedom of their own, by name. */
  readonly designs: readonly (QTest & { readonly design: string; readonly studies: number })[];
}

/** Cochran's Q of the network, split into heterogeneity within designs and inconsistency between them (Krahn et al. 2013). */
export function decomposeQ(contrasts: readonly Contrast[]): Decomposition {
  const byDesign = new Map<string, Contrast[]>();
  for (const own of studiesOf(contrasts)) {
    const design = treatmentsOf(own).join(':');
    byDesign.set(design, [...(byDesign.get(design) ?? []), ...own]);
  }
  const designs = [...byDesign.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([design, own]) => ({ design, studies: studiesOf(own).length, ...qTest(solveNetwork(own).q, networkDf(own)) }))
    .filter(({ df }) => df > 0);
  const total = qTest(solveNetwork(contrasts).q, networkDf(contrasts));
  const within = qTest(
    designs.reduce((sum, { q }) => sum + q, 0),
    designs.reduce((sum, { df }) => sum + df, 0),
  );
  return { total, within, between: qTest(total.q - within.q, total.df - within.df), designs };
}

/** Share of each contrast that a vector of contrast weights gives; here for the trace in the moment estimate. */
export function weightedTrace(solution: NetworkSolution, contrasts: readonly Contrast[]): number {
  const place = new Map(solution.treatments.map((name, i) => [name, i]));
  const ends = contrasts.map(({ t1, t2 }) => [place.get(t1) ?? -1, place.get(t2) ?? -1] as const);
  const at = (a: number, b: number) => solution.covariance[a]?.[b] ?? 0;
  const product = ([i, j]: readonly [number, number], [m, n]: readonly [number, number]) =>
    at(i, m) - at(i, n) - at(j, m) + at(j, n);
  const overlap = ([i, j]: readonly [number, number], [m, n]: readonly [number, number]) =>
    ((i === m ? 1 : 0) - (i === n ? 1 : 0) - (j === m ? 1 : 0) + (j === n ? 1 : 0)) / 2;
  // tr((I - H) U W) with H = B L+ B'W and U = BB'/2 within studies.
  let trace = 0;
  for (const [e, one] of ends.entries()) {
    const weight = solution.weights[e] ?? 0;
    trace += weight * overlap(one, one);
    const shares = ends.flatMap((two, f) =>
      contrasts[f]?.study === contrasts[e]?.study
        ? [[product(one, two) * (solution.weights[f] ?? 0), overlap(two, one)] as const]
        : [],
    );
    trace -=
      weight *
      dot(
        shares.map(([share]) => share),
        shares.map(([, over]) => over),
      );
  }
  return trace;
}
