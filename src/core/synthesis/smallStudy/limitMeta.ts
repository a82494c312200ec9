import { chiSquareUpperTail, normalQuantile, normalTwoSided } from '#core/numeric/distributions';
import { sumOver } from '#core/numeric/sums';
import { fitModel } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** An estimate with its normal test and interval; the test is null when nothing is uncertain. */
export interface LimitEstimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly lower: number;
  readonly upper: number;
}

export interface LimitMeta {
  readonly k: number;
  readonly tauSquared: number;
  /** The usual random-effects result. */
  readonly random: LimitEstimate;
  /** Intercept (bias) and slope of the radial line. */
  readonly alpha: number;
  readonly beta: number;
  /** The effect of an infinitely large study by the radial line: beta + tau alpha. */
  readonly expectation: LimitEstimate;
  /** By the radial line through the limit effects, and by their mean. */
  readonly bySlope: LimitEstimate;
  readonly byMean: LimitEstimate;
  /** Each study's effect as it would be if the study were infinitely large. */
  readonly limits: readonly number[];
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  readonly residualQ: number;
  readonly residualDf: number;
  readonly residualP: number;
  readonly smallStudyQ: number;
  readonly smallStudyP: number;
  /** Heterogeneity left after small-study effects, in percent. */
  readonly gSquaredPercent: number;
}

/**
 * Limit meta-analysis: the effect that is left when each study's precision is let go to infinity along the radial line,
 * so that small-study effects are adjusted for. Scale: that of yi. Takes at least three studies with different precision;
 * throws RangeError otherwise. Source: Rücker et al. (2011), doi:10.1093/biostatistics/kxq046. The variance of the
 * expectation has the covariance of intercept and slope, as metasens from 1.0-1 on. Agrees with the reference cases
 * within 1e-8 (REML 1e-6).
 */
export function limitMeta(effects: Effects, method: TauSquaredMethod, level = 95): LimitMeta {
  const { yi, vi } = effects;
  const k = yi.length;
  if (k < 3) throw new RangeError('limitMeta: at least three studies are needed');
  const fit = fitModel(effects, { method, test: 'z', level });
  const fixed = fitModel(effects, { method: 'EE', test: 'z', level });
  const tauSquared = fit.tauSquared;
  const tau = Math.sqrt(tauSquared);
  const critical = normalQuantile(0.5 + level / 200);
  const estimateOf = (estimate: number, standardError: number): LimitEstimate => ({
    estimate,
    standardError,
    statistic: standardError > 0 ? estimate / standardError : null,
    p: standardError > 0 ? normalTwoSided(estimate / standardError) : null,
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
  });

  const total = vi.map(v => Math.sqrt(v + tauSquared));
  const radial = line(
    total.map(s => 1 / s),
    yi.map((y, i) => y / (total[i] ?? Number.NaN)),
  );
  const { intercept: alpha, slope: beta } = radial;
  const limits = yi.map((y, i) => beta + (tau / (total[i] ?? Number.NaN)) * (y - beta));
  const precision = vi.map(v => 1 / Math.sqrt(v));
  const over = (values: readonly number[]) => values.map((value, i) => value * (precision[i] ?? Number.NaN));
  const ofLimits = line(precision, over(limits));
  const ofEffects = line(precision, over(yi));
  const totalWeight = sumOver(k, i => 1 / (vi[i] ?? Number.NaN));
  const meanLimit = sumOver(k, i => (limits[i] ?? Number.NaN) / (vi[i] ?? Number.NaN)) / totalWeight;
  // Without heterogeneity the limits all lie on beta: the line is exact, and what is left of it is rounding.
  const isExact = tauSquared === 0;
  const slopeError = isExact ? 0 : Math.sqrt(ofLimits.residual / (k - 2) / ofLimits.across);
  return {
    k,
    tauSquared,
    random: estimateOf(fit.coefficients[0] ?? Number.NaN, fit.standardErrors[0] ?? Number.NaN),
    alpha,
    beta,
    expectation: estimateOf(beta + tau * alpha, Math.sqrt(radial.varianceOf(tau))),
    bySlope: estimateOf(isExact ? beta : ofLimits.slope, slopeError),
    byMean: estimateOf(meanLimit, Math.sqrt(1 / totalWeight)),
    limits,
    q: fixed.q,
    qDf: k - 1,
    qP: fixed.qP,
    residualQ: ofEffects.residual,
    residualDf: k - 2,
    residualP: chiSquareUpperTail(ofEffects.residual, k - 2),
    smallStudyQ: fixed.q - ofEffects.residual,
    smallStudyP: chiSquareUpperTail(fixed.q - ofEffects.residual, 1),
    gSquaredPercent: isExact ? 0 : (100 * ofLimits.residual) / ofLimits.total,
  };
}

/** An unweighted line, with the variance (at dispersion 1) of slope + factor × intercept. */
function line(x: readonly number[], y: readonly number[]) {
  const k = x.length;
  const meanX = sumOver(k, i => x[i] ?? Number.NaN) / k;
  const meanY = sumOver(k, i => y[i] ?? Number.NaN) / k;
  const across = sumOver(k, i => ((x[i] ?? Number.NaN) - meanX) ** 2);
  if (!(across > 0)) throw new RangeError('limitMeta: all studies have the same precision');
  const slope = sumOver(k, i => ((x[i] ?? Number.NaN) - meanX) * ((y[i] ?? Number.NaN) - meanY)) / across;
  const intercept = meanY - slope * meanX;
  return {
    slope,
    intercept,
    across,
    residual: sumOver(k, i => ((y[i] ?? Number.NaN) - intercept - slope * (x[i] ?? Number.NaN)) ** 2),
    total: sumOver(k, i => ((y[i] ?? Number.NaN) - meanY) ** 2),
    varianceOf: (factor: number) =>
      1 / across + factor ** 2 * (1 / k + meanX ** 2 / across) - (2 * factor * meanX) / across,
  };
}
