import type { Refusal } from '#policies/refusal';
import { hasRole, type ProjectStanding } from '#policies/standing';

/** Why a member may not confirm or dispute a claim, or null. Everybody of the team may speak, but not for themselves. */
export function whyNotAnswerClaim(standing: ProjectStanding, claimantId: string): Refusal {
  return standing.personId === claimantId ? 'Your own claim is for the others to confirm.' : null;
}

/** Why a member may not withdraw a claim, or null. */
export function whyNotWithdrawClaim(standing: ProjectStanding, claimantId: string): Refusal {
  return standing.personId === claimantId ? null : 'Only who made a claim can withdraw it; you can dispute it.';
}

/** Why a member may not put the authors in order, or null. */
export function whyNotOrderAuthors(standing: ProjectStanding): Refusal {
  return hasRole(standing, 'lead') ? null : 'Only a lead of the team may put the authors in order.';
}
