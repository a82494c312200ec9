import { assignRoles } from '#core/matching/allocation/assignRoles';
import { type BlockingPair, blockingPairs } from '#core/matching/allocation/blockingPairs';
import { lecturerOptimal } from '#core/matching/allocation/lecturerOptimal';
import { rankByScore } from '#core/matching/allocation/rankByScore';
import { studentOptimal } from '#core/matching/allocation/studentOptimal';
import type { StudentProjects } from '#core/matching/allocation/studentProjects';
import { type Unplaced, whyUnplaced } from '#core/matching/allocation/whyUnplaced';
import type { AllocationMethod } from '#core/people/vocabulary';
import { randomFrom } from '#core/random';

/** A cohort to be placed at once: who wishes what, whom each lead prefers, and how well each pair would suit. */
export interface Cohort {
  /** `wishes`: openings, most wanted first; none given means that the scores stand in. */
  readonly people: readonly { readonly id: string; readonly wishes: readonly string[] }[];
  readonly openings: readonly { readonly id: string; readonly leadId: string; readonly capacity: number }[];
  /** `ranking`: people, most wanted first; those left out come after, by score. */
  readonly leads: readonly { readonly id: string; readonly ranking: readonly string[]; readonly capacity: number }[];
  /** Pairs that no hard rule excludes, with their scores. */
  readonly scores: readonly (readonly [personId: string, openingId: string, score: number])[];
  /** Pairs of a person and an opening or lead that must not be. */
  readonly conflicts: readonly (readonly [personId: string, other: string])[];
  /** Pairs set by hand; every answer keeps them. */
  readonly locks: readonly (readonly [personId: string, openingId: string])[];
  /** Settles ties; stored, so that the lot can be drawn again. */
  readonly seed: number;
}

export interface Placement {
  readonly personId: string;
  readonly openingId: string;
  /** 1 for the first wish; null for an opening that wasn't wished. */
  readonly wish: number | null;
  /** 1 for whom the lead wants most; null for a person whom the lead did not rank. */
  readonly leadRank: number | null;
  readonly score: number | null;
  readonly isLocked: boolean;
}

export interface CohortAllocation {
  readonly method: AllocationMethod;
  readonly placements: readonly Placement[];
  readonly unplaced: readonly string[];
  /** What became of each opening that those without a place wished. */
  readonly unplacedBecause: readonly Unplaced[];
  readonly total: number;
  readonly minimum: number | null;
  /** People and openings who would both rather have each other: none where the method is stable. */
  readonly blocking: readonly BlockingPair[];
  /** Why no answer keeps all that was asked; null where one does. */
  readonly because: string | null;
  /** Whether a second way proved the optimum: null where it wasn't asked, or where stability is the proof. */
  readonly isProven: boolean | null;
}

export interface Prepared {
  readonly cohort: Cohort;
  readonly scoreOf: ReadonlyMap<string, number>;
  readonly problem: StudentProjects;
}

export const pairKey = (personId: string, openingId: string) => `${personId} ${openingId}`;

