import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import { isByArm, type OutcomeKind } from '#core/extraction/vocabulary';
import { becauseWords } from '#core/reporting/becauseWords';
import { displayScale } from '#core/reporting/displayScale';
import { decimalText } from '#core/reporting/numbers';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import { counted } from '../../words/counted.ts';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';
import { holds, rangeText, writerOf } from './resultNumbers.ts';

export interface Answer {
  readonly claim: string;
  readonly rest: string;
}

/** What a ratio is a ratio of. */
const RATIO_OF: Readonly<Partial<Record<EffectMeasure, string>>> = {
  RR: 'the risk',
  OR: 'the odds',
  PETO: 'the odds',
  IRR: 'the rate',
  HR: 'the hazard',
  ROM: 'the mean',
  VR: 'the scatter',
  CVR: 'the relative scatter',
};

const IN_DEVIATIONS: ReadonlySet<string> = new Set(['SMD', 'SMDH', 'SMCC', 'SMCR', 'SMCRH']);
const CORRELATIONS: ReadonlySet<string> = new Set(['ZCOR', 'COR', 'UCOR']);

const BIAS_NOTE = 'Risk of bias is not weighed in.';

/** What an effect away from none means, as a clinician would say it: "the risk is 51 % lower". */
function differenceWords(measure: EffectMeasure, isRatio: boolean, shown: number, unit: string): string {
  const direction = (isRatio ? shown < 1 : shown < 0) ? 'lower' : 'higher';
  if (isRatio) {
    const what = RATIO_OF[measure];
    if (!what) return `the ratio is ${direction === 'lower' ? 'below' : 'above'} 1`;
    return `${what} ${what === 'the odds' ? 'are' : 'is'} ${decimalText(Math.abs(1 - shown) * 100, 0)} % ${direction}`;
  }
  const size = Math.abs(shown);
  if (measure === 'RD') return `the risk is ${decimalText(size * 100, 1)} percentage points ${direction}`;
  if (measure === 'IRD') return `the rate is ${rateText(size)}${unit ? ` per ${unit}` : ''} ${direction}`;
  if (IN_DEVIATIONS.has(measure)) return `the mean is ${decimalText(size, 2)} standard deviations ${direction}`;
  const written = decimalText(size, size >= 100 ? 0 : size >= 1 ? 1 : 2);
  if (CORRELATIONS.has(measure)) return `the correlation is ${direction === 'lower' ? 'below' : 'above'} 0`;
  return measure === 'MD' || measure === 'MC'
    ? `the mean is ${written}${unit ? ` ${unit}` : ''} ${direction}`
    : `the estimate is ${direction === 'lower' ? 'below' : 'above'} 0`;
}

/** Events for each unit of time: as many digits as tell it from zero. */
function rateText(rate: number): string {
  return decimalText(rate, rate >= 1 ? 2 : rate >= 0.01 ? 3 : 5);
}

/** What is told of: estimates that were given ready made don't say of what they are. */
function toldMeasure(kind: OutcomeKind, measure: EffectMeasure): EffectMeasure {
  if (kind === 'time-to-event') return 'HR';
  const { takes } = kindOfOutcome(kind);
  return takes === 'arms' || takes === 'whole' ? measure : 'GEN';
}

/** The page's first sentence, made from the result: what was found, how sure, and what it doesn't show. */
export function answerOf(result: Result, data: OutcomeData): Answer {
  const { pooled, predictionInterval, k, spec } = result;
  if (!pooled.estimable) {
    return { claim: 'There is no pooled result.', rest: sentence(`Not estimable: ${becauseWords(pooled.because)}`) };
  }
  const measure = measureOf(result, data);
  const write = writerOf(result, data);
  const { estimate } = pooled.value;
  const numbers = `${measure.title} ${write(estimate)}, ${spec.level} % CI ${rangeText(pooled.value, write)}`;
  if (k < 2) {
    return {
      claim: 'One study is not a synthesis.',
      rest: `Its own result stands below: ${lowerFirst(numbers)}. A second study with numbers makes a pooled one.`,
    };
  }
  const { kind } = data.outcome;
  const arms = isByArm(kind)
    ? ` with ${data.armNames.first} than with ${data.armNames.second}`
    : kind === 'pre-post'
      ? ' after than before'
      : '';
  const shown = displayScale(measure.scale).show(estimate);
  const found = differenceWords(toldMeasure(kind, spec.measure), measure.scale === 'log', shown, data.outcome.unit);
  if (measure.noEffect === null) {
    return { claim: `${numbers}.`, rest: `From ${counted(k, 'study', 'studies')}. ${BIAS_NOTE}` };
  }
  const isOpen = holds(pooled.value, measure.noEffect);
  const claim = isOpen
    ? `${counted(k, 'study', 'studies')} leave open in which direction the effect goes.`
    : `On average, ${found}${arms}.`;
  const prediction =
    spec.model === 'random' && predictionInterval.estimable
      ? ` In a new study the true effect may be anywhere from ${rangeText(predictionInterval.value, write)}.`
      : '';
  return {
    claim,
    rest: `${numbers}, from ${counted(k, 'study', 'studies')}.${prediction} ${BIAS_NOTE}`,
  };
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
