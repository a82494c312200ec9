import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getMyScreening } from '#contract/screening';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { outboxOf } from './outbox.ts';

export type MyScreening = ReplyOf<typeof getMyScreening>;

/** My work at a stage: how much was given, how far I am, by which criteria. Counts are of my own decisions only. */
export function useMyScreening(reviewId: string, stage: Stage, personId: string) {
  return useQuery({
    queryKey: ['own-screening', personId, reviewId, stage],
    queryFn: async ({ signal }) => {
      await outboxOf(personId).flush();
      return call(getMyScreening, { params: { reviewId, stage }, signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
