import { CheckIn } from '#entities/CheckIn';
import type { Context } from '#services/context';
import type { DemoTeam } from '#services/demo/demoTeam';
import { answerAgenda, makePromise, planCheckIn, writeCheckInNote } from '#services/mentoring/checkIns';
import { addGoal } from '#services/mentoring/goals';
import { agreeToMentor, askForMentor, saveMentorSeat } from '#services/mentoring/mentorships';

/** The lead mentors one screener, with a first meeting behind them, and another asks; the lead has a goal too. */
export async function fillDemoMentoring(ctx: Context, { lead, first, second }: DemoTeam): Promise<void> {
  const today = ctx.now().toISOString().slice(0, 10);
  await saveMentorSeat(ctx, lead, {
    tasks: ['faculty'],
    capacity: 3,
    about: 'How to get from a question to a paper, and whom to ask for a letter.',
  });
  const { id: mentorshipId } = await askForMentor(ctx, first, {
    mentorId: lead.personId,
    task: 'faculty',
    note: 'I would like to lead a review of my own next year.',
  });
  await agreeToMentor(ctx, lead, mentorshipId, { rhythm: 'weekly-then-monthly', startsOn: today, everyWeeks: 1 });
  const [met, next] = await ctx.db.find(CheckIn, { where: { mentorshipId }, order: { onDay: 'asc' }, take: 2 });
  if (met) await meet(ctx, { lead, first }, met.checkInId);
  if (next) {
    const wanted = { checkInId: next.checkInId, question: 'wanted' } as const;
    await answerAgenda(ctx, first, wanted, 'Read my question before I register it');
  }
  await makePromise(ctx, lead, mentorshipId, { text: 'Introduce Wei-Lin to the librarian', isMine: true });
  await addGoal(ctx, first, { text: 'Protocol of my own review registered', dueOn: null, isShared: true });
  await addGoal(ctx, lead, { text: 'Manuscript of the BCG review sent', dueOn: null, isShared: false });
  await askForMentor(ctx, second, {
    mentorId: lead.personId,
    task: 'faculty',
    note: 'I look for a way into public health.',
  });
}

async function meet(ctx: Context, { lead, first }: Pick<DemoTeam, 'lead' | 'first'>, checkInId: string): Promise<void> {
  await answerAgenda(ctx, first, { checkInId, question: 'went-well' }, 'Screened my first hundred records');
  await answerAgenda(ctx, first, { checkInId, question: 'in-the-way' }, 'Night shifts until the middle of the month');
  await planCheckIn(ctx, lead, checkInId, { state: 'held' });
  const text = 'Agreed: one hour a week is enough until the shifts end.';
  await writeCheckInNote(ctx, lead, checkInId, { text, audience: 'shared' });
}
