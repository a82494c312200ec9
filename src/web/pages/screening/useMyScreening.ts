import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getMyScreening } from '#contract/screening';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { keptReply } from '../../queries/keptReply.ts';
import { outboxOf } from './outbox.ts';
import { deskName } from './wish.ts';

export type MyScreening = ReplyOf<typeof getMyScreening>;

/** My work at a stage: how much was given, how far I am, by which criteria. Counts are of my own decisions only. */
export function useMyScreening(reviewId: string, stage: Stage, personId: string) {
  return useQuery({
    queryKey: ['own-screening', personId, reviewId, stage],
    queryFn: async ({ signal }) => {
      await outboxOf(personId).flush();
      const desk = deskName({ reviewId, stage });
      return keptReply(personId, ['own-screening', desk], () =>
        call(getMyScreening, { params: { reviewId, stage }, signal }),
      );
    },
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
