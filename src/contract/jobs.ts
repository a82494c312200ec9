import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { WORK_DONE } from '#contract/fileInTheMaking';
import { Id, Instant, ReviewParams } from '#contract/shapes';
import { JOB_KINDS } from '#core/vocabulary';

const JobParams = ReviewParams.extend({ jobId: Id });

export const Job = z.object({
  jobId: Id,
  kind: z.enum(JOB_KINDS),
  ...WORK_DONE,
  createdAt: Instant,
});

export const listJobs = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/jobs',
  summary: 'Jobs of a review, newest first',
  params: ReviewParams,
  reply: z.object({ jobs: z.array(Job) }),
});

export const getJob = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/jobs/:jobId',
  summary: 'How far a job is, and of a search that is cut by date how far each slice',
  params: JobParams,
  reply: Job.extend({
    /** Days of creation as YYYY/MM/DD, in the order in which they are fetched; none where a search is had at once. */
    slices: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int(), done: z.number().int() })),
  }),
});

export const cancelJob = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/jobs/:jobId/cancellation',
  summary: 'Ask a job to stop; what is stored stays consistent',
  params: JobParams,
  status: 202,
});
