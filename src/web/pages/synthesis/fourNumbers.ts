import { becauseWords } from '#core/reporting/becauseWords';
import { iSquaredBounds } from '#core/reporting/heterogeneityLines';
import { decimalText, pText } from '#core/reporting/numbers';
import type { HeterogeneitySummary } from '#core/synthesis/pooledStudies';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';
import { holds, rangeText, varianceText, writerOf } from './resultNumbers.ts';

/** A number of note: what it is, how large, and one line that a clinician would say aloud. */
export interface NumberOfNote {
  readonly name: string;
  readonly value: string;
  readonly beside: string;
  readonly sentence: string;
}

/** Pooled effect, prediction interval, I² and τ², each with the sentence that its value makes. */
export function fourNumbers(result: Result, data: OutcomeData): readonly NumberOfNote[] {
  const { heterogeneity } = result;
  const first = [pooledNumber(result, data), predictionNumber(result, data)];
  if (!heterogeneity.estimable) {
    const because = `${upperFirst(becauseWords(heterogeneity.because))}.`;
    const missing = (name: string): NumberOfNote => ({ name, value: 'Not estimable', beside: '', sentence: because });
    return [...first, missing('I², heterogeneity'), missing('τ², between studies')];
  }
  const summary = heterogeneity.value;
  const bounds = iSquaredBounds(summary);
  return [
    ...first,
    {
      name: 'Heterogeneity',
      value: `I² ${decimalText(summary.iSquaredPercent, 0)} %`,
      beside: bounds ? `${decimalText(bounds.lower, 0)} to ${decimalText(bounds.upper, 0)} %` : '',
      sentence: shareSentence(summary.iSquaredPercent),
    },
    tauNumber(summary, result, data),
  ];
}

function pooledNumber(result: Result, data: OutcomeData): NumberOfNote {
  const { pooled, spec, k } = result;
  const measure = measureOf(result, data);
  const name = `${measure.title}, ${spec.level} % CI`;
  if (!pooled.estimable || k < 2) {
    const because = pooled.estimable ? 'one-study-only' : pooled.because;
    return { name, value: 'Not pooled', beside: '', sentence: `${upperFirst(becauseWords(because))}.` };
  }
  const write = writerOf(result, data);
  const isOpen = measure.noEffect !== null && holds(pooled.value, measure.noEffect);
  return {
    name,
    value: write(pooled.value.estimate),
    beside: rangeText(pooled.value, write),
    sentence:
      measure.noEffect === null
        ? 'The average of the studies, with the range that fits the data.'
        : isOpen
          ? 'On average. The interval holds “no effect”: these studies don’t settle it.'
          : `On average, not in every place. The interval leaves out “no effect”, ${pText(pooled.value.p)}.`,
  };
}

function tauNumber(summary: HeterogeneitySummary, result: Result, data: OutcomeData): NumberOfNote {
  const name = 'Between-study variance';
  const { tauSquared, tauSquaredInterval: limits } = summary;
  if (tauSquared === null) {
    const sentence = 'A fixed-effect model takes it that all studies share one true effect.';
    return { name, value: 'No τ²', beside: '', sentence };
  }
  return {
    name,
    value: `τ² ${varianceText(tauSquared)}`,
    beside: limits && !limits.isEmpty ? `${varianceText(limits.lower)} to ${varianceText(limits.upper)}` : '',
    sentence: tauSentence(tauSquared, result, data),
  };
}

/** Cochran's Q as a number of note. */
export function qNumber({ q, df, p }: Pick<HeterogeneitySummary, 'q' | 'df' | 'p'>): NumberOfNote {
  return {
    name: `Test of scatter, df ${df}`,
    value: `Q ${decimalText(q, 1)}`,
    beside: pText(p),
    sentence:
      p < 0.1
        ? 'Studies differ more than chance alone would make them.'
        : 'Chance alone could scatter studies like this; with few studies the test misses much.',
  };
}

function predictionNumber(result: Result, data: OutcomeData): NumberOfNote {
  const { predictionInterval, spec, pooled, k } = result;
  const name = `${spec.level} % prediction interval`;
  if (spec.model === 'fixed') {
    return { name, value: 'None', beside: '', sentence: 'A fixed-effect model has none: it knows one effect only.' };
  }
  if (spec.predictionInterval === 'none') {
    return {
      name,
      value: 'Not asked for',
      beside: '',
      sentence: 'It would say where the effect of a new study may lie.',
    };
  }
  if (!predictionInterval.estimable || !pooled.estimable || k < 2) {
    const because = predictionInterval.estimable ? 'one-study-only' : predictionInterval.because;
    return { name, value: 'Not estimable', beside: '', sentence: `${upperFirst(becauseWords(because))}.` };
  }
  const none = measureOf(result, data).noEffect;
  return {
    name,
    value: rangeText(predictionInterval.value, writerOf(result, data)),
    beside: '',
    sentence:
      none === null
        ? 'In a new place the true value most likely lies in this range.'
        : holds(predictionInterval.value, none)
          ? 'In a new place the effect may go either way, or be none.'
          : 'In a new place the effect most likely goes the same way.',
  };
}

const TENTHS = [
  '',
  'One tenth',
  'Two tenths',
  'Three tenths',
  'Four tenths',
  'Half',
  'Six tenths',
  'Seven tenths',
  'Eight tenths',
  'Nine tenths',
];

function shareSentence(percent: number): string {
  if (percent < 5) return 'Chance alone explains the scatter between studies.';
  if (percent >= 95) return 'Nearly all of the scatter between studies is more than chance.';
  return `${TENTHS[Math.round(percent / 10)] ?? 'Nearly all'} of the scatter between studies is more than chance.`;
}

function tauSentence(tauSquared: number, result: Result, data: OutcomeData): string {
  if (tauSquared === 0) return 'Nothing suggests that true effects differ; few studies can’t rule it out.';
  const tau = Math.sqrt(tauSquared);
  const { scale, analysed } = measureOf(result, data);
  if (scale === 'log') {
    return `True effects typically lie a factor of ${decimalText(Math.exp(tau), 2)} from the average.`;
  }
  const typically = `True effects typically lie ${varianceText(tau)} from the average`;
  return scale === 'identity'
    ? `${typically}.`
    : `${typically}, counted on the scale of ${/^\p{Lu}/u.test(analysed) ? '' : 'the '}${analysed}.`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