/** Wishes and rankings made whole: who gave none gets them from the scores, ties by lot. */
export function prepare(cohort: Cohort): Prepared {
  const random = randomFrom(cohort.seed);
  const scoreOf = new Map(cohort.scores.map(([person, opening, score]) => [pairKey(person, opening), score]));
  const isOpen = new Set(cohort.openings.map(opening => opening.id));
  const wishesOf = (person: Cohort['people'][number]) => {
    const scored = cohort.openings.flatMap(({ id }) => {
      const score = scoreOf.get(pairKey(person.id, id));
      return score === undefined ? [] : [{ id, score }];
    });
    if (person.wishes.length === 0) return rankByScore(scored, random);
    // A wish that a hard rule speaks against is no possible one.
    return person.wishes.filter(id => isOpen.has(id) && scoreOf.has(pairKey(person.id, id)));
  };
  const rankingOf = (lead: Cohort['leads'][number]) => {
    const own = cohort.openings.filter(opening => opening.leadId === lead.id);
    const best = (personId: string) =>
      own.reduce(
        (most, { id }) => Math.max(most, scoreOf.get(pairKey(personId, id)) ?? Number.NEGATIVE_INFINITY),
        Number.NEGATIVE_INFINITY,
      );
    const ranked = lead.ranking.filter(id => cohort.people.some(person => person.id === id));
    const others = cohort.people
      .filter(person => !ranked.includes(person.id))
      .map(({ id }) => ({ id, score: best(id) }))
      .filter(({ score }) => Number.isFinite(score));
    return [...ranked, ...rankByScore(others, random)];
  };
  const problem: StudentProjects = {
    students: Object.fromEntries(cohort.people.map(person => [person.id, wishesOf(person)])),
    lecturers: Object.fromEntries(
      cohort.leads.map(lead => [lead.id, { ranking: rankingOf(lead), capacity: lead.capacity }]),
    ),
    projects: Object.fromEntries(
      cohort.openings.map(({ id, leadId, capacity }) => [id, { lecturer: leadId, capacity }]),
    ),
    conflicts: cohort.conflicts,
  };
  return { cohort, scoreOf, problem };
}

/** The same instance without the people who are locked, and without the seats that they hold. */
function withoutLocked({ cohort, problem }: Prepared): StudentProjects {
  const locked = new Map(cohort.locks);
  const heldIn = (openingId: string) => cohort.locks.filter(([, opening]) => opening === openingId).length;
  const leadOf = new Map(cohort.openings.map(opening => [opening.id, opening.leadId]));
  const heldWith = (leadId: string) => cohort.locks.filter(([, opening]) => leadOf.get(opening) === leadId).length;
  return {
    ...problem,
    students: Object.fromEntries(Object.entries(problem.students).filter(([id]) => !locked.has(id))),
    projects: Object.fromEntries(
      Object.entries(problem.projects).map(([id, project]) => [
        id,
        { ...project, capacity: Math.max(0, project.capacity - heldIn(id)) },
      ]),
    ),
    lecturers: Object.fromEntries(
      Object.entries(problem.lecturers).map(([id, lecturer]) => [
        id,
        { ...lecturer, capacity: Math.max(0, lecturer.capacity - heldWith(id)) },
      ]),
    ),
  };
}

export function present(
  prepared: Prepared,
  method: AllocationMethod,
  pairs: ReadonlyMap<string, string>,
  blocking: readonly BlockingPair[],
): CohortAllocation {
  const { cohort, scoreOf } = prepared;
  const locked = new Set(cohort.locks.map(([person, opening]) => pairKey(person, opening)));
  const placeIn = (list: readonly string[], id: string) => (list.includes(id) ? list.indexOf(id) + 1 : null);
  const placements = [...pairs].map(([personId, openingId]): Placement => {
    const leadId = cohort.openings.find(opening => opening.id === openingId)?.leadId;
    return {
      ...{ personId, openingId },
      wish: placeIn(cohort.people.find(person => person.id === personId)?.wishes ?? [], openingId),
      leadRank: placeIn(cohort.leads.find(lead => lead.id === leadId)?.ranking ?? [], personId),
      score: scoreOf.get(pairKey(personId, openingId)) ?? null,
      isLocked: locked.has(pairKey(personId, openingId)),
    };
  });
  const scores = placements.flatMap(placement => placement.score ?? []);
  return {
    ...{ method, placements, blocking, because: null, isProven: null },
    unplaced: cohort.people.filter(person => !pairs.has(person.id)).map(person => person.id),
    unplacedBecause: whyUnplaced(cohort, id => prepared.problem.students[id] ?? [], pairs),
    total: scores.reduce((sum, score) => sum + score, 0),
    minimum: scores.length > 0 ? Math.min(...scores) : null,
  };
}

