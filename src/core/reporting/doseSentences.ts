import type { Estimable } from '#core/estimable';
import { backText } from '#core/reporting/accuracySentences';
import { becauseWords } from '#core/reporting/becauseWords';
import { countText, decimalText, pText } from '#core/reporting/numbers';
import type { DoseAnalysis, DoseChoices } from '#core/synthesis/doseResponse/doseAnalysis';
import type { DosePrediction } from '#core/synthesis/doseResponse/doseResponse';

const METHOD: Readonly<Record<DoseChoices['method'], string>> = {
  REML: 'random effects, by restricted maximum likelihood',
  ML: 'random effects, by maximum likelihood',
  FE: 'fixed effects',
};

/** A dose as people write it, with its unit. */
export function doseText(dose: number, unit: string): string {
  const text = decimalText(dose, (String(dose).split('.')[1] ?? '').length);
  return unit === '' ? text : `${text} ${unit}`;
}

export function predictionRange({ logRatio, lower, upper }: DosePrediction): string {
  return `${backText(logRatio)} (${backText(lower)} to ${backText(upper)})`;
}

/** How the curve was made, as the Methods of a manuscript say it: every choice, nothing else. */
export function doseMethods({ curve, knots, method }: DoseChoices, level: number): string {
  const shape =
    curve === 'linear'
      ? 'a straight line'
      : `a restricted cubic spline with ${knots} knots at the usual percentiles (Harrell 2015)`;
  return (
    `Dose and response were analysed in two stages: in each study ${shape} was fitted to the log ratios by generalised least squares, ` +
    `with the covariances that a shared reference level brings (Greenland and Longnecker 1992); the coefficients were pooled with ${METHOD[method]}. ` +
    `Intervals are at ${level} %. Analyses were computed with Pooled.`
  );
}

/** What the curve says, as the Results say it; why there is none, where there is none. */
export function doseResults(
  found: Estimable<DoseAnalysis>,
  outcome: string,
  unit: string,
  leftOut: readonly { readonly label: string; readonly reason: string }[],
): string {
  if (!found.estimable) return `No dose–response curve was drawn for ${outcome}: ${becauseWords(found.because)}.`;
  const { fit, predicted, reference, cases, level } = found.value;
  const told = predicted.filter(({ dose }) => dose !== reference);
  const some = told.filter((_, place) => told.length <= 4 || place % Math.ceil(told.length / 4) === 0);
  const ratios = some.map(one => `${predictionRange(one)} at ${doseText(one.dose, unit)}`);
  const bend = fit.nonlinearity ? ` Departure from a straight line: ${pText(fit.nonlinearity.p)}.` : '';
  const scatter =
    fit.qP === null || fit.iSquaredPercent === null
      ? ''
      : ` Heterogeneity: Q ${decimalText(fit.q, 1)} on ${fit.qDf} df, ${pText(fit.qP)}, I² ${decimalText(fit.iSquaredPercent, 0)} %.`;
  const out = [
    ...leftOut.map(({ label, reason }) => `${label} (${reason})`),
    ...found.value.leftOut.map(({ label, because }) => `${label} (${becauseWords(because)})`),
  ];
  return (
    `${countText(fit.k)} ${fit.k === 1 ? 'study' : 'studies'} with ${countText(cases)} cases reported ${outcome}. Against ${doseText(reference, unit)}, ratios (${level} % CI) were ` +
    `${ratios.join('; ')}. Whole curve: ${pText(fit.overall.p)}.${bend}${scatter}` +
    (out.length > 0 ? ` Not in the curve: ${out.join('; ')}.` : '')
  );
}
