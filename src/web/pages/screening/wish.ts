import type { BodyOf } from '#contract/endpoint';
import type { recordDecision } from '#contract/screening';
import type { Stage } from '#core/vocabulary';

export type DecisionBody = BodyOf<typeof recordDecision>;

/** A record at a stage of a review. */
export interface RecordAtStage {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly recordId: string;
}

/** Where one screens: a stage of a review, or a practice set. */
export type Desk = Omit<RecordAtStage, 'recordId'> | { readonly practiceSetId: string };

export type RecordAtDesk = Desk & { readonly recordId: string };

/** What a screener wants to stand at the server for one record. */
export type NewWish = RecordAtDesk & {
  /** Null: no decision, the one that stood is withdrawn. */
  readonly decision: DecisionBody | null;
  /** What stood before, as this device knew it: it stands again when the wish is refused. */
  readonly before: DecisionBody | null;
};

/** A newer wish for the same record takes the place of an older one. */
export type Wish = NewWish & { readonly wishId: string; readonly wantedAt: number };

/** A desk in one word, the same for the same desk. */
export function deskName(desk: Desk): string {
  return 'practiceSetId' in desk ? `practice.${desk.practiceSetId}` : `${desk.reviewId}.${desk.stage}`;
}

/** A desk and nothing else of what it came with. */
export function deskOf(desk: Desk): Desk {
  return 'practiceSetId' in desk
    ? { practiceSetId: desk.practiceSetId }
    : { reviewId: desk.reviewId, stage: desk.stage };
}
