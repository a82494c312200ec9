import { plainWords } from '#core/protocol/searchWords';
import { spellingsOf } from '#core/protocol/spellings';
import { STOP_WORDS } from '#core/protocol/stopWords';
import { phraseForms, wordForms } from '#core/protocol/wordForms';

export interface TermOptions {
  readonly truncate: boolean;
  readonly proximity: number | null;
}

const PARTS = /[;|\n]/;
/** Ahead of these words `or` does not name an alternative: "18 years or older". */
const OR =
  / or (?!(?:older|younger|more|less|greater|fewer|higher|lower|above|below|over|under|longer|shorter|without|not)\b)/i;
const JOINTS =
  / (?:with|without|in|on|for|who|whose|whom|that|which|after|before|during|among|from|versus|vs|by|at|undergoing|receiving|having|treated|suffering|living|aged) /i;
/** Words for anybody: nearly every study has them, and many don't write them. */
const ANYBODY = /^(?:patients?|people|persons?|individuals?|participants?|subjects?|humans?|those)$/i;

/** The alternatives that a text names: at semicolons, bars, line ends, and at "or". */
export function alternativesIn(text: string): readonly string[] {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .split(PARTS)
    .flatMap(part => part.split(OR))
    .map(part => part.trim())
    .filter(part => plainWords(part) !== '');
}

/**
 * A text as a search of titles and abstracts: one word is truncated, a few words are a phrase in singular and plural,
 * British and American spelling are both looked for, and a description in
 * several parts ("adults with type 2 diabetes") asks for each of its parts. Null when nothing searchable is in it.
 */
export function searchTerm(text: string, options: TermOptions): string | null {
  const wanted = /~(\d{1,2})\s*$/.exec(text);
  const proximity = wanted ? Number(wanted[1]) : options.proximity;
  const parts = plainWords(wanted ? text.slice(0, wanted.index) : text)
    .split(JOINTS)
    .map(trimmed)
    .filter(part => part !== '');
  const telling = parts.filter(part => !ANYBODY.test(part));
  const [first, ...others] = (telling.length > 0 ? telling : parts).map(part =>
    phraseOrWord(part, { ...options, proximity }),
  );
  if (first === undefined) return null;
  if (others.length === 0) return first.join(' OR ');
  return `(${[first, ...others].map(forms => (forms.length === 1 ? forms.join('') : `(${forms.join(' OR ')})`)).join(' AND ')})`;
}

/** One phrase, or one word, in its forms and spellings, each with its tag. */
export function phraseOrWord(words: string, { truncate, proximity }: TermOptions): readonly string[] {
  const spelt = truncate ? spellingsOf(words) : [words];
  if (!words.includes(' '))
    return spelt.flatMap(each => (truncate ? wordForms(each) : [each])).map(form => `${form}[tiab]`);
  return spelt
    .map(plainPhrase)
    .flatMap(phrase => (truncate ? phraseForms(phrase) : [phrase]))
    .map(phrase =>
      proximity === null || phrase.includes('*') ? `"${phrase}"[tiab]` : `"${phrase}"[tiab:~${proximity}]`,
    );
}

/** PubMed takes a wildcard only on the last word of a phrase, and an operator in capitals never. */
function plainPhrase(words: string): string {
  return words.replace(/\*(?=.*\s)/g, '').replace(/\b(?:AND|OR|NOT)\b/g, operator => operator.toLowerCase());
}

/** Without stop words at either end. */
function trimmed(part: string): string {
  const words = part.split(' ');
  const isStop = (word: string | undefined) =>
    word !== undefined && (STOP_WORDS.has(word.toLowerCase()) || /^(?:or|not)$/i.test(word));
  while (isStop(words[0])) words.shift();
  while (isStop(words.at(-1))) words.pop();
  return words.join(' ');
}
