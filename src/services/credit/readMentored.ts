import { mentoredWork } from '#core/credit/mentoredWork';
import type { Actor, Context } from '#services/context';

/** What one mentored oneself, from the check-ins that were held: for oneself alone, since a mentorship is the two's own affair. */
export async function readMentored(ctx: Context, actor: Actor) {
  const held: { onDay: string; menteeId: string }[] = await ctx.db.query(
    `select to_char(meeting.on_day, 'YYYY-MM-DD') as "onDay", pair.mentee_id as "menteeId" from check_ins meeting
     join mentorships pair using (mentorship_id) where pair.mentor_id = $1 and meeting.state = 'held'`,
    [actor.personId],
  );
  return { mentored: mentoredWork(held) };
}
