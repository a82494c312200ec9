import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';

/** What matching and credit may know of a publication: its words, headings, authors and year. */
export interface Publication {
  readonly pmid: string | null;
  readonly doi: string | null;
  readonly title: string;
  readonly abstract: string;
  readonly journal: string;
  readonly year: number | null;
  readonly authors: readonly RecordAuthor[];
  readonly meshHeadings: readonly string[];
  readonly keywords: readonly string[];
}

/** A record of a reference file as a publication; null for one without a title. */
export function publicationOf(record: ReferenceRecord): Publication | null {
  const title = record.title ?? record.vernacularTitle;
  if (!title) return null;
  return {
    pmid: record.pmid,
    doi: record.doi,
    title,
    abstract: record.abstractText ?? '',
    journal: record.journal ?? record.journalAbbreviation ?? '',
    year: record.date.year,
    authors: record.authors,
    meshHeadings: record.meshHeadings.map(heading => heading.name),
    keywords: record.keywords.map(keyword => keyword.text),
  };
}
