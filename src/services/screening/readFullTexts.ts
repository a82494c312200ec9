import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { matchFullText, type ReportToMatch } from '#core/screening/matchFullText';
import { isPdfHead, PDF_FAULT_SENTENCES } from '#core/screening/pdfReading';
import { FullText } from '#entities/FullText';
import { SearchRecord } from '#entities/SearchRecord';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { perform } from '#services/perform';
import { bytesOf, dropUnreferenced, headOf, MAX_PDF_BYTES } from '#services/screening/fullTextContent';
import { findSame, insertUnread } from '#services/screening/uploadFullText';
import { visibleReports } from '#services/screening/visibleReports';
import { standInReview } from '#services/standing';

interface Asked {
  readonly fullTextIds?: readonly string[];
  readonly archive?: string;
  readonly fileName?: string;
}

const MOST_FILES = 1000;

/**
 * Reads uploaded files and finds the reports that they may be of, among those that who uploaded them may know of. What
 * it tells names no report: every member sees jobs. Safe to do twice: what was read is not read again.
 */
export async function runReadFullTexts(ctx: Context, run: JobRun): Promise<JobResult> {
  const { archive, fileName, fullTextIds = [] } = run.input as Asked; // by uploadFullText
  const ids = archive ? await unpack(ctx, run, archive, fileName ?? '') : fullTextIds;
  const viewer = await standInReview(ctx, { personId: run.createdBy, isAdministrator: false }, run.reviewId);
  const reports = await reportsToMatch(ctx, viewer);
  for (const [place, fullTextId] of ids.entries()) {
    await readOne(ctx, run, fullTextId, reports);
    await run.report({ done: place + 1, total: ids.length, sentence: `${place + 1} of ${ids.length} files read` });
  }
  if (archive) dropUnreferenced(ctx, [archive]);
  return { sentence: ids.length === 1 ? '1 file read' : `${ids.length} files read` };
}

/** Takes the PDFs out of an archive, each as a file of its own; gives their ids. */
async function unpack(ctx: Context, run: JobRun, archive: string, fileName: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { name, content } of ctx.files.entriesOf(archive)) {
    if (!/\.pdf$/i.test(name)) continue;
    if (ids.length >= MOST_FILES) {
      throw new Problem('invalid', `${fileName} holds more than ${MOST_FILES} PDFs. Upload it in parts.`);
    }
    ids.push(await keepEntry(ctx, run, name.split('/').at(-1) ?? name, content));
    await run.report({ done: 0, total: null, sentence: `${ids.length} files unpacked` });
  }
  if (ids.length === 0) throw new Problem('invalid', `${fileName} holds no file that ends in .pdf. Nothing was kept.`);
  return ids;
}

async function keepEntry(ctx: Context, run: JobRun, fileName: string, content: AsyncIterable<Uint8Array>) {
  const { reviewId, createdBy: uploadedBy } = run;
  const stored = await ctx.files.save(content, MAX_PDF_BYTES);
  return perform(ctx, { personId: uploadedBy }, 'upload-full-text', async tx => {
    const earlier = await findSame(tx, { reviewId, fileHash: stored.hash, uploadedBy });
    if (!earlier) return insertUnread(tx, { reviewId, fileName, stored, uploadedBy });
    tx.changedNothing();
    return earlier.fullTextId;
  });
}

async function readOne(ctx: Context, run: JobRun, fullTextId: string, reports: readonly ReportToMatch[]) {
  const key = { reviewId: run.reviewId, fullTextId };
  const file = await ctx.db.findOneBy(FullText, { ...key, state: 'reading' });
  if (!file) return;
  const reading = isPdfHead(await headOf(ctx, file.fileHash, file.bytes))
    ? await ctx.think.readPdf(await bytesOf(ctx, file.fileHash))
    : { isReadable: false as const, because: file.bytes === 0 ? ('empty' as const) : ('no-pdf' as const) };
  const change = reading.isReadable
    ? {
        state: 'waiting' as const,
        pages: reading.pages,
        matches: matchFullText({ fileName: file.fileName, title: reading.title, texts: reading.texts }, reports),
      }
    : { state: 'refused' as const, refusal: PDF_FAULT_SENTENCES[reading.because] };
  await perform(ctx, { personId: run.createdBy }, 'read-full-text', async tx => {
    const { affected } = await tx.db.update(FullText, { ...key, state: 'reading' }, change);
    if (!affected) return tx.changedNothing();
    tx.witness({
      reviewId: run.reviewId,
      subjectKind: 'full-text',
      subjectId: fullTextId,
      facts: { state: change.state },
    });
  });
}

async function reportsToMatch(ctx: Context, viewer: ReviewStanding): Promise<ReportToMatch[]> {
  const recordIds = await visibleReports(ctx, viewer);
  const records = await ctx.db.find(SearchRecord, {
    where: { reviewId: viewer.reviewId, recordId: In(recordIds) },
    select: { recordId: true, title: true, doi: true, pmid: true, year: true, authorsText: true },
  });
  return records;
}

/** Files of a job that ended before its time wait as they are: who brought them can still say whose they are. */
export async function leaveUnread(ctx: Context, run: JobRun): Promise<void> {
  const { archive, fullTextIds = [] } = run.input as Asked; // by uploadFullText
  await perform(ctx, { personId: run.createdBy }, 'read-full-text', async tx => {
    const where = archive ? { uploadedBy: run.createdBy } : { fullTextId: In([...fullTextIds]) };
    const { affected } = await tx.db.update(
      FullText,
      { reviewId: run.reviewId, state: 'reading', ...where },
      { state: 'refused', refusal: 'Nobody has read this file: reading was stopped. Remove it and upload it again.' },
    );
    if (!affected) return tx.changedNothing();
    tx.witness({ reviewId: run.reviewId, subjectKind: 'job', subjectId: run.jobId, facts: { left: affected } });
  });
  if (archive) dropUnreferenced(ctx, [archive]);
}
