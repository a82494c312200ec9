import type { Provenance } from '#core/extraction/convert';
import { ARM_NUMBER_NAMES, type ArmNumbers, NO_ARM_NUMBERS } from '#core/extraction/impossibleResult';
import type { NumberField } from '#core/extraction/kinds/numberField';
import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import type { Outcome, Study } from './extraction.ts';
import { numberText, readNumber } from './readNumber.ts';

/** One arm's numbers as they stand in their fields. */
export type ArmText = Readonly<Record<keyof ArmNumbers | 'foundAt', string>>;

export type ArmField = keyof ArmNumbers;

/** The fields of an arm, by what the outcome's numbers are. */
export function armFields({ kind, unit }: Pick<Outcome, 'kind' | 'unit'>): readonly { name: ArmField; head: string }[] {
  const entry = kindOfOutcome(kind);
  return entry.takes === 'arms' ? entry.fields.map(field => ({ name: field.name, head: fieldHead(field, unit) })) : [];
}

/** What stands above a number's field: time is told in its unit. */
export function fieldHead({ words, rule }: NumberField, unit: string): string {
  return rule === 'time' && unit !== '' ? `${words}, ${unit}` : words;
}

/** A number that was converted is shown short; every digit of it stays stored. */
const shown = (value: number | null, conversion: Provenance | null) =>
  numberText(value === null || !conversion ? value : Number(value.toPrecision(5)));

/** An arm's numbers as they would stand in its fields. */
export function armText(numbers: ArmNumbers, foundAt: string, conversion: Provenance | null): ArmText {
  const { events, total, mean, standardDeviation, personTime } = numbers;
  return {
    events: shown(events, conversion),
    total: shown(total, conversion),
    mean: shown(mean, conversion),
    standardDeviation: shown(standardDeviation, conversion),
    personTime: shown(personTime, conversion),
    foundAt,
  };
}

/** What an arm reported on an outcome, as the server has it. */
export function storedResult(study: Study, armId: string, outcomeId: string): Study['armResults'][number] | null {
  return study.armResults.find(result => result.armId === armId && result.outcomeId === outcomeId) ?? null;
}

export function armTexts(study: Study, outcomeId: string): Record<string, ArmText> {
  return Object.fromEntries(
    study.arms.map(({ armId }) => {
      const stored = storedResult(study, armId, outcomeId);
      return [armId, armText(stored ?? NO_ARM_NUMBERS, stored?.foundAt ?? '', stored?.conversion ?? null)];
    }),
  );
}

/**
 * What can be read of an arm's fields; a field that can't be read counts as empty. One that shows a converted number short
 * and was left alone stands for all its digits.
 */
export function numbersOf(text: ArmText, stored: Study['armResults'][number] | null = null): ArmNumbers {
  const before = stored && armText(stored, '', stored.conversion);
  const read = (field: ArmField) => {
    if (stored && before && before[field] === text[field]) return stored[field];
    const number = readNumber(text[field]);
    return number.isRead ? number.value : null;
  };
  return {
    events: read('events'),
    total: read('total'),
    mean: read('mean'),
    standardDeviation: read('standardDeviation'),
    personTime: read('personTime'),
  };
}

/** What can't be read, field by field. */
export function unreadable(text: ArmText): Partial<Record<ArmField, string>> {
  return Object.fromEntries(
    ARM_NUMBER_NAMES.flatMap(field => {
      const number = readNumber(text[field]);
      return number.isRead ? [] : [[field, number.problem]];
    }),
  );
}

/** Whether the numbers are those that are stored, wherever they were found. */
export function sameAsStored(text: ArmText, stored: Study['armResults'][number] | null): boolean {
  return (
    stored !== null &&
    JSON.stringify(numbersOf(text, stored)) ===
      JSON.stringify(numbersOf(armText(stored, '', stored.conversion), stored))
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
