import { normalQuantile } from '#core/numeric/distributions';
import { countText, decimalText } from '#core/reporting/numbers';
import { percentText } from '#core/reporting/sequentialSentences';
import type { SequentialAnalysis } from '#core/synthesis/sequential/sequentialAnalysis';
import type { SequentialChoices } from '#core/synthesis/sequential/sequentialChoices';
import type { Answer } from './answer.ts';
import type { NumberOfNote } from './fourNumbers.ts';
import { rangeText } from './resultNumbers.ts';

const percent = (share: number) => `${decimalText(100 * share, 0)} %`;

/** Is the evidence firm, and if not, is it too early or is the effect likely absent? */
export function sequentialAnswer(analysis: SequentialAnalysis, { alpha, sides }: SequentialChoices): Answer {
  const { steps, firstCrossing, sizeUsed, trials, futility } = analysis;
  const last = steps.at(-1);
  if (!last) return { claim: 'There is no trial.', rest: '' };
  const reached = `${countText(last.persons)} of ${countText(Math.ceil(sizeUsed))} people needed (${percent(last.information)})`;
  if (firstCrossing !== null) {
    const name = trials[firstCrossing]?.label ?? '';
    const hasFallenBack = steps.slice(firstCrossing).some(({ hasCrossed }) => hasCrossed === false);
    return {
      claim: hasFallenBack
        ? `The boundary was crossed with ${name}, but the curve has come back since.`
        : `The evidence has stood up to repeated looks since ${name}.`,
      rest: `So far ${reached}. The boundary takes account of looking after every trial.`,
    };
  }
  if (futility?.estimable && futility.value.first !== null) {
    const name = trials[futility.value.first]?.label ?? '';
    return {
      claim: `An effect as large as the one looked for is unlikely since ${name}.`,
      rest: `So far ${reached}. The curve came inside the boundary for giving up; a smaller effect may still exist.`,
    };
  }
  if (last.information >= 1) {
    return {
      claim: 'Enough people were studied, and the boundary was not crossed.',
      rest: `So far ${reached}. An effect as large as the one looked for would probably have been found; a smaller one may exist.`,
    };
  }
  const z = sides === 2 ? Math.abs(last.z) : last.z;
  return z >= normalQuantile(alpha / sides, false)
    ? {
        claim: 'Not firm yet: the limit of a single look is crossed, the one for repeated looks is not.',
        rest: `So far ${reached}. Looking after every trial finds something by chance more often than ${percentText(alpha)} of the time.`,
      }
    : {
        claim: 'Too early to tell.',
        rest: `So far ${reached}, and neither the limit of a single look nor the one for repeated looks is crossed. That is no sign that there is no effect.`,
      };
}

function whatToFind({ anticipated, size }: SequentialAnalysis): string {
  return anticipated.outcome === 'MD'
    ? `a difference of ${Math.abs(anticipated.effect)} with a standard deviation of ${decimalText(anticipated.deviation, 2)}`
    : `a risk of ${percentText(size.treatmentRisk ?? 0)} in place of ${percentText(anticipated.controlRisk)}`;
}

/** Size, what there is of it, diversity and the widened interval, each with its line. */
export function sequentialNumbers(
  analysis: SequentialAnalysis,
  { beta, heterogeneity }: SequentialChoices,
  write: (value: number) => string,
): readonly NumberOfNote[] {
  const { size, sizeUsed, steps, diversity, iSquared, adjustedFor, adjustedInterval, interval } = analysis;
  const last = steps.at(-1);
  const share =
    typeof heterogeneity === 'object' ? percent(adjustedFor) : { D2: 'D²', I2: 'I²', none: null }[heterogeneity];
  return [
    {
      name: 'People needed',
      value: countText(Math.ceil(sizeUsed)),
      beside: '',
      sentence: `To find ${whatToFind(analysis)} with a power of ${percentText(1 - beta)}.${
        adjustedFor > 0 ? ` If trials were alike, ${countText(Math.ceil(size.persons))} would do.` : ''
      }`,
    },
    {
      name: 'People so far',
      value: countText(last?.persons ?? 0),
      beside: percent(last?.information ?? 0),
      sentence: 'Their share of what is needed. Below 100 % the usual interval is too sure of itself.',
    },
    {
      name: 'Diversity D²',
      value: percent(diversity),
      beside: `I² ${percent(iSquared)}`,
      sentence: `How much of the uncertainty of the average comes from trials that differ. ${
        share === null ? 'The size here takes no account of it.' : `The size is divided by one less ${share}.`
      }`,
    },
    adjustedInterval
      ? {
          name: 'Interval for repeated looks',
          value: rangeText(adjustedInterval, write),
          beside: '',
          sentence: `As wide as the boundary of today asks. For a single look it would be ${rangeText(interval, write)}.`,
        }
      : {
          name: 'Interval for repeated looks',
          value: 'None',
          beside: '',
          sentence:
            (last?.information ?? 0) >= 1
              ? 'The size was reached before: looks after that have no boundary of their own.'
              : 'So little is there that nothing of the error may be spent yet.',
        },
  ];
}
