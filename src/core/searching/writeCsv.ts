import type { WriteExtras } from '#core/searching/extras';
import { keywordLine, meshLine } from '#core/searching/keywordLines';
import { writePersonName } from '#core/searching/personName';
import type { ReferenceRecord } from '#core/searching/record';

/** Between the parts of a list in one cell; a part must not hold it itself. */
function list(parts: readonly string[]): string {
  return parts.map(part => part.replaceAll(';', ',')).join('; ');
}

const COLUMNS: Readonly<Record<string, (record: ReferenceRecord) => string | number | null | undefined>> = {
  recordType: record => record.recordType,
  title: record => record.title,
  vernacularTitle: record => record.vernacularTitle,
  abstract: record => record.abstractText,
  authors: record => list(record.authors.map(writePersonName)),
  journal: record => record.journal,
  journalAbbreviation: record => record.journalAbbreviation,
  issn: record => record.issn,
  nlmId: record => record.nlmId,
  year: record => record.date.year,
  month: record => record.date.month,
  day: record => record.date.day,
  season: record => record.date.season,
  volume: record => record.volume,
  issue: record => record.issue,
  pages: record => record.pages,
  doi: record => record.doi,
  pmid: record => record.pmid,
  pmcid: record => record.pmcid,
  languages: record => list(record.languages),
  publicationTypes: record => list(record.publicationTypes.map(type => type.name)),
  meshHeadings: record => list(record.meshHeadings.map(meshLine)),
  keywords: record => list(record.keywords.map(keywordLine)),
  isbn: record => list(record.book?.isbn ?? []),
  publisher: record => record.book?.publisher,
  retracted: record => (record.retraction.isRetracted ? 'yes' : null),
};

/**
 * One cell by RFC 4180. A spreadsheet runs what begins like a formula, so such a cell gets an apostrophe before it; so
 * does one that begins with apostrophes and would go on so, that reading takes off exactly what writing put on.
 */
export function writeCell(value: string): string {
  const guarded = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^ | $/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function writeRow(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(cell => writeCell(String(cell ?? ''))).join(',')}\r\n`;
}

/** The first row, behind the mark that tells spreadsheets that the text is UTF-8. */
export function writeCsvHeader(extraNames: readonly string[] = []): string {
  return `\ufeff${writeRow([...Object.keys(COLUMNS), ...extraNames])}`;
}

/** One row; `extraNames` says which extras the table has columns for, and in which order. */
export function writeCsvRow(
  record: ReferenceRecord,
  extraNames: readonly string[] = [],
  extras: WriteExtras = {},
): string {
  return writeRow([...Object.values(COLUMNS).map(read => read(record)), ...extraNames.map(name => extras[name])]);
}

/** Records as a table with a header row, a record a row, and a column for each extra. */
export function writeCsv(
  records: readonly ReferenceRecord[],
  extraNames: readonly string[] = [],
  extrasOf: (record: ReferenceRecord) => WriteExtras = () => ({}),
): string {
  return writeCsvHeader(extraNames) + records.map(record => writeCsvRow(record, extraNames, extrasOf(record))).join('');
}
