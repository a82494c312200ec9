import type { TextTable } from '#core/certainty/findingsTable';
import { countText } from '#core/reporting/numbers';

export interface DescribedStudy {
  readonly label: string;
  readonly year: number | null;
  /** Numbers of its reports in the list of references. */
  readonly references: readonly number[];
  readonly arms: readonly { readonly name: string; readonly people: number | null }[];
  /** Outcomes that it has numbers of. */
  readonly outcomes: readonly string[];
  /** By characteristic, in the order of the heads; null where it isn't known. */
  readonly values: readonly (number | string | null)[];
}

export interface CharacteristicHead {
  readonly name: string;
  readonly unit: string;
}

/** What each included study is like, one row a study. What isn't known says so. */
export function characteristicsTable(
  heads: readonly CharacteristicHead[],
  studies: readonly DescribedStudy[],
): TextTable {
  const arm = ({ name, people }: DescribedStudy['arms'][number]) =>
    `${name}${people === null ? '' : ` (n = ${countText(people)})`}`;
  return {
    title: 'Characteristics of included studies',
    head: ['Study', 'Groups', 'Outcomes', ...heads.map(({ name, unit }) => `${name}${unit ? ` (${unit})` : ''}`)],
    rows: studies.map(({ label, references, arms, outcomes, values }) => [
      `${label}${references.length > 0 ? ` [${references.join(', ')}]` : ''}`,
      arms.length > 0 ? arms.map(arm).join('\n') : 'not reported',
      outcomes.length > 0 ? outcomes.join('\n') : 'none extracted',
      ...values.map(value => (value === null ? 'not reported' : String(value).replace(/^-/, '−'))),
    ]),
    below: studies.length === 0 ? ['No study is described yet.'] : [],
  };
}
