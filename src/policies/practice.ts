import type { Refusal } from '#policies/refusal';
import { hasRole, type ProjectStanding } from '#policies/standing';

/** Why a person may not offer a practice set to everybody here. */
export function whyNotOfferEverybody(isAdministrator: boolean): Refusal {
  return isAdministrator ? null : 'Only an administrator offers practice to everybody. Choose the team of a review.';
}

/** Why a person may not make or retire a practice set for the team of a review. */
export function whyNotOfferTeam(standing: ProjectStanding): Refusal {
  return hasRole(standing, 'lead') ? null : 'Only a lead of the team may do this.';
}

/** Why the answers of a review may not be taken into a practice set: they would tell screeners what others chose. */
export function whyNotTakeAnswers(standing: ProjectStanding, isClosed: boolean): Refusal {
  if (!hasRole(standing, 'lead')) return 'Only a lead of that review may take its answers.';
  return isClosed ? null : 'Title and abstract of that review is not closed yet: its answers are still blind.';
}

/** What decides whether somebody may go on in a practice set. */
export interface PracticeCase {
  readonly isFinished: boolean;
  readonly isRetired: boolean;
  readonly left: number;
}

export function whyNotPractise(at: PracticeCase): Refusal {
  if (at.isFinished) return 'You have finished and seen the answers, so your decisions stand.';
  return at.isRetired ? 'This practice set is offered no more.' : null;
}

export function whyNotFinishPractice(at: PracticeCase): Refusal {
  const refusal = whyNotPractise(at);
  if (refusal || at.left === 0) return refusal;
  return `${at.left} ${at.left === 1 ? 'record waits' : 'records wait'} for your decision: the result counts all of them.`;
}