function stable(prepared: Prepared, method: 'people-first' | 'leads-first'): CohortAllocation {
  const problem = withoutLocked(prepared);
  const allocation = method === 'people-first' ? studentOptimal(problem) : lecturerOptimal(problem);
  const pairs = new Map<string, string>(prepared.cohort.locks);
  for (const [person, opening] of Object.entries(allocation)) if (opening !== null) pairs.set(person, opening);
  // The proof is of the part that was free: who is locked by hand was not asked.
  return present(prepared, method, pairs, blockingPairs(problem, allocation));
}

const SCORED = {
  'best-total': 'maximumTotal',
  'most-people': 'mostPeople',
  'worst-off-first': 'worstOffFirst',
} as const;

/** The pairs that may be: wished or set by hand, no conflict unless set by hand. */
export function eligiblePairs({ cohort, problem }: Prepared): (readonly [string, string, number])[] {
  const wished = new Set(
    Object.entries(problem.students).flatMap(([person, wishes]) => wishes.map(opening => pairKey(person, opening))),
  );
  const locked = new Set(cohort.locks.map(([person, opening]) => pairKey(person, opening)));
  const pairs = new Map(cohort.scores.map(pair => [pairKey(pair[0], pair[1]), pair]));
  // A lock may name a pair that was not wished, or that a rule excludes: whoever set it knew why.
  for (const [person, opening] of cohort.locks)
    if (!pairs.has(pairKey(person, opening))) pairs.set(pairKey(person, opening), [person, opening, 0]);
  return [...pairs].filter(([pair]) => wished.has(pair) || locked.has(pair)).map(([, pair]) => pair);
}

function scored(prepared: Prepared, method: keyof typeof SCORED): CohortAllocation {
  const { cohort } = prepared;
  const locked = new Set(cohort.locks.map(([person, opening]) => pairKey(person, opening)));
  const answer = assignRoles({
    people: cohort.people.map(({ id }) => ({ id, skills: [], maxProjects: 1 })),
    faculty: cohort.leads.map(({ id, capacity }) => ({ id, capacity })),
    projects: cohort.openings.map(({ id, leadId, capacity }) => ({
      ...{ id: `project ${id}`, faculty: leadId, capacity },
      roles: [{ id, capacity, min: 0, requiredSkills: [] }],
    })),
    eligible: eligiblePairs(prepared),
    conflicts: cohort.conflicts.filter(([person, other]) => !locked.has(pairKey(person, other))),
    locks: cohort.locks,
  });
  if (!answer.estimable) return { ...present(prepared, method, new Map(), []), because: answer.because };
  const chosen = answer.value[SCORED[method]];
  return presentScored(prepared, method, new Map(chosen.assignment));
}

/** As for the stable methods: whoever is locked by hand was not asked, and is no part of what is unstable. */
export function presentScored(
  prepared: Prepared,
  method: AllocationMethod,
  pairsOf: ReadonlyMap<string, string>,
): CohortAllocation {
  const free = withoutLocked(prepared);
  const allocation = Object.fromEntries(Object.keys(free.students).map(id => [id, pairsOf.get(id) ?? null]));
  return present(prepared, method, pairsOf, blockingPairs(free, allocation));
}

/**
 * Places a cohort by one method: stable and best for people, stable and best for leads, or by scores (greatest sum; most people,
 * then the sum; most people, then the worst off, then the sum). Locks, conflicts, capacities of seats and of leads are kept by all.
 *
 * Gives: who goes where with ranks and scores, who is left, and the pairs that would rather have each other (the proof where it is
 * empty). Source: as in `studentOptimal`, `lecturerOptimal` and `assignRoles`.
 */
export function allocateCohort(cohort: Cohort, method: AllocationMethod): CohortAllocation {
  const prepared = prepare(cohort);
  return method === 'people-first' || method === 'leads-first' ? stable(prepared, method) : scored(prepared, method);
}
