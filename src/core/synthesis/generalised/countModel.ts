import { gaussHermite } from '#core/numeric/gaussHermite';
import { logGamma } from '#core/numeric/logGamma';
import { cholesky, type Rows, symmetricInverse } from '#core/numeric/matrices';
import { derivativesOfSum, minimise } from '#core/numeric/minimise';

/** One count: events among persons (binomial, logit) or during a time at risk (Poisson, log). */
export interface Count {
  readonly family: 'binomial' | 'poisson';
  readonly events: number;
  /** Persons or time. */
  readonly exposure: number;
  /** Known part of the linear predictor. */
  readonly offset: number;
  /** Row of the fixed-effects design. */
  readonly fixed: readonly number[];
  /** Loadings of the study's random effects. */
  readonly random: readonly number[];
}

/** Counts of one study share its random effects. */
export type CountStudy = readonly Count[];

export interface CountModel {
  readonly studies: readonly CountStudy[];
  readonly fixedEffects: number;
  /** Independent random effects of each study; with none the model is an ordinary regression. */
  readonly randomEffects: number;
  /** Points of adaptive quadrature; 1 is Laplace's approximation, the only choice for two random effects. */
  readonly points: number;
}

export interface CountFit {
  readonly coefficients: readonly number[];
  /** Of coefficients and standard deviations together, at the optimum. */
  readonly covariance: Rows;
  readonly standardDeviations: readonly number[];
  readonly logLikelihood: number;
  /** Of the counts given the most likely random effects. */
  readonly logLikelihoodAtModes: number;
  /** Rounds of the search for the maximum, and whether it ended there. */
  readonly iterations: number;
  readonly converged: boolean;
}

function logChoose(n: number, x: number): number {
  return logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
}

/** What does not depend on the linear predictor. */
export function logConstant({ family, events, exposure }: Count): number {
  return family === 'binomial' ? logChoose(exposure, events) : events * Math.log(exposure) - logGamma(events + 1);
}

const logOnePlusExp = (x: number) => (x > 30 ? x : Math.log1p(Math.exp(x)));

/** Log-likelihood of a count without its constant, with slope and curvature in the linear predictor. */
function likelihoodAt(
  { family, events, exposure }: Count,
  eta: number,
): { value: number; slope: number; curvature: number } {
  if (family === 'binomial') {
    const p = 1 / (1 + Math.exp(-eta));
    return {
      value: events * eta - exposure * logOnePlusExp(eta),
      slope: events - exposure * p,
      curvature: exposure * p * (1 - p),
    };
  }
  const expected = exposure * Math.exp(eta);
  return { value: events * eta - expected, slope: events - expected, curvature: expected };
}

/**
 * Log of the integral of a study's likelihood over its random effects, each standard normal times its deviation, and the
 * log-likelihood at their mode.
 */
