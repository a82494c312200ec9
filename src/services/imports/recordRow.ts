import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';
import type { SearchRecord } from '#entities/SearchRecord';

/** A record as the table keeps it: what lists and duplicates need in columns, the whole in `details`. */
export function recordRow(
  record: ReferenceRecord,
  place: { reviewId: string; recordId: string; importId: string; position: number; createdAt: Date },
): Partial<SearchRecord> {
  return {
    ...place,
    title: withoutNul(record.title ?? record.vernacularTitle ?? ''),
    abstractText: withoutNul(record.abstractText ?? ''),
    authorsText: withoutNul(record.authors.map(authorText).filter(Boolean).join('; ')),
    year: record.date.year,
    journal: nullable(record.journal ?? record.journalAbbreviation),
    volume: nullable(record.volume),
    issue: nullable(record.issue),
    pages: nullable(record.pages),
    doi: nullable(record.doi),
    pmid: nullable(record.pmid),
    pmcid: nullable(record.pmcid),
    // PostgreSQL keeps no NUL character, neither in text nor in JSON.
    details: JSON.parse(JSON.stringify(record).replaceAll('\\u0000', '')),
  };
}

function authorText(author: RecordAuthor): string {
  if (author.collective) return author.collective;
  return [author.last, author.initials ?? author.fore].filter(Boolean).join(' ');
}

function nullable(text: string | null): string | null {
  return text === null || text === '' ? null : withoutNul(text);
}

function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
