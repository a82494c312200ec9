import { z } from 'zod';
import { caseOfStudy } from '#contract/caseOfStudy';
import { ConversionAsked, ConversionMade } from '#contract/conversion';
import { StudyCountsOf } from '#contract/counts';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { sourceField, ValueSource } from '#contract/valueSource';
import { RESULT_QUESTIONS } from '#core/extraction/questionableResult';
import { EXTRACTION_MODES, OUTCOME_KINDS } from '#core/extraction/vocabulary';
import { ARM_KINDS } from '#core/vocabulary';

const Label = z.string().trim().min(1, 'Write a label').max(200);
const Where = z.string().trim().max(300).default('');
const Count = z.number().min(0, 'A count is not negative');

const Answered = z.array(z.enum(RESULT_QUESTIONS)).max(RESULT_QUESTIONS.length);

/** Numbers that were typed have none: it is dropped when they are saved without it. */
const conversionField = {
  conversion: ConversionAsked.nullable().default(null),
  answered: Answered.default([]),
  ...sourceField,
};

export const OutcomeToExtract = z.object({
  outcomeId: Id,
  name: z.string(),
  timepoint: z.string(),
  kind: z.enum(OUTCOME_KINDS),
  unit: z.string(),
  isLowerBetter: z.boolean(),
  position: z.number().int(),
  windowFromDays: z.number().nullable(),
  windowToDays: z.number().nullable(),
});

export const ArmOfStudy = z.object({
  armId: Id,
  name: z.string(),
  kind: z.enum(ARM_KINDS),
  position: z.number().int(),
  /** How many people were randomised to it; null where it isn't known. */
  randomised: z.number().int().nullable(),
  nameSource: ValueSource.nullable(),
  randomisedSource: ValueSource.nullable(),
});

export const ArmResultOf = z.object({
  armId: Id,
  outcomeId: Id,
  events: z.number().nullable(),
  total: z.number().nullable(),
  mean: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  personTime: z.number().nullable(),
  foundAt: z.string(),
  source: ValueSource.nullable(),
  conversion: ConversionMade.nullable(),
  /** Questions on these numbers that somebody answered with “it is so”. */
  answered: Answered,
  extractedByName: z.string(),
  extractedAt: Instant,
});

export const StudyResultOf = z.object({
  outcomeId: Id,
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  percentConfidence: z.number(),
  isRatio: z.boolean(),
  foundAt: z.string(),
  source: ValueSource.nullable(),
  conversion: ConversionMade.nullable(),
  /** Questions on these numbers that somebody answered with “it is so”. */
  answered: Answered,
  extractedByName: z.string(),
  extractedAt: Instant,
});

export const StudyToExtract = z.object({
  studyId: Id,
  ...caseOfStudy,
  label: z.string(),
  year: z.number().int().nullable(),
  notes: z.string(),
  arms: z.array(ArmOfStudy),
  armResults: z.array(ArmResultOf),
  studyResults: z.array(StudyResultOf),
  studyCounts: z.array(StudyCountsOf),
  reports: z.array(z.object({ recordId: Id, title: z.string(), citation: z.string() })),
});

export const getExtraction = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/extraction',
  summary: 'Studies, arms, outcomes and results of a review, and included reports that belong to no study yet',
  params: ReviewParams,
  reply: z.object({
    studies: z.array(StudyToExtract),
    outcomes: z.array(OutcomeToExtract),
    reportsWithoutStudy: z.array(
      z.object({
        recordId: Id,
        title: z.string(),
        citation: z.string(),
        suggestedLabel: z.string(),
        year: z.number().int().nullable(),
      }),
    ),
    /** How studies that are added from now on are extracted. */
    mode: z.enum(EXTRACTION_MODES),
    may: z.object({ extract: WhyNot, setMode: WhyNot }),
  }),
});

const studyFields = {
  label: Label,
  year: z.number().int().min(1600).max(2200).nullable().default(null),
  notes: z.string().trim().max(20_000).default(''),
  /** Included reports that tell of this study. */
  recordIds: z.array(Id).max(100).default([]),
};

export const createStudy = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/studies',
  summary: 'Add a study, with its reports; two arms come with it',
  params: ReviewParams,
  body: z.object(studyFields),
  reply: Made,
  status: 201,
});

const StudyParams = ReviewParams.extend({ studyId: Id });

export const updateStudy = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId',
  summary: 'Change a study and which reports tell of it',
  params: StudyParams,
  body: z.object(studyFields),
});

export const removeStudy = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/studies/:studyId',
  summary: 'Remove a study with its arms and results; its reports stay',
  params: StudyParams,
});

const armFields = {
  name: Label,
  kind: z.enum(ARM_KINDS),
  position: z.number().int().min(0).max(100).default(0),
  randomised: z.number().int().min(1, 'An arm has at least one person').max(1_000_000_000).nullable().default(null),
  /** Where its name was read; not named, it stays. */
  nameSource: ValueSource.nullable().optional(),
  /** Where the number was read; not named, it stays. */
  randomisedSource: ValueSource.nullable().optional(),
};

export const addArm = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/studies/:studyId/arms',
  summary: 'Add an arm to a study',
  params: StudyParams,
  body: z.object(armFields),
  reply: Made,
  status: 201,
});

const ArmParams = StudyParams.extend({ armId: Id });

export const updateArm = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/arms/:armId',
  summary: 'Change an arm',
  params: ArmParams,
  body: z.object(armFields),
});

export const removeArm = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/studies/:studyId/arms/:armId',
  summary: 'Remove an arm with its results',
  params: ArmParams,
});

const StudyOutcomeParams = StudyParams.extend({ outcomeId: Id });

export const saveArmResult = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/arms/:armId/results/:outcomeId',
  summary:
    'Save an arm’s numbers for an outcome; impossible ones, and ones that don’t follow from their conversion, are refused in words',
  params: ArmParams.extend({ outcomeId: Id }),
  body: z.object({
    events: Count.nullable().default(null),
    total: Count.nullable().default(null),
    mean: z.number().nullable().default(null),
    standardDeviation: z.number().nullable().default(null),
    /** Time at risk, in the outcome's unit, of a rate. */
    personTime: z.number().nullable().default(null),
    foundAt: Where,
    ...conversionField,
  }),
});

export const removeArmResult = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/studies/:studyId/arms/:armId/results/:outcomeId',
  summary: 'Remove an arm’s numbers for an outcome',
  params: ArmParams.extend({ outcomeId: Id }),
});

export const saveStudyResult = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/results/:outcomeId',
  summary: 'Save a study’s own estimate with its interval, as reported or converted',
  params: StudyOutcomeParams,
  body: z.object({
    estimate: z.number(),
    lower: z.number(),
    upper: z.number(),
    percentConfidence: z.number().gt(50).lt(100).default(95),
    isRatio: z.boolean(),
    foundAt: Where,
    ...conversionField,
  }),
});

export const removeStudyResult = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/studies/:studyId/results/:outcomeId',
  summary: 'Remove a study’s own estimate',
  params: StudyOutcomeParams,
});
