import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Criterion } from '#contract/protocol';
import { RecordFilters } from '#contract/records';
import { RecordToRead } from '#contract/searching';
import { Day, Id, Instant, PersonName, ReviewParams, WhyNot } from '#contract/shapes';
import { CHOICES, RETRIEVAL_STATES, SCREENING_MODES, STAGES, VERDICTS } from '#core/vocabulary';

const StageWord = z.enum(STAGES);
const StageParams = ReviewParams.extend({ stage: StageWord });
const RecordAtStageParams = StageParams.extend({ recordId: Id });
const Choice = z.enum(CHOICES);

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

export const getAssignmentBoard = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/assignments/:stage',
  summary: 'Who has how much to screen at a stage, and what nobody has yet (lead)',
  params: StageParams,
  reply: z.object({
    mode: z.enum(SCREENING_MODES),
    records: z.number().int(),
    /** Records that too few people were asked about. */
    waiting: z.number().int(),
    /** Records on which everybody who was asked has decided. */
    decidedByAll: z.number().int(),
    /** Of these, on how many the decisions differ and nobody has settled it. */
    conflicts: z.number().int(),
    people: z.array(
      PersonName.extend({
        given: z.number().int(),
        done: z.number().int(),
        dueOn: Day.nullable(),
        lastAt: Instant.nullable(),
        firstGivenAt: Instant.nullable(),
        /** Decisions a day, over the last seven days. */
        perDay: z.number(),
        hoursPerWeek: z.number().int().nullable(),
        timeZone: z.string().nullable(),
        nudgedAt: Instant.nullable(),
        canScreen: z.boolean(),
        /** Who has left: their decisions stay, their open records wait for others. */
        hasLeft: z.boolean(),
      }),
    ),
    isClosed: z.boolean(),
    may: z.object({ assign: WhyNot, close: WhyNot }),
  }),
});

/** Which records: all that wait, those found by words or source, chosen ones, all that a list of records shows, or what a person has not decided yet. */
const WhichRecords = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({
    kind: z.literal('found'),
    text: z.string().trim().max(500).default(''),
    source: z.string().max(100).nullable().default(null),
  }),
  z.object({ kind: z.literal('chosen'), recordIds: z.array(Id).min(1).max(20_000) }),
  z.object({ kind: z.literal('selected'), filters: RecordFilters }),
  z.object({ kind: z.literal('of-person'), personId: Id }),
]);

export const giveOutRecords = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/assignments/:stage',
  summary: 'Give waiting records out to people, evenly and repeatably; a preview changes nothing (lead)',
  params: StageParams,
  body: z.object({
    personIds: z.array(Id).min(1, 'Choose at least one person').max(50),
    which: WhichRecords.default({ kind: 'waiting' }),
    /** How many records; all where null. */
    count: z.number().int().min(1).nullable().default(null),
    /** A share of them, drawn by lot from the seed. */
    sharePercent: z.number().int().min(1).max(100).nullable().default(null),
    /** As imported, by lot from the seed, or the most promising first. */
    order: z.enum(['import', 'lot', 'ranked']).default('import'),
    split: z.enum(['equal', 'hours']).default('equal'),
    /** At most so many more for a person. */
    limits: z
      .array(z.object({ personId: Id, most: z.number().int().min(0) }))
      .max(50)
      .default([]),
    /** Nobody gets a record that they wrote: told by name, or only by ORCID iD or name with affiliation ("sure"). */
    recuse: z.enum(['name', 'sure']).default('name'),
    pairs: z.enum(['rotated', 'kept']).default('rotated'),
    dueOn: Day.nullable().default(null),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
    isPreview: z.boolean().default(false),
  }),
  reply: z.object({
    given: z.number().int(),
    perPerson: z.array(
      PersonName.extend({
        added: z.number().int(),
        total: z.number().int(),
        /** For all that is open then, at their pace or the team's; null before a pace is known. */
        hoursNeeded: z.number().nullable(),
        /** Until the due date; null without one, or where the person has not said their hours. */
        hoursAvailable: z.number().nullable(),
      }),
    ),
    /** Records that a person may have written, and how many of these are told by the name alone. */
    authors: z.array(PersonName.extend({ records: z.number().int(), byName: z.number().int() })),
    notGiven: z.array(z.object({ because: z.string(), count: z.number().int() })),
  }),
  status: 201,
});

export const takeBackRecords = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/assignments/:stage/people/:personId',
  summary: 'Take back what a person has not decided yet, so that it can be given to others (lead)',
  params: StageParams.extend({ personId: Id }),
  reply: z.object({ takenBack: z.number().int() }),
});

export const sendNudge = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/assignments/:stage/people/:personId/nudges',
  summary: 'Send a friendly note to somebody with open work, once a day at most (lead)',
  params: StageParams.extend({ personId: Id }),
  body: z.object({ text: z.string().trim().min(1, 'Write a line').max(1000) }),
  reply: z.object({ isMailed: z.boolean() }),
  status: 201,
});

export const closeStage = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/stages/:stage',
  summary:
    'Close a stage when all is decided and settled, or open it again; only then do screeners see each other (lead)',
  params: StageParams,
  body: z.object({ isClosed: z.boolean() }),
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

const Computed = z.object({ value: z.number().nullable(), because: z.string().nullable() });

const Kappa = z.object({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  because: z.string().nullable(),
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
