import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, JobStarted, ReviewParams, WhyNot } from '#contract/shapes';
import { LESSON_SOURCES, STAGES, STOPPING_RULES } from '#core/vocabulary';

const StageParams = ReviewParams.extend({ stage: z.enum(STAGES) });
const Seed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const RankingSettings = z.object({
  isOn: z.boolean(),
  learnsFrom: z.enum(LESSON_SOURCES),
  seed: Seed,
  stoppingRule: z.enum(STOPPING_RULES),
  targetRecall: z.number().min(0.5).max(0.999),
  confidence: z.number().min(0.5).max(0.999),
  irrelevantRun: z.number().int().min(1).max(100_000),
});

/** How far ranked screening is; only records on which all who were asked have decided are counted. */
const RankingOutcome = z.object({
  records: z.number().int(),
  screened: z.number().int(),
  partly: z.number().int(),
  found: z.number().int(),
  /** At which record, from 1, each relevant one was met. */
  foundAt: z.array(z.number().int()),
  /** Each with its own sentence for the Methods. */
  rules: z.object({
    test: z.object({ p: z.number(), isMet: z.boolean(), toGo: z.number().int(), sentence: z.string() }),
    run: z.object({ length: z.number().int(), isMet: z.boolean(), toGo: z.number().int(), sentence: z.string() }),
    sample: z.object({
      isMet: z.boolean(),
      needed: z.number().int(),
      /** Null before a sample is drawn and read to its end. */
      recall: z
        .object({
          most: z.number(),
          recall: z.number(),
          lower: z.number(),
          upper: z.number(),
          atLeast: z.number(),
        })
        .nullable(),
      sentence: z.string(),
    }),
  }),
  sample: z
    .object({
      drawn: z.number().int(),
      read: z.number().int(),
      pool: z.number().int(),
      relevant: z.number().int().nullable(),
      drawnAt: Instant,
    })
    .nullable(),
  misses: z.object({
    readByTwo: z.number().int(),
    missedByOne: z.number().int(),
    readByOne: z.number().int(),
  }),
  /** The sentence for the Methods. */
  methods: z.string(),
});

export const getRanking = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/ranking/:stage',
  summary: 'How a stage is ranked; for who may see outcomes also how far it is and what each stopping rule says',
  params: StageParams,
  reply: z.object({
    settings: RankingSettings,
    stop: z
      .object({ reason: z.string(), methods: z.string(), notScreened: z.number().int(), at: Instant, by: z.string() })
      .nullable(),
    outcome: RankingOutcome.nullable(),
    may: z.object({ change: WhyNot, sample: WhyNot, stop: WhyNot }),
  }),
});

export const setRanking = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/ranking/:stage',
  summary: 'Rank the records of a stage or not, what an order may learn from, and when screening may end (lead)',
  params: StageParams,
  body: z.object({
    isOn: z.boolean(),
    learnsFrom: z.enum(LESSON_SOURCES).default('own'),
    seed: Seed.default(1),
    stoppingRule: z.enum(STOPPING_RULES).default('test'),
    targetRecall: z.number().min(0.5).max(0.999).default(0.95),
    confidence: z.number().min(0.5).max(0.999).default(0.95),
    irrelevantRun: z.number().int().min(1).max(100_000).default(100),
  }),
});

const WordReasons = z.array(z.object({ term: z.string(), weight: z.number() }));

export const getMyReasons = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/ranking/:stage/reasons',
  summary: 'Why the first records of my own order stand there: the words for and against each',
  params: StageParams,
  reply: z.object({
    /** Null where the stage is not ranked. */
    learnsFrom: z.enum(LESSON_SOURCES).nullable(),
    number: z.number().int().nullable(),
    next: z.object({ recordId: Id, title: z.string() }).nullable(),
    reasons: z.array(z.object({ recordId: Id, for: WordReasons, against: WordReasons })),
  }),
});

export const drawSample = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/ranking/:stage/samples',
  summary: 'Draw unscreened records by lot, to estimate what is left; they come first for whoever has them (lead)',
  params: StageParams,
  body: z.object({ count: z.number().int().min(1).max(20_000), seed: Seed.default(1) }),
  reply: z.object({ id: Id, notGivenOut: z.number().int() }),
  status: 201,
});

export const replayRanking = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/ranking/:stage/replays',
  summary: 'Compute every order that was shown again, from the seed and the decisions, and compare (lead)',
  params: StageParams,
  reply: JobStarted,
  status: 202,
});

export const stopScreening = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/ranking/:stage/stop',
  summary: 'End screening before all is read, with a reason; PRISMA names what nobody screened (lead)',
  params: StageParams,
  body: z.object({ reason: z.string().trim().min(1, 'Write why').max(2000) }),
});

export const resumeScreening = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/ranking/:stage/stop',
  summary: 'Go on screening: what the stop took away is given back (lead)',
  params: StageParams,
});
