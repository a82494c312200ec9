import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { FileInTheMaking } from '#contract/fileInTheMaking';
import { Id, Made, ReviewParams } from '#contract/shapes';
import { REFERENCE_STYLES } from '#core/reporting/references/referenceText';
import { PREPARED_FILES } from '#core/vocabulary';

export const PreparedExport = FileInTheMaking.extend({ file: z.enum(PREPARED_FILES) });

export const listPreparedExports = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/prepared-exports',
  summary: 'The newest of each large file that I asked for, and how far it is',
  params: ReviewParams,
  reply: z.object({ exports: z.array(PreparedExport) }),
});

export const prepareExport = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/prepared-exports',
  summary:
    'Make a large file as long work: the whole review (ZIP), or the manuscript (Word, or Markdown with figures); asked again meanwhile it is the same one',
  params: ReviewParams,
  body: z.object({ file: z.enum(PREPARED_FILES), style: z.enum(REFERENCE_STYLES).default('vancouver') }),
  reply: Made,
  status: 202,
});

const ExportParams = ReviewParams.extend({ exportId: Id });

export const removePreparedExport = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/prepared-exports/:exportId',
  summary: 'Stop making a large file, or remove it',
  params: ExportParams,
});

export const downloadPreparedExport = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/prepared-exports/:exportId/content',
  summary: 'Download a large file that was made for me',
  params: ExportParams,
  replyKind: 'file',
});
