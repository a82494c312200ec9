import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import { type ImportReport, RecordImport } from '#entities/RecordImport';
import { SearchRecord } from '#entities/SearchRecord';
import type { Context } from '#services/context';
import { readStoredFile } from '#services/imports/readStoredFile';
import { type PlacedRecord, storeRecords } from '#services/imports/storeRecords';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { notify } from '#services/notifications/notify';
import { membersWith, namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';

const BATCH = 500;

/**
 * The job that stores an uploaded file's records. Records are seen only when all are stored; a killed run begins again
 * and finds its earlier records by their position; a stopped one is discarded.
 */
export async function runImport(ctx: Context, run: JobRun): Promise<JobResult> {
  const { importId } = run.input as { importId: string }; // written by confirmImport
  const key = { reviewId: run.reviewId, importId };
  const found = await ctx.db.findOneBy(RecordImport, key);
  if (!found?.fileHash || !found.format || !found.encoding || !found.report)
    throw new Problem('not-found', 'The import is gone.');
  if (found.state === 'imported') return { sentence: doneSentence(found.report.read) };
  const nature = { format: found.format, encoding: found.encoding as 'utf-8' }; // one that inspectStoredFile found
  const total = found.report.read;
  const waiting: PlacedRecord[] = [];
  let done = 0;
  const store = async () => {
    // One piece of a file of short lines may hold thousands: more than one statement takes.
    const batch = waiting.splice(0, BATCH);
    await storeRecords(ctx, { ...key, createdBy: run.createdBy }, batch);
    done += batch.length;
    await run.report({ done, total, sentence: `Storing records of ${found.fileName ?? 'the file'}` });
  };
  let position = 0;
  const sinks = {
    record: (record: PlacedRecord['record']) => void waiting.push({ position: position++, record }),
    skip: () => undefined,
    deletion: () => undefined,
  };
  for await (const _ of readStoredFile(ctx, found.fileHash, nature, sinks, {
    fileName: found.fileName ?? 'upload',
    columns: found.columns,
  })) {
    while (waiting.length >= BATCH) await store();
  }
  await store();
  await finishImport(ctx, { ...key, createdBy: run.createdBy }, { ...found.report, read: done });
  return { sentence: doneSentence(done) };
}

/** Makes an import's records seen, all at once. */
export async function finishImport(
  ctx: Context,
  key: { reviewId: string; importId: string; createdBy: string },
  report: ImportReport,
): Promise<void> {
  const { reviewId, importId } = key;
  await perform(ctx, { personId: key.createdBy }, 'import-records', async tx => {
    await tx.db.update(RecordImport, { reviewId, importId }, { state: 'imported', report, finishedAt: tx.now() });
    tx.witness({ reviewId, subjectKind: 'import', subjectId: importId, facts: { records: report.read } });
    await tellOfRepeat(tx, { reviewId, importId }, report.read);
    // Who has looked for duplicates once wants those of later records too: compared with all that is there.
    if (await tx.db.existsBy(Job, { reviewId, kind: 'find-duplicates', state: 'done' })) {
      await later(tx, { reviewId, kind: 'find-duplicates', input: {}, createdBy: key.createdBy });
    }
  });
}

/** What a search brought that ran again is told to those who take care of searches; what somebody imports by hand they see. */
async function tellOfRepeat(
  tx: DeedContext,
  { reviewId, importId }: { readonly reviewId: string; readonly importId: string },
  records: number,
): Promise<void> {
  const [search]: { source_name: string }[] = await tx.db.query(
    `select s.source_name from record_imports i join searches s on s.review_id = i.review_id and s.search_id = i.search_id
     where i.review_id = $1 and i.import_id = $2 and s.repeats_search_id is not null`,
    [reviewId, importId],
  );
  if (!search || records === 0) return;
  const { title, projectId } = await namesOfReview(tx, reviewId);
  await notify(tx, await membersWith(tx, projectId, ['lead', 'librarian']), {
    ...{ kind: 'search-brought', about: importId, line: title, link: `/reviews/${reviewId}/search` },
    title: `${records.toLocaleString('en-US')} new ${records === 1 ? 'record' : 'records'} from ${search.source_name}`,
  });
}

/** Takes back what a stopped or failed import, of a file or of PubMed, had stored: it was never seen. */
export async function discardImport(ctx: Context, run: JobRun): Promise<void> {
  const { importId } = run.input as { importId: string }; // written by confirmImport and startPubmedSearch
  const key = { reviewId: run.reviewId, importId };
  await perform(ctx, { personId: run.createdBy }, 'discard-import', async tx => {
    const found = await tx.db.findOne(RecordImport, { where: key, lock: { mode: 'pessimistic_write' } });
    if (found?.state !== 'importing') return tx.changedNothing();
    await tx.db.delete(SearchRecord, key);
    await tx.db.update(RecordImport, key, { state: 'failed', finishedAt: tx.now() });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'import', subjectId: importId });
  });
}

function doneSentence(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'record' : 'records'} imported.`;
}
