import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { chiSquareQuantile, fQuantile, normalQuantile } from '#core/numeric/distributions';
import { quadraticForm, type Rows } from '#core/numeric/matrices';
import type { AccuracyFit } from '#core/synthesis/diagnostic/bivariateAccuracy';

export const expit = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p) - Math.log1p(-p);

/** A share with its interval, on the scale from 0 to 1. */
export interface ShareWithInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** A ratio on the log scale. */
export interface LogRatio {
  readonly log: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** An ellipse around the summary point in the plane of both logits. */
export interface Ellipse {
  readonly covariance: Rows;
  /** Descending. */
  readonly eigenvalues: readonly [number, number];
  /** Of the long axis against that of logit sensitivity, in radians. */
  readonly angle: number;
  readonly semiAxes: readonly [number, number];
  /** With the F quantile in place of chi-square (as RevMan and SAS); null with two studies. */
  readonly semiAxesByF: readonly [number, number] | null;
}

export interface AccuracySummary {
  readonly standardErrors: readonly [number, number];
  /** Of logit sensitivity with logit specificity between studies. */
  readonly correlation: Estimable<number>;
  readonly sensitivity: ShareWithInterval;
  readonly specificity: ShareWithInterval;
  readonly diagnosticOddsRatio: LogRatio;
  readonly positiveLikelihoodRatio: LogRatio;
  readonly negativeLikelihoodRatio: LogRatio;
  readonly quantileChiSquare: number;
  readonly quantileF: number | null;
  readonly confidenceEllipse: Ellipse;
  readonly predictionEllipse: Ellipse;
}

/**
 * What a bivariate fit says at its summary point: sensitivity, specificity, likelihood ratios and diagnostic odds ratio by
 * the delta method on the log scale, and the regions of confidence and prediction. `level` in percent.
 * Sources: Reitsma et al. (2005), doi:10.1016/j.jclinepi.2005.02.022; Harbord et al. (2007),
 * doi:10.1093/biostatistics/kxl004. Agrees with the reference cases within 1e-5, the precision of the fit.
 */
export function accuracySummary(fit: AccuracyFit, level = 95): AccuracySummary {
  const { means, covariance, between, k } = fit;
  const z = normalQuantile(0.5 + level / 200);
  const standardErrors = [0, 1].map(i => Math.sqrt(covariance[i]?.[i] ?? Number.NaN));
  const [seSensitivity = Number.NaN, seSpecificity = Number.NaN] = standardErrors;
  const share = (mean: number, error: number): ShareWithInterval => ({
    estimate: expit(mean),
    lower: expit(mean - z * error),
    upper: expit(mean + z * error),
  });
  const ratio = (log: number, gradient: readonly number[]): LogRatio => {
    const standardError = Math.sqrt(quadraticForm(covariance, gradient));
    return { log, standardError, lower: log - z * standardError, upper: log + z * standardError };
  };
  const [sensitivity, specificity] = [expit(means[0]), expit(means[1])];
  const [missed, falseAlarm] = [expit(-means[0]), expit(-means[1])];
  const quantileChiSquare = chiSquareQuantile(level / 100, 2);
  const quantileF = k > 2 ? 2 * fQuantile(level / 100, 2, k - 2) : null;
  const spread = Math.sqrt((between[0]?.[0] ?? 0) * (between[1]?.[1] ?? 0));
  return {
    standardErrors: [seSensitivity, seSpecificity],
    correlation: spread > 0 ? estimable((between[0]?.[1] ?? 0) / spread) : notEstimable('no-variance-between-studies'),
    sensitivity: share(means[0], seSensitivity),
    specificity: share(means[1], seSpecificity),
    diagnosticOddsRatio: ratio(means[0] + means[1], [1, 1]),
    positiveLikelihoodRatio: ratio(Math.log(sensitivity) - Math.log(falseAlarm), [missed, specificity]),
    negativeLikelihoodRatio: ratio(Math.log(missed) - Math.log(specificity), [-sensitivity, -falseAlarm]),
    quantileChiSquare,
    quantileF,
    confidenceEllipse: ellipseOf(covariance, quantileChiSquare, quantileF),
    predictionEllipse: ellipseOf(
      covariance.map((row, i) => row.map((value, j) => value + (between[i]?.[j] ?? 0))),
      quantileChiSquare,
      quantileF,
    ),
  };
}

function ellipseOf(covariance: Rows, quantile: number, quantileF: number | null): Ellipse {
  const [[a = 0, b = 0] = [], [, c = 0] = []] = covariance;
  const centre = (a + c) / 2;
  const reach = Math.hypot((a - c) / 2, b);
  const eigenvalues = [centre + reach, Math.max(0, (a * c - b * b) / (centre + reach))] as const;
  const axes = (q: number) => [Math.sqrt(q * eigenvalues[0]), Math.sqrt(q * eigenvalues[1])] as const;
  return {
    covariance,
    eigenvalues,
    angle: 0.5 * Math.atan2(2 * b, a - c),
    semiAxes: axes(quantile),
    semiAxesByF: quantileF === null ? null : axes(quantileF),
  };
}

/**
 * Places on an ellipse, as sensitivity and specificity: mean + √quantile · L (cos t, sin t) with L the lower Cholesky
 * factor and t in even steps from 0.
 */
export function ellipsePoints(
  means: readonly [number, number],
  covariance: Rows,
  quantile: number,
  count: number,
): { sensitivity: number; specificity: number }[] {
  const [[a = 0, b = 0] = [], [, c = 0] = []] = covariance;
  const l11 = Math.sqrt(a);
  const l21 = l11 > 0 ? b / l11 : 0;
  const l22 = Math.sqrt(Math.max(0, c - l21 * l21));
  const reach = Math.sqrt(quantile);
  return Array.from({ length: count }, (_, i) => {
    const t = (2 * Math.PI * i) / count;
    return {
      sensitivity: expit(means[0] + reach * l11 * Math.cos(t)),
      specificity: expit(means[1] + reach * (l21 * Math.cos(t) + l22 * Math.sin(t))),
    };
  });
}
