import { fitValue } from '#core/extraction/form/fitValue';
import type { FormField } from '#core/extraction/form/formField';

/** A field of the form as it is or as it shall be; one that is new has no id yet. */
export type PlacedField = FormField & { readonly characteristicId: string | null };

/** A value that stands in the form, with where it stands. */
export interface PlacedValue {
  readonly characteristicId: string;
  /** "Aronson 1948", or "Aronson 1948, BCG" for a value of an arm. */
  readonly place: string;
  readonly value: number | string;
}

export const FIELD_CHANGES = ['added', 'brought-back', 'put-away', 'changed', 'moved'] as const;
export type FieldChange = (typeof FIELD_CHANGES)[number];

/** What becomes of one field and its values. */
export interface FieldEffect {
  readonly characteristicId: string | null;
  readonly name: string;
  readonly change: FieldChange;
  /** What is different, in words. */
  readonly sentences: readonly string[];
  /** Values that stay as they are and fit. */
  readonly fitting: number;
  /** Values that stay, but don't fit: they count for nothing until a person has looked at them. */
  readonly unfit: readonly { readonly place: string; readonly value: string; readonly because: string }[];
  /** Places that a required field finds empty. */
  readonly empty: number;
}

export interface FormChange {
  readonly before: readonly (PlacedField & { readonly isRetired: boolean })[];
  readonly after: readonly PlacedField[];
  readonly values: readonly PlacedValue[];
  /** How many studies, and arms, a field is asked of. */
  readonly studies: number;
  readonly arms: number;
}

/**
 * What a change of the form does to what was extracted, field by field; fields that stay as they are aren't named. No value is
 * rewritten or thrown away by a change of the form: one that doesn't fit any more is kept and named.
 */
export function formEffects({ before, after, values, studies, arms }: FormChange): FieldEffect[] {
  const effectOf = (field: PlacedField, change: FieldChange, sentences: readonly string[]): FieldEffect => {
    const own = values.filter(one => one.characteristicId === field.characteristicId);
    const read = own.map(one => ({ ...one, fitted: fitValue(field, one.value) }));
    const unfit = read.flatMap(({ place, value, fitted }) =>
      fitted.fits ? [] : [{ place, value: String(value), because: fitted.because }],
    );
    const asked = field.block === 'arms' ? arms : studies;
    const empty = field.isRequired && change !== 'put-away' ? Math.max(0, asked - own.length) : 0;
    const { characteristicId, name } = field;
    return { characteristicId, name, change, sentences, fitting: own.length - unfit.length, unfit, empty };
  };
  const known = new Map(before.map(field => [field.characteristicId, field]));
  const kept = new Set(after.map(field => field.characteristicId));
  const changed = after.flatMap(field => {
    const old = field.characteristicId === null ? undefined : known.get(field.characteristicId);
    if (!old) return [effectOf(field, 'added', [])];
    const sentences = differences(old, field);
    if (old.isRetired) return [effectOf(field, 'brought-back', sentences)];
    if (sentences.length > 0) return [effectOf(field, 'changed', sentences)];
    return old.block === field.block ? [] : [effectOf(field, 'moved', [])];
  });
  const away = before.filter(field => !field.isRetired && !kept.has(field.characteristicId));
  return [...changed, ...away.map(field => effectOf(field, 'put-away', []))];
}

const KIND_WORDS: Readonly<Record<FormField['kind'], string>> = {
  text: 'a text',
  number: 'a number',
  category: 'one of several words',
  choices: 'several words',
  date: 'a date',
  'yes-no': 'yes or no',
};

function differences(old: FormField, next: FormField): string[] {
  const said: string[] = [];
  if (old.name !== next.name) said.push(`“${old.name}” is called “${next.name}”.`);
  if (old.kind !== next.kind) said.push(`It was ${KIND_WORDS[old.kind]} and is ${KIND_WORDS[next.kind]}.`);
  if (old.unit !== next.unit) {
    said.push(`Its unit was “${old.unit}” and is “${next.unit}”: numbers stay as they are and are not converted.`);
  }
  const gone = old.choices.filter(choice => !next.choices.includes(choice));
  const fresh = next.choices.filter(choice => !old.choices.includes(choice));
  if (gone.length > 0) said.push(`No longer a choice: ${gone.join(', ')}.`);
  if (fresh.length > 0) said.push(`A new choice: ${fresh.join(', ')}.`);
  if (old.lowest !== next.lowest || old.highest !== next.highest) said.push(`It takes ${rangeWords(next)}.`);
  if (old.isRequired !== next.isRequired) said.push(next.isRequired ? 'It is required.' : 'It is no longer required.');
  if (old.help !== next.help) said.push('Its help text is another.');
  if (old.isPlanned !== next.isPlanned) {
    said.push(next.isPlanned ? 'It is named in the protocol.' : 'It is not named in the protocol.');
  }
  return said;
}

function rangeWords({ lowest, highest }: FormField): string {
  if (lowest === null) return highest === null ? 'any number' : `numbers up to ${highest}`;
  return highest === null ? `numbers from ${lowest}` : `numbers from ${lowest} to ${highest}`;
}
