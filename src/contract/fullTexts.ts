import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { FULL_TEXT_STATES, LABEL_TINTS, MATCH_CERTAINTIES, REMARK_AUDIENCES } from '#core/vocabulary';

const FileParams = ReviewParams.extend({ fullTextId: Id });
const MarkParams = FileParams.extend({ markId: Id });

/** An uploaded PDF. Where its content is kept, and under which hash, is nobody's business. */
export const FullTextFile = z.object({
  fullTextId: Id,
  state: z.enum(FULL_TEXT_STATES),
  fileName: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  /** Why it is of no use. */
  refusal: z.string().nullable(),
  uploadedByName: z.string(),
  uploadedAt: Instant,
  may: z.object({ remove: WhyNot }),
});

/** A file that is with no report yet, with the reports that it may be of, the likeliest first. */
export const UploadedFile = FullTextFile.extend({
  matches: z.array(z.object({ recordId: Id, certainty: z.enum(MATCH_CERTAINTIES), because: z.string() })),
});

export const listUploads = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/full-texts',
  summary: 'Uploaded files that are with no report yet, and the reports to choose from',
  params: ReviewParams,
  reply: z.object({
    files: z.array(UploadedFile),
    reports: z.array(
      z.object({
        recordId: Id,
        title: z.string(),
        authorsText: z.string(),
        year: z.number().int().nullable(),
        hasFile: z.boolean(),
      }),
    ),
  }),
});

export const uploadFullText = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/full-texts',
  summary:
    'Upload a PDF, or a ZIP of PDFs. With a report named it is opened and put with it at once; without, a job reads it and says which report it may be of',
  params: ReviewParams,
  query: z.object({ fileName: z.string().trim().min(1).max(300), recordId: Id.optional() }),
  bodyKind: 'file',
  reply: z.object({ fullTextId: Id.nullable(), jobId: Id.nullable() }),
  status: 201,
});

export const fileFullTexts = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/full-text-filings',
  summary: 'Put uploaded files with their reports, or move them to others: all of them, or none',
  params: ReviewParams,
  body: z.object({
    filings: z
      .array(z.object({ fullTextId: Id, recordId: Id }))
      .min(1)
      .max(1000),
  }),
  reply: z.object({ filed: z.number().int() }),
});

export const removeFullText = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/full-texts/:fullTextId',
  summary: 'Remove a file, with the marks in it; the audit trail keeps that it was there',
  params: FileParams,
});

export const getFullTextFile = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/full-texts/:fullTextId/file',
  summary: 'The PDF itself, or the part of it that the header Range asks for',
  params: FileParams,
  replyKind: 'file',
});

export const getReportFullTexts = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/reports/:recordId/full-texts',
  summary: 'The files of one report',
  params: ReviewParams.extend({ recordId: Id }),
  reply: z.object({ files: z.array(FullTextFile), may: z.object({ retrieve: WhyNot }) }),
});

const Share = z.number().min(-0.1).max(1.1);
/** Where a line of a passage stands, as shares of the page's width and height from its upper left corner. */
export const MarkRect = z.object({ x: Share, y: Share, width: Share, height: Share });

const Passage = z.object({
  page: z.number().int().min(1).max(100_000),
  quote: z.string().trim().min(1, 'Select some text').max(5000, 'Select a shorter passage'),
  rects: z.array(MarkRect).max(200),
});

const MarkWords = z.object({
  tint: z.enum(LABEL_TINTS).default('plain'),
  note: z.string().trim().max(5000).default(''),
  audience: z.enum(REMARK_AUDIENCES).default('shared'),
});

export const Mark = Passage.extend({
  markId: Id,
  tint: z.enum(LABEL_TINTS),
  note: z.string(),
  audience: z.enum(REMARK_AUDIENCES),
  isMine: z.boolean(),
  authorName: z.string(),
  writtenAt: Instant,
});

export const listMarks = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/full-texts/:fullTextId/marks',
  summary: 'The marks in a file: my own, and what others share once I may know their decisions at full text',
  params: FileParams,
  reply: z.object({ marks: z.array(Mark), may: z.object({ mark: WhyNot }) }),
});

export const addMark = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/full-texts/:fullTextId/marks',
  summary: 'Mark a passage of a file',
  params: FileParams,
  body: Passage.extend(MarkWords.shape),
  reply: z.object({ id: Id }),
  status: 201,
});

export const changeMark = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/full-texts/:fullTextId/marks/:markId',
  summary: 'Change the tint, the note or the audience of my mark',
  params: MarkParams,
  body: MarkWords,
});

export const removeMark = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/full-texts/:fullTextId/marks/:markId',
  summary: 'Remove my mark',
  params: MarkParams,
});
