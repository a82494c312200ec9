import { In } from 'typeorm';
import { CommunityMember } from '#entities/CommunityMember';
import { CommunityPair } from '#entities/CommunityPair';
import { Mentorship } from '#entities/Mentorship';
import {
  isOfCore,
  LEAST_PEOPLE,
  whyNotJoin,
  whyNotLeaveCore,
  whyNotRun,
  whyNotSeeInside,
  whyNotSeeOutcomes,
} from '#policies/communities';
import { membersOf, standInCommunity } from '#services/communities/loadCommunity';
import { newcomersAmong, usedPlaces } from '#services/communities/pairs';
import { presentEvents } from '#services/communities/presentEvents';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';

const FORMER = 'former member';

interface Row {
  readonly community_id: string;
  readonly name: string;
  readonly about: string;
  readonly members: number;
}

/** All communities, those that the person is in first. */
export async function listCommunities(ctx: Context, actor: Actor) {
  const rows: Row[] = await ctx.db.query(
    `select c.community_id, c.name, c.about,
       (select count(*)::int from community_members m where m.community_id = c.community_id and m.state = 'member') as members
     from communities c order by c.name, c.community_id`,
  );
  const places = await ctx.db.findBy(CommunityMember, { personId: actor.personId });
  const placeIn = (id: string) => places.find(one => one.communityId === id) ?? null;
  const found = [];
  for (const row of rows) found.push(await presentRow(ctx, actor, row, placeIn(row.community_id)));
  return found.toSorted((a, b) => Number(b.mine?.state === 'member') - Number(a.mine?.state === 'member'));
}

async function presentRow(ctx: Context, actor: Actor, row: Row, place: CommunityMember | null) {
  const { community_id: communityId, name, about, members } = row;
  const events = whyNotSeeInside(place) === null ? await presentEvents(ctx, actor, communityId, place) : [];
  const next = events.find(one => one.cancelledAt === null);
  return {
    ...{ communityId, name, about, members },
    mine: place && { part: place.part, state: place.state, isCore: place.isCore },
    next: next
      ? { eventId: next.eventId, title: next.title, startsAt: next.startsAt, isComing: next.mine === 'coming' }
      : null,
  };
}

/** A community as the actor may see it. */
export async function readCommunity(ctx: Context, actor: Actor, communityId: string) {
  const { community, place } = await standInCommunity(ctx, actor, communityId);
  const members = await membersOf(ctx, communityId);
  const pairs = await ctx.db.find(CommunityPair, { where: { communityId }, order: { madeAt: 'DESC' } });
  const requests = isOfCore(place)
    ? await ctx.db.find(CommunityMember, { where: { communityId, state: 'asked' }, order: { askedAt: 'ASC' } })
    : [];
  const names = await namesOf(ctx, [
    ...[...members, ...requests].map(one => one.personId),
    ...pairs.flatMap(one => [one.newcomerId, one.memberId]),
  ]);
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? FORMER });
  const see = whyNotSeeInside(place);
  const used = usedPlaces(pairs);
  const isMine = (pair: CommunityPair) => pair.newcomerId === actor.personId || pair.memberId === actor.personId;
  const { name, about } = community;
  const row = { community_id: communityId, name, about, members: members.length };
  const core = members.filter(one => one.isCore);
  const others = members.filter(one => one.personId !== actor.personId);
  return {
    ...(await presentRow(ctx, actor, row, place)),
    own: place && ownOf(place),
    coreTeam: core.map(one => named(one.personId)),
    people:
      see === null
        ? members.map(({ personId, part, isCore, places, joinedAt, askedAt }) => ({
            ...{ ...named(personId), part, isCore, places },
            ...{ used: used.get(personId) ?? 0, joinedAt: joinedAt ?? askedAt },
          }))
        : [],
    requests: requests.map(({ personId, part, wants, askedAt }) => ({ ...named(personId), part, wants, askedAt })),
    events: see === null ? await presentEvents(ctx, actor, communityId, place) : [],
    pairs: pairs
      .filter(pair => (pair.state === 'offered' || pair.state === 'met') && (isMine(pair) || isOfCore(place)))
      .map(pair => ({
        ...{ pairId: pair.pairId, newcomer: named(pair.newcomerId), member: named(pair.memberId) },
        ...{ state: pair.state, reasons: pair.reasons, madeAt: pair.madeAt, isMine: isMine(pair) },
        ...{ newcomerAgreed: pair.newcomerAgreedAt !== null, memberAgreed: pair.memberAgreedAt !== null },
      })),
    newcomers: isOfCore(place) ? newcomersAmong(members, pairs).length : 0,
    withoutMentor: isOfCore(place) ? await countWithoutMentor(ctx, members) : null,
    projects: see === null ? await projectsOf(ctx, actor, members) : [],
    may: {
      join: whyNotJoin(place),
      leave:
        place?.state === 'member' || place?.state === 'asked'
          ? whyNotLeaveCore({
              ...{ isCore: place.isCore, otherCore: others.filter(one => one.isCore).length },
              otherMembers: others.length,
            })
          : 'You are not in this community.',
      ...{ see, run: whyNotRun(place), seeOutcomes: whyNotSeeOutcomes(place) },
    },
  };
}

function ownOf({ part, wants, wishesLikePath, places, isCounted }: CommunityMember) {
  return { part, wants, wishesLikePath, places, isCounted };
}

/** Who has a mentor is the two's own affair: only how many have none is said, and only of enough people. */
async function countWithoutMentor(ctx: Context, members: readonly CommunityMember[]): Promise<number | null> {
  const mentees = members.filter(one => one.part === 'mentee' && one.isCounted).map(one => one.personId);
  if (mentees.length < LEAST_PEOPLE) return null;
  const active = await ctx.db.findBy(Mentorship, { menteeId: In(mentees), state: 'active' });
  return mentees.length - new Set(active.map(one => one.menteeId)).size;
}

const MOST_PROJECTS = 50;

/** Projects that at least two members work in together; a reader learns of no others than their own. */
async function projectsOf(ctx: Context, actor: Actor, members: readonly CommunityMember[]) {
  const rows: { project_id: string; title: string; members: number; review_id: string | null }[] = await ctx.db.query(
    `select project.project_id, project.title, count(*)::int as members,
       case when bool_or(seat.person_id = $2) then max(review.review_id::text) end as review_id
     from memberships seat join projects project using (project_id)
     left join reviews review on review.project_id = project.project_id
     where seat.left_at is null and seat.person_id = any($1)
       and (exists (select 1 from memberships mine where mine.project_id = seat.project_id and mine.person_id = $2
              and mine.left_at is null)
         or exists (select 1 from openings o where o.project_id = seat.project_id and o.hidden_at is null and o.state = 'open'))
     group by project.project_id, project.title having count(*) >= 2
     order by count(*) desc, project.title limit ${MOST_PROJECTS}`,
    [members.map(one => one.personId), actor.personId],
  );
  return rows.map(row => ({
    ...{ projectId: row.project_id, title: row.title, members: row.members, reviewId: row.review_id },
  }));
}
