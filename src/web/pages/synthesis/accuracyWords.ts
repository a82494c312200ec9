import { backText, ratioRange, shareRange } from '#core/reporting/accuracySentences';
import { countText, decimalText } from '#core/reporting/numbers';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { counted } from '../../words/counted.ts';
import type { Answer } from './answer.ts';
import type { NumberOfNote } from './fourNumbers.ts';

const inHundred = (share: number) => decimalText(share * 100, 0);

/** What the pooled accuracy means, as a clinician would say it. */
export function accuracyAnswer({ summary, k, people, level }: AccuracyAnalysis): Answer {
  const { sensitivity, specificity } = summary;
  return {
    claim: `On average, the test finds ${inHundred(sensitivity.estimate)} of 100 people with the condition and clears ${inHundred(specificity.estimate)} of 100 without it.`,
    rest:
      `Sensitivity ${shareRange(sensitivity)}, specificity ${shareRange(specificity)}, ${level}\u00a0% CI, ` +
      `from ${counted(k, 'study', 'studies')} with ${countText(people)} people. Thresholds may differ between studies; risk of bias is not weighed in.`,
  };
}

/** The numbers beside the curve, each with one plain sentence. */
export function accuracyNumbersOfNote({ summary, curve, fit }: AccuracyAnalysis): readonly NumberOfNote[] {
  const { positiveLikelihoodRatio: plus, negativeLikelihoodRatio: minus, diagnosticOddsRatio, correlation } = summary;
  const number = (name: string, text: string, sentence: string): NumberOfNote => {
    const [value = '', beside = ''] = text.split(' (');
    return { name, value, beside: beside.replace(')', ''), sentence };
  };
  return [
    number(
      'Positive likelihood ratio',
      ratioRange(plus),
      `A positive test multiplies the odds of the condition by ${backText(plus.log)}. From 10 on it rules in well.`,
    ),
    number(
      'Negative likelihood ratio',
      ratioRange(minus),
      `A negative test multiplies the odds by ${backText(minus.log)}. Down from 0.1 it rules out well.`,
    ),
    number(
      'Diagnostic odds ratio',
      ratioRange(diagnosticOddsRatio),
      'How much larger the odds of a positive test are with the condition than without it: one number for both errors.',
    ),
    correlation.estimable
      ? {
          name: 'Correlation between studies',
          value: decimalText(correlation.value, 2),
          beside: `SD of logits ${[0, 1].map(i => decimalText(Math.sqrt(fit.between[i]?.[i] ?? 0), 2)).join(' and ')}`,
          sentence:
            correlation.value < 0
              ? 'Studies that find more also raise more false alarms: they draw the line between sick and well in different places.'
              : 'Studies that find more also clear more: they differ by more than where the line is drawn.',
        }
      : {
          name: 'Correlation between studies',
          value: 'Not estimable',
          beside: '',
          sentence: 'Sensitivity or specificity does not vary beyond chance.',
        },
    curve.estimable && curve.value.area.estimable
      ? {
          name: 'Area under the summary curve',
          value: decimalText(curve.value.area.value, 2),
          beside: curve.value.areaWithinRange.estimable
            ? `${decimalText(curve.value.areaWithinRange.value, 2)} within the data`
            : '',
          sentence: '1 would be a test without errors, 0.5 a coin. The curve outside of the data is guessed.',
        }
      : {
          name: 'Area under the summary curve',
          value: 'Not estimable',
          beside: '',
          sentence: 'The model draws no rising curve through these studies.',
        },
  ];
}

/** What a reader must know before trusting the numbers. */
export function accuracyCautions({ k, summary, corrected, choices, fit }: AccuracyAnalysis): readonly string[] {
  const { correlation } = summary;
  const cautions: string[] = [];
  if (k < 5)
    cautions.push(
      `Five numbers are estimated from ${k} studies: the regions and the curve are unsure. Report the studies beside them.`,
    );
  if (correlation.estimable && Math.abs(correlation.value) > 0.995)
    cautions.push('The correlation is at its edge, as often with few studies: the shape of the curve is unsure.');
  if (corrected > 0)
    cautions.push(
      `Something was added to the cells of ${counted(corrected, 'study', 'studies')} because of a zero. The binomial model needs no such help.`,
    );
  if (choices.model === 'binomial' && fit.search.iterations > 0)
    cautions.push(`The binomial model found its best fit after ${counted(fit.search.iterations, 'round')}.`);
  return cautions;
}
