import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { decidePair, findDuplicates, listClusters, listPairs, unmergeRecord } from '#contract/duplicates';
import type { ReplyOf } from '#contract/endpoint';
import { listJobs } from '#contract/jobs';
import { call } from '../../call.ts';

export type Pair = ReplyOf<typeof listPairs>['pairs'][number];
export type Cluster = ReplyOf<typeof listClusters>['clusters'][number];
export type ComparedRecord = Pair['a'];

const SHOWN = 50;

/** Doubtful pairs, likeliest first, with the counts of all. */
export function usePairs(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'duplicates', 'pairs'],
    queryFn: ({ signal }) =>
      call(listPairs, { params: { reviewId }, query: { state: 'doubtful', limit: SHOWN }, signal }),
  });
}

/** Records that were merged, every copy shown. */
export function useClusters(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'duplicates', 'clusters'],
    queryFn: ({ signal }) => call(listClusters, { params: { reviewId }, query: { limit: SHOWN }, signal }),
  });
}

/** The id of the last job that looked for duplicates, or null. */
export function useLastRun(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'duplicates', 'runs'],
    queryFn: async ({ signal }) => {
      const { jobs } = await call(listJobs, { params: { reviewId }, signal });
      return jobs.find(job => job.kind === 'find-duplicates')?.jobId ?? null;
    },
  });
}

export function useDuplicateDeeds(reviewId: string) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  return {
    refresh,
    find: useMutation({ mutationFn: () => call(findDuplicates, { params: { reviewId } }), onSuccess: refresh }),
    decide: useMutation({
      mutationFn: ({ pairId, state }: { pairId: string; state: Pair['state'] }) =>
        call(decidePair, { params: { reviewId, pairId }, body: { state } }),
      onSuccess: refresh,
    }),
    unmerge: useMutation({
      mutationFn: ({ clusterId, recordId }: { clusterId: string; recordId: string }) =>
        call(unmergeRecord, { params: { reviewId, clusterId, recordId } }),
      onSuccess: refresh,
    }),
  };
}
