import { In } from 'typeorm';
import type { RuledCohort } from '#core/matching/allocation/teamRules';
import { whyNotEligible } from '#core/matching/eligibility';
import { candidateRanker, suggestionIndex } from '#core/matching/suggest';
import { Problem } from '#core/problem';
import { Cohort } from '#entities/Cohort';
import { CohortOpening } from '#entities/CohortOpening';
import { Opening } from '#entities/Opening';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import { RankList } from '#entities/RankList';
import type { Context } from '#services/context';
import { seatsLeft } from '#services/openings/loadOpening';
import { matchableOpening, matchablePeople, pathOf } from '#services/openings/matchables';

export interface CohortSeat {
  readonly opening: Opening;
  readonly project: Project;
  readonly leadId: string;
  readonly seatsLeft: number;
}

export interface LoadedCohort {
  readonly cohort: Cohort;
  readonly seats: readonly CohortSeat[];
  readonly wishes: readonly RankList[];
  readonly rankings: readonly RankList[];
}

/** A cohort with its openings and rank lists. Whoever has its link may know that it exists. */
export async function loadCohort(ctx: Context, cohortId: string): Promise<LoadedCohort> {
  const cohort = await ctx.db.findOneBy(Cohort, { cohortId });
  if (!cohort) throw new Problem('not-found', 'There is no such cohort.');
  const links = await ctx.db.findBy(CohortOpening, { cohortId });
  const openings = await ctx.db.findBy(Opening, { openingId: In(links.map(link => link.openingId)) });
  const projects = await ctx.db.findBy(Project, { projectId: In(openings.map(opening => opening.projectId)) });
  const lists = await ctx.db.find(RankList, { where: { cohortId }, order: { personId: 'ASC' } });
  const seats: CohortSeat[] = [];
  for (const opening of openings) {
    const project = projects.find(one => one.projectId === opening.projectId);
    const leadId = links.find(link => link.openingId === opening.openingId)?.leadId;
    if (project && leadId) seats.push({ opening, project, leadId, seatsLeft: await seatsLeft(ctx, opening) });
  }
  seats.sort((a, b) => (a.opening.title < b.opening.title ? -1 : 1));
  return {
    ...{ cohort, seats },
    wishes: lists.filter(list => list.side === 'person'),
    rankings: lists.filter(list => list.side === 'lead'),
  };
}

/** The cohort as it is placed: both sides' lists, and the score of every pair that no rule excludes, with its reasons. */
export async function cohortToPlace(
  ctx: Context,
  loaded: LoadedCohort,
  set: Pick<RuledCohort, 'locks' | 'conflicts' | 'rules'>,
): Promise<{ readonly cohort: RuledCohort; readonly reasons: ReadonlyMap<string, readonly string[]> }> {
  const personIds = loaded.wishes.map(list => list.personId);
  const profiles = await ctx.db.findBy(Profile, { personId: In(personIds) });
  // Reasons are read by leads: they tell no more than who joined shares where they apply.
  const people = await matchablePeople(ctx, profiles, 'lead');
  const openings = loaded.seats.map(({ opening, project }) => matchableOpening(opening, project));
  const rank = candidateRanker(suggestionIndex(people, openings), people, ctx.now().getTime());
  const scores: [string, string, number][] = [];
  const reasons = new Map<string, readonly string[]>();
  loaded.seats.forEach(({ opening, project }, place) => {
    const matchable = openings[place];
    if (!matchable) return;
    for (const suggestion of rank(matchable)) {
      const profile = profiles.find(one => one.personId === suggestion.personId);
      const isRuledOut = !profile || whyNotEligible(project, pathOf(profile, 'self')) !== null;
      if (suggestion.excludedBecause !== undefined || isRuledOut) continue;
      scores.push([suggestion.personId, opening.openingId, suggestion.score]);
      const named = suggestion.reasons.filter(reason => reason.kind !== 'rest' && reason.weight > 0);
      reasons.set(
        `${suggestion.personId} ${opening.openingId}`,
        named.slice(0, 4).map(reason => reason.sentence),
      );
    }
  });
  const leadIds = [...new Set(loaded.seats.map(seat => seat.leadId))].sort();
  return {
    reasons,
    cohort: {
      ...set,
      scores,
      projectOf: new Map(loaded.seats.map(seat => [seat.opening.openingId, seat.project.projectId])),
      skillsOf: new Map(people.map(person => [person.personId, person.skills ?? []])),
      seed: loaded.cohort.seed,
      people: loaded.wishes.map(list => ({ id: list.personId, wishes: list.choices })),
      openings: loaded.seats.map(seat => ({
        ...{ id: seat.opening.openingId, leadId: seat.leadId, capacity: seat.seatsLeft },
      })),
      leads: leadIds.map(id => {
        const list = loaded.rankings.find(one => one.personId === id);
        const all = loaded.seats.filter(seat => seat.leadId === id).reduce((sum, seat) => sum + seat.seatsLeft, 0);
        return { id, ranking: list?.choices ?? [], capacity: list?.capacity ?? all };
      }),
    },
  };
}
