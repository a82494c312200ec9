import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { cancelJob, getJob } from '#contract/jobs';
import { call } from '../call.ts';

export type JobStanding = ReplyOf<typeof getJob>;

const EVERY_MS = 1_500;

export function isOver(job: Pick<JobStanding, 'state'>): boolean {
  return job.state !== 'queued' && job.state !== 'running';
}

const keyOf = (reviewId: string, jobId: string | null) => ['reviews', reviewId, 'jobs', jobId];

/**
 * Asks how far a job is until it is over; rests while the window is hidden. Null asks for nothing. What the job changes
 * is for the page to invalidate, when the state becomes `done`.
 */
export function useJob(reviewId: string, jobId: string | null) {
  return useQuery({
    queryKey: keyOf(reviewId, jobId),
    queryFn: jobId === null ? skipToken : ({ signal }) => call(getJob, { params: { reviewId, jobId }, signal }),
    refetchInterval: query => (query.state.data && isOver(query.state.data) ? false : EVERY_MS),
  });
}

/** Asks a job to stop. What it has stored stays. */
export function useStopJob(reviewId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => call(cancelJob, { params: { reviewId, jobId } }),
    onSuccess: (_, jobId) => queries.invalidateQueries({ queryKey: keyOf(reviewId, jobId) }),
  });
}
