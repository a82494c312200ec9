import { normaliseText } from '#core/duplicates/normaliseText';

/** A journal's name in comparable form. */
export interface JournalName {
  /** Words that carry meaning, in order: no articles, prepositions or conjunctions. */
  readonly words: readonly string[];
  readonly compact: string;
  /** First letters of all words: "british medical journal" → "bmj". */
  readonly acronym: string;
}

const IDLE_WORDS = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'on',
  'an',
  'a',
  'to',
  'der',
  'die',
  'das',
  'und',
  'fur',
  'de',
  'des',
  'du',
  'la',
  'le',
  'les',
  'et',
  'del',
  'y',
  'e',
  'di',
  'da',
  'do',
  'al',
  'en',
  'its',
  'with',
  'electronic',
  'resource',
  'online',
  'print',
  'basel',
  'switzerland',
]);

/** A journal's name without place, subtitle, society or conference; null if nothing is left. */
export function normaliseJournal(raw: string | null): JournalName | null {
  if (!raw) return null;
  const folded = normaliseText(raw);
  const place = folded.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ');
  const head =
    place.split(/\s:\s*|:\s|\.(?=journal)|\bofficial (?:journal|publication|organ)\b|\.\s*conference\b|\s=\s/)[0] ?? '';
  const text = (head.trim() || place).replace(/&/g, ' ').replace(/'/g, '');
  const all = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = all.filter(word => !IDLE_WORDS.has(word));
  const kept = words.length > 0 ? words : all;
  if (kept.length === 0) return null;
  return { words: kept, compact: kept.join(''), acronym: all.map(word => word.charAt(0)).join('') };
}
