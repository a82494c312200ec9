import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listMyQueue } from '#contract/screening';
import { call } from '../../call.ts';
import type { Saving } from '../../parts/SaveState.tsx';
import type { QueueShow } from './useQueue.ts';
import type { ScreeningPlace } from './useScreening.ts';

export const FILTERS: readonly { readonly show: QueueShow; readonly name: string }[] = [
  { show: 'undecided', name: 'To screen' },
  { show: 'include', name: 'Include' },
  { show: 'exclude', name: 'Exclude' },
  { show: 'unsure', name: 'Unsure' },
  { show: 'all', name: 'All' },
];

/** How many of my own records each filter holds; asked again whenever all of my decisions are saved. */
export function useOwnCounts({ reviewId, stage, personId }: ScreeningPlace, saving: Saving): (number | null)[] {
  const queries = useQueryClient();
  useEffect(() => {
    if (saving === 'saved') void queries.invalidateQueries({ queryKey: ['own-counts', personId, reviewId, stage] });
  }, [queries, saving, personId, reviewId, stage]);
  return useQueries({
    queries: FILTERS.map(({ show }) => ({
      queryKey: ['own-counts', personId, reviewId, stage, show],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const reply = await call(listMyQueue, { params: { reviewId, stage }, query: { show, limit: 1 }, signal });
        return reply.total;
      },
    })),
  }).map(query => query.data ?? null);
}
