import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Made, ReviewParams } from '#contract/shapes';
import { OUTCOME_KINDS } from '#core/extraction/vocabulary';

const outcomeFields = {
  name: z.string().trim().min(1, 'Write a label').max(200),
  timepoint: z.string().trim().max(100).default(''),
  kind: z.enum(OUTCOME_KINDS),
  unit: z.string().trim().max(60).default(''),
  isLowerBetter: z.boolean().default(true),
  position: z.number().int().min(0).max(1000).default(0),
  /** Measurements from so many days after the start, to so many, count as this timepoint; null: any. */
  windowFromDays: z.number().min(0).max(100_000).nullable().default(null),
  windowToDays: z.number().min(0).max(100_000).nullable().default(null),
};

export const addOutcome = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/outcomes',
  summary: 'Add an outcome',
  params: ReviewParams,
  body: z.object(outcomeFields),
  reply: Made,
  status: 201,
});

const OutcomeParams = ReviewParams.extend({ outcomeId: Id });

export const updateOutcome = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/outcomes/:outcomeId',
  summary: 'Change an outcome; its kind stays once there are results',
  params: OutcomeParams,
  body: z.object(outcomeFields),
});

export const removeOutcome = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/outcomes/:outcomeId',
  summary: 'Remove an outcome with its results and analyses',
  params: OutcomeParams,
});
