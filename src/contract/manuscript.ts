import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { REFERENCE_STYLES } from '#core/reporting/references/referenceText';

const Piece = z.union([z.string(), z.object({ text: z.string(), from: z.string(), page: z.string() })]);

const DraftBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sentence'),
    id: z.string(),
    /** Plain text, and stretches that the data say with where they come from. */
    pieces: z.array(Piece),
    remark: z
      .object({
        kind: z.enum(['deviation', 'stale', 'own-words']),
        text: z.string(),
        mend: z.string(),
        page: z.string(),
      })
      .nullable(),
    /** The drafted sentence with `{1}`, `{2}` … for its values. */
    template: z.string(),
    ownWords: z.string().nullable(),
    isNew: z.boolean(),
    /** Since the last frozen draft, word by word; null where nothing changed. */
    changes: z.array(z.object({ kind: z.enum(['same', 'gone', 'added']), text: z.string() })).nullable(),
  }),
  z.object({ kind: z.literal('gap'), id: z.string(), text: z.string(), mend: z.string(), page: z.string() }),
  z.object({
    kind: z.literal('exhibit'),
    id: z.string(),
    shape: z.enum(['figure', 'table']),
    caption: z.string(),
  }),
]);

export const getManuscript = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/manuscript',
  summary:
    'Methods and Results drafted from the data, sentence by sentence, with gaps and what changed since a draft was frozen',
  params: ReviewParams,
  reply: z.object({
    title: z.string(),
    sections: z.array(
      z.object({
        id: z.string(),
        part: z.enum(['Methods', 'Results', 'Other']),
        title: z.string(),
        paragraphs: z.array(z.array(DraftBlock)),
      }),
    ),
    frozen: z
      .object({
        number: z.number().int(),
        frozenAt: Instant,
        byName: z.string(),
        gone: z.array(z.object({ id: z.string(), section: z.string(), text: z.string() })),
      })
      .nullable(),
    may: z.object({ write: WhyNot }),
  }),
});

export const freezeManuscript = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/manuscript/frozen-drafts',
  summary: 'Freeze the draft as it stands, so that later changes are seen against it',
  params: ReviewParams,
  reply: z.object({ number: z.number().int() }),
  status: 201,
});

export const writeSentence = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/manuscript/sentences/:sentenceId',
  summary: 'Write a sentence in own words around its values ({1}, {2} …), or go back to the drafted one',
  params: ReviewParams.extend({ sentenceId: z.string().min(1).max(200) }),
  body: z.object({ text: z.string().trim().max(4000).nullable() }),
});

export const REPORT_FILES = [
  'characteristics.csv',
  'characteristics.docx',
  'excluded.csv',
  'excluded.docx',
  'searches.csv',
  'searches.docx',
  'references.txt',
  'flow.csv',
  'checklist.csv',
  'checklist.docx',
] as const;

const StyleQuery = z.object({ style: z.enum(REFERENCE_STYLES).default('vancouver') });

export const exportReportFile = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/report-files/:reportFile',
  summary: 'A part of the report as a file: a table (CSV or Word), the references, the checklist',
  params: ReviewParams.extend({ reportFile: z.enum(REPORT_FILES) }),
  query: StyleQuery,
  replyKind: 'file',
});

const TextTable = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  below: z.array(z.string()),
});

export const getReportTables = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/report-tables',
  summary: 'Characteristics of included studies, excluded reports with reasons, searches by PRISMA-S, and references',
  params: ReviewParams,
  query: StyleQuery,
  reply: z.object({
    characteristics: TextTable,
    excluded: TextTable,
    searches: TextTable,
    references: z.array(z.object({ recordId: Id, text: z.string() })),
  }),
});

export const getChecklist = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/checklist',
  summary: 'The 27 items of PRISMA 2020 with where the report answers each, from the data',
  params: ReviewParams,
  reply: z.object({
    items: z.array(
      z.object({
        number: z.string(),
        section: z.string(),
        topic: z.string(),
        asks: z.string(),
        state: z.enum(['answered', 'partly', 'missing', 'yours']),
        where: z.string(),
        says: z.string(),
        page: z.string(),
      }),
    ),
  }),
});
