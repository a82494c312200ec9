import { Problem } from '#core/problem';
import { MessageBlock } from '#entities/MessageBlock';
import { whyNotWrite } from '#policies/messages';
import type { Actor, Context } from '#services/context';
import { standBetween } from '#services/messages/standBetween';
import { type KnownTie, tiesOf } from '#services/messages/ties';
import { namesOf } from '#services/projects/readProjects';

const FORMER = 'former member';
const EXCERPT = 140;

interface LastRow {
  readonly other_id: string;
  readonly excerpt: string;
  readonly from_id: string;
  readonly sent_at: Date;
  readonly unread: number;
}

/** A person's conversations, the latest first, and whom else they may write to. */
export async function listConversations(ctx: Context, actor: Actor) {
  const { personId } = actor;
  const rows: LastRow[] = await ctx.db.query(
    `select case when c.lower_id = $1 then c.higher_id else c.lower_id end as other_id,
       left(last.text, ${EXCERPT}) as excerpt, last.from_id, last.sent_at,
       (select count(*)::int from private_messages u where u.conversation_id = c.conversation_id
          and u.from_id <> $1 and u.read_at is null) as unread
     from conversations c join lateral (select text, from_id, sent_at, message_id from private_messages m
       where m.conversation_id = c.conversation_id order by message_id desc limit 1) last on true
     where c.lower_id = $1 or c.higher_id = $1 order by last.message_id desc`,
    [personId],
  );
  const ties = await tiesOf(ctx, personId);
  const blocked = new Set((await ctx.db.findBy(MessageBlock, { personId })).map(one => one.blockedId));
  const others = [...new Set([...rows.map(row => row.other_id), ...ties.map(tie => tie.otherId)])];
  const names = await namesOf(ctx, others);
  const person = (id: string) => ({ personId: id, name: names.get(id) ?? FORMER });
  const theirs = (id: string) => present(ties.filter(tie => tie.otherId === id));
  return {
    conversations: rows.map(row => ({
      ...{ with: person(row.other_id), ties: theirs(row.other_id), unread: row.unread },
      last: { excerpt: row.excerpt, sentAt: row.sent_at, isMine: row.from_id === personId },
      isBlocked: blocked.has(row.other_id),
    })),
    contacts: others
      .filter(id => !rows.some(row => row.other_id === id) && !blocked.has(id))
      .filter(
        id => whyNotWrite({ ...FRESH, ties: ties.filter(one => one.otherId === id).map(one => one.tie) }) === null,
      )
      .map(id => ({ person: person(id), ties: theirs(id) }))
      .sort((a, b) => a.person.name.localeCompare(b.person.name, 'en')),
  };
}

/** Two who have never written. Whether the other one blocks is said only to who tries. */
const FRESH = {
  ...{ hasConversation: false, otherHasWritten: false, hasBlocked: false, isBlocked: false, stoppedBecause: null },
} as const;

function present(ties: readonly KnownTie[]) {
  return ties.map(({ tie, about }) => ({ tie, about }));
}

interface MessageRow {
  readonly message_id: string;
  readonly from_id: string;
  readonly text: string;
  readonly sent_at: Date;
  readonly read_at: Date | null;
  readonly is_reported: boolean;
}

/** What two people wrote, the newest page of it, in the order of writing. */
export async function readConversation(
  ctx: Context,
  actor: Actor,
  input: { readonly personId: string; readonly cursor?: string | undefined; readonly limit: number },
) {
  const { personId: otherId, cursor, limit } = input;
  const between = await standBetween(ctx, actor, otherId);
  const rows: MessageRow[] = await ctx.db.query(
    `select m.message_id, m.from_id, m.text, m.sent_at, m.read_at, exists (select 1 from message_reports r
         where r.conversation_id = m.conversation_id and r.message_id = m.message_id and r.person_id = $2) as is_reported
     from private_messages m where m.conversation_id = $1 and ($3::uuid is null or m.message_id < $3::uuid)
     order by m.message_id desc limit $4`,
    [between.conversationId, actor.personId, cursorOf(cursor), limit + 1],
  );
  const shown = rows.slice(0, limit);
  const names = await namesOf(ctx, [otherId]);
  return {
    with: { personId: otherId, name: names.get(otherId) ?? FORMER },
    ties: present(between.known),
    messages: [...shown].reverse().map(row => ({
      ...{ messageId: row.message_id, text: row.text, sentAt: row.sent_at },
      ...{ isMine: row.from_id === actor.personId, isRead: row.read_at !== null, isReported: row.is_reported },
    })),
    earlier: rows.length > limit ? (shown.at(-1)?.message_id ?? null) : null,
    isBlocked: between.hasBlocked,
    may: { write: whyNotWrite(between) },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorOf(cursor: string | undefined): string | null {
  if (cursor === undefined || UUID.test(cursor)) return cursor ?? null;
  throw new Problem('invalid', 'This page of the conversation is not known.', {}, [
    { pointer: '/query/cursor', detail: 'Hand back `earlier` of the page before.' },
  ]);
}

/** How many messages a person has not read. */
export async function countUnreadMessages(ctx: Context, actor: Actor): Promise<number> {
  const [found]: { unread: number }[] = await ctx.db.query(
    `select count(*)::int as unread from private_messages m join conversations c using (conversation_id)
     where (c.lower_id = $1 or c.higher_id = $1) and m.from_id <> $1 and m.read_at is null`,
    [actor.personId],
  );
  return found?.unread ?? 0;
}
