import { Problem } from '#core/problem';
import { Offer } from '#entities/Offer';
import { Opening } from '#entities/Opening';
import type { Context } from '#services/context';
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

/** How many seats nobody has taken yet: counted from accepted offers, never stored. */
export async function seatsLeft(ctx: Context, opening: Opening): Promise<number> {
  const taken = await ctx.db.countBy(Offer, { openingId: opening.openingId, state: 'accepted' });
  return Math.max(0, opening.capacity - taken);
}

/** Whether the closing date lies behind us, in UTC. */
export function isPastClosing(opening: Opening, now: Date): boolean {
  return opening.closesOn !== null && opening.closesOn < now.toISOString().slice(0, 10);
}
