import { Problem } from '#core/problem';
import { Conversation } from '#entities/Conversation';
import { PrivateMessage } from '#entities/PrivateMessage';
import { type MessageCase, mayConverse } from '#policies/messages';
import type { Actor, Context } from '#services/context';
import { reachOf } from '#services/messages/reachOf';
import { type KnownTie, tiesOf } from '#services/messages/ties';

export interface Between extends MessageCase {
  readonly conversationId: string | null;
  readonly known: readonly KnownTie[];
}

/**
 * How it stands between the actor and another person. Throws 'not-found' for whom nothing ties to them, in the same words for
 * accounts that are there and that are not: messages tell nobody who has an account.
 */
export async function standBetween(ctx: Context, actor: Actor, otherId: string): Promise<Between> {
  const { personId } = actor;
  const known = await tiesOf(ctx, personId, otherId);
  const conversation = await ctx.db.findOneBy(Conversation, pairOf(personId, otherId));
  const conversationId = conversation?.conversationId ?? null;
  const at = { ties: known.map(one => one.tie), hasConversation: conversation !== null };
  if (!mayConverse(at)) throw new Problem('not-found', 'There is nobody here whom you can write to.');
  return {
    ...{ ...at, known, conversationId },
    otherHasWritten:
      conversationId !== null && (await ctx.db.existsBy(PrivateMessage, { conversationId, fromId: otherId })),
    ...(await reachOf(ctx, personId, otherId)),
  };
}

/** The two in the order that a conversation is stored in. */
export function pairOf(one: string, other: string): { readonly lowerId: string; readonly higherId: string } {
  return one < other ? { lowerId: one, higherId: other } : { lowerId: other, higherId: one };
}
