import type { RecordFormat } from '#core/vocabulary';

/** What kind of report a record describes, as far as its source says so. */
export const RECORD_TYPES = [
  'article',
  'book',
  'conference',
  'thesis',
  'report',
  'preprint',
  'trial',
  'dataset',
  'webpage',
  'patent',
  'other',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** One titled section of an abstract; an unstructured abstract is a single section without label and category. */
export interface AbstractSection {
  readonly label: string | null;
  readonly category: string | null;
  readonly text: string;
}

/** A person (last, fore …) or a group (collective). */
export interface RecordAuthor {
  readonly last: string | null;
  readonly fore: string | null;
  readonly initials: string | null;
  readonly suffix: string | null;
  readonly collective: string | null;
  readonly affiliations: readonly string[];
  readonly orcid: string | null;
}

/** When the report came out; `raw` is the date as its source writes it. */
export interface PublicationDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly season: string | null;
  readonly raw: string | null;
}

/** A name from a controlled list, with its identifier where the source gives one. */
export interface Term {
  readonly ui: string | null;
  readonly name: string;
}

export interface MeshTerm extends Term {
  readonly major: boolean;
}

export interface MeshHeading extends MeshTerm {
  readonly qualifiers: readonly MeshTerm[];
}

export interface Keyword {
  readonly text: string;
  readonly major: boolean;
}

export interface Chemical extends Term {
  readonly registryNumber: string | null;
}

export interface DataBank {
  readonly name: string;
  readonly accessions: readonly string[];
}

export interface Grant {
  readonly id: string | null;
  readonly agency: string | null;
  readonly country: string | null;
}

/** `isRetracted`: this report was withdrawn. `isNotice`: this report withdraws another. Both lists hold PMIDs. */
export interface Retraction {
  readonly isRetracted: boolean;
  readonly isNotice: boolean;
  readonly concern: boolean;
  readonly retractedBy: readonly string[];
  readonly retracts: readonly string[];
}

/** Corrections by their PMIDs, or as the source cites them where they have none. */
export interface Errata {
  readonly in: readonly string[];
  readonly for: readonly string[];
}

export interface RecordBook {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly isbn: readonly string[];
  readonly accession: string | null;
  readonly isChapter: boolean;
}

/** Where a record was read: the file's name where known, its position among the file's records, and its first line. */
export interface RecordSource {
  readonly file: string | null;
  readonly format: RecordFormat;
  /** 0 for the first record of the file. */
  readonly index: number;
  /** 1 for the first line of the file. */
  readonly line: number;
}

/** What a reference file says about one report: plain text, identifiers in their normal form, nothing made up. */
export interface ReferenceRecord {
  readonly recordType: RecordType;
  readonly title: string | null;
  readonly vernacularTitle: string | null;
  readonly abstract: readonly AbstractSection[];
  /** The sections as lines `LABEL: text`; null without an abstract. */
  readonly abstractText: string | null;
  readonly authors: readonly RecordAuthor[];
  /** Whether the list of authors is whole; null when the source doesn't say. */
  readonly authorsComplete: boolean | null;
  readonly journal: string | null;
  readonly journalAbbreviation: string | null;
  readonly issn: string | null;
  readonly nlmId: string | null;
  readonly date: PublicationDate;
  readonly volume: string | null;
  readonly issue: string | null;
  /** As the source writes it; `expandPages` gives the full range. */
  readonly pages: string | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly pmcid: string | null;
  /** Further identifiers by their scheme: `pii`, `embase`, `scopus`, `wos`, `accession` … */
  readonly otherIds: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly publicationTypes: readonly Term[];
  readonly meshHeadings: readonly MeshHeading[];
  readonly keywords: readonly Keyword[];
  readonly chemicals: readonly Chemical[];
  readonly dataBanks: readonly DataBank[];
  readonly grants: readonly Grant[];
  readonly retraction: Retraction;
  readonly errata: Errata;
  readonly book: RecordBook | null;
  /** What the source says beyond this shape, under the source's own names. */
  readonly raw: Readonly<Record<string, readonly string[]>>;
  readonly source: RecordSource;
}

/** A record that PubMed has withdrawn from its database. */
export interface RecordDeletion {
  readonly recordType: 'deletion';
  readonly pmid: string;
}

/** A part of a file that no record could be read from, and why. */
export interface SkippedRecord {
  /** 1 for the first line of the file. */
  readonly line: number;
  readonly reason: string;
}
