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
}): Refusal {
  if (facts.isSelf) return 'You can’t be your own mentor.';
  if (!facts.offers.includes(facts.task)) return 'This person does not offer that.';
  if (facts.isTaken) return 'You have a mentor for this, or have asked one. End or withdraw that first.';
  return facts.free > 0 ? null : 'This mentor has no room at the moment.';
}

/** Why somebody may not agree to be the mentor, or null. */
export function whyNotAgree(pair: Pair, personId: string, free: number): Refusal {
  if (personId !== pair.mentorId) return 'Only who was asked can agree.';
  if (pair.state !== 'asked') return 'This request is no longer open.';
  return free > 0 ? null : 'You have no room: raise your number of mentees, or end another mentorship first.';
}

/** Why somebody may not put the state so, or null. Agreeing has its own rule. */
export function whyNotSetState(pair: Pair, personId: string, state: MentorshipState): Refusal {
  if (state === 'declined') {
    if (personId !== pair.mentorId) return 'Only who was asked can decline.';
    return pair.state === 'asked' ? null : 'This request is no longer open.';
  }
  if (state === 'withdrawn') {
    if (personId !== pair.menteeId) return 'Only who asked can withdraw the request.';
    return pair.state === 'asked' ? null : 'This request is no longer open.';
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
