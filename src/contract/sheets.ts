import { z } from 'zod';
import { caseOfStudy } from '#contract/caseOfStudy';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, PersonName, ReviewParams } from '#contract/shapes';
import { sourceField, ValueSource } from '#contract/valueSource';
import { EXTRACTION_MODES } from '#core/extraction/vocabulary';

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
    ...caseOfStudy,
    values: z.array(FieldValueOf),
    /** Required fields that are empty, each with its arm where it is asked of arms. */
    missing: z.array(z.object({ characteristicId: Id, armId: Id.nullable(), name: z.string() })),
    /** Both versions, once both extractors have finished; null before, and where nobody extracts blind. */
    comparison: z
      .object({
        people: z.array(PersonName),
        places: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            /** The arm that it was asked of, or empty. */
            arm: z.string(),
            /** In the order of the people; null where one left it empty. */
            texts: z.array(z.string().nullable()),
            /** Where either read it, in the same order. */
            found: z.array(z.object({ source: ValueSource.nullable(), foundAt: z.string() })),
            isSame: z.boolean(),
            /** Whose version was taken; null: neither, or not decided yet. */
            picked: Id.nullable(),
          }),
        ),
      })
      .nullable(),
  }),
});

export const finishExtraction = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/sheet/finished',
  summary: 'Say that one is done with a study, or take it back while the other extractor is not',
  params: StudyParams,
  body: z.object({ isFinished: z.boolean() }),
});

export const settleExtraction = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/extraction-consensus',
  summary: 'Decide what stands where two extractors differ; what they agree on stands by itself',
  params: StudyParams,
  body: z.object({
    /** By the place’s key: whose version stands, or null for neither. */
    picks: z.record(z.string().max(120), Id.nullable()),
    note: z.string().trim().max(2000).default(''),
  }),
});

export const freeExtractionSeat = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/studies/:studyId/extraction-seats/:personId',
  summary: 'Free the seat of an extractor who won’t finish; what that person wrote of the study is removed',
  params: StudyParams.extend({ personId: Id }),
});

export const checkExtraction = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/extraction-check',
  summary: 'Say that one has checked what somebody else extracted, or take it back',
  params: StudyParams,
  body: z.object({ isChecked: z.boolean() }),
});

export const setExtractionMode = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/extraction-mode',
  summary: 'Set how studies are extracted; those that somebody has begun stay as they were planned',
  params: ReviewParams,
  body: z.object({ mode: z.enum(EXTRACTION_MODES) }),
  reply: z.object({ changed: z.number().int(), kept: z.number().int() }),
});

export const getExtractionAgreement = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/extraction-agreement',
  summary: 'How far two blind extractors agreed, field by field, over studies that both have finished',
  params: ReviewParams,
  reply: z.object({
    studies: z.number().int(),
    fields: z.array(
      z.object({
        group: z.string(),
        label: z.string(),
        agreed: z.number().int(),
        asked: z.number().int(),
        kappa: z.number().nullable(),
      }),
    ),
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
