import type { BibliographicRecord } from '#core/duplicates/record';

/** What a full record is worth by its fields: screeners read the abstract; identifiers find the full text. */
function fullness(record: BibliographicRecord): number {
  const filled = (text: string | number | null): number => (text === null || String(text).trim() === '' ? 0 : 1);
  return (
    4 * filled(record.abstract) +
    3 * filled(record.doi) +
    3 * filled(record.pmid) +
    2 * filled(record.title) +
    2 * (record.authors.length > 0 ? 1 : 0) +
    filled(record.year) +
    filled(record.journal) +
    filled(record.volume) +
    filled(record.issue) +
    2 * filled(record.pages)
  );
}

/**
 * The record that stands for its cluster: the fullest one, then the one with the longest abstract and the most authors,
 * then the later year (the final record rather than the one ahead of print), then the first by id.
 */
export function choosePrimary(records: readonly BibliographicRecord[]): string {
  if (records.length === 0) throw new RangeError('choosePrimary: a cluster has at least one record');
  const ordered = [...records].sort(
    (a, b) =>
      fullness(b) - fullness(a) ||
      (b.abstract?.length ?? 0) - (a.abstract?.length ?? 0) ||
      b.authors.length - a.authors.length ||
      Number(b.year ?? 0) - Number(a.year ?? 0) ||
      (a.recordId < b.recordId ? -1 : 1),
  );
  return ordered[0]?.recordId ?? '';
}
