import type { BibliographicRecord, ComparedField } from '#core/duplicates/record';
import type { ComparedRecord } from './useDuplicates.ts';

/** A record as the finder reads it: the very comparison that found the pair marks its words. */
export function comparable(record: ComparedRecord): BibliographicRecord {
  return {
    recordId: record.recordId,
    title: record.title || null,
    authors: record.authorsText ? record.authorsText.split('; ') : [],
    year: record.year,
    journal: record.journal,
    volume: record.volume,
    issue: record.issue,
    pages: record.pages,
    doi: record.doi,
    pmid: record.pmid,
    abstract: record.abstractText || null,
    source: record.sourceName,
  };
}

export const FIELD_NAMES: Readonly<Record<ComparedField, string>> = {
  title: 'Title',
  authors: 'Authors',
  year: 'Year',
  journal: 'Journal',
  volume: 'Volume',
  issue: 'Issue',
  pages: 'Pages',
  doi: 'DOI',
  pmid: 'PMID',
  abstract: 'Abstract',
};
