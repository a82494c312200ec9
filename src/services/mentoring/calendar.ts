import { In, IsNull, Not } from 'typeorm';
import type { MentorTask } from '#core/people/vocabulary';
import { CheckIn } from '#entities/CheckIn';
import { Goal } from '#entities/Goal';
import { Mentorship } from '#entities/Mentorship';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';

const MINUTES = 30;

/** What each kind of mentor is called. */
const TASK_WORDS: Readonly<Record<MentorTask, string>> = {
  faculty: 'faculty mentor',
  senior: 'senior mentor',
  peer: 'peer mentor',
};

/** One's planned check-ins and the days of one's goals; never what was written there. */
export async function mentoringCalendar(ctx: Context, actor: Actor): Promise<string> {
  const { personId } = actor;
  const pairs = await ctx.db.find(Mentorship, {
    where: [
      { menteeId: personId, state: 'active' },
      { mentorId: personId, state: 'active' },
    ],
  });
  const checkIns = await ctx.db.find(CheckIn, {
    where: { mentorshipId: In(pairs.map(pair => pair.mentorshipId)), state: 'planned' },
    order: { onDay: 'ASC' },
  });
  const goals = await ctx.db.findBy(Goal, { personId, dueOn: Not(IsNull()), reachedAt: IsNull() });
  const names = await namesOf(
    ctx,
    pairs.flatMap(pair => [pair.menteeId, pair.mentorId]),
  );
  return ctx.calendarFile('Pooled: mentoring', [
    ...checkIns.flatMap(one => {
      const pair = pairs.find(({ mentorshipId }) => mentorshipId === one.mentorshipId);
      if (!pair) return [];
      const other = pair.mentorId === personId ? pair.menteeId : pair.mentorId;
      return [
        {
          id: one.checkInId,
          title: `Check-in with ${names.get(other) ?? 'a former member'}`,
          at: one.startsAt ? { startsAt: one.startsAt, minutes: MINUTES } : { onDay: one.onDay },
          place: one.place,
          description: `${TASK_WORDS[pair.task]}; agenda: ${ctx.publicUrl}/mentoring?with=${pair.mentorshipId}`,
        },
      ];
    }),
    ...goals.flatMap(({ goalId, text, dueOn }) =>
      dueOn ? [{ id: goalId, title: text, at: { onDay: dueOn }, place: '', description: 'A goal of yours' }] : [],
    ),
  ]);
}
