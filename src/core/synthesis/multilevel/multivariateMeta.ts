import { type Rows, symmetricFactors, symmetricInverse } from '#core/numeric/matrices';
import { minimise } from '#core/numeric/minimise';
import { median } from '#core/numeric/sums';
import type { FitSearch } from '#core/synthesis/pooledStudies';

/** One study's estimates of several quantities, with their covariance. */
export interface StudyVector {
  readonly y: readonly number[];
  readonly V: Rows;
}

export interface MultivariateMeta {
  readonly estimates: readonly number[];
  readonly covariance: Rows;
  /** Covariance between studies; it may be of lower rank. */
  readonly between: Rows;
  /** Of the likelihood that was maximised, all constants kept. */
  readonly logLikelihood: number;
  /** Of the covariance between studies; 0 rounds where none is sought. */
  readonly search: FitSearch;
}

export type MultivariateMethod = 'FE' | 'ML' | 'REML';

/**
 * Pools vectors of estimates: y_i ~ N(mean, between + V_i), `between` unstructured and found by (restricted) maximum
 * likelihood, or 0 for FE. It is held as a triangular factor that may become singular, so that an optimum at the edge is
 * reached; several starts guard against local ones. Scale: that of y. Throws RangeError when a V_i is not positive
 * definite or lengths differ. Sources: van Houwelingen, Arends, Stijnen (2002), doi:10.1002/sim.1040; Jackson, Riley,
 * White (2011), doi:10.1002/sim.4172. Agrees with metafor's rma.mv (polished optimum) within 1e-5.
 */
export function multivariateMeta(studies: readonly StudyVector[], method: MultivariateMethod): MultivariateMeta {
  const p = studies[0]?.y.length ?? 0;
  if (p === 0 || studies.some(({ y, V }) => y.length !== p || V.length !== p))
    throw new RangeError('multivariateMeta: every study needs the same number of estimates');
  const none = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  if (!Number.isFinite(profile(studies, none, false).logLikelihood))
    throw new RangeError('multivariateMeta: a covariance is not positive definite');
  const restricted = method === 'REML';
  const { between, search } =
    method === 'FE' || studies.length < 2
      ? { between: none, search: { iterations: 0, converged: true } }
      : betweenStudies(studies, restricted);
  return { ...profile(studies, between, restricted), between, search };
}

/** Generalised least squares at a given covariance between studies. */
function profile(studies: readonly StudyVector[], between: Rows, restricted: boolean) {
  const p = between.length;
  const k = studies.length;
  const precision = between.map(() => new Array<number>(p).fill(0));
  const weighted = new Array<number>(p).fill(0);
  let logDeterminants = 0;
  const weights = studies.map(({ y, V }) => {
    const factors = symmetricFactors(V.map((row, i) => row.map((v, j) => v + (between[i]?.[j] ?? 0))));
    logDeterminants += factors?.logDeterminant ?? Number.POSITIVE_INFINITY;
    const inverse = factors?.inverse ?? [];
    for (let i = 0; i < p; i++) {
      const row = precision[i] ?? [];
      for (let j = 0; j < p; j++) {
        const w = inverse[i]?.[j] ?? 0;
        row[j] = (row[j] ?? 0) + w;
        weighted[i] = (weighted[i] ?? 0) + w * (y[j] ?? Number.NaN);
      }
    }
    return inverse;
  });
  const whole = symmetricFactors(precision);
  if (!whole) return { estimates: [], covariance: [], logLikelihood: Number.NEGATIVE_INFINITY };
  const estimates = whole.inverse.map(row => row.reduce((total, c, j) => total + c * (weighted[j] ?? 0), 0));
  let squares = 0;
  for (const [s, { y }] of studies.entries()) {
    const residual = y.map((value, i) => value - (estimates[i] ?? 0));
    for (const [i, r] of residual.entries())
      for (const [j, other] of residual.entries()) squares += r * other * (weights[s]?.[i]?.[j] ?? 0);
  }
  const freedom = restricted ? (k - 1) * p : k * p;
  const restriction = restricted ? whole.logDeterminant - p * Math.log(k) : 0;
  const logLikelihood = -0.5 * (freedom * Math.log(2 * Math.PI) + logDeterminants + restriction + squares);
  return { estimates, covariance: whole.inverse, logLikelihood };
}

