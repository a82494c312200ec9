import { In, Not } from 'typeorm';
import type { MatchOpening } from '#core/matching/matchable';
import { rankCandidates } from '#core/matching/suggest';
import type { MentorTask } from '#core/people/vocabulary';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { Profile } from '#entities/Profile';
import { whyNotAsk } from '#policies/mentoring';
import { visibleLines } from '#policies/profiles';
import type { Actor, Context } from '#services/context';
import { matchablePeople } from '#services/openings/matchables';
import { namesOf } from '#services/projects/readProjects';

const MOST = 40;
const REASONS_SHOWN = 3;

/**
 * Mentors for a task: nearest in topic first, those without room last. What they have not shared with everybody plays no
 * part. A like path is looked at only when the mentee wishes it, and then comes before topic.
 */
export async function findMentors(ctx: Context, actor: Actor, task: MentorTask, wishesLikePath: boolean) {
  const seats = (await ctx.db.findBy(MentorSeat, { personId: Not(actor.personId) })).filter(seat =>
    seat.tasks.includes(task),
  );
  const ids = seats.map(seat => seat.personId);
  const profiles = await ctx.db.findBy(Profile, { personId: In(ids) });
  const mine = await ctx.db.findOneByOrFail(Profile, { personId: actor.personId });
  const [me] = await matchablePeople(ctx, [mine], 'self');
  const active = await ctx.db.findBy(Mentorship, { mentorId: In(ids), state: 'active' });
  const loadOf = (personId: string) => ({
    has: active.filter(one => one.mentorId === personId).length,
    room: seats.find(seat => seat.personId === personId)?.capacity ?? 0,
  });
  const ranked = rankCandidates(
    {
      openingId: actor.personId,
      title: me?.interests ?? '',
      abstract: (me?.publications ?? []).map(one => one.title).join('. '),
      timeZone: mine.timeZone,
    } satisfies MatchOpening,
    (await matchablePeople(ctx, profiles, 'stranger')).map(one => ({ ...one, load: loadOf(one.personId) })),
    [],
    ctx.now().getTime(),
  );
  const isTaken = await ctx.db.existsBy(Mentorship, { menteeId: actor.personId, task, state: In(['asked', 'active']) });
  const inviting = await ctx.db.findBy(Mentorship, { menteeId: actor.personId, task, state: 'invited' });
  const names = await namesOf(ctx, ids);
  const found = seats.map(seat => {
    const profile = profiles.find(one => one.personId === seat.personId);
    const suggestion = ranked.find(one => one.personId === seat.personId);
    const { has, room } = loadOf(seat.personId);
    const free = Math.max(0, room - has);
    const like = wishesLikePath && profile ? likePath(mine, profile) : [];
    const topics = (suggestion?.reasons ?? []).filter(({ weight }) => weight > 0).slice(0, REASONS_SHOWN);
    return {
      person: { personId: seat.personId, name: names.get(seat.personId) ?? 'former member' },
      headline: profile && visibleLines(profile.audiences, 'stranger').has('headline') ? profile.headline : '',
      ...{ about: seat.about, free },
      reasons: suggestion?.excludedBecause
        ? [suggestion.excludedBecause]
        : [...like, ...topics.map(({ sentence }) => sentence)],
      order: [free > 0 ? 1 : 0, like.length, suggestion?.score ?? 0],
      may: {
        ask: whyNotAsk({
          ...{ isSelf: false, offers: seat.tasks, free, task, isTaken },
          isInvited: inviting.some(one => one.mentorId === seat.personId),
        }),
      },
    };
  });
  found.sort((a, b) => compared(b.order, a.order) || (a.person.name < b.person.name ? -1 : 1));
  return found.slice(0, MOST).map(({ order: _, ...mentor }) => mentor);
}

function compared(one: readonly number[], other: readonly number[]): number {
  for (const [place, value] of one.entries()) {
    const difference = value - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What two people have in common of their path, by what the mentor has shared with everybody. */
export function likePath(mine: Profile, mentor: Profile): string[] {
  const lines = visibleLines(mentor.audiences, 'stranger');
  const same = (one: string, other: string) => one !== '' && one.toLowerCase() === other.toLowerCase();
  const reasons: string[] = [];
  if (lines.has('school') && same(mine.medicalSchool, mentor.medicalSchool))
    reasons.push('went to your medical school');
  else if (lines.has('school') && same(mine.schoolCountry, mentor.schoolCountry)) {
    reasons.push('studied in the same country');
  }
  if (lines.has('languages')) {
    const shared = mentor.languages.find(one => one !== 'English' && mine.languages.some(own => same(own, one)));
    if (shared) reasons.push(`speaks ${shared}`);
  }
  if (lines.has('visa') && mine.visaNeed !== null && mine.visaNeed === mentor.visaNeed)
    reasons.push('knows your visa path');
  return reasons;
}
