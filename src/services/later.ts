import type { JobKind } from '#core/vocabulary';
import { Job } from '#entities/Job';
import type { DeedContext } from '#services/perform';

/** The queue's one task: it finds the rest in the job's row. */
export const QUEUE_TASK = 'run-job';

/**
 * Asks for long work, in the transaction of the deed that wants it: if the deed fails there is no job, and if it
 * succeeds the job can't be lost. Gives the job's id.
 */
export async function later(
  tx: DeedContext,
  job: {
    readonly reviewId: string;
    readonly kind: JobKind;
    readonly input: object;
    readonly createdBy: string;
  },
): Promise<string> {
  const jobId = tx.newId();
  await tx.db.insert(Job, {
    reviewId: job.reviewId,
    jobId,
    kind: job.kind,
    state: 'queued',
    input: job.input,
    createdBy: job.createdBy,
    createdAt: tx.now(),
  });
  if (tx.runsOwnJobs) return jobId;
  await tx.db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3, max_attempts => 8)', [
    QUEUE_TASK,
    JSON.stringify({ reviewId: job.reviewId, jobId }),
    jobId,
  ]);
  return jobId;
}
