import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, Instant, JobStarted, ReviewParams, WhyNot } from '#contract/shapes';
import { CSV_FIELDS } from '#core/searching/csv/columns';
import { IMPORT_STATES, RECORD_FORMATS, SEARCH_RHYTHMS, SOURCE_KINDS } from '#core/vocabulary';

export const ImportReport = z.object({
  read: z.number().int(),
  skipped: z.number().int(),
  withoutAbstract: z.number().int(),
  withoutIdentifier: z.number().int(),
  repeatedInFile: z.number().int(),
  alreadyThere: z.number().int(),
  deletions: z.number().int(),
  skippedEntries: z.array(z.object({ line: z.number().int(), reason: z.string(), text: z.string().optional() })),
});

export const ImportOfRecords = z.object({
  importId: Id,
  searchId: Id,
  state: z.enum(IMPORT_STATES),
  fileName: z.string().nullable(),
  format: z.enum(RECORD_FORMATS).nullable(),
  encoding: z.string().nullable(),
  report: ImportReport.nullable(),
  recordCount: z.number().int(),
  createdByName: z.string(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  jobId: Id.nullable(),
  /** The job that is undoing it, while one is. */
  undoJobId: Id.nullable(),
  /** Why the last try to undo it changed nothing. */
  undoProblem: z.string().nullable(),
  /** Whether a person has said which column of the table holds what. */
  isMapped: z.boolean(),
  source: z.object({
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    platform: z.string().nullable(),
    strategy: z.string().nullable(),
    translatedStrategy: z.string().nullable(),
    limits: z.string().nullable(),
    filters: z.string().nullable(),
    peerReview: z.string().nullable(),
    remarks: z.string().nullable(),
    /** The search that this one ran again. */
    repeatsSearchId: Id.nullable(),
    rhythm: z.enum(SEARCH_RHYTHMS),
    nextRunAt: Instant.nullable(),
    warnings: z.array(z.string()),
    ranOn: Day,
    countFound: z.number().int().nullable(),
  }),
  /** When the very same file was imported before: its import. */
  sameFileAs: z.object({ importId: Id, createdAt: Instant }).nullable(),
  may: z.object({ confirm: WhyNot, undo: WhyNot, change: WhyNot, repeat: WhyNot }),
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/imports',
  summary: 'All searches and imports of a review, newest first',
  params: ReviewParams,
  reply: z.object({ imports: z.array(ImportOfRecords), may: z.object({ import: WhyNot }) }),
});

export const uploadImport = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/imports',
  summary:
    'Upload a reference file for a dry run: what would be imported, and what not and why. A large file is read by a job (state "reading", with its jobId). No record is stored yet.',
  params: ReviewParams,
  query: z.object({
    fileName: z.string().trim().min(1).max(300),
    sourceName: z.string().trim().max(100).default('PubMed'),
    sourceKind: z.enum(SOURCE_KINDS).default('database'),
    platform: z.string().trim().max(100).default(''),
    ranOn: Day.optional(),
  }),
  bodyKind: 'file',
  reply: ImportOfRecords,
  status: 201,
});

const ImportParams = ReviewParams.extend({ importId: Id });

export const getImport = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/imports/:importId',
  summary: 'One import',
  params: ImportParams,
  reply: ImportOfRecords,
});

export const confirmImport = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/imports/:importId/confirmation',
  summary: 'Import what the dry run showed',
  params: ImportParams,
  reply: JobStarted,
  status: 202,
});

export const undoImport = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/imports/:importId',
  summary:
    'Undo a whole import by a job, or throw a dry run away at once (no job); refused once anybody has decided on one of its records',
  params: ImportParams,
  reply: z.object({ jobId: Id.nullable() }),
  status: 202,
});

export const countPubmed = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/search-counts',
  summary: 'Ask PubMed how many records a search finds and what it made of it',
  params: ReviewParams,
  body: z.object({ query: z.string().trim().min(1, 'Write a search').max(50_000) }),
  reply: z.object({ count: z.number().int(), queryTranslation: z.string(), warnings: z.array(z.string()) }),
});

export const runPubmedSearch = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/searches',
  summary: 'Search PubMed and fetch all records as a job',
  params: ReviewParams,
  body: z.object({ query: z.string().trim().min(1, 'Write a search').max(50_000) }),
  reply: z.object({ jobId: Id, importId: Id }),
  status: 202,
});

const SearchParams = ReviewParams.extend({ searchId: Id });

export const repeatSearch = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/searches/:searchId/runs',
  summary: 'Run a search of PubMed again: a new entry that brings only records which the review has not',
  params: SearchParams,
  reply: z.object({ jobId: Id, importId: Id }),
  status: 202,
});

export const setSearchRhythm = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/searches/:searchId/rhythm',
  summary: 'How often a search of PubMed runs again by itself',
  params: SearchParams,
  body: z.object({ rhythm: z.enum(SEARCH_RHYTHMS) }),
});

const said = z.string().trim().max(10_000).nullable().optional();

export const describeSearch = endpoint({
  method: 'PATCH',
  path: '/api/reviews/:reviewId/searches/:searchId',
  summary:
    'What PRISMA-S says of a search: source, platform, day, strategy as run, limits, filters, peer review, remarks',
  params: SearchParams,
  body: z.object({
    sourceName: z.string().trim().min(1, 'Name the source').max(100).optional(),
    sourceKind: z.enum(SOURCE_KINDS).optional(),
    ranOn: Day.optional(),
    platform: said,
    strategy: z.string().trim().max(50_000).nullable().optional(),
    limits: said,
    filters: said,
    peerReview: said,
    remarks: said,
  }),
});

const Columns = z.partialRecord(z.enum(CSV_FIELDS), z.string().max(500));

export const getImportTable = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/imports/:importId/table',
  summary: 'The first rows of an uploaded table, and which column was taken for what',
  params: ImportParams,
  reply: z.object({
    headers: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    columns: Columns,
    /** Whether a person has said so, now or for an earlier table with the same columns. */
    isTold: z.boolean(),
  }),
});

export const mapImportColumns = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/imports/:importId/columns',
  summary: 'Say which column of an uploaded table holds what; it is read again, and later tables alike are read so too',
  params: ImportParams,
  body: z.object({ columns: Columns }),
  reply: ImportOfRecords,
});

export const checkRetractions = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/retraction-checks',
  summary: 'Ask PubMed, as a job, which records of the review were retracted since they came',
  params: ReviewParams,
  reply: JobStarted,
  status: 202,
});

export const listRetractionAlarms = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/retraction-alarms',
  summary: 'Records that were retracted or doubted after they came into the review, as long as nobody has settled it',
  params: ReviewParams,
  reply: z.object({
    alarms: z.array(
      z.object({
        recordId: Id,
        title: z.string(),
        pmid: z.string().nullable(),
        isRetracted: z.boolean(),
        notices: z.array(z.string()),
        foundAt: Instant,
        /** Null where the viewer may not know. */
        isIncluded: z.boolean().nullable(),
      }),
    ),
    checkedAt: Instant.nullable(),
    may: z.object({ settle: WhyNot }),
  }),
});

export const settleRetractionAlarm = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/retraction-alarms/:recordId',
  summary: 'Settle an alarm: the team has read the notice and knows what to do',
  params: ReviewParams.extend({ recordId: Id }),
});
