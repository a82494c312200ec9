import type { Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { type AssessmentPhase, maySeeAssessments, whyNotChangeAssessment } from '#policies/visibility';

/** What decides whether somebody may assess, or change what they said. */
export interface AssessCase extends AssessmentPhase {
  readonly isMine: boolean;
  readonly isMineFinished: boolean;
  /** How many have begun. */
  readonly begun: number;
}

/** Why a person may not answer, or judge, in an assessment of their own. */
export function whyNotAssess(viewer: ReviewStanding, at: AssessCase): Refusal {
  const refusal = whyNotAct(viewer, 'appraise');
  if (refusal) return refusal;
  if (at.isMineFinished) return whyNotChangeAssessment(at) ?? 'You have finished this. Open it again to change it.';
  if (at.isMine) return null;
  if (at.isSettled) return 'This is settled already.';
  if (at.begun < at.needed) return null;
  return at.needed === 1 ? 'Somebody else assesses this.' : 'Two people assess this already.';
}

/** Why a person may not take back that they have finished. */
export function whyNotReopenOwn(viewer: ReviewStanding, at: AssessCase): Refusal {
  return whyNotAct(viewer, 'appraise') ?? whyNotChangeAssessment(at);
}

/** Why a person may not write down what two assessors agreed on. */
export function whyNotSettle(viewer: ReviewStanding, at: AssessmentPhase): Refusal {
  const refusal = whyNotAct(viewer, 'settleAppraisals');
  if (refusal) return refusal;
  if (at.needed === 1) return 'One person assesses this alone: there is nothing to agree on.';
  if (!maySeeAssessments(at)) return 'Both assessors must finish first.';
  return null;
}
