import type { BodyOf } from '#contract/endpoint';
import type { recordDecision } from '#contract/screening';
import type { Stage } from '#core/vocabulary';

export type DecisionBody = BodyOf<typeof recordDecision>;

export interface RecordAtStage {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly recordId: string;
}

/** What a screener wants to stand at the server for one record. A newer wish takes the place of an older one. */
export interface Wish extends RecordAtStage {
  readonly wishId: string;
  readonly wantedAt: number;
  /** Null: no decision, the one that stood is withdrawn. */
  readonly decision: DecisionBody | null;
  /** What stood before, as this device knew it: it stands again when the wish is refused. */
  readonly before: DecisionBody | null;
}
