import type { AgendaQuestion } from '#core/mentoring/agenda';
import type { CheckInAudience, CheckInState } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { CheckIn } from '#entities/CheckIn';
import { CheckInNote } from '#entities/CheckInNote';
import { MentoringPromise } from '#entities/MentoringPromise';
import type { Mentorship } from '#entities/Mentorship';
import { whyNotAnswerAgenda } from '#policies/mentoring';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { loadCheckIn, loadMentorship } from '#services/mentoring/loadPair';
import { notify } from '#services/notifications/notify';
import { nameOf } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';

/** Moves a check-in, agrees on its hour and place, or says whether it took place. */
export async function planCheckIn(
  ctx: Context,
  actor: Actor,
  checkInId: string,
  change: {
    onDay?: string | undefined;
    startsAt?: string | null | undefined;
    place?: string | undefined;
    state?: CheckInState | undefined;
  },
): Promise<void> {
  const { checkIn, pair } = await loadCheckIn(ctx, actor, checkInId);
  const deed = change.state === 'held' ? 'hold-check-in' : 'plan-check-in';
  await perform(ctx, actor, deed, async tx => {
    const next = {
      onDay: change.onDay ?? checkIn.onDay,
      startsAt:
        change.startsAt === undefined ? checkIn.startsAt : change.startsAt === null ? null : new Date(change.startsAt),
      place: change.place ?? checkIn.place,
      state: change.state ?? checkIn.state,
    };
    const isSame =
      next.onDay === checkIn.onDay &&
      next.startsAt?.getTime() === checkIn.startsAt?.getTime() &&
      next.place === checkIn.place &&
      next.state === checkIn.state;
    if (isSame) return tx.changedNothing();
    await tx.db.update(CheckIn, { checkInId }, next);
    tx.witness({ subjectKind: 'check-in', subjectId: checkInId, facts: { state: next.state } });
    if (next.state === 'held') return;
    const when = next.startsAt ? `Now ${next.onDay}, at an agreed hour.` : `Now ${next.onDay}.`;
    await tellOther(tx, actor, pair, {
      ...{ about: `${checkInId}:${tx.now().toISOString()}`, line: next.state === 'planned' ? when : '' },
      deed: next.state === 'planned' ? 'changes your check-in' : 'calls your check-in off',
    });
  });
}

/** Tells the other one of a pair; never what stands in notes. */
async function tellOther(
  tx: DeedContext,
  { personId }: Actor,
  { mentorId, menteeId, mentorshipId }: Mentorship,
  { about, deed, line }: { readonly about: string; readonly deed: string; readonly line: string },
): Promise<void> {
  await notify(tx, [personId === mentorId ? menteeId : mentorId], {
    ...{ kind: 'check-in-changed', about, line, link: `/mentoring?with=${mentorshipId}` },
    title: `${await nameOf(tx, personId)} ${deed}`,
  });
}

export async function answerAgenda(
  ctx: Context,
  actor: Actor,
  key: { checkInId: string; question: AgendaQuestion },
  answer: string,
): Promise<void> {
  const { pair } = await loadCheckIn(ctx, actor, key.checkInId);
  insist(whyNotAnswerAgenda(pair, actor.personId));
  await perform(ctx, actor, 'answer-agenda', async tx => {
    // Locked: the three answers share one field, and are typed one after the other.
    const checkIn = await tx.db.findOneOrFail(CheckIn, {
      where: { checkInId: key.checkInId },
      lock: { mode: 'pessimistic_write' },
    });
    if ((checkIn.agenda[key.question] ?? '') === answer) return tx.changedNothing();
    const agenda = { ...checkIn.agenda, [key.question]: answer };
    await tx.db.update(CheckIn, { checkInId: key.checkInId }, { agenda });
    tx.witness({ subjectKind: 'check-in', subjectId: key.checkInId });
  });
}

export async function writeCheckInNote(
  ctx: Context,
  actor: Actor,
  checkInId: string,
  note: { text: string; audience: CheckInAudience },
): Promise<{ id: string }> {
  await loadCheckIn(ctx, actor, checkInId);
  return perform(ctx, actor, 'write-check-in-note', async tx => {
    const noteId = tx.newId();
    await tx.db.insert(CheckInNote, { noteId, checkInId, personId: actor.personId, ...note, writtenAt: tx.now() });
    tx.witness({ subjectKind: 'check-in', subjectId: checkInId });
    return { id: noteId };
  });
}

export async function removeCheckInNote(ctx: Context, actor: Actor, noteId: string): Promise<void> {
  await perform(ctx, actor, 'remove-check-in-note', async tx => {
    const note = await tx.db.findOneBy(CheckInNote, { noteId, personId: actor.personId });
    if (!note) throw new Problem('not-found', 'There is no such note of yours.');
    await tx.db.delete(CheckInNote, { noteId });
    tx.witness({ subjectKind: 'check-in', subjectId: note.checkInId });
  });
}

export async function makePromise(
  ctx: Context,
  actor: Actor,
  mentorshipId: string,
  { text, isMine }: { text: string; isMine: boolean },
): Promise<{ id: string }> {
  const pair = await loadMentorship(ctx, actor, mentorshipId);
  const { mentorId, menteeId } = pair;
  const other = actor.personId === mentorId ? menteeId : mentorId;
  return perform(ctx, actor, 'make-promise', async tx => {
    const promiseId = tx.newId();
    await tx.db.insert(MentoringPromise, {
      ...{ promiseId, mentorshipId, promisedBy: isMine ? actor.personId : other, text, madeAt: tx.now(), keptAt: null },
    });
    tx.witness({ subjectKind: 'mentorship', subjectId: mentorshipId });
    if (!isMine) await tellOther(tx, actor, pair, { about: promiseId, deed: 'notes a promise of yours', line: text });
    return { id: promiseId };
  });
}

export async function keepPromise(ctx: Context, actor: Actor, promiseId: string, isKept: boolean): Promise<void> {
  await perform(ctx, actor, 'keep-promise', async tx => {
    const promise = await tx.db.findOneBy(MentoringPromise, { promiseId });
    if (!promise) throw new Problem('not-found', 'There is no such promise.');
    await loadMentorship(tx, actor, promise.mentorshipId);
    if ((promise.keptAt !== null) === isKept) return tx.changedNothing();
    await tx.db.update(MentoringPromise, { promiseId }, { keptAt: isKept ? tx.now() : null });
    tx.witness({ subjectKind: 'mentorship', subjectId: promise.mentorshipId });
  });
}
