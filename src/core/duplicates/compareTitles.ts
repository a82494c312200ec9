import type { TitleForm } from '#core/duplicates/normaliseTitle';
import { similarityOfSpelling } from '#core/duplicates/similarityOfSpelling';

export const TITLE_LEVELS = [
  'missing',
  'same',
  'same-but-short',
  'same-in-other-language',
  'begins-the-same',
  'nearly-same',
  'close',
  'similar',
  'partly-same',
  'little-in-common',
  'different',
] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];

/** Titles as short as these ("Editorial", "Mushroom poisoning") are borne by many reports. */
const SHORT_LETTERS = 24;
const SHORT_WORDS = 3;
/** A subtitle may be missing from one source if what is left is still telling. */
const TELLING_LETTERS = 20;
const LEAST_WORDS_FOR_SPELLING = 0.4;

const isShort = (title: TitleForm) => title.compact.length < SHORT_LETTERS || title.words.length <= SHORT_WORDS;

/** Share of words in common (Dice's coefficient over multisets), 0 to 1. */
export function sharedWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left[at] = '';
    common++;
  }
  return (2 * common) / (a.length + b.length);
}

function meetsInOtherLanguage(a: TitleForm, b: TitleForm): boolean {
  return (
    a.others.includes(b.compact) || b.others.includes(a.compact) || a.others.some(other => b.others.includes(other))
  );
}

/** How far two titles agree, from the same down to different. */
export function compareTitles(a: TitleForm, b: TitleForm): TitleLevel {
  if (a.compact === '' || b.compact === '') return 'missing';
  if (a.compact === b.compact) return isShort(a) ? 'same-but-short' : 'same';
  if ((a.others.length > 0 || b.others.length > 0) && meetsInOtherLanguage(a, b)) return 'same-in-other-language';
  const [shorter, longer] = a.compact.length < b.compact.length ? [a.compact, b.compact] : [b.compact, a.compact];
  if (shorter.length >= TELLING_LETTERS && longer.startsWith(shorter)) return 'begins-the-same';
  const words = sharedWords(a.words, b.words);
  // Letters are counted only where enough words agree, or are parted otherwise: it is the dearest step of all.
  const spelling =
    words >= LEAST_WORDS_FOR_SPELLING && shorter.length > 0.75 * longer.length
      ? similarityOfSpelling(a.compact, b.compact, 0.8)
      : 0;
  if (spelling >= 0.95) return 'nearly-same';
  if (spelling >= 0.88 || words >= 0.92) return 'close';
  if (words >= 0.78 || spelling >= 0.8) return 'similar';
  if (words >= 0.55) return 'partly-same';
  return words >= 0.3 ? 'little-in-common' : 'different';
}
