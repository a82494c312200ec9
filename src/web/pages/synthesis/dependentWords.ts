import { decimalText } from '#core/reporting/numbers';
import type { DependentEffects, ThreeLevels } from '#core/synthesis/multilevel/dependentEffects';
import { counted } from '../../words/counted.ts';
import type { NumberOfNote } from './fourNumbers.ts';
import { holds, varianceText } from './resultNumbers.ts';

/** So few groups leave even the better correction unsure. */
const FEW_GROUPS = 5;

/** Whether the answer hangs on taking effects that belong together for separate ones. */
export function dependentAnswer(
  { k, groups, plain, robust, threeLevels }: DependentEffects,
  noEffect: number | null,
): { readonly claim: string; readonly rest: string } {
  const size = `${counted(k, 'effect')} of ${counted(groups, 'group')}.`;
  const careful = threeLevels.estimable ? threeLevels.value.robust : robust.estimable ? robust.value.CR2 : null;
  const few = groups < FEW_GROUPS ? ' With fewer than five groups every such interval is unsure.' : '';
  if (!careful) return { claim: 'There is nothing to compare.', rest: size };
  const isWider = careful.upper - careful.lower > plain.upper - plain.lower;
  if (noEffect !== null && holds(plain, noEffect) !== holds(careful, noEffect))
    return {
      claim: 'The answer hangs on whether effects stand for themselves.',
      rest: `${size} Trust the intervals that let effects of a group be alike.${few}`,
    };
  return {
    claim: 'Letting effects of a group be alike doesn’t change the answer.',
    rest: `${size} The interval becomes ${isWider ? 'wider' : 'no wider'}.${few}`,
  };
}

/** The numbers of the three levels, each with what it means. */
export function dependentNumbers({ largest }: DependentEffects, levels: ThreeLevels): readonly NumberOfNote[] {
  const { between, within, iSquaredBetween, iSquaredWithin, iterations } = levels;
  const share = (percent: number) => `${decimalText(percent, 0)} % of all variance`;
  return [
    {
      name: 'τ² between groups',
      value: varianceText(between),
      beside: share(iSquaredBetween),
      sentence: 'How much the groups’ true effects differ from each other.',
    },
    {
      name: 'τ² within groups',
      value: varianceText(within),
      beside: share(iSquaredWithin),
      sentence: 'How much true effects of the same group differ.',
    },
    {
      name: 'Largest group',
      value: String(largest),
      beside: largest === 1 ? 'effect' : 'effects',
      sentence: 'One large group can stand for most of the evidence.',
    },
    {
      name: 'Search',
      value: String(iterations),
      beside: iterations === 1 ? 'step' : 'steps',
      sentence: 'The best fit was found after so many steps.',
    },
  ];
}
