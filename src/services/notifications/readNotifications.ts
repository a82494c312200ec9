import { KINDS, NOTIFICATION_KINDS, type NotificationKind, type NotificationTopic } from '#core/notifications/kinds';
import { Problem } from '#core/problem';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';

interface Asked {
  readonly show: 'all' | 'unread';
  readonly topic?: NotificationTopic | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly notification_id: string;
  readonly kind: NotificationKind;
  readonly title: string;
  readonly line: string;
  readonly link: string;
  readonly at: Date;
  readonly read_at: Date | null;
}

/** A person's notifications, the newest first, page by page. */
export async function listNotifications(ctx: Context, actor: Actor, asked: Asked) {
  const kinds = NOTIFICATION_KINDS.filter(kind => asked.topic === undefined || KINDS[kind].topic === asked.topic);
  const rows: Row[] = await ctx.db.query(
    `select notification_id, kind, title, line, link, at, read_at from notifications
     where person_id = $1 and is_on_page and kind = any($2::text[]) and ($3::boolean or read_at is null)
       and ($4::uuid is null or notification_id < $4::uuid)
     order by notification_id desc limit $5`,
    [actor.personId, [...kinds], asked.show === 'all', readCursor(asked.cursor), asked.limit + 1],
  );
  const shown = rows.slice(0, asked.limit);
  return {
    notifications: shown.map(row => ({
      ...{ notificationId: row.notification_id, kind: row.kind, topic: KINDS[row.kind].topic },
      ...{ title: row.title, line: row.line, link: row.link, at: row.at, isRead: row.read_at !== null },
    })),
    next: rows.length > asked.limit ? (shown.at(-1)?.notification_id ?? null) : null,
    unread: await countUnread(ctx, actor),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (UUID.test(cursor)) return cursor;
  throw new Problem('invalid', 'This page of the list is not known: begin at its first one.', {}, [
    { pointer: '/query/cursor', detail: 'Hand back `next` of the page before.' },
  ]);
}

export async function countUnread(ctx: Context, actor: Actor): Promise<number> {
  const [found]: { unread: number }[] = await ctx.db.query(
    `select count(*)::int as unread from notifications
     where person_id = $1 and is_on_page and read_at is null and kind = any($2::text[])`,
    [actor.personId, [...NOTIFICATION_KINDS]],
  );
  return found?.unread ?? 0;
}

/** Marks one as read, or unread again. */
export async function markNotification(
  ctx: Context,
  actor: Actor,
  notificationId: string,
  isRead: boolean,
): Promise<void> {
  await perform(ctx, actor, 'read-notification', async tx => {
    const mine = [actor.personId, notificationId];
    const [found]: { is_read: boolean }[] = await tx.db.query(
      'select read_at is not null as is_read from notifications where person_id = $1 and notification_id = $2 for update',
      mine,
    );
    if (!found) throw new Problem('not-found', 'There is no such notification of yours.');
    if (found.is_read === isRead) return tx.changedNothing();
    await tx.db.query('update notifications set read_at = $3 where person_id = $1 and notification_id = $2', [
      ...mine,
      isRead ? tx.now() : null,
    ]);
    tx.witness({ subjectKind: 'notification', subjectId: notificationId });
  });
}

/** Marks as read all that came until an instant: what came after the page was loaded has not been seen. */
export async function markAllNotifications(ctx: Context, actor: Actor, until: string): Promise<void> {
  await perform(ctx, actor, 'read-notifications', async tx => {
    const rows: unknown[] = await tx.db.query(
      `with marked as (update notifications set read_at = $3 where person_id = $1 and read_at is null and at <= $2::timestamptz
         returning 1) select 1 from marked`,
      [actor.personId, until, tx.now()],
    );
    if (rows.length === 0) return tx.changedNothing();
    tx.witness({ subjectKind: 'person', subjectId: actor.personId, facts: { notifications: rows.length } });
  });
}
