import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { CheckIn } from '#entities/CheckIn';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { isOfPair } from '#policies/mentoring';
import type { Actor, Context } from '#services/context';

/** A mentorship as one of its two may know it; for everybody else there is none. */
export async function loadMentorship(
  ctx: Context,
  actor: Actor,
  mentorshipId: string,
  isLocked: 'locked' | 'free' = 'free',
): Promise<Mentorship> {
  const pair = await ctx.db.findOne(Mentorship, {
    where: { mentorshipId },
    ...(isLocked === 'locked' ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (!pair || !isOfPair(pair, actor.personId)) throw new Problem('not-found', 'There is no such mentorship.');
  return pair;
}

/** A check-in with its mentorship, as above. */
export async function loadCheckIn(ctx: Context, actor: Actor, checkInId: string) {
  const checkIn = await ctx.db.findOneBy(CheckIn, { checkInId });
  if (!checkIn) throw new Problem('not-found', 'There is no such check-in.');
  return { checkIn, pair: await loadMentorship(ctx, actor, checkIn.mentorshipId) };
}

/** How many more a mentor would take. */
export async function roomOf(ctx: Context, mentorId: string): Promise<number> {
  const seat = await ctx.db.findOneBy(MentorSeat, { personId: mentorId });
  const active = await ctx.db.countBy(Mentorship, { mentorId, state: 'active' });
  return Math.max(0, (seat?.capacity ?? 0) - active);
}

/** Whether the mentee has a mentor for the task of a mentorship, or has asked one: theirs alone to know. */
export async function hasMentorFor(ctx: Context, { menteeId, task }: Pick<Mentorship, 'menteeId' | 'task'>) {
  return ctx.db.existsBy(Mentorship, { menteeId, task, state: In(['asked', 'active']) });
}
