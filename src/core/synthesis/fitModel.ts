import {
  chiSquareUpperTail,
  fUpperTail,
  normalQuantile,
  normalTwoSided,
  tQuantile,
  tTwoSided,
} from '#core/numeric/distributions';
import type { Rows } from '#core/numeric/matrices';
import { tracePOf } from '#core/synthesis/columnSums';
import { type Design, interceptOnly } from '#core/synthesis/design';
import { type Effects, project, traceP } from '#core/synthesis/projection';
import { jointChiSquare, solveModel } from '#core/synthesis/solveModel';
import { TAU_SQUARED_ESTIMATORS } from '#core/synthesis/tauSquared/estimators';
import { inverse, type TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

/**
 * How intervals and tests are made: `z` and `t` by the plain standard error; `knha` with Knapp and Hartung's factor
 * (2003, doi:10.1002/sim.1482) and t; `adhoc` the same with a factor of at least one, so that it never narrows.
 */
export const TESTS = ['z', 't', 'knha', 'adhoc'] as const;
export type Test = (typeof TESTS)[number];

export function isTest(word: string): word is Test {
  return TESTS.some(test => test === word);
}

export interface ModelOptions {
  readonly method: TauSquaredMethod;
  readonly test: Test;
  /** Percent, as 95. */
  readonly level?: number;
  readonly design?: Design;
  readonly weights?: readonly number[];
  /** A variance between studies that is known beforehand. */
  readonly tauSquared?: number;
}

export interface ModelFit {
  readonly k: number;
  readonly p: number;
  readonly method: TauSquaredMethod;
  readonly test: Test;
  readonly level: number;
  readonly design: Design;
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly statistics: readonly number[];
  readonly pValues: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly covariance: Rows;
  /** Degrees of freedom of the t distribution; null for the normal. */
  readonly df: number | null;
  readonly tauSquared: number;
  /** NaN when the method knows none. */
  readonly tauSquaredError: number;
  readonly iSquaredPercent: number;
  readonly hSquared: number;
  /** "Typical" sampling variance that I^2 and H^2 compare with. */
  readonly typicalVariance: number;
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  /** Factor on the variance of the coefficients (Knapp and Hartung), 1 without. */
  readonly varianceFactor: number;
  /** Weights of the estimate, not normalised. */
  readonly weights: readonly number[];
  readonly fitted: readonly number[];
  readonly residuals: readonly number[];
}

/**
 * Fits the mixed-effects model yi = X beta + u + e, u ~ N(0, tau^2), e ~ N(0, vi) by inverse-variance weights (or the
 * given ones); without a design it is the pooled effect of a meta-analysis.
 * Scale: that of yi. Takes at least one study with vi > 0. Throws RangeError for fewer studies than coefficients.
 * With as many studies as coefficients nothing is left to estimate tau^2: it is 0 and tests are normal.
 * Sources: Raudenbush (2009) in The Handbook of Research Synthesis; Viechtbauer (2010), doi:10.18637/jss.v036.i03.
 * Agrees with metafor 3.8-1 rma.uni within 1e-9 (iterated methods 1e-7).
 */
export function fitModel(effects: Effects, options: ModelOptions): ModelFit {
  const { yi } = effects;
  const { method, test, level = 95 } = options;
  const design = options.design ?? interceptOnly(yi.length);
  const { k, p } = design;
  const df = k - p;
  if (k < 1 || df < 0) throw new RangeError(`fitModel: ${k} studies cannot carry ${p} coefficients`);
  const solved = solveModel(effects, design, options);
  const { problem, tauSquared, used, weights, covariance, coefficients, standardErrors, statistics } = solved;
  const { sumsAtZero } = problem;
  const tauSquaredError = df > 0 ? TAU_SQUARED_ESTIMATORS[method].standardError(problem, tauSquared) : Number.NaN;
  const tDf = test === 'z' || df < 1 ? null : df;
  const critical = criticalValue(level, tDf);
  const margin = (i: number) => critical * (standardErrors[i] ?? Number.NaN);

  const fixed = sumsAtZero ? { rss: sumsAtZero.rss, traceP: tracePOf(sumsAtZero) } : aroundFixed(effects, design);
  const typicalVariance = df > 0 ? df / fixed.traceP : 0;
  const q = df > 0 ? fixed.rss : 0;

  return {
    k,
    p,
    method,
    test,
    level,
    design,
    coefficients,
    standardErrors,
    statistics,
    pValues: statistics.map(value => (tDf === null ? normalTwoSided(value) : tTwoSided(value, tDf))),
    lower: coefficients.map((value, i) => value - margin(i)),
    upper: coefficients.map((value, i) => value + margin(i)),
    covariance,
    df: tDf,
    tauSquared,
    tauSquaredError,
    ...inconsistency(method, tauSquared, typicalVariance, q, df),
    typicalVariance,
    q,
    qDf: df,
    qP: df > 0 ? chiSquareUpperTail(q, df) : 1,
    varianceFactor: solved.varianceFactor,
    weights,
    fitted: fittedFrom(yi, used.residuals),
    residuals: used.residuals,
  };
}

function fittedFrom(yi: readonly number[], residuals: readonly number[]): number[] {
  const fitted = yi.slice();
  for (let s = 0; s < fitted.length; s++) fitted[s] = (yi[s] ?? Number.NaN) - (residuals[s] ?? Number.NaN);
  return fitted;
}

/** Q and tr P at tau² = 0. */
function aroundFixed({ yi, vi }: Effects, design: Design): { rss: number; traceP: number } {
  const weights = inverse(vi, 0);
  const { rss, bread } = project(design, yi, weights);
  return { rss, traceP: traceP(design, bread, weights) };
}

const quantiles = new Map<string, number>();

/** The quantile that spans an interval; the few that are asked for again and again are remembered. */
function criticalValue(level: number, df: number | null): number {
  const key = `${level} ${df}`;
  const known = quantiles.get(key);
  if (known !== undefined) return known;
  const share = 0.5 + level / 200;
  const value = df === null ? normalQuantile(share) : tQuantile(share, df);
  if (quantiles.size < 10_000) quantiles.set(key, value);
  return value;
}

/** I^2 (percent) and H^2: from tau^2, or from Q where the model has none. */
function inconsistency(method: TauSquaredMethod, tauSquared: number, typical: number, q: number, df: number) {
  if (df < 1) return { iSquaredPercent: 0, hSquared: 1 };
  if (method === 'EE') return { iSquaredPercent: q > 0 ? Math.max(0, (100 * (q - df)) / q) : 0, hSquared: q / df };
  return { iSquaredPercent: (100 * tauSquared) / (typical + tauSquared), hSquared: tauSquared / typical + 1 };
}

export interface JointTest {
  /** Chi-square, or F with Knapp and Hartung's or a t test. */
  readonly statistic: number;
  readonly df: number;
  readonly denominatorDf: number | null;
  readonly p: number;
}

/**
 * Tests that the coefficients at the given places are all zero: Wald's chi-square, or F when the fit uses t. Null when
 * their covariance is singular.
 */
export function testCoefficients(fit: ModelFit, places: readonly number[]): JointTest | null {
  const m = places.length;
  const quadratic = jointChiSquare(fit, places);
  if (quadratic === null) return null;
  if (fit.df === null) return { statistic: quadratic, df: m, denominatorDf: null, p: chiSquareUpperTail(quadratic, m) };
  return { statistic: quadratic / m, df: m, denominatorDf: fit.df, p: fUpperTail(quadratic / m, m, fit.df) };
}
