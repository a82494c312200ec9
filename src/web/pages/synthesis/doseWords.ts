import { backText } from '#core/reporting/accuracySentences';
import { becauseWords } from '#core/reporting/becauseWords';
import { doseText, predictionRange } from '#core/reporting/doseSentences';
import { countText, decimalText, pText } from '#core/reporting/numbers';
import type { DoseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import { counted } from '../../words/counted.ts';
import type { Answer } from './answer.ts';
import type { NumberOfNote } from './fourNumbers.ts';

/** What the curve says at its far end, and how sure it is that there is one. */
export function doseAnswer({ fit, predicted, reference, cases, level }: DoseAnalysis, unit: string): Answer {
  const told = predicted.filter(({ dose }) => dose !== reference);
  const far = told.reduce(
    (most, one) => (Math.abs(one.dose - reference) > Math.abs((most?.dose ?? reference) - reference) ? one : most),
    told[0],
  );
  const from = `From ${counted(fit.k, 'study', 'studies')} with ${countText(cases)} cases.`;
  if (!far) return { claim: 'All studies report one dose.', rest: from };
  const isOpen = fit.overall.p >= 0.05;
  const more = Math.exp(far.logRatio) > 1 ? 'higher' : 'lower';
  const size = decimalText(Math.abs(Math.exp(far.logRatio) - 1) * 100, 0);
  return {
    claim: isOpen
      ? 'These studies leave open whether the response changes with the dose.'
      : `At ${doseText(far.dose, unit)} the response is ${size} % ${more} than at ${doseText(reference, unit)}.`,
    rest: `Ratio ${predictionRange(far)}, ${level} % CI. ${from} Observed associations: what else differs between doses is only as well accounted for as in the studies.`,
  };
}

export function doseNumbersOfNote({ fit, choices }: DoseAnalysis): readonly NumberOfNote[] {
  const { overall, nonlinearity, q, qDf, qP, iSquaredPercent, coefficients, knots } = fit;
  const [slope = 0] = coefficients;
  const [low = 0] = fit.lower;
  const [high = 0] = fit.upper;
  const { per } = choices;
  const linear: NumberOfNote = {
    name: `Ratio for each ${per} more`,
    value: backText(slope * per),
    beside: `${backText(low * per)} to ${backText(high * per)}`,
    sentence: 'Each further step multiplies the response by this.',
  };
  return [
    ...(choices.curve === 'linear' ? [linear] : []),
    {
      name: `Whole curve, df ${overall.df}`,
      value: `χ² ${decimalText(overall.statistic, 1)}`,
      beside: pText(overall.p),
      sentence: overall.p < 0.05 ? 'More than chance ties response to dose.' : 'Chance alone could draw such a curve.',
    },
    ...(nonlinearity
      ? [
          {
            name: `Bend, df ${nonlinearity.df}`,
            value: `χ² ${decimalText(nonlinearity.statistic, 1)}`,
            beside: pText(nonlinearity.p),
            sentence:
              nonlinearity.p < 0.05
                ? 'A straight line would not do.'
                : 'A straight line would do as well: the bend may be chance.',
          },
        ]
      : []),
    qP === null
      ? { name: 'Heterogeneity', value: 'None', beside: '', sentence: 'One study can’t differ from others.' }
      : {
          name: `Heterogeneity, df ${qDf}`,
          value: `Q ${decimalText(q, 1)}`,
          beside: `${pText(qP)}, I² ${decimalText(iSquaredPercent ?? 0, 0)} %`,
          sentence:
            qP < 0.1
              ? 'The curves of the studies differ by more than chance.'
              : 'The curves of the studies differ no more than chance would make them.',
        },
    ...(knots.length > 0
      ? [
          {
            name: 'Knots',
            value: knots.map(knot => doseText(Number(knot.toPrecision(4)), '')).join(', '),
            beside: '',
            sentence: 'Between them the curve may bend; beyond the outer ones it is straight.',
          },
        ]
      : []),
  ];
}

/** Studies that are not in the curve, with the reason of each. */
export function doseLeftOut({ leftOut }: DoseAnalysis): readonly string[] {
  return leftOut.map(({ label, because }) => `${label} (${becauseWords(because)})`);
}
