import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { RecordToRead } from '#contract/recordToRead';
import { LabelOnRecord } from '#contract/remarks';
import { cursorQuery, Id, Instant, NextCursor, ReviewParams, WhyNot } from '#contract/shapes';
import {
  CHOICES,
  EDIT_ORIGINS,
  EDITED_FIELDS,
  RECORD_EXPORT_FORMATS,
  RECORD_GAPS,
  RECORD_SORTS,
  STAGES,
  VERDICTS,
} from '#core/vocabulary';

export const RecordInList = z.object({
  recordId: Id,
  title: z.string(),
  authorsText: z.string(),
  year: z.number().int().nullable(),
  journal: z.string().nullable(),
  doi: z.string().nullable(),
  pmid: z.string().nullable(),
  hasAbstract: z.boolean(),
  isRetracted: z.boolean(),
  sourceName: z.string(),
  /** Every source that has it, its copies' too. */
  sourceNames: z.array(z.string()),
  /** How many records are merged into this one. */
  copies: z.number().int(),
  labels: z.array(LabelOnRecord),
  /** The viewer's own decisions by stage. */
  mine: z.array(z.object({ stage: z.enum(STAGES), choice: z.enum(CHOICES) })),
  /** What the decisions together say; null where the viewer may not know. */
  verdicts: z.object({
    'title-and-abstract': z.enum(VERDICTS).nullable(),
    'full-text': z.enum(VERDICTS).nullable(),
  }),
});

/** Boxes of the flow diagram that a list can be asked for; those by other methods than databases and registers begin with `other`. */
export const RECORD_BOXES = [
  'identified',
  'duplicates',
  'not-screened',
  'screened',
  'records-excluded',
  'sought',
  'not-retrieved',
  'assessed',
  'reports-excluded',
  'other-identified',
  'other-sought',
  'other-not-retrieved',
  'other-assessed',
  'other-reports-excluded',
  'included',
] as const;

/** One or several of the same name in an address: any of them. */
function anyOf<Member extends z.ZodType>(member: Member) {
  return z
    .union([z.array(member).max(100), member])
    .default([])
    .transform(value => (Array.isArray(value) ? value : [value]));
}

/** What a list of records may be asked for; `verdict` and `box` are refused to those whom blinding keeps from them. */
export const RecordFilters = z.object({
  text: z.string().trim().max(2000).default(''),
  import: Id.optional(),
  source: anyOf(z.string().max(100)),
  yearFrom: z.coerce.number().int().min(0).max(9999).optional(),
  yearTo: z.coerce.number().int().min(0).max(9999).optional(),
  label: anyOf(Id),
  missing: anyOf(z.enum(RECORD_GAPS)),
  /** What the decisions at title and abstract say. */
  verdict: anyOf(z.enum(VERDICTS)),
  /** What the viewer decided at title and abstract. */
  mine: anyOf(z.enum(CHOICES)),
  box: z.enum(RECORD_BOXES).optional(),
  reason: Id.optional(),
});

const QueryMistake = z.object({ message: z.string(), start: z.number().int(), end: z.number().int() });

export const listRecords = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/records',
  summary:
    'Records of a review by words (AND, OR, NOT, "phrases", cut*, title:…), filters, or a box of the flow diagram',
  params: ReviewParams,
  query: RecordFilters.extend({
    sort: z.enum(RECORD_SORTS).default('match'),
    /**
     * Rather at once than to the end. A phrase that tens of thousands of records would have to be read for is then answered
     * with the first page and `isAtLeast`; the counts beside the filters tell how many there are.
     */
    isQuick: z.stringbool().default(false),
    ...cursorQuery,
  }),
  reply: z.object({
    records: z.array(RecordInList),
    total: z.number().int(),
    /** There are at least so many. With less than a page and nothing next, ask again without `isQuick`. */
    isAtLeast: z.boolean(),
    next: NextCursor,
    /** The order in fact: too many hits are not ranked by how well they match. */
    sort: z.enum(RECORD_SORTS),
    mistakes: z.array(QueryMistake),
    may: z.object({ annotate: WhyNot, seeVerdicts: WhyNot, assign: WhyNot, screen: WhyNot }),
  }),
});

