import { In, IsNull } from 'typeorm';
import type { CheckInRhythm, MentorTask } from '#core/people/vocabulary';
import { Problem } from '#core/problem';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import { whyNotAccept, whyNotInvite, whyNotReach } from '#policies/mentoring';
import { visibleLines } from '#policies/profiles';
import { insist } from '#policies/refusal';
import type { Actor, Context } from '#services/context';
import { hasMentorFor, loadMentorship, roomOf } from '#services/mentoring/loadPair';
import { planCheckIns } from '#services/mentoring/planCheckIns';
import { tellOfPair } from '#services/mentoring/tellOfPair';
import { reachOf } from '#services/messages/reachOf';
import { tiesOf } from '#services/messages/ties';
import { perform } from '#services/perform';

const MOST = 500;

/**
 * Whom a mentor may invite by name: people of a shared project, application or mentorship, and the members of their
 * communities. A committee reads numbers alone, so it neither sees members nor is among them.
 */
async function idsToInvite(ctx: Context, personId: string): Promise<Set<string>> {
  const ties = await tiesOf(ctx, personId);
  const members: { person_id: string }[] = await ctx.db.query(
    `select distinct theirs.person_id from community_members mine join community_members theirs using (community_id)
     where mine.person_id = $1 and mine.state = 'member' and (mine.part <> 'committee' or mine.is_core)
       and theirs.state = 'member' and theirs.part <> 'committee'`,
    [personId],
  );
  const ids = new Set([...ties.map(one => one.otherId), ...members.map(one => one.person_id)]);
  ids.delete(personId);
  return ids;
}

/** The people to choose from, by name, with the headline where they have shared it with everybody. */
export async function listInvitable(ctx: Context, actor: Actor) {
  const personId = In([...(await idsToInvite(ctx, actor.personId))]);
  const people = await ctx.db.find(Person, {
    where: { personId, deletedAt: IsNull() },
    ...{ order: { name: 'ASC', personId: 'ASC' }, take: MOST },
  });
  const profiles = await ctx.db.findBy(Profile, { personId });
  return people.map(person => {
    const profile = profiles.find(one => one.personId === person.personId);
    const isShown = profile !== undefined && visibleLines(profile.audiences, 'stranger').has('headline');
    return { personId: person.personId, name: person.name, headline: isShown ? profile.headline : '' };
  });
}

/** Invites a mentee. Whether they have another mentor is asked when they accept, so that the mentor does not learn it. */
export async function inviteMentee(
  ctx: Context,
  actor: Actor,
  input: { menteeId: string; task: MentorTask; note: string; rhythm: CheckInRhythm; everyWeeks: number },
): Promise<{ id: string }> {
  const mentorId = actor.personId;
  const { menteeId, task, note, rhythm, everyWeeks } = input;
  return perform(ctx, actor, 'invite-mentee', async tx => {
    const lock = { mode: 'pessimistic_write' } as const;
    const seat = await tx.db.findOne(MentorSeat, { where: { personId: mentorId }, lock });
    if (menteeId !== mentorId) await requireInvitable(tx, mentorId, menteeId);
    const [standing] = await tx.db.findBy(Mentorship, {
      ...{ mentorId, menteeId, task, state: In(['asked', 'invited', 'active']) },
    });
    if (standing?.state === 'invited') {
      tx.changedNothing();
      return { id: standing.mentorshipId };
    }
    const refusal = whyNotInvite({
      ...{ isSelf: mentorId === menteeId, offers: seat?.tasks ?? [], task, free: await roomOf(tx, mentorId) },
      open: await tx.db.countBy(Mentorship, { mentorId, state: 'invited' }),
      between: standing ? (standing.state === 'asked' ? 'asked' : 'active') : null,
    });
    if (refusal !== null) throw new Problem('conflict', refusal);
    insist(whyNotReach(await reachOf(tx, mentorId, menteeId)));
    const mentorshipId = tx.newId();
    await tx.db.insert(Mentorship, {
      ...{ mentorshipId, menteeId, mentorId, task, state: 'invited' as const, note, rhythm },
      ...{ everyWeeks: rhythm === 'own' ? everyWeeks : null, isInvitation: true },
      ...{ askedAt: tx.now(), answeredAt: null, endedAt: null },
    });
    tx.witness({ subjectKind: 'mentorship', subjectId: mentorshipId, facts: { task } });
    const told = { mentorshipId, kind: 'mentor-invited' } as const;
    await tellOfPair(tx, menteeId, mentorId, 'would like to be your mentor', told);
    return { id: mentorshipId };
  });
}

async function requireInvitable(ctx: Context, mentorId: string, menteeId: string): Promise<void> {
  const isKnown = (await idsToInvite(ctx, mentorId)).has(menteeId);
  if (isKnown && (await ctx.db.existsBy(Person, { personId: menteeId, deletedAt: IsNull() }))) return;
  const detail = 'You share no project, application, mentorship or community with this person.';
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/menteeId', detail }]);
}

/** Accepts: the room of the mentor and the mentee's own three tasks are looked at now, under the mentor's lock. */
export async function acceptMentor(ctx: Context, actor: Actor, mentorshipId: string, startsOn: string): Promise<void> {
  await perform(ctx, actor, 'accept-mentor', async tx => {
    const { mentorId } = await loadMentorship(tx, actor, mentorshipId);
    // Two mentees who accept at once must not exceed the room: the mentor's seat is the lock, as it is where they agree.
    await tx.db.findOne(MentorSeat, { where: { personId: mentorId }, lock: { mode: 'pessimistic_write' } });
    const pair = await loadMentorship(tx, actor, mentorshipId, 'locked');
    if (pair.state === 'active' && pair.menteeId === actor.personId) return tx.changedNothing();
    insist(whyNotAccept(pair, actor.personId, await roomOf(tx, mentorId), await hasMentorFor(tx, pair)));
    await tx.db.update(Mentorship, { mentorshipId }, { state: 'active', answeredAt: tx.now() });
    const rhythm = pair.rhythm ?? 'own';
    const checkIns = await planCheckIns(tx, mentorshipId, { rhythm, startsOn, everyWeeks: pair.everyWeeks ?? 2 });
    tx.witness({ subjectKind: 'mentorship', subjectId: mentorshipId, facts: { rhythm, checkIns } });
    const told = { mentorshipId, kind: 'mentor-answered', state: 'accepted' } as const;
    await tellOfPair(tx, mentorId, pair.menteeId, 'accepts you as a mentor', told);
  });
}
