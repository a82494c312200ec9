import { BETWEEN_CHOICES, chosenWords, type FieldRules } from '#core/extraction/form/formField';

export type FittedValue =
  | { readonly fits: true; readonly value: number | string }
  | { readonly fits: false; readonly because: string };

const fits = (value: number | string): FittedValue => ({ fits: true, value });
const misfit = (because: string): FittedValue => ({ fits: false, because });

/**
 * A value as a field asks for it: `"40"` is the number 40, `"Yes"` is yes. What was written under an earlier version of the
 * form is read anew each time and never rewritten: where it doesn't fit, the reason says what a person has to look at.
 */
export function fitValue(field: FieldRules, stored: number | string): FittedValue {
  switch (field.kind) {
    case 'text':
      return fits(String(stored));
    case 'number':
      return fitNumber(field, stored);
    case 'category':
      return fitWord(field, String(stored));
    case 'choices':
      return fitWords(field, chosenWords(String(stored)));
    case 'date':
      return fitDate(String(stored).trim());
    case 'yes-no':
      return fitYesNo(String(stored).trim().toLowerCase());
    default:
      return field.kind satisfies never;
  }
}

function fitNumber({ lowest, highest }: FieldRules, stored: number | string): FittedValue {
  const text = String(stored).trim();
  const value = typeof stored === 'number' ? stored : Number(text);
  if (text === '' || !Number.isFinite(value)) return misfit(`“${stored}” is no number.`);
  if (lowest !== null && value < lowest) return misfit(`${value} is below ${lowest}, the lowest that the form takes.`);
  if (highest !== null && value > highest) {
    return misfit(`${value} is above ${highest}, the highest that the form takes.`);
  }
  return fits(value);
}

/** Case and spaces at the ends don't matter: the word is kept as the form writes it. */
function amongChoices(choices: readonly string[], word: string): string | undefined {
  return choices.find(choice => choice.toLowerCase() === word.trim().toLowerCase());
}

function fitWord({ choices }: FieldRules, stored: string): FittedValue {
  if (choices.length === 0) return fits(stored);
  const word = amongChoices(choices, stored);
  return word === undefined ? misfit(`“${stored}” is none of: ${choices.join(', ')}.`) : fits(word);
}

function fitWords({ choices }: FieldRules, stored: readonly string[]): FittedValue {
  const unknown = stored.filter(word => amongChoices(choices, word) === undefined);
  if (unknown.length > 0) return misfit(`“${unknown.join('”, “')}” is none of: ${choices.join(', ')}.`);
  if (stored.length === 0) return misfit('Nothing is chosen.');
  // In the order of the form, so that two people who tick the same have the same.
  const ticked = new Set(stored.map(word => amongChoices(choices, word)));
  return fits(choices.filter(choice => ticked.has(choice)).join(BETWEEN_CHOICES));
}

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year, a month or a day: reports often give no more. */
function fitDate(text: string): FittedValue {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const days = month === undefined ? 31 : (DAYS_OF_MONTHS[Number(month) - 1] ?? 0);
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = month === '02' && !isLeap ? 28 : days;
  const isDay = year !== undefined && days > 0 && (day === undefined || (Number(day) >= 1 && Number(day) <= last));
  return isDay ? fits(text) : misfit(`“${text}” is no date. Write 2024, 2024-05 or 2024-05-17.`);
}

const YES = new Set(['yes', 'y', 'true']);
const NO = new Set(['no', 'n', 'false']);

function fitYesNo(word: string): FittedValue {
  if (YES.has(word)) return fits('yes');
  return NO.has(word) ? fits('no') : misfit(`“${word}” is neither yes nor no.`);
}
