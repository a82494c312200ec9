import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';

/** Columns of the table of records, in the order in which `recordRow` gives their values. */
export const RECORD_COLUMNS = [
  ...['review_id', 'record_id', 'import_id', 'position', 'title', 'abstract_text', 'authors_text', 'year', 'journal'],
  ...['volume', 'issue', 'pages', 'doi', 'pmid', 'pmcid', 'details', 'created_at'],
] as const;

/** PostgreSQL's JSON has no NUL and no half of a character. A backslash that a text has itself comes as two. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** A record as the table keeps it: what lists and duplicates need in columns, the whole in `details`. */
export function recordRow(
  record: ReferenceRecord,
  place: { reviewId: string; recordId: string; importId: string; position: number; createdAt: Date },
): readonly (string | number | null)[] {
  return [
    place.reviewId,
    place.recordId,
    place.importId,
    place.position,
    withoutNul(record.title ?? record.vernacularTitle ?? ''),
    withoutNul(record.abstractText ?? ''),
    authorsTextOf(record),
    record.date.year,
    nullable(record.journal ?? record.journalAbbreviation),
    nullable(record.volume),
    nullable(record.issue),
    nullable(record.pages),
    nullable(record.doi),
    nullable(record.pmid),
    nullable(record.pmcid),
    JSON.stringify(record).replace(UNSTORABLE, '$1'),
    place.createdAt.toISOString(),
  ];
}

/** Authors as lists show them: "Last F; Last F". */
export function authorsTextOf(record: ReferenceRecord): string {
  return withoutNul(record.authors.map(authorText).filter(Boolean).join('; '));
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
