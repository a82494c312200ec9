import { designFrom } from '#core/synthesis/design';
import { fitModel } from '#core/synthesis/fitModel';
import { weightedLine } from '#core/synthesis/leastSquares';
import type { Effects } from '#core/synthesis/projection';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** What stands for the size of a study: its standard error, variance, persons, or functions of persons. */
export const SIZE_PREDICTORS = ['sei', 'vi', 'ni', 'ninv', 'sqrtni', 'sqrtninv'] as const;
export type SizePredictor = (typeof SIZE_PREDICTORS)[number];

const PREDICTORS: Readonly<Record<SizePredictor, (vi: number, ni: number) => number>> = {
  sei: vi => Math.sqrt(vi),
  vi: vi => vi,
  ni: (_, ni) => ni,
  ninv: (_, ni) => 1 / ni,
  sqrtni: (_, ni) => Math.sqrt(ni),
  sqrtninv: (_, ni) => 1 / Math.sqrt(ni),
};

export interface SizedEffects extends Effects {
  /** Persons of each study; read by the predictors that need them. */
  readonly ni?: readonly number[];
}

export interface AsymmetryTest {
  /** Slope over its standard error. */
  readonly statistic: number;
  /** Of t; null for the normal distribution. */
  readonly df: number | null;
  readonly p: number;
  readonly intercept: number;
  readonly interceptError: number;
  readonly slope: number;
  readonly slopeError: number;
  readonly tauSquared: number;
  /** Residual standard deviation of the linear model; null in the mixed model. */
  readonly sigma: number | null;
  /** Effect of an infinitely large study with its interval; null when the predictor has no such limit. */
  readonly limit: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
}

/**
 * Egger's test of funnel-plot asymmetry: the effects regressed on a measure of study size. `lm`: weighted least squares
 * with multiplicative dispersion (the classical test); otherwise a mixed model with the given tau^2 method.
 * Takes at least three studies (RangeError otherwise). With fewer than ten it has little power: say so beside it.
 * Sources: Egger et al. (1997), doi:10.1136/bmj.315.7109.629; Sterne and Egger (2005). Agrees with metafor 3.8-1 regtest
 * within 1e-9 (mixed models 1e-6).
 */
export function asymmetryTest(
  effects: SizedEffects,
  model: 'lm' | TauSquaredMethod,
  predictor: SizePredictor = 'sei',
  level = 95,
): AsymmetryTest {
  const x = effects.vi.map((v, i) => PREDICTORS[predictor](v, effects.ni?.[i] ?? Number.NaN));
  const hasLimit = predictor !== 'ni' && predictor !== 'sqrtni';
  if (model === 'lm') {
    const { intercept, slope, sigma } = weightedLine(
      effects.yi,
      x,
      effects.vi.map(v => 1 / v),
      level,
    );
    return {
      statistic: slope.statistic,
      df: slope.df,
      p: slope.p,
      intercept: intercept.estimate,
      interceptError: intercept.standardError,
      slope: slope.estimate,
      slopeError: slope.standardError,
      tauSquared: 0,
      sigma,
      limit: hasLimit ? intercept : null,
    };
  }
  const fit = fitModel(effects, { method: model, test: 'z', level, design: designFrom(x.map(value => [1, value])) });
  const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
  return {
    statistic: at(fit.statistics, 1),
    df: null,
    p: at(fit.pValues, 1),
    intercept: at(fit.coefficients, 0),
    interceptError: at(fit.standardErrors, 0),
    slope: at(fit.coefficients, 1),
    slopeError: at(fit.standardErrors, 1),
    tauSquared: fit.tauSquared,
    sigma: null,
    limit: hasLimit ? { estimate: at(fit.coefficients, 0), lower: at(fit.lower, 0), upper: at(fit.upper, 0) } : null,
  };
}
