import { sharedWords } from '#core/duplicates/compareTitles';
import type { JournalName } from '#core/duplicates/normaliseJournal';

export const JOURNAL_LEVELS = ['missing', 'same', 'abbreviated', 'one-is-longer', 'similar', 'different'] as const;
export type JournalLevel = (typeof JOURNAL_LEVELS)[number];

/** Whether `short` may stand for `long`: same first letter, and its letters come in order in the long word. */
function isAbbreviation(short: string, long: string): boolean {
  if (long.startsWith(short)) return true;
  if (short.length < 2 || short.charCodeAt(0) !== long.charCodeAt(0) || short.length >= long.length) return false;
  let at = 0;
  for (let letter = 0; letter < long.length && at < short.length; letter++) {
    if (long.charCodeAt(letter) === short.charCodeAt(at)) at++;
  }
  return at === short.length;
}

/** Words of one name matched in order with those of the other; how many of the longer name's stay unmatched, or null. */
function alignment(short: readonly string[], long: readonly string[]): number | null {
  let at = 0;
  for (const word of short) {
    while (at < long.length && !isAbbreviation(word, long[at] ?? '') && !isAbbreviation(long[at] ?? '', word)) at++;
    if (at === long.length) return null;
    at++;
  }
  return long.length - short.length;
}

/** How far two journals' names agree: full and abbreviated forms, acronyms, subtitles that one source leaves out. */
export function compareJournals(a: JournalName | null, b: JournalName | null): JournalLevel {
  if (!a || !b) return 'missing';
  if (a.compact === b.compact) return 'same';
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const unmatched = alignment(short.words, long.words);
  if (unmatched === 0) return 'abbreviated';
  if (
    short.words.length === 1 &&
    short.compact.length >= 3 &&
    (long.acronym === short.compact || long.words.map(word => word.charAt(0)).join('') === short.compact)
  )
    return 'abbreviated';
  if (unmatched !== null && short.words[0] !== undefined && isAbbreviation(short.words[0], long.words[0] ?? ''))
    return 'one-is-longer';
  return sharedWords(a.words, b.words) >= 0.6 ? 'similar' : 'different';
}
