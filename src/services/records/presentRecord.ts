import type { ReferenceRecord } from '#core/searching/record';
import type { SearchRecord } from '#entities/SearchRecord';

/** What of a stored record a person reads: records of practice sets have the same. */
export type StoredRecord = Omit<SearchRecord, 'reviewId' | 'importId' | 'position' | 'createdAt'>;

/** A record as a person reads it; nothing in it depends on what anybody decided. */
export function presentRecord(record: StoredRecord, sourceName: string) {
  const details = record.details as ReferenceRecord; // written by recordRow from such a record
  return {
    recordId: record.recordId,
    title: record.title,
    authorsText: record.authorsText,
    year: record.year,
    journal: record.journal,
    citation: citationOf(record),
    doi: record.doi,
    pmid: record.pmid,
    pmcid: record.pmcid,
    abstract: details.abstract.map(({ label, text }) => ({ label, text })),
    meshHeadings: details.meshHeadings.map(heading => heading.name),
    keywords: details.keywords.map(keyword => keyword.text),
    publicationTypes: details.publicationTypes.map(type => type.name),
    languages: [...details.languages],
    isRetracted: details.retraction.isRetracted,
    sourceName,
  };
}

/** "Smith J, Doe A, et al. Journal 1999;12(3):45-52" */
function citationOf(record: StoredRecord): string {
  const authors = record.authorsText.split('; ').filter(Boolean);
  const names = authors.length > 3 ? `${authors.slice(0, 2).join(', ')}, et al.` : authors.join(', ');
  const issue = record.issue ? `(${record.issue})` : '';
  const volume = record.volume ? `;${record.volume}${issue}` : '';
  const pages = record.pages ? `:${record.pages}` : '';
  const place = `${[record.journal, record.year].filter(Boolean).join(' ')}${volume}${pages}`;
  return [names.replace(/\.$/, ''), place].filter(Boolean).join('. ');
}
