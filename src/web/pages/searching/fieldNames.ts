import { CSV_FIELDS, type CsvField } from '#core/searching/csv/columns';

/** What a column of a table may hold, as people call it, the most wanted first. */
export const FIELD_NAMES: readonly (readonly [CsvField, string])[] = [
  ['title', 'Title'],
  ['abstract', 'Abstract'],
  ['authors', 'Authors'],
  ['journal', 'Journal'],
  ['year', 'Year'],
  ['date', 'Date'],
  ['doi', 'DOI'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['pages', 'Pages'],
  ['firstPage', 'First page'],
  ['lastPage', 'Last page'],
  ['keywords', 'Keywords'],
  ['meshHeadings', 'MeSH headings'],
  ['publicationTypes', 'Publication type'],
  ['recordType', 'Kind of report'],
  ['languages', 'Language'],
  ['issn', 'ISSN'],
  ['isbn', 'ISBN'],
  ['publisher', 'Publisher'],
  ['journalAbbreviation', 'Journal, short'],
  ['vernacularTitle', 'Title in its own language'],
  ['citation', 'Citation'],
  ['url', 'Link'],
  ['notes', 'Notes'],
  ['id', 'Number in its database'],
];

export function fieldNamed(value: string | null): CsvField | null {
  return CSV_FIELDS.find(field => field === value) ?? null;
}
