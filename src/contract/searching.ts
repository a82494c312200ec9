import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, Instant, JobStarted, ReviewParams, WhyNot } from '#contract/shapes';
import { IMPORT_STATES, JOB_KINDS, JOB_STATES, RECORD_FORMATS, SOURCE_KINDS } from '#core/vocabulary';

export const ImportReport = z.object({
  read: z.number().int(),
  skipped: z.number().int(),
  withoutAbstract: z.number().int(),
  withoutIdentifier: z.number().int(),
  repeatedInFile: z.number().int(),
  alreadyThere: z.number().int(),
  deletions: z.number().int(),
  skippedEntries: z.array(z.object({ line: z.number().int(), reason: z.string() })),
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
  source: z.object({
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    platform: z.string().nullable(),
    strategy: z.string().nullable(),
    translatedStrategy: z.string().nullable(),
    limits: z.string().nullable(),
    warnings: z.array(z.string()),
    ranOn: Day,
    countFound: z.number().int().nullable(),
  }),
  /** When the very same file was imported before: its import. */
  sameFileAs: z.object({ importId: Id, createdAt: Instant }).nullable(),
  may: z.object({ confirm: WhyNot, undo: WhyNot }),
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
  summary: 'Undo a whole import, or throw a dry run away; refused once anybody has decided on one of its records',
  params: ImportParams,
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

export const Job = z.object({
  jobId: Id,
  kind: z.enum(JOB_KINDS),
  state: z.enum(JOB_STATES),
  doneCount: z.number().int(),
  totalCount: z.number().int().nullable(),
  sentence: z.string(),
  isCancelRequested: z.boolean(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
});

export const listJobs = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/jobs',
  summary: 'Jobs of a review, newest first',
  params: ReviewParams,
  reply: z.object({ jobs: z.array(Job) }),
});

const JobParams = ReviewParams.extend({ jobId: Id });

export const getJob = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/jobs/:jobId',
  summary: 'How far a job is',
  params: JobParams,
  reply: Job,
});

export const cancelJob = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/jobs/:jobId/cancellation',
  summary: 'Ask a job to stop; what is stored stays consistent',
  params: JobParams,
  status: 202,
});

export const AbstractPart = z.object({ label: z.string().nullable(), text: z.string() });

/** A record as a person reads it. */
export const RecordToRead = z.object({
  recordId: Id,
  title: z.string(),
  authorsText: z.string(),
  year: z.number().int().nullable(),
  journal: z.string().nullable(),
  citation: z.string(),
  doi: z.string().nullable(),
  pmid: z.string().nullable(),
  pmcid: z.string().nullable(),
  abstract: z.array(AbstractPart),
  meshHeadings: z.array(z.string()),
  keywords: z.array(z.string()),
  publicationTypes: z.array(z.string()),
  languages: z.array(z.string()),
  isRetracted: z.boolean(),
  sourceName: z.string(),
});
