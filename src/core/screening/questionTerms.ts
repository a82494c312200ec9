import { stemWord } from '#core/matching/stemWord';
import { wordsOf } from '#core/screening/termVocabulary';

/**
 * Words that only put a question into words: articles, prepositions, auxiliaries, and how reviews ask ("what are the
 * benefits and harms of …"). In a short question they would count as much as its matter.
 */
const PHRASING: ReadonlySet<string> = new Set(
  `a about all among an and any are as at be been being between by can could did do does for from had has have how in
  into is it its may might no nor not of on or over should some such than that the their then there these they this those
  to towards under was were what when where whether which who whom whose why will with would
  benefit benefits change changes common compared comparison describe effect effects evidence follow found harm harms
  people published review study studies`.split(/\s+/),
);

/** Whether a word names some matter to a reader: no number, no fragment, no word of mere phrasing. */
export function isTelling(word: string): boolean {
  return /\p{L}{3}/u.test(word) && !PHRASING.has(word);
}

/** Weight of each of the records' terms in the question, before it is brought to length 1. */
export type QuestionTerms = ReadonlyMap<number, number>;

/**
 * The question in the records' own words. Each of its words, but those of mere phrasing, stands for all terms of the
 * same stem ("therapies", "therapy"): together they weigh as one term that is in as many records as they are, shared
 * by how common each is. A question of phrasing alone keeps its words.
 *
 * @param terms the records' terms, and in how many records each is
 */
export function questionTerms(
  question: string,
  terms: readonly string[],
  frequency: Int32Array,
  records: number,
): QuestionTerms {
  const words = wordsOf(question);
  const telling = words.filter(word => !PHRASING.has(word));
  const asked = new Set((telling.length > 0 ? telling : words).map(stemWord));
  const families = new Map<string, number[]>();
  for (const [term, text] of terms.entries()) {
    const stem = stemWord(text);
    if (asked.has(stem)) families.set(stem, [...(families.get(stem) ?? []), term]);
  }
  const weights = new Map<number, number>();
  for (const family of families.values()) {
    const together = family.reduce((sum, term) => sum + (frequency[term] ?? 0), 0);
    if (together === 0) continue;
    const inverse = Math.log((1 + records) / (1 + Math.min(records, together))) + 1;
    for (const term of family) weights.set(term, inverse * Math.sqrt((frequency[term] ?? 0) / together));
  }
  return weights;
}
