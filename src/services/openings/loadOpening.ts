import { Problem } from '#core/problem';
import { Application } from '#entities/Application';
import { Opening } from '#entities/Opening';
import type { Context } from '#services/context';
import { tellWaiting } from '#services/openings/tellOfOpening';
import type { DeedContext } from '#services/perform';

/** An opening by its id; everybody who is signed in may know of it. */
export async function loadOpening(ctx: Context, openingId: string): Promise<Opening> {
  const opening = await ctx.db.findOneBy(Opening, { openingId });
  if (!opening) throw new Problem('not-found', 'There is no such opening.');
  return opening;
}

/** Locks an opening, so that its seats are counted by one person at a time. */
export async function lockOpening(tx: DeedContext, openingId: string): Promise<Opening> {
  const opening = await tx.db.findOne(Opening, { where: { openingId }, lock: { mode: 'pessimistic_write' } });
  if (!opening) throw new Problem('not-found', 'There is no such opening.');
  return opening;
}

/** How many seats nobody sits in: counted from accepted offers of people who are still in the project, never stored. */
export async function seatsLeft(ctx: Context, opening: Opening): Promise<number> {
  const rows: { taken: number }[] = await ctx.db.query(
    `select count(*)::int as taken from offers f
     join memberships m on m.project_id = $2 and m.person_id = f.person_id and m.left_at is null
     where f.opening_id = $1 and f.state = 'accepted'`,
    [opening.openingId, opening.projectId],
  );
  return Math.max(0, opening.capacity - (rows[0]?.taken ?? 0));
}

/** Where an open opening has a free seat, those who waited for one are among the applicants again. */
export async function letWaitingIn(tx: DeedContext, openingId: string): Promise<void> {
  const opening = await loadOpening(tx, openingId);
  if (opening.state !== 'open' || (await seatsLeft(tx, opening)) === 0) return;
  const waited = await tx.db.findBy(Application, { openingId, state: 'waiting' });
  await tx.db.update(Application, { openingId, state: 'waiting' }, { state: 'sent' });
  await tellWaiting(tx, opening, waited, 'There is a seat again');
}

/** Whether the closing date lies behind us, in UTC. */
export function isPastClosing(opening: Opening, now: Date): boolean {
  return opening.closesOn !== null && opening.closesOn < now.toISOString().slice(0, 10);
}
