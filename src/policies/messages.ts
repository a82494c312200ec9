import type { Tie } from '#core/people/messageWords';
import type { Refusal } from '#policies/refusal';

/** How it stands between two people, as the one sees it who wants to write. */
export interface MessageCase {
  readonly ties: readonly Tie[];
  /** Whether they have written to each other before. */
  readonly hasConversation: boolean;
  readonly otherHasWritten: boolean;
  readonly hasBlocked: boolean;
  readonly isBlocked: boolean;
  /** Whether the other one's account was deleted. */
  readonly isGone?: boolean;
  /** Why an administrator stopped all messages of theirs; null where none did. */
  readonly stoppedBecause: string | null;
}

/** With these one may begin: both have agreed to something, or one is the person who was asked. */
const BEGIN: readonly Tie[] = ['project', 'applicant', 'offering-lead', 'mentee', 'mentor', 'inviting-mentor'];

/** Whether one may know of the other in messages at all: for everybody else it is as if there were nobody. */
export function mayConverse({ ties, hasConversation }: Pick<MessageCase, 'ties' | 'hasConversation'>): boolean {
  return hasConversation || ties.length > 0;
}

/**
 * Why one may not write to the other, or null. A lead whom one applied to, a mentor whom one asked, and a mentee whom one
 * invited, are shielded: they write first, or agree.
 */
export function whyNotWrite(at: MessageCase): Refusal {
  if (at.stoppedBecause !== null) return `An administrator stopped your messages: ${at.stoppedBecause}`;
  if (at.isGone) return 'This account was deleted: nobody would read it.';
  if (at.hasBlocked) return 'You take no messages from this person. Change that before you write to them.';
  if (at.isBlocked) return 'This person takes no messages from you.';
  if (at.ties.length === 0) return 'You share no project, application or mentorship any more.';
  if (at.otherHasWritten || at.ties.some(tie => BEGIN.includes(tie))) return null;
  return 'They answer first: until then the note that you sent with your request speaks for you.';
}

/** Why somebody may not report a message: one reports what one was sent. */
export function whyNotReport(at: { readonly isMine: boolean }): Refusal {
  return at.isMine ? 'This message is your own.' : null;
}
