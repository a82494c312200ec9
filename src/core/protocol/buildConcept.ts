import type { QueryWarning } from '#core/protocol/queryWarning';
import type { QuestionSlot } from '#core/protocol/question';
import { alternativesIn, phraseOrWord, searchTerm, type TermOptions } from '#core/protocol/searchTerms';
import { naturalOrder, plainHeading, plainWords } from '#core/protocol/searchWords';
import { STOP_WORDS } from '#core/protocol/stopWords';

/** Headings that nearly every record carries, so that their words add nothing in title and abstract. */
const CHECK_TAGS = /^(?:humans|animals|male|female)$/i;

/**
 * One slot as a line: `(("Heading"[mh] OR …) OR ("phrase"[tiab] OR word*[tiab] OR …))`. Each heading is also looked for
 * by its words, since the newest records carry no headings yet. Null when the slot names nothing.
 */
export function buildConcept(slot: QuestionSlot): {
  readonly line: string | null;
  readonly warnings: readonly Omit<QueryWarning, 'slot'>[];
} {
  const warnings: Omit<QueryWarning, 'slot'>[] = [];
  const options: TermOptions = { truncate: slot.truncate ?? true, proximity: proximityOf(slot) };
  const headings = (slot.meshHeadings ?? []).map(plainHeading).filter(name => name !== '');
  const tag = `[${slot.majorOnly ? 'majr' : 'mh'}${slot.explode === false ? ':noexp' : ''}]`;
  const texts = [slot.text, ...(slot.synonyms ?? [])].map(text => text.trim()).filter(text => text !== '');
  for (const text of texts) warnings.push(...concernsOf(text));
  const words = distinct([
    ...texts.flatMap(text => alternativesIn(text).map(part => searchTerm(part, options))),
    ...headings.filter(name => !CHECK_TAGS.test(name)).map(name => wordsOfHeading(name, options)),
  ]);
  const named = distinct(headings.map(name => `"${name}"${tag}`));
  if (named.length === 0 && words.length > 0) {
    warnings.push({
      code: 'no-headings',
      message: 'No MeSH heading is given: records that say it in other words are lost.',
    });
  }
  if (slot.majorOnly) {
    warnings.push({
      code: 'major-only',
      message: 'Asking for main topics alone loses studies in which it is indexed as a side matter.',
    });
  }
  if (slot.explode === false && named.length > 0) {
    warnings.push({ code: 'not-exploded', message: 'Narrower headings are left out.' });
  }
  const blocks = [named, words].filter(block => block.length > 0).map(block => `(${block.join(' OR ')})`);
  if (blocks.length === 0) return { line: null, warnings };
  return { line: blocks.length === 1 ? blocks.join('') : `(${blocks.join(' OR ')})`, warnings };
}

function proximityOf({ proximity }: QuestionSlot): number | null {
  return proximity == null || !Number.isInteger(proximity) || proximity < 0 ? null : proximity;
}

function wordsOfHeading(name: string, options: TermOptions): string | null {
  const words = naturalOrder(name).toLowerCase();
  return words === '' || STOP_WORDS.has(words) || /^(?:or|not)$/.test(words)
    ? null
    : phraseOrWord(words, options).join(' OR ');
}

function concernsOf(text: string): Omit<QueryWarning, 'slot'>[] {
  const concerns: Omit<QueryWarning, 'slot'>[] = [];
  const cleaned = plainWords(text);
  if (cleaned === '') concerns.push({ code: 'not-searchable', message: `“${text}” holds no word to search for.` });
  if (/["“”[\]()#:/&|]/.test(text.replace(/~\d+\s*$/, ''))) {
    concerns.push({ code: 'signs-dropped', message: `Signs that PubMed reads as syntax were taken out of “${text}”.` });
  }
  if (alternativesIn(text).length > 1) {
    concerns.push({
      code: 'split-alternatives',
      message: `“${text}” was read as ${alternativesIn(text).length} alternatives.`,
    });
  }
  if (/,/.test(text) && cleaned.split(' ').length > 2) {
    concerns.push({
      code: 'reads-as-list',
      message: `“${text}” is looked for as a phrase; if it is a list, write each part as a synonym.`,
    });
  }
  if (/(^|\s)\p{L}{1,3}\*/u.test(text)) {
    concerns.push({
      code: 'wildcard-short',
      message: `PubMed wants at least 4 letters before *: the sign was dropped in “${text}”.`,
    });
  }
  return concerns;
}

/** Without repetitions (capitals don't count) and without what couldn't be searched for. */
function distinct(lines: readonly (string | null)[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const line of lines) if (line !== null && !seen.has(line.toLowerCase())) seen.set(line.toLowerCase(), line);
  return [...seen.values()];
}
