import { In } from 'typeorm';
import type { CheckInRhythm, MentorTask } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { CheckIn } from '#entities/CheckIn';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { whyNotAgree, whyNotAsk, whyNotReach, whyNotSetState } from '#policies/mentoring';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { loadMentorship, roomOf } from '#services/mentoring/loadPair';
import { planCheckIns } from '#services/mentoring/planCheckIns';
import { tellOfPair } from '#services/mentoring/tellOfPair';
import { reachOf } from '#services/messages/reachOf';
import { perform } from '#services/perform';

export async function saveMentorSeat(
  ctx: Context,
  actor: Actor,
  seat: { tasks: MentorTask[]; capacity: number; about: string },
): Promise<void> {
  const { personId } = actor;
  await perform(ctx, actor, 'offer-mentoring', async tx => {
    const tasks = [...new Set(seat.tasks)];
    await tx.db.upsert(MentorSeat, { personId, ...seat, tasks, updatedAt: tx.now() }, ['personId']);
    tx.witness({ subjectKind: 'person', subjectId: personId, facts: { tasks, capacity: seat.capacity } });
  });
}

export async function askForMentor(
  ctx: Context,
  actor: Actor,
  input: { mentorId: string; task: MentorTask; note: string },
): Promise<{ id: string }> {
  const { mentorId, task, note } = input;
  const menteeId = actor.personId;
  return perform(ctx, actor, 'ask-for-mentor', async tx => {
    const seat = await tx.db.findOneBy(MentorSeat, { personId: mentorId });
    if (!seat) throw new Problem('not-found', 'This person is no mentor here.');
    const standing = await tx.db.findOneBy(Mentorship, { menteeId, task, state: In(['asked', 'active']) });
    if (standing?.mentorId === mentorId) {
      tx.changedNothing();
      return { id: standing.mentorshipId };
    }
    const free = await roomOf(tx, mentorId);
    const refusal = whyNotAsk({
      isSelf: mentorId === menteeId,
      ...{ offers: seat.tasks, free, task, isTaken: standing !== null },
      isInvited: await tx.db.existsBy(Mentorship, { menteeId, mentorId, task, state: 'invited' }),
    });
    if (refusal !== null) throw new Problem('conflict', refusal);
    insist(whyNotReach(await reachOf(tx, menteeId, mentorId)));
    const mentorshipId = tx.newId();
    await tx.db.insert(Mentorship, {
      ...{ mentorshipId, menteeId, mentorId, task, state: 'asked' as const, note, rhythm: null },
      ...{ askedAt: tx.now(), answeredAt: null, endedAt: null, isInvitation: false, everyWeeks: null },
    });
    tx.witness({ subjectKind: 'mentorship', subjectId: mentorshipId, facts: { task } });
    await tellOfPair(tx, mentorId, menteeId, 'asks you to be their mentor', { mentorshipId, kind: 'mentor-asked' });
    return { id: mentorshipId };
  });
}

/** Agrees: all check-ins of the rhythm are planned at once, and can be moved one by one. */
export async function agreeToMentor(
  ctx: Context,
  actor: Actor,
  mentorshipId: string,
  plan: { rhythm: CheckInRhythm; startsOn: string; everyWeeks: number },
): Promise<void> {
  await perform(ctx, actor, 'agree-to-mentor', async tx => {
    // Two requests accepted at once must not exceed the room: the mentor's own seat is the lock.
    await tx.db.findOne(MentorSeat, { where: { personId: actor.personId }, lock: { mode: 'pessimistic_write' } });
    const pair = await loadMentorship(tx, actor, mentorshipId, 'locked');
    if (pair.state === 'active' && pair.mentorId === actor.personId) return tx.changedNothing();
    insist(whyNotAgree(pair, actor.personId, await roomOf(tx, pair.mentorId)));
    await tx.db.update(Mentorship, { mentorshipId }, { state: 'active', rhythm: plan.rhythm, answeredAt: tx.now() });
    const checkIns = await planCheckIns(tx, mentorshipId, plan);
    tx.witness({
      subjectKind: 'mentorship',
      subjectId: mentorshipId,
      facts: { rhythm: plan.rhythm, checkIns },
    });
    await tellOfPair(tx, pair.menteeId, pair.mentorId, 'agrees to be your mentor', {
      mentorshipId,
      kind: 'mentor-answered',
    });
  });
}

const DEEDS = {
  declined: 'decline-mentorship',
  withdrawn: 'withdraw-mentorship',
  ended: 'end-mentorship',
} as const;

/** What the other one is told, by who did it. */
const CLOSED = {
  mentor: {
    declined: 'can’t be your mentor at the moment',
    withdrawn: 'takes back the invitation to be your mentor',
    ended: 'ended your mentorship',
  },
  mentee: {
    declined: 'can’t take up your invitation at the moment',
    withdrawn: 'no longer asks you to be their mentor',
    ended: 'ended your mentorship',
  },
} as const;

/** Declines, withdraws or ends. What was planned and didn't take place goes; what was held stays with its notes. */
export async function closeMentorship(
  ctx: Context,
  actor: Actor,
  mentorshipId: string,
  state: keyof typeof DEEDS,
): Promise<void> {
  await perform(ctx, actor, DEEDS[state], async tx => {
    const pair = await loadMentorship(tx, actor, mentorshipId, 'locked');
    if (pair.state === state) return tx.changedNothing();
    insist(whyNotSetState(pair, actor.personId, state));
    await tx.db.update(Mentorship, { mentorshipId }, { state, endedAt: tx.now() });
    await tx.db.delete(CheckIn, { mentorshipId, state: 'planned' });
    tx.witness({ subjectKind: 'mentorship', subjectId: mentorshipId });
    const [by, other] =
      pair.mentorId === actor.personId ? (['mentor', pair.menteeId] as const) : (['mentee', pair.mentorId] as const);
    const begun = by === 'mentor' ? 'mentor-invited' : 'mentor-asked';
    const kind = state === 'withdrawn' ? begun : 'mentor-answered';
    await tellOfPair(tx, other, actor.personId, CLOSED[by][state], { mentorshipId, kind, state });
  });
}
