import { Problem } from '#core/problem';
import { RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import type { Context } from '#services/context';
import { dryRun } from '#services/imports/dryRun';
import { inspectStoredFile } from '#services/imports/readStoredFile';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { perform } from '#services/perform';

const TELL_EVERY_MS = 400;

/** The job that reads a large uploaded file for its dry run. It stores no record, so a killed run just begins again. */
export async function runReadFile(ctx: Context, run: JobRun): Promise<JobResult> {
  const { importId, bytes: total } = run.input as { importId: string; bytes: number }; // written by previewImport
  const key = { reviewId: run.reviewId, importId };
  const found = await ctx.db.findOneBy(RecordImport, key);
  if (!found?.fileHash) throw new Problem('not-found', 'The file is gone. Upload it again.');
  if (found.state !== 'reading') return { sentence: readSentence(found.report?.read ?? 0) };
  const fileName = found.fileName ?? 'upload';
  const tell = (bytes: number, records: number) =>
    run.report({ done: Math.min(bytes, total), total, sentence: `${readSentence(records)} so far` });
  await tell(0, 0);
  const nature = await inspectStoredFile(ctx, found.fileHash);
  let toldAt = ctx.now().getTime();
  const file = { reviewId: run.reviewId, hash: found.fileHash, fileName, nature, columns: found.columns };
  const report = await dryRun(ctx, file, async ({ bytes, records }) => {
    const now = ctx.now().getTime();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    await tell(bytes, records);
  });
  await perform(ctx, { personId: run.createdBy }, 'read-file', async tx => {
    const { affected } = await tx.db.update(
      RecordImport,
      { ...key, state: 'reading' },
      { state: 'previewed', ...nature, report },
    );
    // Another run of the same job was here first.
    if (!affected) return tx.changedNothing();
    await tx.db.update(Search, { reviewId: run.reviewId, searchId: found.searchId }, { countFound: report.read });
    const facts = { read: report.read, skipped: report.skipped };
    tx.witness({ reviewId: run.reviewId, subjectKind: 'import', subjectId: importId, facts });
  });
  await run.report({ done: total, total, sentence: readSentence(report.read) });
  return { sentence: readSentence(report.read) };
}

/** A file whose reading was stopped, or that can't be read: the search stays in the list, with nothing imported. */
export async function leaveFile(ctx: Context, run: JobRun): Promise<void> {
  const { importId } = run.input as { importId: string }; // written by previewImport
  const key = { reviewId: run.reviewId, importId };
  await perform(ctx, { personId: run.createdBy }, 'leave-file', async tx => {
    const left = await tx.db.update(
      RecordImport,
      { ...key, state: 'reading' },
      { state: 'failed', finishedAt: tx.now() },
    );
    if (!left.affected) return tx.changedNothing();
    tx.witness({ reviewId: run.reviewId, subjectKind: 'import', subjectId: importId });
  });
}

function readSentence(records: number): string {
  return `${records.toLocaleString('en-US')} ${records === 1 ? 'record' : 'records'} read`;
}
