import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { adaptivePanels } from '#core/numeric/adaptivePanels';
import { expit, logit } from '#core/synthesis/diagnostic/accuracySummary';
import type { AccuracyFit } from '#core/synthesis/diagnostic/bivariateAccuracy';

/** Rutter and Gatsonis's parameters: accuracy, threshold, shape of the curve, and the variances of the first two. */
export interface HierarchicalRoc {
  readonly accuracy: number;
  readonly threshold: number;
  readonly shape: number;
  readonly accuracyVariance: number;
  readonly thresholdVariance: number;
}

/** Sensitivity as a function of the false positive rate, a straight line between both logits. */
export interface SummaryRoc {
  readonly intercept: number;
  readonly slope: number;
}

/**
 * The parameters of the hierarchical summary ROC model that a bivariate fit implies. Not estimable
 * (`no-variance-between-studies`) when sensitivity or specificity do not vary: the shape is then undetermined.
 * Source: Harbord et al. (2007), doi:10.1093/biostatistics/kxl004. Agrees with the reference cases within 1e-5.
 */
export function hierarchicalRoc({ means, between }: AccuracyFit): Estimable<HierarchicalRoc> {
  const [[t11 = 0, t12 = 0] = [], [, t22 = 0] = []] = between;
  const s1 = Math.sqrt(t11);
  const s2 = Math.sqrt(t22);
  if (!(s1 > 0 && s2 > 0)) return notEstimable('no-variance-between-studies');
  const stretch = Math.sqrt(s2 / s1);
  return estimable({
    accuracy: stretch * means[0] + means[1] / stretch,
    threshold: 0.5 * (stretch * means[0] - means[1] / stretch),
    shape: Math.log(s2 / s1),
    accuracyVariance: 2 * (s1 * s2 + t12),
    thresholdVariance: 0.5 * (s1 * s2 - t12),
  });
}

/** The summary curve of the hierarchical model: symmetric in how it treats both errors. */
export function hierarchicalCurve({ accuracy, shape }: HierarchicalRoc): SummaryRoc {
  return { intercept: accuracy * Math.exp(-shape / 2), slope: Math.exp(-shape) };
}

/** The regression of logit sensitivity on logit false positive rate; not estimable where specificity does not vary. */
export function regressionCurve({ means, between }: AccuracyFit): Estimable<SummaryRoc> {
  const [[, t12 = 0] = [], [, t22 = 0] = []] = between;
  if (!(t22 > 0)) return notEstimable('no-variance-between-studies');
  const slope = -t12 / t22;
  return estimable({ intercept: means[0] + slope * means[1], slope });
}

export function sensitivityAt({ intercept, slope }: SummaryRoc, falsePositiveRate: number): number {
  return expit(intercept + slope * logit(falsePositiveRate));
}

/** exp(-45) is nothing beside 1. */
const FAR = 45;

/**
 * The area under a summary curve between two false positive rates, divided by their distance; over all of them by
 * default. Integrated over the logit of the rate, exact to about 1e-13. Not estimable for a curve that falls
 * (`curve-falls`), or when both ends are the same (`no-range`).
 */
export function areaUnder(curve: SummaryRoc, from = 0, to = 1): Estimable<number> {
  if (curve.slope < 0) return notEstimable('curve-falls');
  if (!(to > from)) return notEstimable('no-range');
  const low = Math.max(-FAR, logit(from));
  const high = Math.min(FAR, logit(to));
  const middle = -curve.intercept / curve.slope;
  const breaks = [-20, -5, 0, 5, 20, middle - 1 / curve.slope, middle, middle + 1 / curve.slope].filter(
    t => t > low && t < high,
  );
  const panels = adaptivePanels(
    t => expit(curve.intercept + curve.slope * t) * expit(t) * expit(-t),
    [low, ...new Set(breaks.sort((a, b) => a - b)), high],
  );
  return estimable(panels.reduce((total, { mass }) => total + mass, 0) / (to - from));
}
