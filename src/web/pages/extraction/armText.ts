import type { ArmNumbers } from '#core/extraction/impossibleResult';
import type { Outcome, Study } from './extraction.ts';
import { numberText, readNumber } from './readNumber.ts';

/** One arm's numbers as they stand in their fields. */
export type ArmText = Readonly<Record<keyof ArmNumbers | 'foundAt', string>>;

export type ArmField = keyof ArmNumbers;

/** The fields of an arm, by what the outcome's numbers are. */
export const ARM_FIELDS: Readonly<
  Record<Exclude<Outcome['kind'], 'generic'>, readonly { name: ArmField; head: string }[]>
> = {
  dichotomous: [
    { name: 'events', head: 'Events' },
    { name: 'total', head: 'Total' },
  ],
  continuous: [
    { name: 'mean', head: 'Mean' },
    { name: 'standardDeviation', head: 'SD' },
    { name: 'total', head: 'Number' },
  ],
};

export function armTexts(study: Study, outcomeId: string): Record<string, ArmText> {
  return Object.fromEntries(
    study.arms.map(({ armId }) => {
      const stored = study.armResults.find(result => result.armId === armId && result.outcomeId === outcomeId);
      return [
        armId,
        {
          events: numberText(stored?.events ?? null),
          total: numberText(stored?.total ?? null),
          mean: numberText(stored?.mean ?? null),
          standardDeviation: numberText(stored?.standardDeviation ?? null),
          foundAt: stored?.foundAt ?? '',
        },
      ];
    }),
  );
}

/** What can be read of an arm's fields; a field that can't be read counts as empty. */
export function numbersOf(text: ArmText): ArmNumbers {
  const read = (field: ArmField) => {
    const number = readNumber(text[field]);
    return number.isRead ? number.value : null;
  };
  return {
    events: read('events'),
    total: read('total'),
    mean: read('mean'),
    standardDeviation: read('standardDeviation'),
  };
}

/** What can't be read, field by field. */
export function unreadable(text: ArmText): Partial<Record<ArmField, string>> {
  const fields: readonly ArmField[] = ['events', 'total', 'mean', 'standardDeviation'];
  return Object.fromEntries(
    fields.flatMap(field => {
      const number = readNumber(text[field]);
      return number.isRead ? [] : [[field, number.problem]];
    }),
  );
}

export function isBlank(text: ArmText): boolean {
  return Object.values(text).every(part => part.trim() === '');
}

/** Whether two texts say the same, however their numbers are written. */
export function sameNumbers(one: ArmText, other: ArmText): boolean {
  const said = (text: ArmText) => JSON.stringify([numbersOf(text), text.foundAt.trim()]);
  return said(one) === said(other);
}
