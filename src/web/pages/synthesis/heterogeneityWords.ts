import { becauseWords } from '#core/reporting/becauseWords';
import { iSquaredBounds } from '#core/reporting/heterogeneityLines';
import { decimalText, pText } from '#core/reporting/numbers';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { profileLikelihoodInterval } from '#core/synthesis/tauSquaredInterval';
import type { Answer } from './answer.ts';
import { fourNumbers, type NumberOfNote, qNumber } from './fourNumbers.ts';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';
import { varianceText } from './resultNumbers.ts';

/** Do the studies differ more than chance would make them, and what does that mean? */
export function heterogeneityAnswer(result: Result, data: OutcomeData): Answer {
  const { heterogeneity, spec } = result;
  if (!heterogeneity.estimable) {
    return { claim: 'Nothing can be said about differences.', rest: `${becauseWords(heterogeneity.because)}.` };
  }
  const { iSquaredPercent, p, tauSquared } = heterogeneity.value;
  const share = `I² ${decimalText(iSquaredPercent, 0)} %, Q ${pText(p)}`;
  if (iSquaredPercent < 5) {
    return {
      claim: 'The studies differ no more than chance would make them.',
      rest: `${share}. With few studies, real differences can stay unseen.`,
    };
  }
  const claim =
    iSquaredPercent >= 75 && p < 0.1
      ? 'The studies differ far more than chance explains.'
      : p < 0.1
        ? 'The studies differ more than chance explains.'
        : 'The studies differ somewhat; chance alone could do that.';
  const tau = tauSquared === null ? 0 : Math.sqrt(tauSquared);
  const spread =
    spec.model === 'fixed'
      ? 'A fixed-effect model takes no account of it: its interval is for these studies only.'
      : measureOf(result, data).scale === 'log'
        ? `True effects lie typically a factor of ${decimalText(Math.exp(tau), 2)} from the average. Look for reasons in subgroups and meta-regression.`
        : `True effects lie typically ${varianceText(tau)} from the average. Look for reasons in subgroups and meta-regression.`;
  return { claim, rest: `${share}. ${spread}` };
}

/** The numbers of scatter, each with what it means. */
export function heterogeneityNumbers(result: Result, data: OutcomeData): readonly NumberOfNote[] {
  const { heterogeneity, spec } = result;
  const [, prediction, share, tau] = fourNumbers(result, data);
  if (!heterogeneity.estimable || !prediction || !share || !tau) return [];
  const { hSquared, tauSquared } = heterogeneity.value;
  const numbers: NumberOfNote[] = [
    share,
    tau,
    {
      name: 'H, scatter against chance',
      value: `H ${decimalText(Math.sqrt(Math.max(hSquared, 0)), 2)}`,
      beside: `H² ${decimalText(hSquared, 2)}`,
      sentence: 'How many times wider the studies scatter than chance alone would make them; 1 is chance.',
    },
    qNumber(heterogeneity.value),
    prediction,
  ];
  if (tauSquared !== null && (spec.tauSquared === 'REML' || spec.tauSquared === 'ML') && !spec.generalised) {
    const effects = analysedEffects(result);
    const { lower, upper } = profileLikelihoodInterval(effects, tauSquared, spec.tauSquared === 'REML', spec.level);
    numbers.push({
      name: 'τ² by profile likelihood',
      value: `${varianceText(lower)} to ${Number.isFinite(upper) ? varianceText(upper) : 'no limit'}`,
      beside: `${spec.level} % CI`,
      sentence: 'A second way to say how surely τ² is known; beside it the Q-profile interval.',
    });
  }
  const bounds = iSquaredBounds(heterogeneity.value);
  if (bounds && bounds.upper - bounds.lower > 40) {
    numbers.push({
      name: 'How sure is I²?',
      value: `${decimalText(bounds.lower, 0)} to ${decimalText(bounds.upper, 0)} %`,
      beside: '',
      sentence: 'The interval is wide: these studies can’t tell small from large differences.',
    });
  }
  return numbers;
}
