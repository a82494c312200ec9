import type { AuthorName } from '#core/duplicates/normaliseAuthors';
import { similarityOfSpelling } from '#core/duplicates/similarityOfSpelling';

export const AUTHOR_LEVELS = [
  'missing',
  'same',
  'same-families',
  'one-list-is-shorter',
  'most-same',
  'some-same',
  'only-first-same',
  'first-differs',
  'different',
] as const;
export type AuthorLevel = (typeof AUTHOR_LEVELS)[number];

/** Long lists (consortia) are told apart by their first names. */
const COMPARED = 30;

/** Whether two names may be the same person's, as far as family names tell. */
export function isSameFamily(a: AuthorName, b: AuthorName): boolean {
  if (a.last === b.last) return true;
  if (a.last.length > 1 && b.words.includes(a.last)) return true;
  if (b.last.length > 1 && a.words.includes(b.last)) return true;
  return a.last.length >= 5 && b.last.length >= 5 && similarityOfSpelling(a.last, b.last, 0.75) >= 0.75;
}

function initialsAgree(a: AuthorName, b: AuthorName): boolean {
  return a.initials === '' || b.initials === '' || a.initials.charAt(0) === b.initials.charAt(0);
}

function countMatches(a: readonly AuthorName[], b: readonly AuthorName[]): number {
  const free = [...b];
  let matches = 0;
  for (const name of a) {
    const at = free.findIndex(other => isSameFamily(name, other));
    if (at < 0) continue;
    free.splice(at, 1);
    matches++;
  }
  return matches;
}

/** How far two lists of authors agree. Sources shorten lists, drop groups, swap names and lose accents. */
export function compareAuthors(all: readonly AuthorName[], allOther: readonly AuthorName[]): AuthorLevel {
  const [first, firstOther] = [all[0], allOther[0]];
  if (!first || !firstOther) return 'missing';
  const a = all.slice(0, COMPARED);
  const b = allOther.slice(0, COMPARED);
  let inStep = 0;
  let initialsInStep = true;
  const shorter = Math.min(a.length, b.length);
  while (inStep < shorter) {
    const [left, right] = [a[inStep], b[inStep]];
    if (!left || !right || !isSameFamily(left, right)) break;
    if (!initialsAgree(left, right)) initialsInStep = false;
    inStep++;
  }
  if (inStep === shorter) {
    if (a.length === b.length) return initialsInStep ? 'same' : 'same-families';
    if (initialsInStep && (shorter > 1 || Math.abs(a.length - b.length) <= 1)) return 'one-list-is-shorter';
  }
  // Where several names are alike the count may depend on the order: the greater one is taken, so that it doesn't.
  const matches = Math.max(countMatches(a, b), countMatches(b, a));
  const firstMeets = isSameFamily(first, firstOther);
  if (matches >= 2 && matches >= 0.75 * Math.max(a.length, b.length)) return 'most-same';
  if (firstMeets) return matches >= 2 && matches >= 0.5 * shorter ? 'some-same' : 'only-first-same';
  return matches > 0 ? 'first-differs' : 'different';
}
