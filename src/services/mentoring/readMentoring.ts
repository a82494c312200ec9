import { In } from 'typeorm';
import { AGENDA_QUESTIONS, agendaText } from '#core/mentoring/agenda';
import { CheckIn } from '#entities/CheckIn';
import { CheckInNote } from '#entities/CheckInNote';
import { Goal } from '#entities/Goal';
import { MentoringPromise } from '#entities/MentoringPromise';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { readsNote, whyNotAccept, whyNotAgree, whyNotAnswerAgenda, whyNotSetState } from '#policies/mentoring';
import type { Actor, Context } from '#services/context';
import { hasMentorFor, loadMentorship, roomOf } from '#services/mentoring/loadPair';
import { namesOf } from '#services/projects/readProjects';

const FORMER = 'former member';

/** All that a person's mentoring is. */
export async function readMentoring(ctx: Context, actor: Actor) {
  const { personId } = actor;
  const seat = await ctx.db.findOneBy(MentorSeat, { personId });
  const pairs = await ctx.db.find(Mentorship, {
    where: [
      { menteeId: personId, state: In(['asked', 'invited', 'active']) },
      { menteeId: personId, state: 'declined', isInvitation: false },
      { mentorId: personId, state: In(['asked', 'invited', 'active']) },
      { mentorId: personId, state: 'declined', isInvitation: true },
    ],
    order: { askedAt: 'DESC' },
  });
  return {
    seat: seat && { tasks: seat.tasks, capacity: seat.capacity, about: seat.about },
    mentorships: await presentRows(ctx, actor, pairs),
    goals: await ctx.db.find(Goal, { where: { personId }, order: { dueOn: 'ASC', goalId: 'ASC' } }),
  };
}

async function presentRows(ctx: Context, actor: Actor, pairs: readonly Mentorship[]) {
  const checkIns = await ctx.db.find(CheckIn, {
    where: { mentorshipId: In(pairs.map(pair => pair.mentorshipId)) },
    order: { onDay: 'ASC' },
  });
  const names = await namesOf(
    ctx,
    pairs.flatMap(pair => [pair.menteeId, pair.mentorId]),
  );
  return pairs.map(pair => {
    const own = checkIns.filter(one => one.mentorshipId === pair.mentorshipId);
    const next = own.find(({ state }) => state === 'planned');
    const isMentor = pair.mentorId === actor.personId;
    const other = isMentor ? pair.menteeId : pair.mentorId;
    return {
      mentorshipId: pair.mentorshipId,
      with: { personId: other, name: names.get(other) ?? FORMER },
      ...{ isMentor, task: pair.task, state: pair.state, note: pair.note, askedAt: pair.askedAt },
      next: pair.state === 'active' ? (next ?? null) : null,
      held: own.filter(({ state }) => state === 'held').length,
    };
  });
}

/** One mentorship, for its two alone. */
export async function readMentorship(ctx: Context, actor: Actor, mentorshipId: string) {
  const pair = await loadMentorship(ctx, actor, mentorshipId);
  const [row] = await presentRows(ctx, actor, [pair]);
  if (!row) throw new RangeError('readMentorship: one pair gives one row');
  const checkIns = await ctx.db.find(CheckIn, { where: { mentorshipId }, order: { onDay: 'ASC' } });
  const notes = await ctx.db.find(CheckInNote, {
    where: { checkInId: In(checkIns.map(one => one.checkInId)) },
    order: { writtenAt: 'ASC' },
  });
  const promises = await ctx.db.find(MentoringPromise, { where: { mentorshipId }, order: { madeAt: 'ASC' } });
  const names = await namesOf(ctx, [pair.mentorId, pair.menteeId]);
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? FORMER });
  const free = await roomOf(ctx, pair.mentorId);
  const mentorName = named(pair.mentorId).name;
  const isMine = (personId: string) => personId === actor.personId;
  return {
    ...row,
    ...{ mentor: named(pair.mentorId), mentee: named(pair.menteeId), rhythm: pair.rhythm, everyWeeks: pair.everyWeeks },
    checkIns: checkIns.map((one, place) => ({
      ...{ checkInId: one.checkInId, onDay: one.onDay, startsAt: one.startsAt, place: one.place, state: one.state },
      agenda: AGENDA_QUESTIONS.map(question => ({
        question,
        asked: agendaText(question, mentorName, lastHeld(checkIns, place)),
        answer: one.agenda[question] ?? '',
      })),
      notes: notes
        .filter(note => note.checkInId === one.checkInId && readsNote(note, actor.personId))
        .map(note => ({ ...note, name: named(note.personId).name, isMine: isMine(note.personId) })),
    })),
    promises: promises.map(one => ({ ...one, by: named(one.promisedBy), isMine: isMine(one.promisedBy) })),
    // A mentor sees shared goals as long as they are the mentor: not before they agreed, and not after the end.
    goals:
      pair.state === 'active' || isMine(pair.menteeId)
        ? await ctx.db.find(Goal, {
            where: { personId: pair.menteeId, ...(isMine(pair.menteeId) ? {} : { isShared: true }) },
            order: { dueOn: 'ASC', goalId: 'ASC' },
          })
        : [],
    may: {
      agree: whyNotAgree(pair, actor.personId, free),
      accept: whyNotAccept(pair, actor.personId, free, await hasMentorFor(ctx, pair)),
      end: whyNotSetState(pair, actor.personId, 'ended'),
      answerAgenda: whyNotAnswerAgenda(pair, actor.personId),
    },
  };
}

/** The day of the last meeting before this one, as `2026-11-30`; the page says it in words. */
function lastHeld(checkIns: readonly CheckIn[], place: number): string | null {
  return (
    checkIns
      .slice(0, place)
      .filter(({ state }) => state === 'held')
      .at(-1)?.onDay ?? null
  );
}
