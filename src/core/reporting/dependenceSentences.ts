import { decimalText, pText } from '#core/reporting/numbers';
import type { DependenceChoices, DependentEffects, MeanOfGroups } from '#core/synthesis/multilevel/dependentEffects';

/** How effects that belong together are pooled, as the Methods say it. */
export function dependenceMethods({ correlation }: DependenceChoices, restricted: boolean): string {
  const errors =
    correlation === 0
      ? 'independent sampling errors'
      : `sampling errors that correlate by ${decimalText(correlation, 2)} within a group`;
  return (
    'Effects of the same group were not taken as independent: intervals of the pooled effect were made robust to ' +
    'clustering (CR1, and CR2 with Satterthwaite degrees of freedom), and a model of three levels was fitted by ' +
    `${restricted ? 'restricted ' : ''}maximum likelihood with ${errors}.`
  );
}

/** What came of it, as the Results say it; numbers as the figure writes them. */
export function dependenceResults(found: DependentEffects, write: (value: number) => string): string {
  const { k, groups, robust, threeLevels } = found;
  const mean = ({ estimate, lower, upper, p }: MeanOfGroups) =>
    `${write(estimate)} (${write(lower)} to ${write(upper)}; ${pText(p)})`;
  const parts = [
    ...(robust.estimable ? [`with intervals robust to clustering (CR2) ${mean(robust.value.CR2)}`] : []),
    ...(threeLevels.estimable ? [`with three levels ${mean(threeLevels.value.mean)}`] : []),
  ];
  return parts.length === 0
    ? `The ${k} effects of ${groups} groups leave no model of dependent effects.`
    : `Of ${k} effects in ${groups} groups the pooled effect was ${parts.join(', and ')}.`;
}
