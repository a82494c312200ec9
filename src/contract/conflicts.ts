import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Criterion } from '#contract/protocol';
import { RecordToRead } from '#contract/recordToRead';
import { Choice, RecordAtStageParams, StageParams } from '#contract/screening';
import { Id, Instant, PersonName, WhyNot } from '#contract/shapes';

const Computed = z.object({ value: z.number().nullable(), because: z.string().nullable() });

const Kappa = z.object({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  because: z.string().nullable(),
});

export const Conflict = z.object({
  record: RecordToRead,
  decisions: z.array(
    z.object({
      person: PersonName,
      choice: Choice,
      criterionId: Id.nullable(),
      note: z.string(),
      quote: z.string(),
      page: z.number().int().nullable(),
      decidedAt: Instant,
      /** Decided once more after the conflict was opened for discussion: no independent choice. */
      isAfterOpening: z.boolean(),
    }),
  ),
  adjudication: z
    .object({
      choice: z.enum(['include', 'exclude']),
      criterionId: Id.nullable(),
      reason: z.string(),
      adjudicatorName: z.string(),
      decidedAt: Instant,
    })
    .nullable(),
  may: z.object({ adjudicate: WhyNot }),
});

export const listConflicts = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/conflicts/:stage',
  summary: 'Records on which independent decisions differ, for who settles them',
  params: StageParams,
  query: z.object({ show: z.enum(['open', 'settled']).default('open') }),
  reply: z.object({
    conflicts: z.array(Conflict),
    open: z.number().int(),
    settled: z.number().int(),
    criteria: z.array(Criterion),
  }),
});

export const adjudicateRecord = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/screening/:stage/records/:recordId/adjudication',
  summary: 'Settle a conflict, with a reason',
  params: RecordAtStageParams,
  body: z.object({
    choice: z.enum(['include', 'exclude']),
    criterionId: Id.nullable().default(null),
    reason: z.string().trim().min(1, 'Write why').max(5000),
  }),
});

export const reopenRecord = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/screening/:stage/records/:recordId/adjudication',
  summary: 'Reopen a settled conflict',
  params: RecordAtStageParams,
});

/** How two people agree over the records that both decided. */
export const PairAgreement = z.object({
  a: PersonName,
  b: PersonName,
  records: z.number().int(),
  agreed: z.number().int(),
  kappa: Kappa,
  pabak: Computed,
  ac1: Computed,
});

export const getAgreement = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/agreement/:stage',
  summary: 'How far independent screeners agree: kappa with its interval and its kin, before any discussion',
  params: StageParams,
  reply: z.object({
    /** Records that exactly two people decided on, all in. */
    records: z.number().int(),
    kappa: Kappa,
    rawAgreement: Computed,
    positiveAgreement: Computed,
    negativeAgreement: Computed,
    pabak: Computed,
    ac1: Computed,
    pairs: z.array(PairAgreement),
  }),
});
