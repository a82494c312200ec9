import { In } from 'typeorm';
import { rankCandidates } from '#core/matching/suggest';
import { type Pairing, pairNewcomers, whyNotPair } from '#core/mentoring/pairNewcomers';
import { Problem } from '#core/problem';
import type { Community } from '#entities/Community';
import type { CommunityMember } from '#entities/CommunityMember';
import { CommunityPair } from '#entities/CommunityPair';
import { Profile } from '#entities/Profile';
import { whyNotAnswerPair, whyNotRun } from '#policies/communities';
import { visibleLines } from '#policies/profiles';
import { insist } from '#policies/refusal';
import { lockCommunity, membersOf, standInCommunity } from '#services/communities/loadCommunity';
import type { Actor, Context } from '#services/context';
import { likePath } from '#services/mentoring/findMentors';
import { notify } from '#services/notifications/notify';
import { matchablePeople } from '#services/openings/matchables';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';

const REASONS_SHOWN = 3;
/** A like path that was wished for counts as much as half of all that topics can. */
const LIKE_PATH_SCORE = 0.5;

/** Members who wait for a first contact: mentees without a pair under way, and without one that ended after they met. */
export function newcomersAmong(
  members: readonly CommunityMember[],
  pairs: readonly CommunityPair[],
): CommunityMember[] {
  const welcomed = new Set(pairs.filter(one => one.state !== 'declined').map(one => one.newcomerId));
  return members.filter(one => one.part === 'mentee' && !one.isCore && !welcomed.has(one.personId));
}

/** How many newcomers each member has now, offered ones too. */
export function usedPlaces(pairs: readonly CommunityPair[]): Map<string, number> {
  const used = new Map<string, number>();
  for (const { memberId, state } of pairs) {
    if (state === 'offered' || state === 'met') used.set(memberId, (used.get(memberId) ?? 0) + 1);
  }
  return used;
}

interface Prepared {
  readonly newcomers: readonly CommunityMember[];
  readonly pairing: Pairing;
  readonly reasonsOf: (newcomerId: string, memberId: string) => readonly string[];
  readonly whyNot: (newcomerId: string, memberId: string) => string | null;
  readonly welcomers: readonly string[];
}

/**
 * What can be said of every pair, and the pairing of them all. Reasons are read by the core team and by the two: they are made of
 * what each shares with everybody and of what the newcomer wrote for the community, of nothing else.
 */
async function prepare(ctx: Context, community: Community): Promise<Prepared> {
  const { communityId, seed } = community;
  const members = await membersOf(ctx, communityId);
  const pairs = await ctx.db.findBy(CommunityPair, { communityId });
  const newcomers = newcomersAmong(members, pairs);
  const used = usedPlaces(pairs);
  const welcoming = members.filter(one => one.places > 0 && one.part !== 'committee');
  const profiles = await ctx.db.findBy(Profile, { personId: In(members.map(one => one.personId)) });
  const people = await matchablePeople(ctx, profiles, 'stranger');
  const profileOf = (personId: string) => profiles.find(one => one.personId === personId);
  const personOf = (personId: string) => people.find(one => one.personId === personId);
  const welcomingIds = new Set(welcoming.map(one => one.personId));
  const candidates = people.filter(one => welcomingIds.has(one.personId));
  const reasons = new Map<string, readonly string[]>();
  const scores: [string, string, number][] = [];
  for (const newcomer of newcomers) {
    const own = personOf(newcomer.personId);
    const ranked = rankCandidates(
      {
        openingId: newcomer.personId,
        title: [newcomer.wants, own?.interests ?? ''].join('. '),
        abstract: (own?.publications ?? []).map(one => one.title).join('. '),
        timeZone: own?.timeZone ?? null,
      },
      candidates,
      [],
      ctx.now().getTime(),
    );
    for (const { personId, score, reasons: found } of ranked) {
      const [mine, other] = [profileOf(newcomer.personId), profileOf(personId)];
      const like = newcomer.wishesLikePath && mine && other ? likePath(sharedPath(mine), other) : [];
      const named = found
        .filter(({ kind, weight }) => kind !== 'rest' && weight > 0)
        .map(({ sentence }) => sentence.replace(/\.$/, ''));
      reasons.set(`${newcomer.personId} ${personId}`, [...like, ...named].slice(0, REASONS_SHOWN));
      scores.push([newcomer.personId, personId, (score + like.length * LIKE_PATH_SCORE) / (1 + LIKE_PATH_SCORE)]);
    }
  }
  const spoken = (personId: string) => personOf(personId)?.languages ?? [];
  const input = {
    newcomers: newcomers.map(({ personId }) => ({ id: personId, languages: spoken(personId) })),
    members: welcoming.map(({ personId, places }) => ({
      ...{ id: personId, languages: spoken(personId), places, used: used.get(personId) ?? 0 },
    })),
    scores,
    earlier: pairs.map(({ newcomerId, memberId }) => [newcomerId, memberId] as const),
    seed,
  };
  const offered = new Set(input.earlier.map(([one, other]) => `${one} ${other}`));
  return {
    newcomers,
    pairing: pairNewcomers(input),
    reasonsOf: (newcomerId, memberId) => {
      const free = input.members.find(one => one.id === memberId);
      const load = free ? [`has ${free.used} of ${free.places} places used`] : [];
      return [...(reasons.get(`${newcomerId} ${memberId}`) ?? []), ...load];
    },
    whyNot: (newcomerId, memberId) => {
      const newcomer = input.newcomers.find(one => one.id === newcomerId);
      const member = input.members.find(one => one.id === memberId);
      if (!newcomer) return 'This person has a first contact already, or is no newcomer.';
      if (!member) return 'This person welcomes no newcomers.';
      return whyNotPair(newcomer, member, offered.has(`${newcomerId} ${memberId}`));
    },
    welcomers: input.members.map(({ id }) => id),
  };
}

