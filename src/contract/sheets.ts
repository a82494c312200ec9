import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { sourceField, ValueSource } from '#contract/valueSource';

const StudyParams = ReviewParams.extend({ studyId: Id });

/** What stands in one field of the form. */
export const FieldValueOf = z.object({
  characteristicId: Id,
  /** None for a field that is asked of the whole study. */
  armId: Id.nullable(),
  /** As it was written; null where no report tells it. */
  value: z.union([z.number(), z.string()]).nullable(),
  isNotReported: z.boolean(),
  /** Why it does not fit the form as it is now; it counts for nothing until somebody has looked at it. */
  misfit: z.string().nullable(),
  foundAt: z.string(),
  source: ValueSource.nullable(),
  recordedByName: z.string(),
  recordedAt: Instant,
});

export const getStudySheet = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/studies/:studyId/sheet',
  summary: 'What stands in the fields of the form for a study, and what is still asked',
  params: StudyParams,
  reply: z.object({
    values: z.array(FieldValueOf),
    /** Required fields that are empty, each with its arm where it is asked of arms. */
    missing: z.array(z.object({ characteristicId: Id, armId: Id.nullable(), name: z.string() })),
    may: z.object({ fill: WhyNot }),
  }),
});

export const recordArmCharacteristic = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/characteristics/:characteristicId/studies/:studyId/arms/:armId',
  summary: 'Record what an arm of a study is like in one respect; null takes the value away',
  params: StudyParams.extend({ characteristicId: Id, armId: Id }),
  body: z.object({
    value: z.union([z.number(), z.string().trim().min(1).max(20_000)]).nullable(),
    isNotReported: z.boolean().default(false),
    foundAt: z.string().trim().max(300).default(''),
    ...sourceField,
  }),
});
