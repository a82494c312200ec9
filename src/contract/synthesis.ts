import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { synthesisRequest } from '#contract/synthesisRequest';
import { FIXED_METHODS, INTERVAL_METHODS, MODELS } from '#core/synthesis/analysisSpec';
import { ZERO_RULES } from '#core/synthesis/effects/effectSize';
import { PREDICTION_INTERVALS } from '#core/synthesis/predictionInterval';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';
import { MEASURES } from '#core/vocabulary';

/** How an outcome is pooled: every choice that a protocol would name. */
export const Specification = z.object({
  measure: z.enum(MEASURES),
  model: z.enum(MODELS).default('random'),
  fixedMethod: z.enum(FIXED_METHODS).default('inverse-variance'),
  tauSquared: z.enum(TAU_SQUARED_METHODS).default('REML'),
  interval: z.enum(INTERVAL_METHODS).default('knapp-hartung-guarded'),
  predictionInterval: z.enum([...PREDICTION_INTERVALS, 'none']).default('t-k-1'),
  level: z.number().gt(50).lt(100).default(95),
  zeroCells: z.object({ add: z.number().min(0).max(1), to: z.enum(ZERO_RULES) }).default({ add: 0.5, to: 'only0' }),
});

const numbersOrNull = z.number().nullable();

/** A value, or why there is none. */
function estimableOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('estimable', [
    z.object({ estimable: z.literal(true), value }),
    z.object({ estimable: z.literal(false), because: z.string() }),
  ]);
}

const Interval = z.object({ lower: z.number(), upper: z.number() });

/** What the analysis gives, on the analysis scale (log for ratios), as `core/synthesis/analyse` computes it. */
export const AnalysisResult = z.object({
  interval: z.string(),
  k: z.number().int(),
  studies: z.array(
    z.object({
      studyId: z.string(),
      label: z.string(),
      effect: estimableOf(
        z.object({ yi: z.number(), vi: z.number(), standardError: z.number(), lower: z.number(), upper: z.number() }),
      ),
      weightPercent: numbersOrNull,
    }),
  ),
  leftOut: z.array(z.object({ studyId: z.string(), label: z.string(), because: z.string() })),
  pooled: estimableOf(
    z.object({
      estimate: z.number(),
      standardError: z.number(),
      statistic: numbersOrNull,
      df: numbersOrNull,
      p: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  predictionInterval: estimableOf(Interval),
  heterogeneity: estimableOf(
    z.object({
      q: z.number(),
      df: z.number(),
      p: z.number(),
      iSquaredPercent: z.number(),
      hSquared: z.number(),
      tauSquared: numbersOrNull,
      tau: numbersOrNull,
      tauSquaredError: numbersOrNull,
      tauSquaredInterval: z.unknown(),
    }),
  ),
});

/** The numbers of one study for one outcome, under the field's short names, ready for `analyse`. */
export const StudyData = z.object({
  studyId: Id,
  label: z.string(),
  numbers: z.record(z.string(), z.number()),
  /** Why it can't be pooled as extracted, or null. */
  because: z.string().nullable(),
});

export const LeftOut = z.object({ studyId: Id, reason: z.string().trim().min(1, 'Write why').max(500) });

export const AnalysisInList = z.object({
  analysisId: Id,
  name: z.string(),
  outcomeId: Id,
  outcomeName: z.string(),
  specification: Specification,
  leftOut: z.array(LeftOut),
  isLocked: z.boolean(),
  /** The extracted data changed since the result was computed. */
  isStale: z.boolean(),
  computedAt: Instant.nullable(),
  createdByName: z.string(),
  createdAt: Instant,
});

const AnalysisParams = ReviewParams.extend({ analysisId: Id });

export const listAnalyses = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/analyses',
  summary: 'Saved analyses of a review, and how many studies each outcome has',
  params: ReviewParams,
  reply: z.object({
    analyses: z.array(AnalysisInList),
    outcomes: z.array(
      z.object({
        outcomeId: Id,
        name: z.string(),
        timepoint: z.string(),
        kind: z.string(),
        isLowerBetter: z.boolean(),
        studies: z.number().int(),
      }),
    ),
    may: z.object({ analyse: WhyNot, lock: WhyNot }),
  }),
});

export const getOutcomeData = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/outcomes/:outcomeId/data',
  summary: 'The extracted numbers of an outcome, ready to be pooled',
  params: ReviewParams.extend({ outcomeId: Id }),
  reply: z.object({
    studies: z.array(StudyData),
    measures: z.array(z.enum(MEASURES)),
    /** The two columns of a figure. */
    armNames: z.object({ first: z.string(), second: z.string() }),
    /** Of a generic outcome: whether its estimates are ratios. */
    isRatio: z.boolean().nullable(),
    outcome: z.object({
      name: z.string(),
      timepoint: z.string(),
      kind: z.string(),
      unit: z.string(),
      isLowerBetter: z.boolean(),
    }),
  }),
});

