import type { CommunityMemberState, CommunityPart, PairingState } from '#core/mentoring/communityWords';
import type { Refusal } from '#policies/refusal';

/** A person's place in a community; null for who never asked. */
export type CommunityStanding = {
  readonly part: CommunityPart;
  readonly state: CommunityMemberState;
  readonly isCore: boolean;
} | null;

/** Numbers about fewer people than this are not shown: they could be told apart. */
export const LEAST_PEOPLE = 5;

export function isMember(standing: CommunityStanding): boolean {
  return standing?.state === 'member';
}

export function isOfCore(standing: CommunityStanding): boolean {
  return isMember(standing) && standing?.isCore === true;
}

/** Why somebody may not see members, events and pairs, or null. A committee sees numbers alone. */
export function whyNotSeeInside(standing: CommunityStanding): Refusal {
  if (!isMember(standing)) return 'Only members see this. Ask to join.';
  return standing?.part === 'committee' && !standing.isCore ? 'A committee sees the outcomes in numbers alone.' : null;
}

/** Why somebody may not run the community, or null. */
export function whyNotRun(standing: CommunityStanding): Refusal {
  return isOfCore(standing) ? null : 'Only the core team may do this.';
}

/** Why somebody may not see the outcomes, or null. */
export function whyNotSeeOutcomes(standing: CommunityStanding): Refusal {
  if (isOfCore(standing) || (isMember(standing) && standing?.part === 'committee')) return null;
  return 'Only the core team and the committee see the outcomes.';
}

/** Why somebody may not ask to join, or null. */
export function whyNotJoin(standing: CommunityStanding): Refusal {
  if (isMember(standing)) return 'You are a member.';
  return standing?.state === 'asked' ? 'You have asked. The core team will answer.' : null;
}

/** Why the last of the core team may not go while others are left, or null. */
export function whyNotLeaveCore(at: {
  readonly isCore: boolean;
  readonly otherCore: number;
  readonly otherMembers: number;
}): Refusal {
  if (!at.isCore || at.otherCore > 0 || at.otherMembers === 0) return null;
  return 'You are the whole core team. Take somebody else into it first.';
}

/** Why somebody may not come to an event, or null. */
export function whyNotAnswerEvent(at: {
  readonly standing: CommunityStanding;
  readonly isCancelled: boolean;
  readonly isOver: boolean;
}): Refusal {
  const inside = whyNotSeeInside(at.standing);
  if (inside) return inside;
  if (at.isCancelled) return 'This event was cancelled.';
  return at.isOver ? 'This event is over.' : null;
}

export interface StoodPair {
  readonly newcomerId: string;
  readonly memberId: string;
  readonly state: PairingState;
}

/** Why somebody may not answer for a pair, or null: only the two may, each for themselves. */
export function whyNotAnswerPair(pair: StoodPair, personId: string, to: 'met' | 'declined' | 'ended'): Refusal {
  if (personId !== pair.newcomerId && personId !== pair.memberId) return 'Only the two may answer.';
  if (to === 'ended') return pair.state === 'met' ? null : 'Only a pair that has agreed can be ended.';
  return pair.state === 'offered' ? null : 'This offer is no longer open.';
}