function marginal(
  study: CountStudy,
  coefficients: readonly number[],
  deviations: readonly number[],
  points: number,
): { integrated: number; atMode: number } {
  const constant = study.reduce((total, count) => total + logConstant(count), 0);
  const fixed = study.map(count =>
    count.fixed.reduce((total, x, j) => total + x * (coefficients[j] ?? 0), count.offset),
  );
  const loadings = study.map(count => count.random.map((z, r) => z * (deviations[r] ?? 0)));
  const joint = (v: readonly number[]) => {
    let value = 0;
    const slope = deviations.map((_, r) => -(v[r] ?? 0));
    const curvature = deviations.map((_, r) => deviations.map((__, q): number => (r === q ? 1 : 0)));
    for (const x of v) value -= (x * x) / 2;
    for (const [i, count] of study.entries()) {
      const z = loadings[i] ?? [];
      const eta = z.reduce((total, loading, r) => total + loading * (v[r] ?? 0), fixed[i] ?? 0);
      const at = likelihoodAt(count, eta);
      value += at.value;
      for (const [r, loading] of z.entries()) {
        slope[r] = (slope[r] ?? 0) + at.slope * loading;
        const row = curvature[r];
        if (row) for (const [q, other] of z.entries()) row[q] = (row[q] ?? 0) + at.curvature * loading * other;
      }
    }
    return { value, slope, curvature };
  };
  if (deviations.length === 0) {
    const only = constant + joint([]).value;
    return { integrated: only, atMode: only };
  }
  const impossible = { integrated: Number.NEGATIVE_INFINITY, atMode: Number.NEGATIVE_INFINITY };
  let mode: number[] = deviations.map(() => 0);
  let at = joint(mode);
  for (let step = 0; step < 100; step++) {
    const inverse = symmetricInverse(at.curvature);
    if (!inverse) return impossible;
    const change = inverse.map(row => row.reduce((total, value, q) => total + value * (at.slope[q] ?? 0), 0));
    let scale = 1;
    let next = mode;
    let reached = at;
    for (let halving = 0; halving < 30; halving++, scale /= 2) {
      next = mode.map((x, r) => x + scale * (change[r] ?? 0));
      reached = joint(next);
      if (reached.value >= at.value - 1e-12 * Math.abs(at.value)) break;
    }
    mode = next;
    at = reached;
    if (Math.max(...change.map(Math.abs)) < 1e-10) break;
  }
  const lower = cholesky(at.curvature);
  if (!lower) return impossible;
  const atMode = constant + at.value + mode.reduce((total, x) => total + (x * x) / 2, 0);
  const logDeterminant = lower.reduce((total, row, i) => total + 2 * Math.log(row[i] ?? 1), 0);
  if (points === 1 || deviations.length > 1) return { integrated: constant + at.value - logDeterminant / 2, atMode };
  // Adaptive quadrature: the rule moved to the mode and scaled by its curvature.
  const [centre = 0] = mode;
  const spread = Math.exp(-logDeterminant / 2);
  const { nodes, weights } = gaussHermite(points);
  let total = 0;
  for (const [j, node] of nodes.entries())
    total += (weights[j] ?? 0) * Math.exp(joint([centre + spread * node]).value - at.value + (node * node) / 2);
  return { integrated: constant + at.value + Math.log(total * spread), atMode };
}

/**
 * Fits a generalised linear mixed model of counts by maximum likelihood, the random effects integrated out by adaptive
 * Gauss-Hermite quadrature or Laplace's approximation. Scale: logit or log.
 * Takes the start of the coefficients; deviations start at `deviationStart`.
 * Source: Pinheiro and Chao (2006), doi:10.1198/106186006X96962; Stijnen, Hamza, Özdemir (2010), doi:10.1002/sim.4040.
 * Agrees with metafor 3.8-1 rma.glmm (lme4) within 2e-3.
 */
export function fitCounts(model: CountModel, start: readonly number[], deviationStart: readonly number[]): CountFit {
  const { studies, fixedEffects, points } = model;
  const total = start.length + deviationStart.length;
  const terms = studies.map(study => ({
    coordinates: Array.from({ length: total }, (_, j) => j).filter(
      j => j >= fixedEffects || study.some(count => (count.fixed[j] ?? 0) !== 0),
    ),
    value: (x: readonly number[]) =>
      -marginal(study, x.slice(0, fixedEffects), x.slice(fixedEffects), points).integrated,
  }));
  const minusLog = (x: readonly number[]) => terms.reduce((sum, term) => sum + term.value(x), 0);
  const found = minimise(minusLog, [...start, ...deviationStart], { terms });
  const { hessian } = derivativesOfSum(
    terms,
    found.at,
    found.at.map(x => 1e-3 * Math.max(1, Math.abs(x))),
  );
  const coefficients = found.at.slice(0, fixedEffects);
  const deviations = found.at.slice(fixedEffects);
  return {
    coefficients,
    covariance: covarianceOf(hessian, found.at, fixedEffects),
    standardDeviations: deviations.map(Math.abs),
    logLikelihood: -found.value,
    iterations: found.iterations,
    converged: found.converged,
    logLikelihoodAtModes: studies.reduce(
      (total, study) => total + marginal(study, coefficients, deviations, points).atMode,
      0,
    ),
  };
}

/**
 * Inverse information. A deviation of zero leaves the likelihood flat and tells nothing about the coefficients; a
 * coefficient that runs off to infinity (an empty cell) has no information either: both are left out, as NaN.
 */
function covarianceOf(hessian: Rows, at: readonly number[], fixedEffects: number): number[][] {
  const used = at.flatMap((x, i) => {
    const isTold = i < fixedEffects ? (hessian[i]?.[i] ?? 0) > 1e-3 : Math.abs(x) > 1e-3;
    return isTold ? [i] : [];
  });
  const inverse = symmetricInverse(used.map(i => used.map(j => hessian[i]?.[j] ?? Number.NaN)));
  return at.map((_, i) => at.map((__, j) => inverse?.[used.indexOf(i)]?.[used.indexOf(j)] ?? Number.NaN));
}
