import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { USUAL_KNOTS } from '#core/synthesis/doseResponse/doseBasis';
import {
  type DosePrediction,
  type DoseResponse,
  doseResponse,
  predictAtDoses,
} from '#core/synthesis/doseResponse/doseResponse';
import { type DoseTable, doseStudyOf } from '#core/synthesis/doseResponse/doseTable';
import type { DoseStudy } from '#core/synthesis/doseResponse/greenlandLongnecker';
import type { MultivariateMethod } from '#core/synthesis/multilevel/multivariateMeta';

export const DOSE_CURVES = ['linear', 'spline'] as const;
export type DoseCurveWord = (typeof DOSE_CURVES)[number];

export interface DoseChoices {
  readonly curve: DoseCurveWord;
  /** Of the spline, at the usual percentiles. */
  readonly knots: 3 | 4 | 5;
  readonly method: MultivariateMethod;
  /** The dose that the others are compared with; null: the lowest of all studies. */
  readonly reference: number | null;
  /** Each study's own slope is told for so much more of the exposure. */
  readonly per: number;
}

export interface DoseAnalysis {
  readonly choices: DoseChoices;
  /** Percent. */
  readonly level: number;
  readonly reference: number;
  readonly fit: Omit<DoseResponse, 'studies' | 'leftOut'>;
  readonly studies: readonly DoseStudy[];
  readonly labels: Readonly<Record<string, string>>;
  /** At round doses within the data. */
  readonly predicted: readonly DosePrediction[];
  readonly cases: number;
  readonly leftOut: readonly { readonly studyId: string; readonly label: string; readonly because: string }[];
}

interface StudyWithDoses {
  readonly studyId: string;
  readonly label: string;
  readonly dose?: DoseTable | undefined;
}

/**
 * A curve through the levels of exposure of several studies: coefficients pooled over studies, tests of the whole curve and
 * of its bend, and what it expects at doses against a reference. Scale: log ratio.
 * Not estimable: `no-study-with-an-effect`, `knots-at-the-same-dose`, `did-not-converge`.
 * Sources and agreement: see doseResponse and greenlandLongnecker.
 */
export function doseAnalysis(
  studies: readonly StudyWithDoses[],
  choices: DoseChoices,
  level: number,
): Estimable<DoseAnalysis> {
  const read = studies.map(({ studyId, label, dose }) => ({
    studyId,
    label,
    found: dose ? doseStudyOf(studyId, dose) : notEstimable('numbers-missing'),
  }));
  const used = read.flatMap(({ found }) => (found.estimable ? [found.value] : []));
  const unread = read.flatMap(({ studyId, label, found }) =>
    found.estimable ? [] : [{ studyId, label, because: found.because }],
  );
  const labels = Object.fromEntries(read.map(({ studyId, label }) => [studyId, label]));
  if (used.length === 0) return notEstimable('no-study-with-an-effect');
  const found = fitOrReason(used, choices, level);
  if (typeof found === 'string') return notEstimable(found);
  if (!found.search.converged) return notEstimable('did-not-converge');
  const { studies: curves, leftOut, ...fit } = found;
  const fitted = new Set(curves.map(({ studyId }) => studyId));
  const inCurve = used.filter(({ studyId }) => fitted.has(studyId));
  const doses = inCurve.flatMap(({ reference: base, categories }) => [base.dose, ...categories.map(one => one.dose)]);
  const [least, most] = [Math.min(...doses), Math.max(...doses)];
  const reference = choices.reference ?? least;
  return estimable({
    choices,
    level,
    reference,
    fit,
    studies: inCurve,
    labels,
    predicted: predictAtDoses(fit, roundDoses(least, most), reference, level),
    cases: inCurve.reduce(
      (sum, { reference: base, categories }) =>
        categories.reduce((inner, category) => inner + category.cases, sum + base.cases),
      0,
    ),
    leftOut: [...unread, ...leftOut.map(one => ({ ...one, label: labels[one.studyId] ?? one.studyId }))],
  });
}

function fitOrReason(studies: readonly DoseStudy[], choices: DoseChoices, level: number): DoseResponse | string {
  const curve =
    choices.curve === 'linear'
      ? ({ kind: 'linear' } as const)
      : ({ kind: 'spline', knotPercentiles: USUAL_KNOTS[choices.knots] } as const);
  try {
    return doseResponse(studies, { curve, method: choices.method, level });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message.includes('knots') ? 'knots-at-the-same-dose' : 'fewer-categories-than-the-curve-needs';
  }
}

/** Six to ten doses from the least to the most at a round step. */
function roundDoses(least: number, most: number): number[] {
  const span = most - least;
  if (!(span > 0)) return [least];
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(size => span / size <= 8) ?? span;
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * A study's own straight line: log ratio for `per` more of the exposure, with its standard error, by generalised least
 * squares with the covariance of a shared reference. Not estimable as `doseStudyOf`, or `ratios-contradict-totals`.
 */
export function ownSlope(table: DoseTable, per: number): Estimable<{ readonly yi: number; readonly sei: number }> {
  const study = doseStudyOf('study', table);
  if (!study.estimable) return study;
  const found = fitOrReason([study.value], { curve: 'linear', knots: 3, method: 'FE', reference: null, per }, 95);
  if (typeof found === 'string') return notEstimable('ratios-contradict-totals');
  const [slope = Number.NaN] = found.coefficients;
  const [error = Number.NaN] = found.standardErrors;
  return estimable({ yi: slope * per, sei: error * per });
}
