import { DECISIONS_NEEDED, type DecisionOnRecord, disagreement, type RecordMode } from '#core/screening/disagreement';
import type { Settlement } from '#core/screening/verdict';
import type { Stage } from '#core/vocabulary';

/**
 * Where a record stands at a stage.
 * `independent` somebody who was asked has not decided, or too few have · `agreed` all are in and can stand together ·
 * `conflicted` all are in and cannot · `adjudicated` settled by a third person or by consensus.
 */
export const PHASES = ['independent', 'agreed', 'conflicted', 'adjudicated'] as const;
export type Phase = (typeof PHASES)[number];

/** A screener who was asked to decide. One who left the team, or whose assignment was withdrawn, `isGone`. */
export interface AskedScreener {
  readonly personId: string;
  readonly isGone: boolean;
}

/** All that is known of one record at one stage. `asked` is empty where everybody may screen everything. */
export interface Situation {
  readonly mode: RecordMode;
  readonly stage: Stage;
  readonly asked: readonly AskedScreener[];
  readonly decisions: readonly DecisionOnRecord[];
  readonly adjudication: Settlement | null;
}

/**
 * Whether the independent phase is over: everybody asked who is still here has decided, and at least as many decisions
 * are in as the mode needs. Who has gone without deciding blocks nobody; a decision of one who has gone still counts.
 */
export function isIndependentPhaseOver(situation: Pick<Situation, 'mode' | 'asked' | 'decisions'>): boolean {
  const decided = new Set(situation.decisions.map(decision => decision.personId));
  const isAwaited = situation.asked.some(screener => !screener.isGone && !decided.has(screener.personId));
  return !isAwaited && decided.size >= DECISIONS_NEEDED[situation.mode];
}

/** The phase of a record at a stage. An adjudication stands until it is reopened, whatever decisions change under it. */
export function phase(situation: Situation): Phase {
  if (situation.adjudication) return 'adjudicated';
  if (!isIndependentPhaseOver(situation)) return 'independent';
  return disagreement(situation.decisions, situation.stage) ? 'conflicted' : 'agreed';
}
