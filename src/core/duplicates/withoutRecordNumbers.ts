import type { BibliographicRecord } from '#core/duplicates/record';

/** From so many issues on their spread says something. */
const ENOUGH_ISSUES = 50;
const NEARLY_ALL = 0.9;

/**
 * Some exports number their records in the issue column. Issues repeat; numbers do not: a column that is nearly all
 * distinct is dropped, for it would tell every record from its duplicate.
 */
export function withoutRecordNumbers(records: readonly BibliographicRecord[]): readonly BibliographicRecord[] {
  const issues = records.flatMap(({ issue }) => (issue ? [issue] : []));
  const isNumbering = issues.length >= ENOUGH_ISSUES && new Set(issues).size >= NEARLY_ALL * issues.length;
  return isNumbering ? records.map(record => ({ ...record, issue: null })) : records;
}
