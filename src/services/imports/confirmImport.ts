import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import { RecordImport } from '#entities/RecordImport';
import { insist, type Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { later } from '#services/later';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Starts the import that a dry run showed. A second click gives the same job. */
export async function confirmImport(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; importId: string },
): Promise<{ jobId: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  return perform(ctx, actor, 'confirm-import', async tx => {
    const found = await tx.db.findOne(RecordImport, { where: key, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new Problem('not-found', 'There is no such import.');
    const running = await findJobOfImport(tx, key);
    if (running && (found.state === 'importing' || found.state === 'imported')) {
      tx.changedNothing();
      return { jobId: running.jobId };
    }
    const refusal = whyNotConfirm(found);
    if (refusal) throw new Problem('conflict', refusal);
    const jobId = await later(tx, {
      reviewId: key.reviewId,
      kind: 'import-records',
      input: { importId: key.importId },
      createdBy: actor.personId,
    });
    await tx.db.update(RecordImport, key, { state: 'importing' });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'import', subjectId: key.importId, facts: { jobId } });
    return { jobId };
  });
}

/** Why an import can't be started: a dry run can, and one that was stopped or failed can again. */
export function whyNotConfirm(found: RecordImport): Refusal {
  if (found.state === 'reading') return 'The file is still being read.';
  if (found.state === 'imported') return 'This has been imported already.';
  if (found.state === 'importing') return 'This is being imported already.';
  if (found.state === 'undone') return 'This import was undone. Upload the file again.';
  if (found.fileHash === null) return 'This came from PubMed: run the search again.';
  if (found.report === null) return 'The file was not read to its end. Upload it again.';
  if (found.report.read === 0) return 'No record could be read from this file, so there is nothing to import.';
  return null;
}

/** The latest job that fills an import. */
export async function findJobOfImport(
  ctx: Context,
  key: { reviewId: string; importId: string },
): Promise<{ jobId: string } | null> {
  const job = await ctx.db
    .createQueryBuilder(Job, 'job')
    .where("job.reviewId = :reviewId and job.input ->> 'importId' = :importId", key)
    .orderBy('job.createdAt', 'DESC')
    .getOne();
  return job ? { jobId: job.jobId } : null;
}
