import { Problem } from '#core/problem';
import { Conversation } from '#entities/Conversation';
import { MessageBlock } from '#entities/MessageBlock';
import { PrivateMessage } from '#entities/PrivateMessage';
import { whyNotWrite } from '#policies/messages';
import type { Actor, Context } from '#services/context';
import { pairOf, standBetween } from '#services/messages/standBetween';
import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MOST_A_MINUTE = 20;
const MOST_A_DAY = 400;
const MOST_BEGUN_A_DAY = 30;

/** Writes to a person whom something ties to the actor. The same click twice writes once. */
export async function writeMessage(
  ctx: Context,
  actor: Actor,
  input: { readonly personId: string; readonly text: string; readonly key: string },
): Promise<{ id: string }> {
  const { personId: otherId, text, key: clickKey } = input;
  const fromId = actor.personId;
  return perform(ctx, actor, 'write-message', async tx => {
    // One message of a person after the other: limits hold, and a conversation begins once.
    await tx.db.query("select pg_advisory_xact_lock(hashtext('messages'), hashtext($1))", [fromId]);
    const between = await standBetween(tx, actor, otherId);
    const refusal = whyNotWrite(between);
    if (refusal) throw new Problem('conflict', refusal);
    const conversationId = between.conversationId ?? (await begin(tx, fromId, otherId));
    const earlier = await tx.db.findOneBy(PrivateMessage, { conversationId, fromId, clickKey });
    if (earlier) {
      tx.changedNothing();
      return { id: earlier.messageId };
    }
    await insistOnMeasure(tx, fromId);
    const messageId = tx.newId();
    await tx.db.insert(PrivateMessage, {
      ...{ conversationId, messageId, fromId, text, clickKey, sentAt: tx.now(), readAt: null },
    });
    tx.witness({ subjectKind: 'conversation', subjectId: conversationId });
    await tellReader(tx, { conversationId, fromId, otherId });
    return { id: messageId };
  });
}

async function begin(tx: DeedContext, fromId: string, otherId: string): Promise<string> {
  const pair = pairOf(fromId, otherId);
  // The other one may begin at this very moment: then theirs is the conversation.
  await tx.db.query(
    `insert into conversations (conversation_id, lower_id, higher_id, begun_at) values ($1, $2, $3, $4)
     on conflict (lower_id, higher_id) do nothing`,
    [tx.newId(), pair.lowerId, pair.higherId, tx.now()],
  );
  return (await tx.db.findOneByOrFail(Conversation, pair)).conversationId;
}

/** Nobody is flooded: so many messages a minute and a day, and so many people written to for the first time. */
async function insistOnMeasure(tx: DeedContext, fromId: string): Promise<void> {
  const now = tx.now().getTime();
  const [count]: { minute: number; day: number; begun: number }[] = await tx.db.query(
    `select count(*) filter (where sent_at > $2)::int as minute, count(*)::int as day,
       (select count(*)::int from (select conversation_id from private_messages where from_id = $1
          group by conversation_id having min(sent_at) > $3) begun) as begun
     from private_messages where from_id = $1 and sent_at > $3`,
    [fromId, new Date(now - MINUTE_MS), new Date(now - DAY_MS)],
  );
  if (!count) return;
  if (count.minute >= MOST_A_MINUTE) throw new Problem('too-many', 'So many messages in a minute. Wait a little.');
  if (count.day >= MOST_A_DAY || count.begun >= MOST_BEGUN_A_DAY) {
    throw new Problem('too-many', 'You have written a great deal today. Go on tomorrow.');
  }
}

/** One notification until they have read: it is about the first message that they have not. */
async function tellReader(
  tx: DeedContext,
  { conversationId, fromId, otherId }: { conversationId: string; fromId: string; otherId: string },
): Promise<void> {
  const [first]: { message_id: string }[] = await tx.db.query(
    `select message_id from private_messages where conversation_id = $1 and from_id = $2 and read_at is null
     order by message_id limit 1`,
    [conversationId, fromId],
  );
  await notify(tx, [otherId], {
    ...{ kind: 'message', about: `${conversationId}:${first?.message_id}`, link: `/messages?with=${fromId}` },
    title: `${await nameOf(tx, fromId)} writes to you`,
  });
}

/** Marks what the other one wrote as read, up to a message that was seen. */
export async function readMessages(ctx: Context, actor: Actor, otherId: string, upTo: string): Promise<void> {
  await perform(ctx, actor, 'read-messages', async tx => {
    const { conversationId } = await standBetween(tx, actor, otherId);
    const rows: unknown[] = await tx.db.query(
      `with marked as (update private_messages set read_at = $4
         where conversation_id = $1 and from_id = $2 and message_id <= $3 and read_at is null returning 1) select 1 from marked`,
      [conversationId, otherId, upTo, tx.now()],
    );
    if (rows.length === 0) return tx.changedNothing();
    await tx.db.query(
      `update notifications set read_at = $3 where person_id = $1 and kind = 'message' and read_at is null
         and about_key like $2::text || ':%'`,
      [actor.personId, conversationId, tx.now()],
    );
    tx.witness({ subjectKind: 'conversation', subjectId: conversationId ?? otherId, facts: { read: rows.length } });
  });
}

/** Takes no messages from somebody, or takes them again. */
export async function blockPerson(ctx: Context, actor: Actor, otherId: string, isBlocked: boolean): Promise<void> {
  await standBetween(ctx, actor, otherId);
  await perform(ctx, actor, isBlocked ? 'block-person' : 'unblock-person', async tx => {
    const key = { personId: actor.personId, blockedId: otherId };
    if ((await tx.db.existsBy(MessageBlock, key)) === isBlocked) return tx.changedNothing();
    if (isBlocked) await tx.db.insert(MessageBlock, { ...key, blockedAt: tx.now() });
    else await tx.db.delete(MessageBlock, key);
    tx.witness({ subjectKind: 'person', subjectId: otherId });
  });
}
