import { chiSquareUpperTail, normalQuantile, normalTwoSided } from '#core/numeric/distributions';
import {
  multiply,
  multiplyVector,
  quadraticForm,
  type Rows,
  symmetricInverse,
  transpose,
} from '#core/numeric/matrices';
import { type DoseCurve, percentile, splineColumns } from '#core/synthesis/doseResponse/doseBasis';
import { type DoseStudy, type FittedCases, fittedCases } from '#core/synthesis/doseResponse/greenlandLongnecker';
import {
  type MultivariateMethod,
  multivariateMeta,
  multivariateQ,
  type StudyVector,
} from '#core/synthesis/multilevel/multivariateMeta';
import type { FitSearch } from '#core/synthesis/pooledStudies';

export interface DoseResponsePlan {
  readonly curve: DoseCurve;
  readonly method: MultivariateMethod;
  /** Percent. */
  readonly level?: number;
}

/** One study's own curve: the coefficients of the basis with their covariance, and what it was made from. */
export interface StudyCurve extends StudyVector {
  readonly studyId: string;
  readonly fitted: FittedCases;
}

/** Wald's test that coefficients are 0. */
export interface JointTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

export interface DoseResponse {
  readonly k: number;
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly statistics: readonly number[];
  readonly pValues: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly covariance: Rows;
  /** Covariance of the coefficients between studies. */
  readonly between: Rows;
  readonly q: number;
  readonly qDf: number;
  /** Null for one study. */
  readonly qP: number | null;
  readonly iSquaredPercent: number | null;
  readonly logLikelihood: number;
  readonly overall: JointTest;
  /** That the curve is a line; null for a line. */
  readonly nonlinearity: JointTest | null;
  readonly knots: readonly number[];
  readonly studies: readonly StudyCurve[];
  /** Studies with too few categories for the curve, or whose numbers contradict each other. */
  readonly leftOut: readonly { readonly studyId: string; readonly because: string }[];
  readonly search: FitSearch;
}

/**
 * Dose-response meta-analysis in two stages: each study's curve by generalised least squares on its log ratios (with the
 * covariance that a shared reference category brings), then the coefficients pooled, with an unstructured covariance
 * between studies. Scale: log ratio. Knots are percentiles of the doses of all rows, reference rows included.
 * Throws RangeError when no study is left. Sources: Greenland and Longnecker (1992), doi:10.1093/oxfordjournals.aje.a116237;
 * Crippa and Orsini (2016), doi:10.18637/jss.v072.c01. Agrees with the reference cases (dosresmeta's vignette, metafor's
 * rma.mv) within 1e-8, with an estimated covariance 1e-4.
 */
export function doseResponse(studies: readonly DoseStudy[], plan: DoseResponsePlan): DoseResponse {
  const knots = knotsOf(studies, plan.curve);
  const columns = (dose: number) => splineColumns(dose, knots);
  const tried = studies.map(study => ({ study, curve: curveOf(study, columns) }));
  const used = tried.flatMap(({ curve }) => (typeof curve === 'string' ? [] : [curve]));
  if (used.length === 0) throw new RangeError('doseResponse: no study has enough categories for this curve');
  const { estimates, covariance, between, logLikelihood, search } = multivariateMeta(used, plan.method);
  const k = used.length;
  const p = estimates.length;
  const standardErrors = covariance.map((row, i) => Math.sqrt(row[i] ?? Number.NaN));
  const statistics = estimates.map((value, i) => value / (standardErrors[i] ?? Number.NaN));
  const z = normalQuantile(0.5 + (plan.level ?? 95) / 200);
  const margin = (i: number) => z * (standardErrors[i] ?? Number.NaN);
  const q = k > 1 ? multivariateQ(used) : 0;
  const qDf = (k - 1) * p;
  return {
    k,
    coefficients: estimates,
    standardErrors,
    statistics,
    pValues: statistics.map(normalTwoSided),
    lower: estimates.map((value, i) => value - margin(i)),
    upper: estimates.map((value, i) => value + margin(i)),
    covariance,
    between,
    q,
    qDf,
    qP: qDf > 0 ? chiSquareUpperTail(q, qDf) : null,
    iSquaredPercent: qDf > 0 ? 100 * Math.max(0, (q - qDf) / q) : null,
    logLikelihood,
    overall: jointTest(estimates, covariance, 0),
    nonlinearity: p > 1 ? jointTest(estimates, covariance, 1) : null,
    knots,
    studies: used,
    leftOut: tried.flatMap(({ study, curve }) =>
      typeof curve === 'string' ? [{ studyId: study.studyId, because: curve }] : [],
    ),
    search,
  };
}

function knotsOf(studies: readonly DoseStudy[], curve: DoseCurve): number[] {
  if (curve.kind === 'linear') return [];
  const doses = studies.flatMap(study => [study.reference.dose, ...study.categories.map(({ dose }) => dose)]);
  const knots = curve.knotPercentiles.map(percent => percentile(doses, percent));
  if (knots.length < 3 || knots.some((knot, i) => i > 0 && !(knot > (knots[i - 1] ?? Number.NaN))))
    throw new RangeError('doseResponse: a spline needs at least three knots at different doses');
  return knots;
}

/** A study's own curve, or why it has none. */
function curveOf(study: DoseStudy, columns: (dose: number) => number[]): StudyCurve | string {
  const origin = columns(study.reference.dose);
  const X = study.categories.map(({ dose }) => columns(dose).map((value, j) => value - (origin[j] ?? 0)));
  if (X.length < origin.length) return 'fewer-categories-than-the-curve-needs';
  let fitted: FittedCases;
  try {
    fitted = fittedCases(study);
  } catch (error) {
    if (error instanceof RangeError) return 'ratios-contradict-totals';
    throw error;
  }
  const weights = symmetricInverse(fitted.covariance);
  if (!weights) return 'ratios-contradict-totals';
  const weighted = multiply(transpose(X), weights);
  const V = symmetricInverse(multiply(weighted, X));
  if (!V) return 'fewer-categories-than-the-curve-needs';
  const y = multiplyVector(
    V,
    multiplyVector(
      weighted,
      study.categories.map(({ logRatio }) => logRatio),
    ),
  );
  return { studyId: study.studyId, y, V, fitted };
}

function jointTest(estimates: readonly number[], covariance: Rows, from: number): JointTest {
  const tested = estimates.slice(from);
  const inverse = symmetricInverse(covariance.slice(from).map(row => row.slice(from)));
  const statistic = inverse ? quadraticForm(inverse, tested) : Number.NaN;
  return { statistic, df: tested.length, p: chiSquareUpperTail(statistic, tested.length) };
}

export interface DosePrediction {
  readonly dose: number;
  readonly logRatio: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** The log ratio at doses against a reference dose, by the pooled curve; `level` in percent. */
export function predictAtDoses(
  { coefficients, covariance, knots }: Pick<DoseResponse, 'coefficients' | 'covariance' | 'knots'>,
  doses: readonly number[],
  reference: number,
  level = 95,
): DosePrediction[] {
  const origin = splineColumns(reference, knots);
  const z = normalQuantile(0.5 + level / 200);
  return doses.map(dose => {
    const x = splineColumns(dose, knots).map((value, j) => value - (origin[j] ?? 0));
    const logRatio = x.reduce((total, value, j) => total + value * (coefficients[j] ?? 0), 0);
    const standardError = Math.sqrt(Math.max(0, quadraticForm(covariance, x)));
    const margin = z * standardError;
    return { dose, logRatio, standardError, lower: logRatio - margin, upper: logRatio + margin };
  });
}
