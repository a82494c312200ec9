import type { CheckInAudience, MentorshipState, MentorTask } from '#core/people/vocabulary';
import type { Refusal } from '#policies/refusal';

export interface Pair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly state: MentorshipState;
}

/** Nobody but the two knows of a mentorship. */
export function isOfPair({ mentorId, menteeId }: Pair, personId: string): boolean {
  return personId === mentorId || personId === menteeId;
}

/** Why somebody may not ask this mentor for this task, or null. */
export function whyNotAsk(facts: {
  readonly isSelf: boolean;
  readonly offers: readonly MentorTask[];
  readonly free: number;
  readonly task: MentorTask;
  /** The mentee has a mentor, or an open request, for this task already. */
  readonly isTaken: boolean;
  /** This mentor has invited them for the task, and they have not answered. */
  readonly isInvited: boolean;
}): Refusal {
  if (facts.isSelf) return 'You can’t be your own mentor.';
  if (!facts.offers.includes(facts.task)) return 'This person does not offer that.';
  if (facts.isInvited) return 'This mentor has invited you: accept the invitation.';
  if (facts.isTaken) return 'You have a mentor for this, or have asked one. End or withdraw that first.';
  return facts.free > 0 ? null : 'This mentor has no room at the moment.';
}

/** Why somebody may not begin anything with the other one, or null: who blocks, or is blocked or stopped, sends no note. */
export function whyNotReach(at: {
  readonly hasBlocked: boolean;
  readonly isBlocked: boolean;
  readonly stoppedBecause: string | null;
}): Refusal {
  if (at.stoppedBecause !== null) return `An administrator stopped your messages: ${at.stoppedBecause}`;
  if (at.hasBlocked) return 'You take no messages from this person. Change that first.';
  return at.isBlocked ? 'This person takes no messages from you.' : null;
}

/** Why a mentor may not invite somebody for a task, or null. Whether the mentee has another mentor is not theirs to know. */
export function whyNotInvite(facts: {
  readonly isSelf: boolean;
  readonly offers: readonly MentorTask[];
  readonly task: MentorTask;
  readonly free: number;
  /** Invitations of theirs that nobody has answered yet. */
  readonly open: number;
  /** What stands between these two for this task, if anything. */
  readonly between: 'asked' | 'active' | null;
}): Refusal {
  if (facts.isSelf) return 'You can’t be your own mentor.';
  if (facts.between === 'active') return 'You are their mentor for this already.';
  if (facts.between === 'asked') return 'They have asked you for this: agree to their request.';
  if (!facts.offers.includes(facts.task)) return 'You do not offer that. Add it to what you offer as a mentor first.';
  if (facts.free <= 0) return 'You have no room: raise your number of mentees, or end another mentorship first.';
  if (facts.open < facts.free) return null;
  return 'You have invited as many as you have room for. Take an invitation back, or raise your number of mentees.';
}

/** Why somebody may not accept a mentor's invitation, or null. */
export function whyNotAccept(pair: Pair, personId: string, free: number, isTaken: boolean): Refusal {
  if (personId !== pair.menteeId) return 'Only who was invited can accept.';
  if (pair.state !== 'invited') return 'This invitation is no longer open.';
  if (isTaken) return 'You have a mentor for this, or have asked one. End or withdraw that first.';
  return free > 0 ? null : 'This mentor has no room any more.';
}

/** Why somebody may not agree to be the mentor, or null. */
export function whyNotAgree(pair: Pair, personId: string, free: number): Refusal {
  if (personId !== pair.mentorId) return 'Only who was asked can agree.';
  if (pair.state !== 'asked') return 'This request is no longer open.';
  return free > 0 ? null : 'You have no room: raise your number of mentees, or end another mentorship first.';
}

/** Why somebody may not put the state so, or null. Agreeing has its own rule. */
export function whyNotSetState(pair: Pair, personId: string, state: MentorshipState): Refusal {
  const beganBy = pair.state === 'invited' ? pair.mentorId : pair.menteeId;
  const isOpen = pair.state === 'asked' || pair.state === 'invited';
  if (state === 'declined') {
    if (isOpen && personId === beganBy) return 'Only who was asked can decline.';
    return isOpen ? null : 'This request is no longer open.';
  }
  if (state === 'withdrawn') {
    if (isOpen && personId !== beganBy) return 'Only who asked can withdraw the request.';
    return isOpen ? null : 'This request is no longer open.';
  }
  return pair.state === 'active' ? null : 'Only a mentorship that goes on can be ended.';
}

/** Why somebody may not answer the agenda, or null. */
export function whyNotAnswerAgenda(pair: Pair, personId: string): Refusal {
  if (pair.state !== 'active') return 'This mentorship does not go on.';
  return personId === pair.menteeId ? null : 'The mentee answers the agenda.';
}

/** Whether somebody of the two reads a note. */
export function readsNote(
  note: { readonly personId: string; readonly audience: CheckInAudience },
  readerId: string,
): boolean {
  return note.audience === 'shared' || note.personId === readerId;
}