const Tally = z.object({ name: z.string(), count: z.number().int() });

/** What is counted beside the filters. */
export const COUNTED_KINDS = ['verdict', 'mine', 'source', 'year', 'label', 'missing'] as const;

export const countRecords = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/record-counts',
  summary: 'How many records each filter would leave, the others standing as they are',
  params: ReviewParams,
  /** With `of` only what is named is counted; the rest comes empty. */
  query: RecordFilters.extend({ of: anyOf(z.enum(COUNTED_KINDS)) }),
  reply: z.object({
    /** How many all filters together leave. */
    total: z.number().int(),
    /** Null where the viewer may not know. */
    verdict: z.array(Tally).nullable(),
    mine: z.array(Tally),
    source: z.array(Tally),
    year: z.array(z.object({ year: z.number().int().nullable(), count: z.number().int() })),
    label: z.array(z.object({ labelId: Id, count: z.number().int() })),
    missing: z.array(Tally),
  }),
});

/** Some records by their ids, or all that a list would show. */
export const Selection = z.union([
  z.object({ recordIds: z.array(Id).min(1).max(2000) }),
  z.object({ filters: RecordFilters }),
]);

export const exportRecords = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/record-exports',
  summary: 'A selection of records as RIS, NBIB, BibTeX or CSV, which import back to the same records',
  params: ReviewParams,
  body: z.object({ format: z.enum(RECORD_EXPORT_FORMATS), selection: Selection }),
  replyKind: 'file',
});

export const labelSelection = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/labels/:labelId/selections',
  summary: 'Put a label on a whole selection of records, or take it off',
  params: ReviewParams.extend({ labelId: Id }),
  body: z.object({ selection: Selection, isOn: z.boolean() }),
  reply: z.object({ count: z.number().int() }),
});

export const getRecord = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/records/:recordId',
  summary: 'One record with its copies, and what its source says beyond them',
  params: ReviewParams.extend({ recordId: Id }),
  reply: RecordToRead.extend({
    copies: z.array(RecordToRead),
    /** Tags, columns and identifiers without a place of their own, under the source's names for them. */
    further: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  }),
});

const RecordTexts = z.object({
  title: z.string().max(5000),
  abstract: z.string().max(50_000),
  authors: z.string().max(50_000),
  year: z.string().max(20),
  journal: z.string().max(1000),
  volume: z.string().max(100),
  issue: z.string().max(100),
  pages: z.string().max(200),
  doi: z.string().max(500),
  pmid: z.string().max(20),
});
const RecordParams = ReviewParams.extend({ recordId: Id });
const FieldChange = z.object({ field: z.enum(EDITED_FIELDS), before: z.string(), after: z.string() });

export const getRecordEdits = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/records/:recordId/edits',
  summary: 'What can be put right in a record, and who changed what from what',
  params: RecordParams,
  reply: z.object({
    fields: RecordTexts,
    edits: z.array(FieldChange.extend({ origin: z.enum(EDIT_ORIGINS), personName: z.string(), editedAt: Instant })),
    may: z.object({ edit: WhyNot }),
  }),
});

export const editRecord = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/records/:recordId/edits',
  summary: 'Put fields of a record right, a missing abstract say; what they said before is kept',
  params: RecordParams,
  body: z.object({ fields: RecordTexts.partial(), origin: z.enum(EDIT_ORIGINS).default('typed') }),
});

export const lookUpRecord = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/records/:recordId/look-ups',
  summary: 'What PubMed says of a record, by its PMID or DOI, where that differs; nothing is changed',
  params: RecordParams,
  reply: z.object({ found: z.object({ pmid: z.string().nullable() }).nullable(), changes: z.array(FieldChange) }),
});
