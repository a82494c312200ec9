import { Person } from '#entities/Person';
import type { Actor, Context } from '#services/context';

/** The person behind a session, read afresh each time, so that a deleted account is out at once. */
export async function findActor(ctx: Context, personId: string): Promise<Actor | null> {
  return ctx.db.findOne(Person, { where: { personId }, select: { personId: true, isAdministrator: true } });
}