/** L L' of a lower triangle written row after row. */
function fromTriangle(triangle: readonly number[], p: number): number[][] {
  const lower = (i: number, j: number) => (j > i ? 0 : (triangle[(i * (i + 1)) / 2 + j] ?? 0));
  return Array.from({ length: p }, (_, i) =>
    Array.from({ length: p }, (__, j) => {
      let total = 0;
      for (let m = 0; m <= Math.min(i, j); m++) total += lower(i, m) * lower(j, m);
      return total;
    }),
  );
}

/** The most likely covariance between studies, sought where the sampling errors are about 1 in every direction. */
function betweenStudies(
  studies: readonly StudyVector[],
  restricted: boolean,
): { between: number[][]; search: FitSearch } {
  const p = studies[0]?.y.length ?? 0;
  const scales = Array.from({ length: p }, (_, j) => Math.sqrt(median(studies.map(({ V }) => V[j]?.[j] ?? 1))));
  const at = (i: number) => scales[i] ?? 1;
  const scaled = studies.map(({ y, V }) => ({
    y: y.map((value, i) => value / at(i)),
    V: V.map((row, i) => row.map((v, j) => v / (at(i) * at(j)))),
  }));
  const objective = (triangle: readonly number[]) =>
    -profile(scaled, fromTriangle(triangle, p), restricted).logLikelihood;
  const found = startsOf(scaled).map(start => minimise(objective, start));
  const best = found.reduce((one, other) => (other.value < one.value ? other : one));
  const between = fromTriangle(snapped(best.at, p, objective), p);
  return {
    between: between.map((row, i) => row.map((v, j) => v * at(i) * at(j))),
    search: { iterations: best.iterations, converged: best.converged },
  };
}

/** A factor with next to nothing on its diagonal is singular, if the likelihood does not object. */
function snapped(triangle: readonly number[], p: number, objective: (at: readonly number[]) => number): number[] {
  let best = [...triangle];
  for (let i = 0; i < p; i++) {
    const place = (i * (i + 3)) / 2;
    if (Math.abs(best[place] ?? 0) > 1e-4) continue;
    const without = best.map((value, m) => (m === place ? 0 : value));
    if (objective(without) <= objective(best) + 1e-10) best = without;
  }
  return best;
}

/** Scatter beyond sampling error, with the correlations that the estimates show, with none, and of other sizes. */
function startsOf(studies: readonly StudyVector[]): number[][] {
  const p = studies[0]?.y.length ?? 0;
  const spread = Array.from({ length: p }, (_, j) => {
    const values = studies.map(({ y }) => y[j] ?? 0);
    const centre = median(values);
    const scatter = median(values.map(value => (value - centre) ** 2)) * 2.2;
    return Math.sqrt(Math.max(0.05, scatter - 1));
  });
  const triangle = (entry: (i: number, j: number) => number) =>
    Array.from({ length: p }, (_, i) => Array.from({ length: i + 1 }, (__, j) => entry(i, j))).flat();
  const diagonal = (size: number) => triangle((i, j) => (i === j ? size * (spread[i] ?? 1) : 0));
  const correlated = (sign: number) =>
    triangle((i, j) => (spread[i] ?? 1) * (i === j ? (i === 0 ? 1 : 0.5) : j === 0 ? sign * 0.8 : 0.1));
  if (p === 1) return [diagonal(1), diagonal(0.1), diagonal(5)];
  return [diagonal(1), diagonal(0.2), correlated(1), correlated(-1)];
}

/** Q of fixed effects: how far the studies scatter beyond their sampling errors. */
export function multivariateQ(studies: readonly StudyVector[]): number {
  const { estimates } = multivariateMeta(studies, 'FE');
  return studies.reduce((total, { y, V }) => {
    const inverse = symmetricInverse(V) ?? [];
    const residual = y.map((value, i) => value - (estimates[i] ?? 0));
    return (
      total +
      inverse.reduce(
        (sum, row, i) => sum + (residual[i] ?? 0) * row.reduce((inner, w, j) => inner + w * (residual[j] ?? 0), 0),
        0,
      )
    );
  }, 0);
}
