import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Criterion } from '#contract/protocol';
import { RecordToRead } from '#contract/recordToRead';
import { Day, Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { CHOICES, RETRIEVAL_STATES, STAGES, VERDICTS } from '#core/vocabulary';

const StageWord = z.enum(STAGES);
export const StageParams = ReviewParams.extend({ stage: StageWord });
export const RecordAtStageParams = StageParams.extend({ recordId: Id });
export const Choice = z.enum(CHOICES);

const OwnDecision = z.object({
  choice: Choice,
  criterionId: Id.nullable(),
  note: z.string(),
  /** The passage of the full text that it rests on, and its page. */
  quote: z.string(),
  page: z.number().int().nullable(),
  decidedAt: Instant,
});

/** A report's way to its full text. */
export const Retrieval = z.object({
  state: z.enum(RETRIEVAL_STATES),
  notRetrievedReason: z.string().nullable(),
  url: z.string().nullable(),
});

/** A record as its screener meets it: with their own decision, and nobody else's. */
export const RecordToScreen = RecordToRead.extend({
  position: z.number().int(),
  decision: OwnDecision.nullable(),
  retrieval: Retrieval.nullable(),
});

/** My work at a stage. Counts are of my own assignments and decisions only. */
export const MyScreening = z.object({
  stage: StageWord,
  given: z.number().int(),
  decided: z.number().int(),
  dueOn: Day.nullable(),
  /** Median seconds between my last decisions, for the time left; null before there are enough. */
  secondsPerRecord: z.number().nullable(),
  isClosed: z.boolean(),
  /** A friendly note from a lead, until I decide again. */
  nudge: z.object({ from: z.string(), text: z.string(), sentAt: Instant }).nullable(),
  criteria: z.array(Criterion),
  /** Words of the question to mark, by the part that they stand for; what stands for none speaks for inclusion. */
  highlights: z.object({
    ...{ include: z.array(z.string()), exclude: z.array(z.string()), population: z.array(z.string()) },
    ...{ intervention: z.array(z.string()), comparator: z.array(z.string()), outcome: z.array(z.string()) },
  }),
  may: z.object({ decide: WhyNot }),
});

export const getMyScreening = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/screening/:stage',
  summary: 'My screening work at a stage',
  params: StageParams,
  reply: MyScreening,
});

export const listMyQueue = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/screening/:stage/records',
  summary: 'My assigned records in my order: the next undecided ones, or all of them with my own decisions',
  params: StageParams,
  query: z.object({
    show: z.enum(['undecided', 'all', ...CHOICES]).default('undecided'),
    /** Only those with these words, as in the list of records: title:asthma, a name, a PMID. */
    text: z.string().trim().max(500).default(''),
    after: z.coerce.number().int().min(-1).default(-1),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    /** None but these, ids with commas between them. */
    only: z
      .string()
      .max(4000)
      .transform(text => text.split(',').filter(id => id !== ''))
      .pipe(z.array(Id).max(100))
      .optional(),
  }),
  reply: z.object({ records: z.array(RecordToScreen), total: z.number().int() }),
});

export const recordDecision = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/screening/:stage/records/:recordId/decision',
  summary: 'Record or change my decision on a record; the answer tells nothing about anybody else’s',
  params: RecordAtStageParams,
  body: z.object({
    choice: Choice,
    /** The one primary reason, for an exclusion at full text. */
    criterionId: Id.nullable().default(null),
    note: z.string().trim().max(5000).default(''),
    /** The passage of the full text that it rests on, and its page. */
    quote: z.string().trim().max(5000).default(''),
    page: z.number().int().min(1).max(100_000).nullable().default(null),
  }),
  reply: z.object({ decisionId: Id }),
});

export const withdrawDecision = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/screening/:stage/records/:recordId/decision',
  summary: 'Take my decision back',
  params: RecordAtStageParams,
});

export const closeStage = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/stages/:stage',
  summary:
    'Close a stage when all is decided and settled, or open it again; only then do screeners see each other (lead)',
  params: StageParams,
  body: z.object({ isClosed: z.boolean() }),
});

export const ReportInList = z.object({
  record: RecordToRead,
  retrieval: Retrieval,
  /** Whether its PDF is here to be read. */
  hasFile: z.boolean(),
  /** Null where the viewer may not know. */
  verdict: z.enum(VERDICTS).nullable(),
  reasonText: z.string().nullable(),
  study: z.object({ studyId: Id, label: z.string() }).nullable(),
});

export const listReports = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/reports',
  summary: 'Reports sought for retrieval, with where each stands',
  params: ReviewParams,
  query: z.object({ show: z.enum(['all', 'to-find', 'included', 'excluded', 'not-retrieved']).default('all') }),
  reply: z.object({ reports: z.array(ReportInList), total: z.number().int(), may: z.object({ retrieve: WhyNot }) }),
});

export const setRetrieval = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/reports/:recordId/retrieval',
  summary: 'Say where a report’s full text is, or why it could not be had',
  params: ReviewParams.extend({ recordId: Id }),
  body: z.object({
    state: z.enum(RETRIEVAL_STATES),
    notRetrievedReason: z.string().trim().max(500).nullable().default(null),
    url: z.url('This is not an address').max(2000).nullable().default(null),
  }),
});
