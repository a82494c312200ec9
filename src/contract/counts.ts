import { z } from 'zod';
import { ConversionAsked, ConversionMade } from '#contract/conversion';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams } from '#contract/shapes';
import { sourceField, ValueSource } from '#contract/valueSource';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import { RESULT_QUESTIONS } from '#core/extraction/questionableResult';
import { PLAIN_OUTCOME_KINDS } from '#core/extraction/vocabulary';
import { DOSE_DESIGNS } from '#core/synthesis/doseResponse/greenlandLongnecker';

const Count = z.number().min(0, 'A count is not negative').max(1e12);

export const AccuracyCountsOf = z.object({
  kind: z.literal('accuracy'),
  /** Test positive with the condition, positive without it, negative with it, negative without it. */
  tp: Count,
  fp: Count,
  fn: Count,
  tn: Count,
});

/** A level of exposure as reported; the one without a ratio is what the others are compared with. */
const ReportedLevel = z.object({
  dose: z.number(),
  cases: Count,
  /** Cases and controls, people, or time at risk, according to the design. */
  total: Count,
  ratio: z.number().nullable().default(null),
  lower: z.number().nullable().default(null),
  upper: z.number().nullable().default(null),
});

/** Levels of exposure, as an analysis reads them; log ratios against the one level without one. */
export const DoseTableOf = z.object({
  design: z.enum(DOSE_DESIGNS),
  levels: z.array(
    z.object({
      dose: z.number(),
      cases: z.number(),
      total: z.number(),
      logRatio: z.number().nullable(),
      standardError: z.number().nullable(),
    }),
  ),
});

/** The numbers of the kinds that take a few of them, each with its own names. */
const plainCounts = PLAIN_OUTCOME_KINDS.map(kind =>
  z.object({
    kind: z.literal(kind),
    numbers: z
      .strictObject(Object.fromEntries(OUTCOME_KIND_TABLE[kind].fields.map(({ name }) => [name, z.number()])))
      .describe(OUTCOME_KIND_TABLE[kind].about),
  }),
);

export const CountsOf = z.discriminatedUnion('kind', [
  AccuracyCountsOf,
  z.object({
    kind: z.literal('dose-response'),
    design: z.enum(DOSE_DESIGNS),
    /** Of the reported intervals. */
    percentConfidence: z.number().gt(50).lt(100).default(95),
    levels: z.array(ReportedLevel).min(2, 'Give at least two levels of the exposure').max(50),
  }),
  ...plainCounts,
]);

const Answered = z.array(z.enum(RESULT_QUESTIONS)).max(RESULT_QUESTIONS.length);

export const StudyCountsOf = z.object({
  outcomeId: Id,
  counts: CountsOf,
  foundAt: z.string(),
  source: ValueSource.nullable(),
  conversion: ConversionMade.nullable(),
  /** Questions on these numbers that somebody answered with “it is so”. */
  answered: Answered,
  extractedByName: z.string(),
  extractedAt: Instant,
});

const CountsParams = ReviewParams.extend({ studyId: Id, outcomeId: Id });

export const saveStudyCounts = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/studies/:studyId/counts/:outcomeId',
  summary:
    'Save what a study reports as a whole: one group’s numbers, a correlation, a test’s counts, levels of exposure',
  params: CountsParams,
  body: z.object({
    counts: CountsOf,
    foundAt: z.string().trim().max(300).default(''),
    conversion: ConversionAsked.nullable().default(null),
    answered: Answered.default([]),
    ...sourceField,
  }),
});

export const removeStudyCounts = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/studies/:studyId/counts/:outcomeId',
  summary: 'Remove what a study counted on an outcome',
  params: CountsParams,
});
