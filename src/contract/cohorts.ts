import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, PersonName, ShortText, WhyNot } from '#contract/shapes';
import { UNPLACED_REASONS } from '#core/matching/allocation/whyUnplaced';
import { ALLOCATION_METHODS, COHORT_STATES } from '#core/people/vocabulary';

const CohortParams = z.object({ cohortId: Id });

const Placement = z.object({
  personId: Id,
  openingId: Id,
  wish: z.number().int().nullable(),
  leadRank: z.number().int().nullable(),
  score: z.number().nullable(),
  isLocked: z.boolean(),
  /** What speaks for the pair, best first. */
  reasons: z.array(z.string()),
});

export const Allocation = z.object({
  method: z.enum(ALLOCATION_METHODS),
  placements: z.array(Placement),
  unplaced: z.array(Id),
  /** What became of each opening that those without a place wished, most wanted first; settlements of old have none. */
  unplacedBecause: z.array(z.object({ personId: Id, openingId: Id, why: z.enum(UNPLACED_REASONS) })).default([]),
  total: z.number(),
  minimum: z.number().nullable(),
  /** People and openings who would both rather have each other. */
  blocking: z.array(z.object({ personId: Id, openingId: Id })),
  because: z.string().nullable(),
  /** Whether a second solver proved the optimum; null where stability is the proof, or it could not be asked. */
  isProven: z.boolean().nullable().default(null),
});

const Pair = z.object({ personId: Id, openingId: Id });

export const createCohort = endpoint({
  method: 'POST',
  path: '/api/cohorts',
  summary: 'Begin a cohort that is placed at once',
  body: z.object({ name: ShortText, ranksUntil: z.iso.datetime() }),
  reply: Made,
  status: 201,
});

export const listCohorts = endpoint({
  method: 'GET',
  path: '/api/cohorts',
  summary: 'Cohorts that I coordinate, rank for or am placed in',
  reply: z.object({
    cohorts: z.array(
      z.object({
        cohortId: Id,
        name: z.string(),
        ranksUntil: Instant,
        state: z.enum(COHORT_STATES),
        people: z.number().int(),
        openings: z.number().int(),
      }),
    ),
  }),
});

export const getCohort = endpoint({
  method: 'GET',
  path: '/api/cohorts/:cohortId',
  summary: 'A cohort: its openings, who is in it, my own ranking, and how it was settled',
  params: CohortParams,
  reply: z.object({
    cohortId: Id,
    name: z.string(),
    coordinator: z.string(),
    ranksUntil: Instant,
    state: z.enum(COHORT_STATES),
    seed: z.number().int(),
    openings: z.array(
      z.object({
        openingId: Id,
        title: z.string(),
        projectTitle: z.string(),
        lead: PersonName,
        seatsLeft: z.number().int(),
        projectId: Id,
        isMine: z.boolean(),
      }),
    ),
    /** Names are for the coordinator and the leads; a person sees how many there are. */
    people: z.array(PersonName.extend({ hasRanked: z.boolean() })),
    peopleCount: z.number().int(),
    leads: z.array(PersonName.extend({ hasRanked: z.boolean() })),
    /** My wishes, as somebody who is placed; null for who isn't. */
    myWishes: z.array(Id).nullable(),
    /** My ranking of people, as a lead; null for who isn't. */
    myRanking: z.object({ choices: z.array(Id), capacity: z.number().int().nullable() }).nullable(),
    /** Openings of mine that could join. */
    /** Skills that people of this cohort bring, for whoever places them. */
    skills: z.array(z.string()),
    mayAdd: z.array(z.object({ openingId: Id, title: z.string() })),
    settlement: Allocation.nullable(),
    offersToMake: z.number().int(),
    may: z.object({ join: WhyNot, rank: WhyNot, settle: WhyNot }),
  }),
});

export const addCohortOpening = endpoint({
  method: 'PUT',
  path: '/api/cohorts/:cohortId/openings/:openingId',
  summary: 'Fill an opening of mine from a cohort (its lead)',
  params: CohortParams.extend({ openingId: Id }),
});

export const removeCohortOpening = endpoint({
  method: 'DELETE',
  path: '/api/cohorts/:cohortId/openings/:openingId',
  summary: 'Take an opening of mine out of a cohort (its lead)',
  params: CohortParams.extend({ openingId: Id }),
});

export const rankOpenings = endpoint({
  method: 'PUT',
  path: '/api/cohorts/:cohortId/wishes',
  summary: 'Join a cohort with my wishes, most wanted first; none lets the fit decide',
  params: CohortParams,
  body: z.object({
    openingIds: z.array(Id).max(100),
    /** Opens what I bring to the leads of this cohort, as an application would. */
    shares: z.boolean().default(false),
  }),
});

export const leaveCohort = endpoint({
  method: 'DELETE',
  path: '/api/cohorts/:cohortId/wishes',
  summary: 'Leave a cohort before it is settled',
  params: CohortParams,
});

export const rankPeople = endpoint({
  method: 'PUT',
  path: '/api/cohorts/:cohortId/ranking',
  summary: 'Rank the people of a cohort for my openings (lead); those left out come after, by fit',
  params: CohortParams,
  body: z.object({
    personIds: z.array(Id).max(2000),
    capacity: z.number().int().min(0).max(1000).nullable().default(null),
  }),
});

const Wanted = z.object({
  method: z.enum(ALLOCATION_METHODS).default('people-first'),
  locks: z.array(Pair).max(500).default([]),
  /** Pairs that must not be: with an opening. */
  conflicts: z.array(Pair).max(500).default([]),
  /** Rules on who is in a project together, over all its openings. */
  rules: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('apart'), personIds: z.tuple([Id, Id]) }),
        z.object({ kind: z.literal('skill'), projectId: Id, skill: z.string().trim().min(1).max(100) }),
      ]),
    )
    .max(50)
    .default([]),
});

export const tryAllocation = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/allocations',
  summary:
    'What would come of it: an allocation by one method with locks and conflicts; nothing is stored (coordinator)',
  params: CohortParams,
  body: Wanted,
  reply: z.object({
    allocation: Allocation,
    /** The same cohort by every method, in numbers. */
    compared: z.array(
      z.object({
        method: z.enum(ALLOCATION_METHODS),
        placed: z.number().int(),
        firstWishes: z.number().int(),
        total: z.number(),
        minimum: z.number().nullable(),
        blocking: z.number().int(),
        /** Why this method has no answer that keeps everything; null where it has. */
        because: z.string().nullable(),
      }),
    ),
  }),
});

export const settleCohort = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/settlement',
  summary: 'Settle a cohort by one method; its leads then make the offers (coordinator)',
  params: CohortParams,
  body: Wanted,
});

export const offerCohortSeats = endpoint({
  method: 'POST',
  path: '/api/cohorts/:cohortId/offers',
  summary: 'Make the offers that the settlement gives for my openings (lead)',
  params: CohortParams,
  reply: z.object({ made: z.number().int(), problems: z.array(z.string()) }),
});
