import { stemWord } from '#core/matching/stemWord';
import { STOP_WORDS } from '#core/matching/stopWords';

/** The terms of one text with their counts, and how each one-word term was written when it first came up. */
export interface TopicTerms {
  readonly counts: ReadonlyMap<string, number>;
  readonly written: ReadonlyMap<string, string>;
}

/** Stands between texts that are no sentence together, such as interests in a list: words beside it are no pair. */
export const APART = '\u2029';

const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011'’][\p{L}\p{N}]+)*/gu;
const HYPHEN = /[-\u2010\u2011]/;
const ONLY_DIGITS = /^\p{N}+$/u;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemWord(word);
  // The same words come up again and again; the bound keeps a long-lived process from growing without end.
  if (stems.size > 200_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

function bearsMeaning(word: string): boolean {
  return word.length > 1 && !STOP_WORDS.has(word) && !ONLY_DIGITS.test(word);
}

/**
 * Words and pairs of neighbouring words of a text, as topic terms: lower case without accents, stop words and bare
 * numbers dropped, stemmed. No pair reaches over `APART`. A hyphenated word gives its parts and its joined form. Two-word terms are written with a space.
 */
export function topicTerms(text: string): TopicTerms {
  const counts = new Map<string, number>();
  const written = new Map<string, string>();
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  let before: string | null = null;
  const note = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  const noteWord = (stem: string, shown: string) => {
    note(stem);
    if (!written.has(stem)) written.set(stem, shown);
  };
  let end = 0;
  for (const found of plain.matchAll(WORD)) {
    const [match] = found;
    if (plain.slice(end, found.index).includes(APART)) before = null;
    end = found.index + match.length;
    const word = match.replace(/['’]s?(?=$|[-\u2010\u2011])/g, '').replace(/['’]/g, '');
    const parts = word.split(HYPHEN);
    if (parts.length > 1) noteWord(stemOf(parts.join('')), word);
    for (const part of parts) {
      if (!bearsMeaning(part)) continue;
      const stem = stemOf(part);
      noteWord(stem, part);
      if (before !== null) note(`${before} ${stem}`);
      before = stem;
    }
  }
  return { counts, written };
}
