import type { Estimable } from '#core/estimable';
import {
  accuracySummary,
  type Ellipse,
  ellipsePoints,
  type LogRatio,
  type ShareWithInterval,
} from '#core/synthesis/diagnostic/accuracySummary';
import { binomialAccuracy } from '#core/synthesis/diagnostic/binomialAccuracy';
import { type AccuracyFit, bivariateAccuracy } from '#core/synthesis/diagnostic/bivariateAccuracy';
import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';
import {
  areaUnder,
  hierarchicalCurve,
  hierarchicalRoc,
  regressionCurve,
  type SummaryRoc,
  sensitivityAt,
} from '#core/synthesis/diagnostic/summaryRoc';
import type { EffectOptions } from '#core/synthesis/effects/effectSize';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

const RATES = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** Rows with all four cells and somebody in both groups. */
function tablesOf(file: ReferenceFile, args: CaseArguments): DiagnosticTable[] {
  return file.studies(args.named('columns')).flatMap(({ tp, fn, fp, tn }) => {
    if (tp == null || fn == null || fp == null || tn == null) return [];
    return tp + fn > 0 && fp + tn > 0 ? [{ tp, fn, fp, tn }] : [];
  });
}

const orNull = <T>(value: Estimable<T>): T | null => (value.estimable ? value.value : null);

const spellShare = ({ estimate, lower, upper }: ShareWithInterval) => ({ est: estimate, lb: lower, ub: upper });

const spellRatio = ({ log, standardError, lower, upper }: LogRatio) => ({
  est: Math.exp(log),
  lb: Math.exp(lower),
  ub: Math.exp(upper),
  log,
  se_log: standardError,
});

function spellEllipse(ellipse: Ellipse, fit: AccuracyFit, quantile: number) {
  const points = ellipsePoints(fit.means, ellipse.covariance, quantile, 8);
  return {
    cov: ellipse.covariance,
    eigen: ellipse.eigenvalues,
    angle: ellipse.angle,
    semi_axes_chisq: ellipse.semiAxes,
    semi_axes_F: ellipse.semiAxesByF,
    points_sens: points.map(point => point.sensitivity),
    points_spec: points.map(point => point.specificity),
  };
}

function curvesOf(fit: AccuracyFit, tables: readonly DiagnosticTable[]) {
  const hierarchical = orNull(hierarchicalRoc(fit));
  const curve = hierarchical ? hierarchicalCurve(hierarchical) : null;
  const regression = orNull(regressionCurve(fit));
  const rates = tables.map(({ fp, tn }) => fp / (fp + tn));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const along = (one: SummaryRoc | null) => RATES.map(rate => (one ? sensitivityAt(one, rate) : null));
  return {
    hsroc: hierarchical && {
      Lambda: hierarchical.accuracy,
      Theta: hierarchical.threshold,
      beta: hierarchical.shape,
      s2_alpha: hierarchical.accuracyVariance,
      s2_theta: hierarchical.thresholdVariance,
    },
    sroc: { fpr: RATES, hsroc: along(curve), regression: along(regression) },
    auc: {
      hsroc: curve && orNull(areaUnder(curve)),
      regression: regression && regression.slope > 0 ? orNull(areaUnder(regression)) : null,
      fpr_range: [least, most],
      partial_hsroc: curve && orNull(areaUnder(curve, least, most)),
    },
  };
}

export function diagnosticBivariate(file: ReferenceFile, args: CaseArguments): unknown {
  const raw = tablesOf(file, args);
  const isNormal = args.text('model', 'normal') === 'normal';
  const normal = isNormal
    ? bivariateAccuracy(raw, args.text('method', 'REML') === 'ML' ? 'ML' : 'REML', {
        add: args.number('add', 0.5),
        to: args.text('to', 'if0all') as EffectOptions['to'], // an unknown word adds nothing
      })
    : null;
  const points = args.text('approximation', 'agh') === 'laplace' ? 1 : args.number('points', 21);
  const fit = normal ?? binomialAccuracy(raw, points);
  const summary = accuracySummary(fit, args.number('level', 95));
  const [se1, se2] = summary.standardErrors;
  return {
    k: fit.k,
    mu: { logit_sens: fit.means[0], logit_spec: fit.means[1] },
    se: { logit_sens: se1, logit_spec: se2 },
    cov_mu: fit.covariance[0]?.[1],
    tau2_sens: fit.between[0]?.[0],
    tau2_spec: fit.between[1]?.[1],
    tau12: fit.between[0]?.[1],
    rho: orNull(summary.correlation),
    sens: spellShare(summary.sensitivity),
    spec: spellShare(summary.specificity),
    DOR: spellRatio(summary.diagnosticOddsRatio),
    LRpos: spellRatio(summary.positiveLikelihoodRatio),
    LRneg: spellRatio(summary.negativeLikelihoodRatio),
    q_chisq: summary.quantileChiSquare,
    q_F: summary.quantileF,
    confidence_ellipse: spellEllipse(summary.confidenceEllipse, fit, summary.quantileChiSquare),
    prediction_ellipse: spellEllipse(summary.predictionEllipse, fit, summary.quantileChiSquare),
    ...curvesOf(fit, normal?.tables ?? raw),
    ll: fit.logLikelihood,
    AIC: -2 * fit.logLikelihood + 10,
    ...(normal && {
      y_sens: normal.logits.map(one => one.sensitivity),
      v_sens: normal.logits.map(one => one.sensitivityVariance),
      y_spec: normal.logits.map(one => one.specificity),
      v_spec: normal.logits.map(one => one.specificityVariance),
    }),
  };
}
