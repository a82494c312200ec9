import type { Actor, Context } from '#services/context';

/**
 * The person behind a session, read afresh each time, so that a deleted account is out at once. Asked in plain SQL: it
 * stands before every request.
 */
export async function findActor(ctx: Context, personId: string): Promise<Actor | null> {
  const [found]: { is_administrator: boolean }[] = await ctx.db.query(
    'select is_administrator from persons where person_id = $1 and deleted_at is null',
    [personId],
  );
  return found ? { personId, isAdministrator: found.is_administrator } : null;
}
