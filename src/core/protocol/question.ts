import type { CriterionKind, Frame } from '#core/vocabulary';

export interface QuestionSlot {
  readonly slot: string;
  readonly text: string;
  readonly synonyms?: readonly string[] | undefined;
  /** Names of MeSH headings; a subheading may follow a slash. */
  readonly meshHeadings?: readonly string[] | undefined;
  /** False: narrower headings are left out. */
  readonly explode?: boolean | undefined;
  /** True: only records where the heading is a main topic. */
  readonly majorOnly?: boolean | undefined;
  /** Words of a phrase may stand in any order with this many other words between them. */
  readonly proximity?: number | null | undefined;
  /** False: no word is truncated unless it is written with an asterisk. */
  readonly truncate?: boolean | undefined;
  readonly inSearch?: boolean | undefined;
  /** Words that speak for a record and against it: they are marked while screening, and not searched for. */
  readonly includeWords?: readonly string[] | undefined;
  readonly excludeWords?: readonly string[] | undefined;
}

export interface QuestionCriterion {
  readonly text: string;
  readonly kind: CriterionKind;
  readonly slot?: string | undefined;
}

/** What a review asks. */
export interface Question {
  readonly frame: Frame;
  readonly title?: string | undefined;
  readonly slots: readonly QuestionSlot[];
  /** Names of published filters. */
  readonly filters?: readonly string[] | undefined;
  readonly published?:
    | { readonly from?: string | number | null | undefined; readonly to?: string | number | null | undefined }
    | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly criteria?: readonly QuestionCriterion[] | undefined;
}
