/** What of a record PubMed's fields look at. Absent fields find nothing. */
export interface SearchableRecord {
  readonly pmid: string | null;
  readonly title: string | null;
  readonly vernacularTitle?: string | null | undefined;
  readonly abstractText: string | null;
  readonly keywords?: readonly string[] | undefined;
  readonly meshHeadings?: readonly SearchableHeading[] | undefined;
  readonly publicationTypes?: readonly string[] | undefined;
  readonly substances?: readonly string[] | undefined;
  readonly authors?: readonly SearchableAuthor[] | undefined;
  readonly affiliations?: readonly string[] | undefined;
  /** Full name, abbreviation and ISSN. */
  readonly journal?: readonly string[] | undefined;
  /** Three letters. */
  readonly languages?: readonly string[] | undefined;
  readonly volume?: string | null | undefined;
  readonly issue?: string | null | undefined;
  readonly pages?: string | null | undefined;
  readonly identifiers?: readonly string[] | undefined;
  readonly registrations?: readonly string[] | undefined;
  readonly subsets?: readonly string[] | undefined;
  /** Each as YYYYMMDD, with missing parts as PubMed fills them (January, the 1st). */
  readonly dates?:
    | Readonly<Partial<Record<'published' | 'entered' | 'created' | 'indexed' | 'revised', number>>>
    | undefined;
}

export interface SearchableHeading {
  readonly name: string;
  readonly isMajor: boolean;
  readonly qualifiers: ReadonlyArray<{ readonly name: string; readonly isMajor: boolean }>;
}

export interface SearchableAuthor {
  readonly last: string | null;
  readonly fore: string | null;
  readonly initials: string | null;
  readonly collective: string | null;
}
