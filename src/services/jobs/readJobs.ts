import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import type { Actor, Context } from '#services/context';
import { type SearchSlice, slicesDone } from '#services/imports/searchSlices';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** The last jobs of a review, newest first. */
export async function listJobs(ctx: Context, actor: Actor, reviewId: string): Promise<Job[]> {
  await standInReview(ctx, actor, reviewId);
  return ctx.db.find(Job, { where: { reviewId }, order: { createdAt: 'DESC' }, take: 50 });
}

export async function readJob(ctx: Context, actor: Actor, key: { reviewId: string; jobId: string }): Promise<Job> {
  await standInReview(ctx, actor, key.reviewId);
  const job = await ctx.db.findOneBy(Job, key);
  if (!job) throw new Problem('not-found', 'There is no such job.');
  return job;
}

/** How far a job is, and of a large search how far each of its slices by date. */
export async function showJob(ctx: Context, actor: Actor, key: { reviewId: string; jobId: string }) {
  const job = await readJob(ctx, actor, key);
  const { slices = [], fetched = 0 } = job.checkpoint as { slices?: SearchSlice[]; fetched?: number }; // of searchPubmed
  return { ...job, slices: slicesDone(slices, fetched) };
}

/** Asks a job to stop at the next step. One that has ended is left as it is. */
export async function cancelJob(ctx: Context, actor: Actor, key: { reviewId: string; jobId: string }): Promise<void> {
  const job = await readJob(ctx, actor, key);
  if (job.createdBy !== actor.personId) {
    const standing = await standInReview(ctx, actor, key.reviewId);
    if (!standing.roles.includes('lead'))
      throw new Problem('forbidden', 'Only who began a job, or a lead, may stop it.');
  }
  await perform(ctx, actor, 'cancel-job', async tx => {
    if (job.finishedAt) return tx.changedNothing();
    await tx.db.update(Job, key, { isCancelRequested: true });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'job', subjectId: key.jobId });
  });
}