const analysisFields = {
  name: z.string().trim().min(1, 'Give it a name').max(200),
  outcomeId: Id,
  specification: Specification,
  leftOut: z.array(LeftOut).max(500).default([]),
};

export const saveAnalysis = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/analyses',
  summary: 'Save an analysis and compute it',
  params: ReviewParams,
  body: z.object(analysisFields),
  reply: Made,
  status: 201,
});

export const updateAnalysis = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/analyses/:analysisId',
  summary: 'Change an analysis that is not locked, and compute it again from today’s data',
  params: AnalysisParams,
  body: z.object(analysisFields),
});

export const getAnalysis = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/analyses/:analysisId',
  summary: 'An analysis with its result, and the data of today',
  params: AnalysisParams,
  reply: AnalysisInList.extend({
    result: AnalysisResult.nullable(),
    data: z.array(StudyData),
    may: z.object({ change: WhyNot, lock: WhyNot }),
  }),
});

export const lockAnalysis = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/analyses/:analysisId/lock',
  summary: 'Lock an analysis as the one of the protocol, or unlock it (lead)',
  params: AnalysisParams,
  body: z.object({ isLocked: z.boolean() }),
});

export const removeAnalysis = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/analyses/:analysisId',
  summary: 'Remove an analysis that is not locked',
  params: AnalysisParams,
});

export const getForestPlot = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/analyses/:analysisId/forest.svg',
  summary: 'The forest plot as SVG',
  params: AnalysisParams,
  query: z.object({ palette: z.enum(['print', 'black-and-white', 'light', 'dark']).default('print') }),
  replyKind: 'file',
});

/** Row less column, by the order of treatments. */
const Grid = z.array(z.array(z.number()));

/** A network's result: as `core/synthesis/request/networkOf` gives it, on the analysis scale. */
const NetworkResult = z.object({
  treatments: z.array(z.string()),
  model: z.string(),
  tauSquared: z.number(),
  league: z.object({ estimate: Grid, standardError: Grid, lower: Grid, upper: Grid, p: Grid }),
  pScores: z.array(z.number()),
  decomposition: z.unknown(),
  directAndIndirect: z.array(z.unknown()),
  contrasts: z.array(z.unknown()),
});

export const analyseTable = endpoint({
  method: 'POST',
  path: '/api/syntheses',
  summary:
    'Pool a table of numbers without storing anything: the request of `pooled synthesise`, up to 2,000 rows, 60 times a minute',
  access: 'anyone',
  body: synthesisRequest.extend({
    data: synthesisRequest.shape.data.min(1, 'Give at least one study').max(2000, 'Up to 2,000 rows at once'),
  }),
  reply: z.union([
    AnalysisResult.extend({
      regression: z.unknown().optional(),
      robust: z.unknown().optional(),
      report: z.record(z.string(), z.unknown()),
    }),
    NetworkResult,
  ]),
});
