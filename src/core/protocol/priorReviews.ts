/** What of a record tells that it is a review. */
export interface MaybeReview {
  readonly title: string | null;
  readonly publicationTypes: readonly string[];
}

export const REVIEW_KINDS = ['systematic-review', 'protocol', 'review', 'none'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

const SYSTEMATIC_TYPES = /^(?:systematic review|meta-analysis|network meta-analysis)$/i;
const SYSTEMATIC_WORDS =
  /\b(?:systematic(?:ally)? (?:literature |scoping |mapping )?(?:review|overview|search)|meta-?analys[ie]s|scoping review|umbrella review|overview of (?:systematic )?reviews|living review|rapid review|evidence map|network meta)/i;
const PROTOCOL_WORDS = /\bprotocol\b/i;

/** Whether a record is a review, by its publication types and the words of its title: "has this been done?" */
export function reviewKind({ title, publicationTypes }: MaybeReview): ReviewKind {
  const words = title ?? '';
  const isSystematic = publicationTypes.some(type => SYSTEMATIC_TYPES.test(type)) || SYSTEMATIC_WORDS.test(words);
  if (isSystematic) return PROTOCOL_WORDS.test(words) ? 'protocol' : 'systematic-review';
  return publicationTypes.some(type => /^(?:scoping )?review$/i.test(type)) ? 'review' : 'none';
}

/** Records with the reviews among them first: systematic reviews, then protocols of such, then other reviews. */
export function reviewsFirst<T extends MaybeReview>(records: readonly T[]): readonly T[] {
  const place = (record: T) => REVIEW_KINDS.indexOf(reviewKind(record));
  return records.toSorted((one, other) => place(one) - place(other));
}

/** Where registered reviews are looked up by hand: PROSPERO offers programs no search. */
export const PROSPERO = 'https://www.crd.york.ac.uk/PROSPERO/';
