import { z } from 'zod';
import { PairAgreement } from '#contract/conflicts';
import { endpoint } from '#contract/endpoint';
import { RecordToRead } from '#contract/recordToRead';
import { Day, Id, Instant, Made, PersonName, ReviewParams, WhyNot } from '#contract/shapes';
import { TEAM_COEFFICIENTS } from '#core/screening/teamAgreement';
import { CHOICES, STAGES } from '#core/vocabulary';

const StageParams = ReviewParams.extend({ stage: z.enum(STAGES) });
const Computed = z.object({ value: z.number().nullable(), because: z.string().nullable() });

/** What came out of a round; only for those who may know, and only when everybody has finished. */
const PilotOutcome = z.object({
  agreement: z.object({
    coefficient: z.enum(TEAM_COEFFICIENTS),
    value: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    because: z.string().nullable(),
    ac1: Computed,
    alpha: Computed,
  }),
  pairs: z.array(PairAgreement),
  passes: z.number().int(),
  decisions: z.number().int(),
  disagreements: z.array(
    z.object({
      record: RecordToRead,
      decisions: z.array(z.object({ personId: Id, choice: z.enum(CHOICES), criterionId: Id.nullable() })),
      settled: z.enum(['include', 'exclude']).nullable(),
    }),
  ),
});

export const PilotRound = z.object({
  roundId: Id,
  number: z.number().int(),
  records: z.number().int(),
  bar: z.number(),
  createdAt: Instant,
  people: z.array(PersonName.extend({ done: z.number().int() })),
  isFinished: z.boolean(),
  isMine: z.boolean(),
  passed: z.object({ at: Instant, by: z.string(), because: z.string().nullable() }).nullable(),
  outcome: PilotOutcome.nullable(),
});

export const getPilot = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/pilots/:stage',
  summary: 'Pilot rounds: who has how many left, and when all have finished how they agree and where they differ',
  params: StageParams,
  reply: z.object({
    /** The newest first. */
    rounds: z.array(PilotRound),
    /** A pilot was drawn and none is passed: nothing else is given out yet. */
    isGateShut: z.boolean(),
    may: z.object({ draw: WhyNot, pass: WhyNot }),
  }),
});

export const drawPilot = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/pilots/:stage',
  summary: 'Draw records by lot and give the same ones to everybody (lead)',
  params: StageParams,
  body: z.object({
    personIds: z.array(Id).min(2, 'Choose at least two people').max(20),
    count: z.number().int().min(2).max(500).default(50),
    /** The kappa that opens screening. */
    bar: z.number().min(0).max(1).default(0.6),
    dueOn: Day.nullable().default(null),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
  }),
  reply: Made,
  status: 201,
});

export const passPilot = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/pilots/:stage/gate',
  summary: 'Let screening begin: agreement reached the bar, or a written reason (lead)',
  params: StageParams,
  body: z.object({ reason: z.string().trim().min(1, 'Write why').max(2000).nullable().default(null) }),
});
