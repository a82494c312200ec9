import { CheckIn } from '#entities/CheckIn';
import type { Context } from '#services/context';
import type { DemoPerson, DemoTeam } from '#services/demo/demoTeam';
import { answerAgenda, makePromise, planCheckIn, writeCheckInNote } from '#services/mentoring/checkIns';
import { addGoal } from '#services/mentoring/goals';
import { inviteMentee } from '#services/mentoring/invitations';
import { agreeToMentor, askForMentor, closeMentorship, saveMentorSeat } from '#services/mentoring/mentorships';

const DAY_MS = 86_400_000;

/** A day before or after today, as `2026-11-30`. */
function dayFrom(ctx: Context, days: number): string {
  return new Date(ctx.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * One mentee with three mentors and three tasks, three weeks under way; another one asks the lead, a third is invited. Goals
 * with their days, one of them the lead's own.
 */
export async function fillDemoMentoring(ctx: Context, team: DemoTeam): Promise<void> {
  const { lead, first, second, third, adviser, senior, applicant } = team;
  await saveMentorSeat(ctx, lead, {
    tasks: ['faculty'],
    capacity: 3,
    about: 'How to get from a question to a paper, and whom to ask for a letter.',
  });
  await saveMentorSeat(ctx, adviser, {
    tasks: ['faculty', 'senior'],
    capacity: 2,
    about: 'Writing for journals, and a residency in family medicine.',
  });
  await saveMentorSeat(ctx, senior, { tasks: ['senior', 'peer'], capacity: 4, about: 'The year of applications.' });
  await saveMentorSeat(ctx, third, { tasks: ['peer'], capacity: 1, about: 'Exams beside night shifts.' });
  await meetSinceWeeks(ctx, team);
  const { id: withSenior } = await askForMentor(ctx, first, {
    ...{ mentorId: senior.personId, task: 'senior', note: 'How did you find time for a second review?' },
  });
  await agreeToMentor(ctx, senior, withSenior, { rhythm: 'own', everyWeeks: 3, startsOn: dayFrom(ctx, 4) });
  const { id: withPeer } = await askForMentor(ctx, first, { mentorId: third.personId, task: 'peer', note: '' });
  await agreeToMentor(ctx, third, withPeer, { rhythm: 'own', everyWeeks: 2, startsOn: dayFrom(ctx, 9) });
  const { id: withAdviser } = await askForMentor(ctx, third, {
    ...{ mentorId: adviser.personId, task: 'faculty', note: 'I would like to write better discussions.' },
  });
  await agreeToMentor(ctx, adviser, withAdviser, {
    ...{ rhythm: 'months-1-3-6', everyWeeks: 1, startsOn: dayFrom(ctx, -45) },
  });
  await holdFirst(ctx, adviser, withAdviser);
  await beginWithSenior(ctx, team);
  await askForMentor(ctx, second, {
    ...{ mentorId: lead.personId, task: 'faculty', note: 'I look for a way into public health.' },
  });
  await inviteMentee(ctx, lead, {
    ...{ menteeId: applicant.personId, task: 'faculty', rhythm: 'months-1-3-6', everyWeeks: 2 },
    note: 'Your notes on the trials were careful. I would gladly help you to your first protocol.',
  });
  await addGoal(ctx, first, { text: 'Abstract for the spring meeting sent', dueOn: dayFrom(ctx, 18), isShared: true });
  await addGoal(ctx, first, { text: 'Protocol of my own review registered', dueOn: dayFrom(ctx, 60), isShared: true });
  await addGoal(ctx, first, { text: 'Step 3', dueOn: dayFrom(ctx, 120), isShared: false });
  await addGoal(ctx, lead, { text: 'Manuscript of the BCG review sent', dueOn: dayFrom(ctx, 30), isShared: false });
}

/** Three more have met the senior once, and one of these has ended it since: so that a board has numbers of enough people. */
async function beginWithSenior(ctx: Context, { senior, second, applicant, otherApplicant }: DemoTeam): Promise<void> {
  for (const mentee of [second, applicant, otherApplicant]) {
    const { id } = await askForMentor(ctx, mentee, { mentorId: senior.personId, task: 'peer', note: '' });
    await agreeToMentor(ctx, senior, id, { rhythm: 'own', everyWeeks: 6, startsOn: dayFrom(ctx, -9) });
    await holdFirst(ctx, senior, id);
    if (mentee === otherApplicant) await closeMentorship(ctx, mentee, id, 'ended');
  }
}

async function holdFirst(ctx: Context, mentor: DemoPerson, mentorshipId: string): Promise<void> {
  const [first] = await ctx.db.find(CheckIn, { where: { mentorshipId }, order: { onDay: 'asc' }, take: 1 });
  if (first) await planCheckIn(ctx, mentor, first.checkInId, { state: 'held' });
}

/** Four weeks with the lead: two meetings held, one that did not take place, and today's with its agenda and its hour. */
async function meetSinceWeeks(ctx: Context, { lead, first }: DemoTeam): Promise<void> {
  const { id: mentorshipId } = await askForMentor(ctx, first, {
    mentorId: lead.personId,
    task: 'faculty',
    note: 'I would like to lead a review of my own next year.',
  });
  const plan = { rhythm: 'weekly-then-monthly', startsOn: dayFrom(ctx, -20), everyWeeks: 1 } as const;
  await agreeToMentor(ctx, lead, mentorshipId, plan);
  const planned = await ctx.db.find(CheckIn, { where: { mentorshipId }, order: { onDay: 'asc' }, take: 4 });
  const [begun, fallenOut, last, next] = planned.map(one => one.checkInId);
  if (!begun || !fallenOut || !last || !next) return;
  const answer = (checkInId: string, question: 'went-well' | 'in-the-way' | 'wanted', text: string) =>
    answerAgenda(ctx, first, { checkInId, question }, text);
  await answer(begun, 'went-well', 'Screened my first hundred records');
  await answer(begun, 'in-the-way', 'Night shifts until the middle of the month');
  await planCheckIn(ctx, lead, begun, { state: 'held' });
  await note(ctx, { lead }, begun, 'Agreed: one hour a week is enough until the shifts end.');
  await planCheckIn(ctx, first, fallenOut, { state: 'missed' });
  await answer(last, 'went-well', 'Extracted all thirteen trials');
  await planCheckIn(ctx, lead, last, { state: 'held' });
  await note(ctx, { lead }, last, 'Reads a report well. Next: her own question, on one page.');
  await answer(next, 'wanted', 'Read my question before I register it');
  const place = 'https://meet.example.org/helen-and-wei-lin';
  await planCheckIn(ctx, lead, next, { startsAt: `${dayFrom(ctx, 1)}T16:30:00Z`, place });
  await makePromise(ctx, lead, mentorshipId, { text: 'Introduce Wei-Lin to the librarian', isMine: true });
  await makePromise(ctx, first, mentorshipId, { text: 'Write the question in PICO', isMine: true });
}

async function note(ctx: Context, { lead }: Pick<DemoTeam, 'lead'>, checkInId: string, text: string): Promise<void> {
  await writeCheckInNote(ctx, lead, checkInId, { text, audience: 'shared' });
}
