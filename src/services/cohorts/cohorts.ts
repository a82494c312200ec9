import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { Cohort } from '#entities/Cohort';
import { CohortOpening } from '#entities/CohortOpening';
import { Membership } from '#entities/Membership';
import { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import { RankList } from '#entities/RankList';
import { whyNotRank, whyNotSettle } from '#policies/cohorts';
import { whyNotLead } from '#policies/projects';
import { insist } from '#policies/refusal';
import { type LoadedCohort, loadCohort } from '#services/cohorts/loadCohort';
import { offersToMake, presentSettlement } from '#services/cohorts/settlement';
import type { Actor, Context } from '#services/context';
import { loadOpening } from '#services/openings/loadOpening';
import { matchablePeople } from '#services/openings/matchables';
import { shareWithLeads } from '#services/people/shareWithLeads';
import { perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standInProject } from '#services/standing';

const FORMER = 'former member';
const SEEDS = 2_147_483_647;

/** Begins a cohort; whoever begins it coordinates it. The lot for ties is drawn now and stored. */
export async function createCohort(
  ctx: Context,
  actor: Actor,
  input: { readonly name: string; readonly ranksUntil: string },
): Promise<{ id: string }> {
  return perform(ctx, actor, 'begin-cohort', async tx => {
    const cohortId = tx.newId();
    // From the id's random part, so that nobody chose it.
    const seed = Number.parseInt(tx.sha256(cohortId).slice(0, 8), 16) % SEEDS;
    await tx.db.insert(Cohort, {
      ...{ cohortId, name: input.name, ranksUntil: new Date(input.ranksUntil), state: 'ranking', seed },
      ...{ settlement: null, settledAt: null, createdBy: actor.personId, createdAt: tx.now() },
    });
    tx.witness({ subjectKind: 'cohort', subjectId: cohortId, facts: { seed } });
    return { id: cohortId };
  });
}

/** Cohorts that a person coordinates, ranks for, or is placed in; newest first. */
export async function listCohorts(ctx: Context, actor: Actor) {
  const rows: {
    cohort_id: string;
    name: string;
    ranks_until: Date;
    state: Cohort['state'];
    people: number;
    openings: number;
  }[] = await ctx.db.query(
    `select c.cohort_id, c.name, c.ranks_until, c.state,
         (select count(*)::int from rank_lists r where r.cohort_id = c.cohort_id and r.side = 'person') as people,
         (select count(*)::int from cohort_openings o where o.cohort_id = c.cohort_id) as openings
       from cohorts c
       where c.created_by = $1
         or exists (select 1 from rank_lists r where r.cohort_id = c.cohort_id and r.person_id = $1)
         or exists (select 1 from cohort_openings o where o.cohort_id = c.cohort_id and o.lead_id = $1)
       order by c.created_at desc`,
    [actor.personId],
  );
  return rows.map(row => ({
    ...{ cohortId: row.cohort_id, name: row.name, ranksUntil: row.ranks_until, state: row.state },
    ...{ people: row.people, openings: row.openings },
  }));
}

/** A cohort as one of its sides sees it: lists of others are nobody's, names of people are for those who place them. */
export async function readCohort(ctx: Context, actor: Actor, cohortId: string) {
  const loaded = await loadCohort(ctx, cohortId);
  const { cohort, seats, wishes, rankings } = loaded;
  const isCoordinator = cohort.createdBy === actor.personId;
  const isLead = seats.some(seat => seat.leadId === actor.personId);
  const mine = wishes.find(list => list.personId === actor.personId);
  const leadIds = [...new Set(seats.map(seat => seat.leadId))];
  const names = await namesOf(ctx, [...wishes.map(list => list.personId), ...leadIds, cohort.createdBy]);
  const person = (personId: string) => ({ personId, name: names.get(personId) ?? FORMER });
  const seesPeople = isCoordinator || isLead;
  const whyNot = whyNotRank({ state: cohort.state, isOver: cohort.ranksUntil < ctx.now() });
  const myRanking = rankings.find(list => list.personId === actor.personId);
  return {
    ...{ cohortId, name: cohort.name, coordinator: person(cohort.createdBy).name },
    ...{ ranksUntil: cohort.ranksUntil, state: cohort.state, seed: cohort.seed },
    openings: seats.map(({ opening, project, leadId, seatsLeft }) => ({
      ...{ openingId: opening.openingId, title: opening.title, projectTitle: project.title, seatsLeft },
      projectId: project.projectId,
      ...{ lead: person(leadId), isMine: leadId === actor.personId },
    })),
    people: seesPeople ? wishes.map(list => ({ ...person(list.personId), hasRanked: list.choices.length > 0 })) : [],
    peopleCount: wishes.length,
    leads: leadIds.map(id => ({ ...person(id), hasRanked: rankings.some(list => list.personId === id) })),
    myWishes: mine ? mine.choices : null,
    myRanking: isLead ? { choices: myRanking?.choices ?? [], capacity: myRanking?.capacity ?? null } : null,
    skills: isCoordinator ? await skillsIn(ctx, loaded) : [],
    mayAdd: await openingsToAdd(ctx, actor, loaded),
    settlement: presentSettlement(loaded, actor, seesPeople),
    offersToMake: (await offersToMake(ctx, actor, loaded)).length,
    may: { join: whyNot, rank: whyNot, settle: whyNotSettle({ state: cohort.state, isCoordinator }) },
  };
}

/** What the people bring, as far as those who place them may know. */
async function skillsIn(ctx: Context, { wishes }: LoadedCohort): Promise<string[]> {
  const profiles = await ctx.db.findBy(Profile, { personId: In(wishes.map(list => list.personId)) });
  const people = await matchablePeople(ctx, profiles, 'lead');
  return [...new Set(people.flatMap(person => person.skills ?? []))].sort();
}

async function openingsToAdd(ctx: Context, actor: Actor, { cohort, seats }: LoadedCohort) {
  if (cohort.state !== 'ranking') return [];
  const led = (await ctx.db.findBy(Membership, { personId: actor.personId })).filter(
    one => one.leftAt === null && one.roles.includes('lead'),
  );
  const openings = await ctx.db.find(Opening, {
    where: { projectId: In(led.map(one => one.projectId)), state: 'open' },
    order: { createdAt: 'ASC' },
  });
  return openings
    .filter(opening => !seats.some(seat => seat.opening.openingId === opening.openingId))
    .map(({ openingId, title }) => ({ openingId, title }));
}

/** Puts an opening of one's own into a cohort, or takes it out again, before it is settled. */
export async function setCohortOpening(
  ctx: Context,
  actor: Actor,
  input: { readonly cohortId: string; readonly openingId: string; readonly isIn: boolean },
): Promise<void> {
  const { cohortId, openingId } = input;
  const opening = await loadOpening(ctx, openingId);
  insist(whyNotLead(await standInProject(ctx, actor, opening.projectId)));
  await perform(ctx, actor, input.isIn ? 'add-to-cohort' : 'take-out-of-cohort', async tx => {
    await lockRanking(tx, cohortId);
    const key = { cohortId, openingId };
    const isThere = await tx.db.existsBy(CohortOpening, key);
    if (isThere === input.isIn) return tx.changedNothing();
    if (input.isIn) await tx.db.insert(CohortOpening, { ...key, leadId: actor.personId });
    else await tx.db.delete(CohortOpening, key);
    tx.witness({ subjectKind: 'cohort', subjectId: cohortId, facts: { openingId } });
  });
}

/** Stores one side's list, or takes a person out of the cohort (null). */
export async function saveRankList(
  ctx: Context,
  actor: Actor,
  input: {
    readonly cohortId: string;
    readonly side: RankList['side'];
    readonly choices: readonly string[] | null;
    readonly capacity?: number | null;
    readonly shares?: boolean;
  },
): Promise<void> {
  const { cohortId, side, choices } = input;
  await perform(ctx, actor, choices === null ? 'leave-cohort' : 'rank-in-cohort', async tx => {
    const cohort = await lockRanking(tx, cohortId);
    const refusal = whyNotRank({ state: cohort.state, isOver: cohort.ranksUntil < tx.now() });
    if (refusal) throw new Problem('conflict', refusal);
    const loaded = await loadCohort(tx, cohortId);
    const isLead = loaded.seats.some(seat => seat.leadId === actor.personId);
    if (side === 'lead' && !isLead) throw new Problem('forbidden', 'Only leads of its openings rank people.');
    if (side === 'person' && isLead) throw new Problem('conflict', 'You lead an opening here, so you can’t be placed.');
    if (input.shares) await shareWithLeads(tx, actor);
    const key = { cohortId, personId: actor.personId, side };
    if (choices === null) {
      await tx.db.delete(RankList, key);
    } else {
      refuseUnknown(choices, side, loaded);
      const list = { choices: [...choices], capacity: input.capacity ?? null, rankedAt: tx.now() };
      await tx.db.upsert(RankList, { ...key, ...list }, ['cohortId', 'personId', 'side']);
    }
    // Neither the event nor its facts tell anybody what was ranked.
    tx.witness({ subjectKind: 'cohort', subjectId: cohortId });
  });
}

function refuseUnknown(choices: readonly string[], side: RankList['side'], loaded: LoadedCohort): void {
  const known = new Set(
    side === 'person' ? loaded.seats.map(seat => seat.opening.openingId) : loaded.wishes.map(list => list.personId),
  );
  if (new Set(choices).size < choices.length) throw new Problem('invalid', 'The list names something twice.');
  if (choices.some(choice => !known.has(choice)))
    throw new Problem(
      'invalid',
      'The list names somebody or something that is no longer in this cohort. Load it again.',
    );
}

async function lockRanking(tx: Context, cohortId: string): Promise<Cohort> {
  const cohort = await tx.db.findOne(Cohort, { where: { cohortId }, lock: { mode: 'pessimistic_write' } });
  if (!cohort) throw new Problem('not-found', 'There is no such cohort.');
  if (cohort.state === 'settled') throw new Problem('conflict', 'This cohort is settled.');
  return cohort;
}
