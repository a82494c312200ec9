/** A record as the duplicate finder reads it. Everything but the id may be absent; texts are as the source wrote them. */
export interface BibliographicRecord {
  readonly recordId: string;
  readonly title: string | null;
  /** One name each ("Last, First", "Last F", "First Last" …); a whole author line as a single string is understood too. */
  readonly authors: readonly string[];
  readonly year: number | string | null;
  readonly journal: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly abstract: string | null;
  /** Where the record came from: a database or a file. */
  readonly source: string | null;
}

/** What people have said before about two records, each pair by its record ids. It is kept. */
export interface HumanDecisions {
  readonly same: readonly (readonly [string, string])[];
  readonly different: readonly (readonly [string, string])[];
}

/** The fields that are compared, in the order in which a page shows them. */
export const COMPARED_FIELDS = [
  'title',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'abstract',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];
