import type { ApplicationState, OfferState, OpeningState } from '#core/people/vocabulary';
import type { Refusal } from '#policies/refusal';
import { hasRole, type ProjectStanding } from '#policies/standing';

/** A lead describes the project, invites, opens seats and makes offers. */
export function whyNotLead(standing: ProjectStanding | null): Refusal {
  if (standing && hasRole(standing, 'lead')) return null;
  return 'Only a lead of the project may do this.';
}

/** A lead lets people go; everybody may leave. The last lead stays, so that no project is left without one. */
export function whyNotRemove(
  standing: ProjectStanding,
  personId: string,
  otherLeads: number,
  isLead: boolean,
): Refusal {
  if (personId !== standing.personId && !hasRole(standing, 'lead')) return 'Only a lead may let somebody go.';
  if (isLead && otherLeads === 0) return 'This is the only lead. Make somebody else a lead first.';
  return null;
}

/** What decides whether somebody may apply for an opening. */
export interface ApplyCase {
  readonly openingState: OpeningState;
  readonly seatsLeft: number;
  readonly isMember: boolean;
  readonly application: ApplicationState | null;
  readonly isPastClosing: boolean;
  /** Why a rule of the project speaks against the person, as far as they have said; null where none does. */
  readonly notEligible?: string | null;
  /** How many applications of theirs wait for an answer elsewhere. */
  readonly openApplications?: number;
  readonly isHidden?: boolean;
}

/** So many applications of one person may be open at once: leads are not flooded, and each note is meant. */
export const MOST_OPEN_APPLICATIONS = 6;

export function whyNotApply(at: ApplyCase): Refusal {
  if (at.isMember) return 'You are in this project already.';
  if (at.application && at.application !== 'withdrawn') return 'You have applied for this opening already.';
  if (at.isHidden) return 'This opening was taken out of sight.';
  if (at.isPastClosing) return 'The closing date has passed.';
  // A seat that filled closes the opening by itself; one may wait for another.
  if (at.openingState === 'closed' && at.seatsLeft > 0) return 'This opening is closed.';
  if (at.notEligible) return at.notEligible;
  if ((at.openApplications ?? 0) >= MOST_OPEN_APPLICATIONS)
    return `You have ${MOST_OPEN_APPLICATIONS} open applications. Withdraw one, or wait for an answer.`;
  return null;
}

/** What decides whether an offer can still be taken. */
export interface AcceptCase {
  readonly isMine: boolean;
  readonly state: OfferState;
  readonly seatsLeft: number;
  /** The day until which it stood is over. */
  readonly isPast?: boolean;
}

export function whyNotAccept(at: AcceptCase): Refusal {
  if (!at.isMine) return 'This offer was made to somebody else.';
  if (at.state === 'accepted') return 'You have taken this seat already.';
  if (at.state !== 'open') return 'This offer no longer stands.';
  if (at.isPast) return 'The day until which this offer stood is over. Ask the lead for a new one.';
  if (at.seatsLeft <= 0)
    return 'The last seat was taken by somebody else. You keep your place on the list of applicants.';
  return null;
}
