import { inUnit, type NamedNumbers, whyNotNumber } from '#core/extraction/kinds/numberField';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import type { UnitChange } from '#core/extraction/units';
import type { PlainOutcomeKind } from '#core/extraction/vocabulary';
import type { FieldProblem } from '#core/problem';

/** What a study reports as a whole in a few numbers, by the names of its kind's fields. */
export interface PlainCounts {
  readonly kind: PlainOutcomeKind;
  readonly numbers: NamedNumbers;
}

const problem = (field: string, detail: string): FieldProblem => ({ pointer: `/body/counts/numbers/${field}`, detail });

/** What can't be true of them, field by field: a number that is lacking, out of its range, or impossible beside the others. */
export function impossiblePlainCounts({ kind, numbers }: PlainCounts): FieldProblem[] {
  const { fields, trouble, words } = OUTCOME_KIND_TABLE[kind];
  const strangers = Object.keys(numbers).filter(name => !fields.some(field => field.name === name));
  const single = fields.flatMap(field => {
    const value = numbers[field.name];
    const because = value === undefined ? `${field.words} is not given.` : whyNotNumber(field, value);
    return because === null ? [] : [problem(field.name, because)];
  });
  return [
    ...single,
    ...strangers.map(name => problem(name, `“${words}” takes no such number.`)),
    ...(single.length > 0 ? [] : trouble(numbers).map(({ field, detail }) => problem(field, detail))),
  ];
}

/** The same in the review's unit and direction: see `inUnit`; reversed, those without the event are counted, or signs change. */
export function usedPlainCounts({ kind, numbers }: PlainCounts, change: UnitChange, isReversed: boolean): PlainCounts {
  const { fields, reversed } = OUTCOME_KIND_TABLE[kind];
  const scaled = inUnit(fields, numbers, change);
  return { kind, numbers: isReversed ? reversed(scaled) : scaled };
}

/** In words: `12 of 340`, `Mean 4.2, SD 1.1, Number 30`. */
export function plainCountsText({ kind, numbers }: PlainCounts, write: (value: number) => string): string {
  const entry = OUTCOME_KIND_TABLE[kind];
  if ('said' in entry) return entry.said(numbers, write);
  return entry.fields
    .flatMap(({ name, words }) => {
      const value: number | undefined = numbers[name];
      return value === undefined ? [] : [`${words} ${write(value)}`];
    })
    .join(', ');
}
