import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { RECORD_BOXES } from '#contract/records';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';

/** One number of the flow diagram, with the list that it counts. */
export const FlowNumber = z.object({
  /** The number's name in PRISMA 2020's interchange file, such as `records_screened`. */
  key: z.string(),
  count: z.number().int(),
  unit: z.enum(['records', 'reports', 'studies']),
  /** The record list behind the number, where there is one. */
  box: z.enum(RECORD_BOXES).nullable(),
});

export const getFlow = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/flow',
  summary: 'PRISMA 2020 flow: every count, what it counts, and whether the identities hold',
  params: ReviewParams,
  reply: z.object({
    isFinished: z.boolean(),
    /** What the earlier version of an updated review included; null for a new review. */
    earlier: z.object({ studies: z.number().int(), reports: z.number().int() }).nullable(),
    /** Records and reports that still wait for a verdict. */
    left: z.number().int(),
    numbers: z.array(FlowNumber),
    sources: z.array(z.object({ name: z.string(), kind: z.string(), records: z.number().int() })),
    reasons: z.array(z.object({ criterionId: Id.nullable(), text: z.string(), reports: z.number().int() })),
    checks: z.array(
      z.object({
        identity: z.string(),
        holds: z.boolean(),
        sentence: z.string(),
        /** `1,100 − 250 = 850` */
        sum: z.string(),
        caption: z.string(),
      }),
    ),
    /** The diagram box by box, for who reads it as a list. */
    boxes: z.array(
      z.object({
        id: z.string(),
        waiting: z.number().int(),
        lines: z.array(
          z.object({
            text: z.string(),
            isDetail: z.boolean(),
            n: z.number().int().nullable(),
            /** The list of records behind the number, on the page. */
            address: z.string().nullable(),
          }),
        ),
      }),
    ),
    footnotes: z.array(z.string()),
  }),
});

export const getFlowFigure = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/flow.svg',
  summary: 'The PRISMA 2020 flow diagram as SVG; on screen each number links to its records',
  params: ReviewParams,
  query: z.object({
    palette: z.enum(['print', 'black-and-white', 'light', 'dark']).default('print'),
    links: z.enum(['yes', 'no']).default('no'),
  }),
  replyKind: 'file',
});

export const EXPORTS = ['records.ris', 'records.csv', 'extraction.csv', 'analyses.json', 'blinding.csv'] as const;

export const exportReview = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/exports/:file',
  summary: 'Take it along: records with decisions (RIS, CSV), extraction (CSV), or analyses (JSON)',
  params: ReviewParams.extend({ file: z.enum(EXPORTS) }),
  replyKind: 'file',
});

export const getBlindingProof = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/blinding-proof',
  summary: 'From the sealed log: whether anybody could see what others chose before deciding, in one sentence (lead)',
  params: ReviewParams,
  reply: z.object({
    sentence: z.string(),
    decisions: z.number().int(),
    /** Decisions whose author could have seen others' before; the export lists them. */
    exceptions: z.number().int(),
    /** Of the chain, where it holds. */
    fingerprint: z.string().nullable(),
  }),
});

export const listAuditEvents = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/audit-events',
  summary: 'Who did what to what, newest first, and whether the hash chain holds (lead)',
  params: ReviewParams,
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100), before: z.iso.datetime().optional() }),
  reply: z.object({
    events: z.array(
      z.object({
        eventId: Id,
        at: Instant,
        actorName: z.string(),
        deed: z.string(),
        sentence: z.string(),
        subjectKind: z.string(),
        subjectId: Id,
        sealedAs: z.number().int().nullable(),
      }),
    ),
    chain: z.object({
      holds: z.boolean(),
      length: z.number().int(),
      unsealed: z.number().int(),
      fingerprint: z.string(),
      because: z.string().nullable(),
    }),
    may: z.object({ see: WhyNot }),
  }),
});
