import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import { RecordImport } from '#entities/RecordImport';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { takeOutRecords } from '#services/imports/takeOutRecords';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

interface ImportKey {
  readonly reviewId: string;
  readonly importId: string;
}

/**
 * Undoes a whole import. A dry run is thrown away at once; one that stands is undone by a job, whose id this gives: its
 * records go, and clusters of duplicates go on without them. A second click gives the same job, and twice is as once.
 */
export async function undoImport(ctx: Context, actor: Actor, key: ImportKey): Promise<{ jobId: string | null }> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  // One that is at it holds the import until it is done: nobody waits for that.
  const running = await findUndo(ctx, key);
  if (running) return { jobId: running.jobId };
  const { isStanding } = await perform(ctx, actor, 'undo-import', async tx => {
    const found = await lockImport(tx, key);
    if (found.state === 'imported' || found.state === 'undone') {
      tx.changedNothing();
      return { isStanding: found.state === 'imported' };
    }
    insistOn(whyNotUndo(found, 0));
    await tx.db.update(RecordImport, key, { state: 'undone', undoneAt: tx.now() });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'import', subjectId: key.importId, facts: { records: 0 } });
    return { isStanding: false };
  });
  return { jobId: isStanding ? await beginUndo(ctx, actor, key) : null };
}

async function beginUndo(ctx: Context, actor: Actor, key: ImportKey): Promise<string | null> {
  return perform(ctx, actor, 'begin-undo', async tx => {
    const found = await lockImport(tx, key);
    const running = await findUndo(tx, key);
    if (found.state !== 'imported' || running) {
      tx.changedNothing();
      return running?.jobId ?? null;
    }
    insistOn(whyNotUndo(found, await countWorkOn(tx, key)));
    const { reviewId, importId } = key;
    const jobId = await later(tx, { reviewId, kind: 'undo-import', input: { importId }, createdBy: actor.personId });
    tx.witness({ reviewId, subjectKind: 'import', subjectId: importId, facts: { jobId } });
    return jobId;
  });
}

/**
 * The job: all in one transaction, so that the import is undone whole or not at all, however it ends. Until then nothing
 * has changed for anybody; who decides on one of its records meanwhile keeps the decision, and the undoing is refused.
 */
export async function runUndo(ctx: Context, run: JobRun): Promise<JobResult> {
  const { importId } = run.input as { importId: string }; // written by beginUndo
  const key = { reviewId: run.reviewId, importId };
  return perform(ctx, { personId: run.createdBy }, 'undo-import', async tx => {
    const found = await lockImport(tx, key);
    if (found.state !== 'imported') {
      tx.changedNothing();
      return { sentence: 'It was undone already.' };
    }
    insistOn(whyNotUndo(found, await countWorkOn(tx, key)));
    const records = await takeOutRecords(tx, key, (done, total) =>
      run.report({ done, total, sentence: `Taking out records of ${found.fileName ?? 'the search'}` }),
    );
    await tx.db.update(RecordImport, key, { state: 'undone', undoneAt: tx.now() });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'import', subjectId: importId, facts: { records } });
    return { sentence: `${records.toLocaleString('en-US')} ${records === 1 ? 'record' : 'records'} taken out.` };
  });
}

async function lockImport(tx: DeedContext, key: ImportKey): Promise<RecordImport> {
  const found = await tx.db.findOne(RecordImport, { where: key, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new Problem('not-found', 'There is no such import.');
  return found;
}

function insistOn(refusal: Refusal): void {
  if (refusal) throw new Problem('conflict', refusal);
}

/** The job that is undoing an import, or waits to. */
export async function findUndo(ctx: Context | DeedContext, key: ImportKey): Promise<Job | null> {
  return ctx.db
    .createQueryBuilder(Job, 'job')
    .where("job.reviewId = :reviewId and job.kind = 'undo-import' and job.input ->> 'importId' = :importId", key)
    .andWhere("job.state in ('queued', 'running')")
    .getOne();
}

/** What stands against undoing: work that people have done on its records must not be lost with them. */
export function whyNotUndo(found: RecordImport, recordsWorkedOn: number): Refusal {
  if (found.state === 'reading') return 'The file is still being read. Stop that first.';
  if (found.state === 'importing') return 'The import is still running. Stop its job first.';
  if (recordsWorkedOn === 0) return null;
  const records = recordsWorkedOn === 1 ? 'one of its records' : `${recordsWorkedOn} of its records`;
  return `People have worked on ${records}: their decisions would be lost.`;
}

/** How many records of an import carry decisions or belong to a study. */
export async function countWorkOn(
  ctx: Context | DeedContext,
  key: { reviewId: string; importId: string },
): Promise<number> {
  const rows: { n: number }[] = await ctx.db.query(
    `select count(*)::int as n from search_records record where record.review_id = $1 and record.import_id = $2 and (
       exists (select 1 from screening_decisions d where d.review_id = $1 and d.record_id = record.record_id)
       or exists (select 1 from adjudications a where a.review_id = $1 and a.record_id = record.record_id)
       or exists (select 1 from reports r where r.review_id = $1 and r.record_id = record.record_id))`,
    [key.reviewId, key.importId],
  );
  return rows[0]?.n ?? 0;
}
