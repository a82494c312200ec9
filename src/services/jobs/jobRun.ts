import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import type { Context } from '#services/context';

/** Thrown inside a job when a person has asked to stop it: what is stored stays consistent, the rest is left. */
export class JobCancelled extends Error {}

/** A job while it runs: what it was asked, where it left off, and how it tells a page how far it is. */
export interface JobRun {
  readonly reviewId: string;
  readonly jobId: string;
  readonly createdBy: string;
  readonly input: object;
  /** What an earlier run of the same job had done before it was stopped. */
  readonly checkpoint: object;
  /** Tells progress and keeps a checkpoint. Throws JobCancelled when somebody asked to stop. */
  report(progress: { done: number; total: number | null; sentence: string; checkpoint?: object }): Promise<void>;
}

/** What came of a job, in one sentence for the page. */
export interface JobResult {
  readonly sentence: string;
}

/** How one kind of job is done. */
export interface JobHandler {
  run(ctx: Context, run: JobRun): Promise<JobResult>;
  /** Takes back what a job that is not tried again has half done: one that was stopped, or failed for good. */
  giveUp?(ctx: Context, run: JobRun): Promise<void>;
}

/**
 * Runs a queued job to its end. Safe to do twice: a finished job is left alone, a job whose process was killed goes on
 * from its checkpoint. A Problem ends it as failed with its sentence; any other error is the queue's to try again,
 * until `isLastTry`. However it ends without being done, also when it is stopped before it began, it is given up first.
 */
export async function runJob(
  ctx: Context,
  key: { readonly reviewId: string; readonly jobId: string },
  handlers: Readonly<Record<string, JobHandler>>,
  isLastTry: boolean,
): Promise<void> {
  const where = { reviewId: key.reviewId, jobId: key.jobId };
  const job = await ctx.db.findOneBy(Job, where);
  if (!job || job.state === 'done' || job.state === 'failed' || job.state === 'cancelled') return;
  const handler = handlers[job.kind];
  if (!handler) throw new RangeError(`runJob: nobody handles jobs of kind "${job.kind}"`);
  await ctx.db.update(Job, where, { state: 'running', startedAt: job.startedAt ?? ctx.now() });
  const run: JobRun = {
    ...where,
    createdBy: job.createdBy,
    input: job.input,
    checkpoint: job.checkpoint,
    report: progress => report(ctx, where, progress),
  };
  const finish = (state: 'done' | 'failed' | 'cancelled', sentence: string) =>
    ctx.db.update(Job, where, { state, sentence, finishedAt: ctx.now() });
  const giveUp = async (state: 'failed' | 'cancelled', sentence: string) => {
    await handler.giveUp?.(ctx, run);
    await finish(state, sentence);
  };
  try {
    if (job.isCancelRequested) throw new JobCancelled();
    const { sentence } = await handler.run(ctx, run);
    await finish('done', sentence);
  } catch (error) {
    if (error instanceof JobCancelled) await giveUp('cancelled', 'Stopped. Nothing half-done was kept.');
    else if (error instanceof Problem && error.kind !== 'unavailable') await giveUp('failed', error.message);
    else {
      if (isLastTry) await giveUp('failed', 'This did not work after several tries. Nothing half-done was kept.');
      throw error;
    }
  }
}

async function report(
  ctx: Context,
  where: { reviewId: string; jobId: string },
  progress: { done: number; total: number | null; sentence: string; checkpoint?: object },
): Promise<void> {
  await ctx.db.update(Job, where, {
    doneCount: progress.done,
    totalCount: progress.total,
    sentence: progress.sentence,
    ...(progress.checkpoint ? { checkpoint: progress.checkpoint } : {}),
  });
  const asked = await ctx.db.existsBy(Job, { ...where, isCancelRequested: true });
  if (asked) throw new JobCancelled();
}
