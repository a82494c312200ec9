import type { Phase } from '#core/screening/phase';
import { ACT_REFUSALS, type ScreeningAct, whyNotPossible } from '#core/screening/transitions';
import type { Stage } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { hasRole, type ReviewStanding, settlesAtStage } from '#policies/standing';
import { waitsForFirstStage, whyNotChangeInDiscussion, whyNotChangeOwn } from '#policies/visibility';

/** Why a person may not screen at this stage at all. */
export function whyNotScreen(viewer: ReviewStanding, stage: Stage): Refusal {
  if (!hasRole(viewer, 'screener', 'lead', 'adjudicator')) return 'Only a screener of the team may do this.';
  if (!hasRole(viewer, 'lead') && !viewer.screensAt.includes(stage)) {
    return 'You were not asked to screen at this stage. A lead changes that under Team.';
  }
  if (viewer.closedStages.includes(stage)) return ACT_REFUSALS['stage-closed'];
  return null;
}

/** What decides whether a screener may record, change or withdraw their own decision on a record. */
export interface OwnCase {
  readonly stage: Stage;
  readonly phase: Phase;
  readonly isAssigned: boolean;
  readonly hasDecided: boolean;
  /** Whether this person was invited to discuss the record. */
  readonly isDiscussed: boolean;
}

export function whyNotDecide(viewer: ReviewStanding, at: OwnCase, act: 'decide' | 'withdraw'): Refusal {
  const refusal = whyNotScreen(viewer, at.stage);
  if (refusal) return refusal;
  if (!at.isAssigned) return 'This record was not given to you. Ask the lead for it.';
  const name: ScreeningAct = act === 'withdraw' ? 'withdraw' : at.hasDecided ? 'change' : 'record';
  // A person who was asked may always give their first decision: that others were quicker is nothing they may learn.
  if (name !== 'record') {
    const impossible = whyNotPossible(name, at.phase, false);
    if (impossible) return ACT_REFUSALS[impossible];
    if (at.isDiscussed) return whyNotChangeInDiscussion(at.phase, name);
    return whyNotChangeOwn(viewer, at.stage, at.phase);
  }
  return null;
}

/** Why a person may not remove a file of a full text: whoever brought it may, and a lead. */
export function whyNotRemoveFullText(viewer: ReviewStanding, uploadedBy: string): Refusal {
  if (uploadedBy === viewer.personId || hasRole(viewer, 'lead')) return null;
  return 'Somebody else brought this file. They or a lead may remove it.';
}

/** What decides whether somebody may settle a conflict, or reopen it. */
export interface AdjudicateCase {
  readonly stage: Stage;
  readonly phase: Phase;
  /** Whether the viewer is one of those whose decisions differ. */
  readonly hasDecided: boolean;
  /** Whether somebody else could settle it who has not decided on it. */
  readonly hasThirdPerson: boolean;
}

/** Why somebody may not look at the conflicts of a stage. */
export function whyNotSettleAt(viewer: ReviewStanding, stage: Stage): Refusal {
  const refusal = whyNotAct(viewer, 'adjudicate');
  if (refusal) return refusal;
  if (!settlesAtStage(viewer, stage)) return 'The conflicts of this stage were given to others of the team.';
  if (!waitsForFirstStage(viewer, stage)) return null;
  return 'You still screen title and abstract, blind: full texts are open to you once the lead has closed that stage.';
}

export function whyNotAdjudicate(viewer: ReviewStanding, at: AdjudicateCase, act: 'adjudicate' | 'reopen'): Refusal {
  const refusal = whyNotSettleAt(viewer, at.stage);
  if (refusal) return refusal;
  if (viewer.closedStages.includes(at.stage)) return ACT_REFUSALS['stage-closed'];
  const impossible = whyNotPossible(act, at.phase, false);
  if (impossible) return ACT_REFUSALS[impossible];
  if (at.hasDecided && at.hasThirdPerson) {
    return 'You decided on this record yourself: somebody who has not settles it.';
  }
  return null;
}
