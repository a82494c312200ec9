import { normaliseOrcid } from '#core/searching/identifiers';
import { groupNamed, personNamed, readPersonName } from '#core/searching/personName';
import { presentText } from '#core/searching/plainText';
import type { RecordAuthor } from '#core/searching/record';
import type { TaggedField } from '#core/searching/tagged/fields';

type OpenAuthor = { -readonly [key in keyof RecordAuthor]: RecordAuthor[key] };

const SUFFIX = /\s+(Jr|Sr|2nd|3rd|4th|II|III|IV)\.?$/;

/** `Smith JA 3rd` beside `Smith, John A 3rd`: the short form tells initials and suffix apart. */
function refine(author: OpenAuthor, short: string): void {
  const suffix = SUFFIX.exec(short)?.[1] ?? null;
  const withoutSuffix = short.replace(SUFFIX, '');
  const last = author.last ?? '';
  if (withoutSuffix.startsWith(`${last} `)) author.initials = withoutSuffix.slice(last.length + 1);
  if (!suffix) return;
  author.suffix = suffix;
  author.fore = author.fore?.replace(SUFFIX, '') ?? null;
}

/** Authors in the order of the file: the full name (FAU) with the short one (AU) that follows it, and what belongs to each. */
export function readNbibAuthors(fields: readonly TaggedField[]): RecordAuthor[] {
  const authors: OpenAuthor[] = [];
  let full: OpenAuthor | null = null;
  const early: string[] = [];
  for (const { tag, value } of fields) {
    const text = presentText(value);
    if (!text) continue;
    const last = authors.at(-1);
    if (tag === 'FAU') {
      // A full name without a comma is a family name alone.
      full = { ...(text.includes(',') ? (readPersonName(text) ?? personNamed(text, null)) : personNamed(text, null)) };
      authors.push(full);
    } else if (tag === 'AU') {
      const read = full ? null : readPersonName(text);
      if (full) refine(full, text);
      else if (read) authors.push({ ...read });
      full = null;
    } else if (tag === 'CN') {
      authors.push({ ...groupNamed(text) });
      full = null;
    } else if (tag === 'AUID') {
      if (last) last.orcid ??= normaliseOrcid(text);
    } else if (tag === 'AD') {
      if (last) last.affiliations = [...last.affiliations, text];
      else early.push(text);
    }
  }
  // Files until 2014 name one affiliation, of the first author, before the authors.
  const first = authors[0];
  if (first && early.length > 0) first.affiliations = [...early, ...first.affiliations];
  return authors;
}
