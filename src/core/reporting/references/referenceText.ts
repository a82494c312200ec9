import { longAuthor, shortAuthor } from '#core/reporting/references/referenceAuthors';
import { expandPages } from '#core/searching/expandPages';
import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';

/** Styles of references by name. */
export const REFERENCE_STYLES = ['vancouver', 'ama', 'apa'] as const;
export type ReferenceStyle = (typeof REFERENCE_STYLES)[number];

export const REFERENCE_STYLE_NAMES: Readonly<Record<ReferenceStyle, string>> = {
  vancouver: 'Vancouver (ICMJE)',
  ama: 'AMA, 11th edition',
  apa: 'APA, 7th edition',
};

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function titleOf({ title, vernacularTitle }: ReferenceRecord): string {
  return (title ?? vernacularTitle ?? 'Untitled').replace(/\s+/g, ' ').trim();
}

/** The first few authors, then "et al." where there are more than a style prints. */
function shortAuthors(authors: readonly RecordAuthor[], most: number, kept: number): string {
  const names = authors.map(shortAuthor).filter(Boolean);
  return names.length > most ? `${names.slice(0, kept).join(', ')}, et al` : names.join(', ');
}

function longAuthors(authors: readonly RecordAuthor[]): string {
  const names = authors.map(longAuthor).filter(Boolean);
  const last = names.at(-1) ?? '';
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${last}`;
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`;
}

function pagesOf(record: ReferenceRecord): string {
  return record.pages ? expandPages(record.pages) : '';
}

/** `284-287` as `284-7`: digits that say nothing new are left out. Pages with letters keep all of theirs. */
function shortenedPages(pages: string): string {
  const [, first = '', last = ''] = /^(\d+)-(\d+)$/.exec(pages) ?? [];
  if (first === '' || first.length !== last.length) return pages;
  const differs = [...last].findIndex((digit, place) => digit !== first[place]);
  return differs === -1 ? first : `${first}-${last.slice(differs)}`;
}

/** `2001;12(3):45-52` */
function placeText(record: ReferenceRecord, pages: string): string {
  const volume = `${record.volume ?? ''}${record.issue ? `(${record.issue})` : ''}`;
  return `${record.date.year ?? 'date unknown'}${volume ? `;${volume}` : ''}${pages ? `:${pages}` : ''}`;
}

function shortStyle(record: ReferenceRecord, most: number, kept: number, pages: string): string {
  const journal = record.journalAbbreviation ?? record.journal ?? record.book?.title ?? '';
  return [
    record.authors.length > 0 ? ended(shortAuthors(record.authors, most, kept)) : '',
    ended(titleOf(record)),
    journal ? ended(journal) : '',
    ended(placeText(record, pages)),
    record.doi ? `doi:${record.doi}` : record.pmid ? `PMID: ${record.pmid}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function apa(record: ReferenceRecord): string {
  const journal = record.journal ?? record.journalAbbreviation ?? record.book?.title ?? '';
  const volume = `${record.volume ?? ''}${record.issue ? `(${record.issue})` : ''}`;
  const place = [journal, volume, pagesOf(record).replace('-', '–')].filter(Boolean).join(', ');
  const authors = longAuthors(record.authors);
  const title = ended(titleOf(record));
  const year = `(${record.date.year ?? 'n.d.'}).`;
  return [
    ...(authors ? [ended(authors), year, title] : [title, year]),
    place ? ended(place) : '',
    record.doi ? `https://doi.org/${record.doi}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const STYLES: Readonly<Record<ReferenceStyle, (record: ReferenceRecord) => string>> = {
  // More than six authors: the first six; 284-7 (ICMJE recommendations, citing NLM's samples of formatted references).
  vancouver: record => shortStyle(record, 6, 6, shortenedPages(pagesOf(record))),
  // More than six authors: the first three; 284-287 (AMA Manual of Style, 11th edition).
  ama: record => shortStyle(record, 6, 3, pagesOf(record)),
  apa,
};

/** One report as a reference in a named style, of what its record says and nothing more. */
export function referenceText(record: ReferenceRecord, style: ReferenceStyle): string {
  return STYLES[style](record);
}
