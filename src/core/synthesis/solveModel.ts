import {
  multiply,
  multiplyVector,
  quadraticForm,
  type Rows,
  symmetricInverse,
  transpose,
} from '#core/numeric/matrices';
import { columnSums } from '#core/synthesis/columnSums';
import type { Design } from '#core/synthesis/design';
import type { ModelOptions, Test } from '#core/synthesis/fitModel';
import { type Effects, type Projection, project, weightedGram } from '#core/synthesis/projection';
import { TAU_SQUARED_ESTIMATORS } from '#core/synthesis/tauSquared/estimators';
import { inverse, type TauProblem } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** What a model's estimates are made of, before anything is said about them (see fitModel). */
export interface SolvedModel {
  readonly problem: TauProblem;
  readonly tauSquared: number;
  /** The fit by the weights of the model: inverse variances, or those given. */
  readonly used: Projection;
  readonly weights: readonly number[];
  readonly varianceFactor: number;
  readonly covariance: Rows;
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly statistics: readonly number[];
}

/**
 * tau², coefficients, their covariance and their statistics: all that a permutation test needs of each of its thousands
 * of fits. No distribution is asked. Scale, sources and agreement are those of fitModel, which is made of it.
 */
export function solveModel(
  { yi, vi }: Effects,
  design: Design,
  options: Omit<ModelOptions, 'design' | 'level'>,
): SolvedModel {
  const df = design.k - design.p;
  const [only] = design.basis;
  const sumsAtZero = only && design.p === 1 ? columnSums(only, yi, vi, 0) : undefined;
  const problem: TauProblem = {
    yi,
    vi,
    design,
    ...(options.weights ? { weights: options.weights } : {}),
    ...(sumsAtZero ? { sumsAtZero } : {}),
  };
  const tauSquared = options.tauSquared ?? (df > 0 ? TAU_SQUARED_ESTIMATORS[options.method].estimate(problem) : 0);
  const inverseVariances = inverse(vi, tauSquared);
  const best = project(design, yi, inverseVariances);
  const weights = options.weights ?? inverseVariances;
  const used = options.weights ? project(design, yi, options.weights) : best;
  const ofBasis = options.weights ? sandwich(design, used.bread, weights, vi, tauSquared) : best.bread;
  const varianceFactor = factorOf(options.test, df, best.rss);
  const covariance = covarianceOf(design, ofBasis, varianceFactor);
  const coefficients = multiplyVector(design.back, used.basisCoefficients);
  const standardErrors = covariance.map((row, i) => Math.sqrt(Math.max(0, row[i] ?? Number.NaN)));
  const statistics = coefficients.map((value, i) => value / (standardErrors[i] ?? Number.NaN));
  return { problem, tauSquared, used, weights, varianceFactor, covariance, coefficients, standardErrors, statistics };
}

/** Wald's chi-square of the coefficients at the given places together; null when their covariance is singular. */
export function jointChiSquare(
  { covariance, coefficients }: Pick<SolvedModel, 'covariance' | 'coefficients'>,
  places: readonly number[],
): number | null {
  const inverted = symmetricInverse(places.map(i => places.map(j => covariance[i]?.[j] ?? Number.NaN)));
  if (!inverted || places.length === 0) return null;
  return quadraticForm(
    inverted,
    places.map(i => coefficients[i] ?? Number.NaN),
  );
}

function covarianceOf({ back, p }: Design, ofBasis: Rows, factor: number): number[][] {
  const [[a = Number.NaN, b = Number.NaN] = [], [, d = Number.NaN] = []] = back;
  if (p === 1) return [[a * a * (ofBasis[0]?.[0] ?? Number.NaN) * factor]];
  if (p === 2) {
    const [[xx = Number.NaN, xz = Number.NaN] = [], [, zz = Number.NaN] = []] = ofBasis;
    const across = d * (a * xz + b * zz) * factor;
    return [
      [(a * a * xx + 2 * a * b * xz + b * b * zz) * factor, across],
      [across, d * d * zz * factor],
    ];
  }
  return multiply(multiply(back, ofBasis), transpose(back)).map(row => row.map(value => value * factor));
}

function factorOf(test: Test, df: number, rss: number): number {
  if (df < 1 || test === 'z' || test === 't') return 1;
  return test === 'adhoc' ? Math.max(1, rss / df) : rss / df;
}

/** Variance of coefficients that were estimated with weights other than the inverse variances. */
function sandwich(design: Design, bread: Rows, weights: readonly number[], vi: readonly number[], tauSquared: number) {
  const meat = weightedGram(
    design,
    weights.map((w, s) => w * w * ((vi[s] ?? 0) + tauSquared)),
  );
  return multiply(multiply(bread, meat), bread);
}
