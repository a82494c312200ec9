import type { Estimable } from '#core/estimable';
import { becauseWords } from '#core/reporting/becauseWords';
import { decimalText, pText } from '#core/reporting/numbers';
import type { JointTest } from '#core/synthesis/fitModel';
import type { SubgroupAnalysis } from '#core/synthesis/subgroupAnalysis';
import type { Answer } from './answer.ts';

/** `F(2, 10) = 0.88, p = 0.44`. */
export function testText(test: Estimable<JointTest>): string {
  if (!test.estimable) return `not tested, ${becauseWords(test.because)}`;
  const { statistic, df, denominatorDf, p } = test.value;
  const name = denominatorDf === null ? `χ²(${df})` : `F(${df}, ${denominatorDf})`;
  return `${name} = ${decimalText(statistic, 2)}, ${pText(p)}`;
}

/** Does the division explain why studies differ? */
export function subgroupAnswer({ levels, between }: SubgroupAnalysis, by: string): Answer {
  const small = levels.filter(({ studyIds }) => studyIds.length < 5);
  const shares = levels.flatMap(({ iSquaredPercent }) => (iSquaredPercent === null ? [] : [iSquaredPercent]));
  const inside =
    shares.length > 0 ? ` Within the groups I² is ${shares.map(share => decimalText(share, 0)).join(', ')} %.` : '';
  const few =
    small.length > 0
      ? ` With ${small.map(({ studyIds }) => studyIds.length).join(' and ')} ${small.length === 1 && small[0]?.studyIds.length === 1 ? 'study' : 'studies'} in a group, a real difference could be missed.`
      : '';
  if (!between.estimable) {
    return { claim: 'The groups can’t be compared.', rest: `${becauseWords(between.because)}.${inside}` };
  }
  const { p } = between.value;
  if (p < 0.05) {
    return {
      claim: `The effect differs by ${by.toLowerCase()}.`,
      rest: `${pText(p)} for the difference between groups.${inside} Studies were not divided by lot: something else that differs between these groups may be the cause.`,
    };
  }
  return {
    claim: `No clear sign that ${by.toLowerCase()} explains the scatter.`,
    rest: `${pText(p)} for the difference between groups.${inside}${few}`,
  };
}