/** Of the newcomer's path only what they share with everybody: a reason must not tell the rest. */
function sharedPath(profile: Profile): Profile {
  const lines = visibleLines(profile.audiences, 'stranger');
  return {
    ...profile,
    medicalSchool: lines.has('school') ? profile.medicalSchool : '',
    schoolCountry: lines.has('school') ? profile.schoolCountry : '',
    languages: lines.has('languages') ? profile.languages : [],
    visaNeed: lines.has('visa') ? profile.visaNeed : null,
  };
}

/** Who would be paired with whom, and why: nothing is offered yet. */
export async function proposePairs(ctx: Context, actor: Actor, communityId: string) {
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  insist(whyNotRun(place));
  const { newcomers, pairing, reasonsOf, whyNot, welcomers } = await prepare(ctx, community);
  const names = await namesOf(ctx, [...newcomers.map(one => one.personId), ...welcomers]);
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? 'former member' });
  return {
    newcomers: newcomers.map(({ personId, joinedAt, askedAt, wants }) => {
      const memberId = pairing.pairs.find(one => one.newcomerId === personId)?.memberId ?? null;
      return {
        ...{ newcomer: named(personId), joinedAt: joinedAt ?? askedAt, wants },
        proposed: memberId === null ? null : named(memberId),
        because: pairing.unpaired.find(one => one.newcomerId === personId)?.because ?? null,
        reasons: memberId === null ? [] : reasonsOf(personId, memberId),
        others: welcomers
          .filter(id => id !== memberId && whyNot(personId, id) === null)
          .map(id => ({ ...named(id), reasons: reasonsOf(personId, id) })),
      };
    }),
  };
}

/** Offers pairs; the hard rules hold whoever chose them. The same offer again changes nothing. */
export async function offerPairs(
  ctx: Context,
  actor: Actor,
  communityId: string,
  pairs: readonly { readonly newcomerId: string; readonly memberId: string }[],
): Promise<{ offered: number }> {
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  insist(whyNotRun(place));
  return perform(ctx, actor, 'offer-pairs', async tx => {
    await lockCommunity(tx, communityId);
    let offered = 0;
    for (const [nth, { newcomerId, memberId }] of pairs.entries()) {
      if (await tx.db.existsBy(CommunityPair, { communityId, newcomerId, memberId, state: 'offered' })) continue;
      // Read again after each: every offer takes a place.
      const { whyNot, reasonsOf } = await prepare(tx, community);
      const refusal = whyNot(newcomerId, memberId);
      if (refusal) throw new Problem('conflict', refusal, {}, [{ pointer: `/body/pairs/${nth}`, detail: refusal }]);
      const pairId = tx.newId();
      await tx.db.insert(CommunityPair, {
        ...{ pairId, communityId, newcomerId, memberId, state: 'offered' },
        ...{ reasons: [...reasonsOf(newcomerId, memberId)], madeBy: actor.personId, madeAt: tx.now() },
      });
      tx.witness({ subjectKind: 'community-pair', subjectId: pairId, facts: { communityId } });
      await notify(tx, [newcomerId, memberId], {
        ...{ kind: 'pair-offered' as const, about: pairId, title: `${community.name} offers you a first contact` },
        link: `/mentoring/communities/${communityId}`,
      });
      offered++;
    }
    if (offered === 0) tx.changedNothing();
    return { offered };
  });
}

/** Each of the two answers for themselves: met once both have agreed, declined as soon as one does not want it. */
export async function answerPair(
  ctx: Context,
  actor: Actor,
  pairId: string,
  to: 'met' | 'declined' | 'ended',
): Promise<void> {
  const { personId } = actor;
  await perform(ctx, actor, 'answer-pair', async tx => {
    const pair = await tx.db.findOne(CommunityPair, { where: { pairId }, lock: { mode: 'pessimistic_write' } });
    if (!pair || (pair.newcomerId !== personId && pair.memberId !== personId)) {
      throw new Problem('not-found', 'There is no such pair of yours.');
    }
    const isNewcomer = pair.newcomerId === personId;
    const hasAgreed = (isNewcomer ? pair.newcomerAgreedAt : pair.memberAgreedAt) !== null;
    if (pair.state === to || (to === 'met' && hasAgreed)) return tx.changedNothing();
    const refusal = whyNotAnswerPair(pair, personId, to);
    if (refusal) throw new Problem('conflict', refusal);
    const now = tx.now();
    if (to === 'met') {
      const bothAgree = (isNewcomer ? pair.memberAgreedAt : pair.newcomerAgreedAt) !== null;
      await tx.db.update(
        CommunityPair,
        { pairId },
        { [isNewcomer ? 'newcomerAgreedAt' : 'memberAgreedAt']: now, ...(bothAgree ? { state: 'met' as const } : {}) },
      );
    } else await tx.db.update(CommunityPair, { pairId }, { state: to, endedAt: now });
    tx.witness({ subjectKind: 'community-pair', subjectId: pairId, facts: { state: to } });
  });
}
