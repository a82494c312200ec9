import type { TextTable } from '#core/certainty/findingsTable';
import { countText } from '#core/reporting/numbers';

export interface TabledSearch {
  readonly source: string;
  readonly platform: string | null;
  readonly kind: string;
  readonly ranOn: string;
  readonly strategy: string | null;
  readonly limits: string | null;
  readonly filters: string | null;
  readonly peerReview: string | null;
  readonly remarks: string | null;
  readonly found: number | null;
  readonly records: number;
}

const NOT_RECORDED = 'not recorded';

/**
 * The searches source by source, with the numbers of the items of PRISMA-S that each column answers (Rethlefsen ML et
 * al. 2021, doi:10.1186/s13643-020-01542-z).
 */
export function searchesTable(searches: readonly TabledSearch[], hasDuplicatesLooked: boolean): TextTable {
  const number = ({ found, records }: TabledSearch) =>
    found !== null && found !== records ? `${countText(records)}\n${countText(found)} found` : countText(records);
  return {
    title: 'Searches, source by source (PRISMA-S)',
    head: [
      'Source, platform (1–7)',
      'Searched on (13)',
      'Strategy as run (8)',
      'Limits (9)',
      'Filters (10)',
      'Peer review (14)',
      'Records (15)',
      'Remarks (2, 4–7, 11)',
    ],
    rows: searches.map(search => [
      [search.source, search.platform, search.kind].filter(Boolean).join('\n'),
      search.ranOn,
      search.strategy || NOT_RECORDED,
      search.limits || 'none stated',
      search.filters || 'none stated',
      search.peerReview || NOT_RECORDED,
      number(search),
      search.remarks || '–',
    ]),
    below: [
      'Numbers in brackets are items of PRISMA-S.',
      hasDuplicatesLooked
        ? 'Duplicates (16): found with Pooled by comparing identifiers, titles, authors, years and pages; doubtful pairs are left to people.'
        : 'Duplicates (16): not looked for yet.',
    ],
  };
}
