import { z } from 'zod';
import { AnalysisResult, DiagnosticResult, DoseResponseResult, NetworkResult } from '#contract/analysisResult';
import { CharacteristicOf } from '#contract/characteristics';
import { ConvertedResultOf } from '#contract/conversion';
import { DoseTableOf } from '#contract/counts';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { AskedSpecification, Specification } from '#contract/specification';
import { synthesisRequest } from '#contract/synthesisRequest';
import { JUDGEMENTS } from '#core/appraisal/judgements';
import { OUTCOME_KINDS } from '#core/extraction/vocabulary';
import { ARM_KINDS, MEASURES } from '#core/vocabulary';

const numberOrNull = z.number().nullable();
const CharacteristicValues = z.record(z.string(), z.union([z.number(), z.string()]));

/** The numbers of one study for one outcome, under the field's short names, ready for `analyse`. */
export const StudyData = z.object({
  studyId: Id,
  label: z.string(),
  numbers: z.record(z.string(), z.number()),
  /** Why it can't be pooled as extracted, or null. */
  because: z.string().nullable(),
  characteristics: CharacteristicValues,
  /** Its levels of exposure, on an outcome of that kind. */
  dose: DoseTableOf.optional(),
});

/** The same with each arm's own numbers, so that another comparison can be computed where it is read. */
export const StudyWithArms = StudyData.extend({
  /** What is settled on its risk of bias for this outcome; null while nothing is. */
  riskOfBias: z.enum(JUDGEMENTS).nullable(),
  isHighRisk: z.boolean(),
  arms: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(ARM_KINDS),
      numbers: z.object({
        events: numberOrNull,
        total: numberOrNull,
        mean: numberOrNull,
        standardDeviation: numberOrNull,
        personTime: numberOrNull,
      }),
    }),
  ),
});

const DataChange = z.object({
  kind: z.enum(['added', 'removed', 'renamed', 'number', 'characteristic']),
  studyId: z.string(),
  label: z.string(),
  name: z.string().optional(),
  before: z.union([z.number(), z.string()]).nullable().optional(),
  after: z.union([z.number(), z.string()]).nullable().optional(),
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
  version: z.number().int(),
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
    studies: z.array(StudyWithArms),
    /** By the names of arms, those of most studies first; three and more make a network. */
    treatments: z.array(z.string()),
    characteristics: z.array(CharacteristicOf),
    measures: z.array(z.enum(MEASURES)),
    /** The two columns of a figure. */
    armNames: z.object({ first: z.string(), second: z.string() }),
    /** Of a generic outcome: whether its estimates are ratios. */
    isRatio: z.boolean().nullable(),
    /** Results whose numbers were converted from what the report gives. */
    conversions: z.array(ConvertedResultOf),
    outcome: z.object({
      name: z.string(),
      timepoint: z.string(),
      kind: z.enum(OUTCOME_KINDS),
      unit: z.string(),
      isLowerBetter: z.boolean(),
    }),
  }),
});

const analysisFields = {
  name: z.string().trim().min(1, 'Give it a name').max(200),
  outcomeId: Id,
  specification: AskedSpecification,
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
    /** What changed in the data since the result was computed; null where that isn't known. */
    changes: z.array(DataChange).nullable(),
    may: z.object({ change: WhyNot, lock: WhyNot }),
  }),
});

const VersionInList = z.object({
  version: z.number().int(),
  name: z.string(),
  specification: Specification,
  leftOut: z.array(LeftOut),
  k: z.number().int().nullable(),
  madeByName: z.string(),
  madeAt: Instant,
});

export const listAnalysisVersions = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/analyses/:analysisId/versions',
  summary: 'Every version of an analysis, the latest first',
  params: AnalysisParams,
  reply: z.object({ versions: z.array(VersionInList) }),
});

export const getAnalysisVersion = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/analyses/:analysisId/versions/:version',
  summary: 'One version of an analysis with the numbers it was computed from and its result',
  params: AnalysisParams.extend({ version: z.coerce.number().int().min(1) }),
  reply: VersionInList.extend({ studies: z.array(StudyData).nullable(), result: AnalysisResult.nullable() }),
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

/** Models that iterate over all rows many times. */
const MOST_FOR_LONG_WORK = 300;

export const analyseTable = endpoint({
  method: 'POST',
  path: '/api/syntheses',
  summary:
    'Pool a table of numbers without storing anything: the request of `pooled synthesise`, up to 2,000 rows, 60 times a minute',
  access: 'anyone',
  body: synthesisRequest
    .extend({
      data: synthesisRequest.shape.data.min(1, 'Give at least one study').max(2000, 'Up to 2,000 rows at once'),
      permutations: z.number().int().min(0).max(1000, 'Up to 1,000 orders; more at the command line').default(0),
    })
    .refine(
      ({ data, multilevel, bayes, selection, sequential, diagnostic, doseResponse, permutations }) =>
        data.length <= MOST_FOR_LONG_WORK ||
        !(multilevel || bayes || selection.length > 0 || sequential || diagnostic || doseResponse || permutations > 0),
      { path: ['data'], message: 'Up to 300 rows for this model; more at the command line' },
    ),
  reply: z.union([
    AnalysisResult.extend({
      robust: z.unknown().optional(),
      multilevel: z.unknown().optional(),
      bayes: z.unknown().optional(),
      selection: z.unknown().optional(),
      sequential: z.unknown().optional(),
      report: z.record(z.string(), z.unknown()),
    }),
    NetworkResult,
    DiagnosticResult,
    DoseResponseResult,
  ]),
});
