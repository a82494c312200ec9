import type { Phase } from '#core/screening/phase';
import { ACT_REFUSALS, whyNotPossible } from '#core/screening/transitions';
import type { Stage } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { whyNotScreen, whyNotSettleAt } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';

interface RecordCase {
  readonly stage: Stage;
  readonly phase: Phase;
}

/** Why a person may not open a conflict to those who decided: only who could settle it may, while it waits. */
export function whyNotOpenDiscussion(viewer: ReviewStanding, at: RecordCase): Refusal {
  const refusal = whyNotSettleAt(viewer, at.stage);
  if (refusal) return refusal;
  if (viewer.closedStages.includes(at.stage)) return ACT_REFUSALS['stage-closed'];
  const impossible = whyNotPossible('adjudicate', at.phase, false);
  return impossible ? ACT_REFUSALS[impossible] : null;
}

/** Why a person who sees a discussion may not write in it. */
export function whyNotDiscuss(viewer: ReviewStanding, at: RecordCase): Refusal {
  const refusal = whyNotScreen(viewer, at.stage);
  if (refusal) return refusal;
  return at.phase === 'adjudicated' ? 'The conflict is settled. Whoever reopens it opens the discussion again.' : null;
}
