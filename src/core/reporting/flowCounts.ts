import type { SourceKind } from '#core/vocabulary';

export interface NamedCount {
  readonly name: string;
  readonly n: number;
}

/** What became of the reports of one way in, from "sought for retrieval" on. Counts are reports, never records. */
export interface ReportCounts {
  readonly sought: number;
  readonly notRetrieved: number;
  /** Sought, and nobody has said yet whether it could be had. */
  readonly retrievalWaiting: number;
  /** Read and settled: included, or excluded for one primary reason. */
  readonly assessed: number;
  /** At hand and not settled yet: undecided, or in conflict. */
  readonly eligibilityWaiting: number;
  /** One primary reason for each excluded report. */
  readonly excluded: readonly NamedCount[];
  readonly included: number;
}

export type OtherSourceKind = Exclude<SourceKind, 'database' | 'register'>;

export interface OtherSourceCount extends NamedCount {
  readonly kind: OtherSourceKind;
}

/** The column "via other methods". It has no screening box: records become reports that are sought. */
export interface OtherMethodCounts {
  readonly identified: readonly OtherSourceCount[];
  /** Records that never became a report sought. The template has no box for them: a foot note tells of them. */
  readonly removed: { readonly duplicates: number; readonly irrelevant: number };
  readonly reports: ReportCounts;
}

/**
 * What a review knows about its own flow, each number counted on its own from the data: none is derived here from
 * another, so that the identities between them can fail and be seen to fail.
 */
export interface FlowCounts {
  /** A new review, or an update of an earlier version. */
  readonly kind: 'new' | 'updated';
  /** Only of an update: what the earlier version included. */
  readonly previous?: { readonly studies: number; readonly reports: number };
  /** Records identified, by source. */
  readonly databases: readonly NamedCount[];
  readonly registers: readonly NamedCount[];
  /** Totals that somebody stated beside, or in place of, the numbers by source. */
  readonly stated?: { readonly databases?: number; readonly registers?: number };
  /** Records removed before screening. What a stopping rule left unread belongs to `byAutomation`. */
  readonly removed: {
    readonly duplicates: number;
    readonly byAutomation: number;
    readonly otherReasons: number;
    /** The tool or rule behind `byAutomation`, in words. */
    readonly automation?: string;
  };
  readonly screening: {
    /** Records whose verdict stands. */
    readonly screened: number;
    /** Records without a verdict: undecided, or in conflict. */
    readonly waiting: number;
    readonly excluded: number;
    /** How many of the excluded ones no person excluded. */
    readonly excludedByAutomation?: number;
    /** Records that passed, and how many distinct reports they stand for. */
    readonly passed: { readonly records: number; readonly reports: number };
  };
  readonly reports: ReportCounts;
  readonly other?: OtherMethodCounts;
  /** What this search brought into the review. */
  readonly included: {
    readonly studies: number;
    readonly reports: number;
    /** Reports that both ways found, counted once in `reports`. */
    readonly reportsFoundBothWays?: number;
    /** Distinct studies behind `reports`, and how many of these the earlier version knew. */
    readonly studiesBehindReports?: number;
    readonly knownStudiesBehindReports?: number;
  };
  /** Everything in the review, counted on its own. */
  readonly total?: { readonly studies: number; readonly reports: number };
  readonly metaAnalysis?: { readonly studies: number; readonly reports: number };
}

export function sumOf(counts: readonly NamedCount[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}

export function recordsFromDatabases(counts: FlowCounts): number {
  return counts.stated?.databases ?? sumOf(counts.databases);
}

export function recordsFromRegisters(counts: FlowCounts): number {
  return counts.stated?.registers ?? sumOf(counts.registers);
}
