import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, ReviewParams, WhyNot } from '#contract/shapes';
import { ANALYTES } from '#core/extraction/units';

const OutcomeParams = ReviewParams.extend({ outcomeId: Id });

export const getReportedOutcome = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/outcomes/:outcomeId/reporting',
  summary: 'An outcome as each study reports it: name, time, unit, direction, and what is used for it',
  params: OutcomeParams,
  reply: z.object({
    studies: z.array(
      z.object({
        studyId: Id,
        label: z.string(),
        name: z.string(),
        timepointDays: z.number().nullable(),
        unit: z.string(),
        analyte: z.enum(ANALYTES),
        isReversed: z.boolean(),
        /** What is done to its numbers, in words; empty where they are used as they are. */
        sentence: z.string(),
        /** Why they can't be used: the unit can't be converted. */
        because: z.string().nullable(),
        isOutsideWindow: z.boolean(),
        numbers: z.array(z.object({ arm: z.string(), reported: z.string(), used: z.string() })),
      }),
    ),
    may: z.object({ unify: WhyNot }),
  }),
});

export const saveReportedOutcome = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/outcomes/:outcomeId/reporting/:studyId',
  summary: 'Say how a study reports an outcome; what was extracted stays, what is used follows',
  params: OutcomeParams.extend({ studyId: Id }),
  body: z.object({
    name: z.string().trim().max(200).default(''),
    timepointDays: z.number().min(0).max(100_000).nullable().default(null),
    unit: z.string().trim().max(60).default(''),
    analyte: z.enum(ANALYTES).default(''),
    isReversed: z.boolean().default(false),
  }),
});
