import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getMyReasons, getRanking } from '#contract/ranking';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';

export type RankingOfStage = ReplyOf<typeof getRanking>;
export type RankingOutcome = NonNullable<RankingOfStage['outcome']>;
export type MyReasons = ReplyOf<typeof getMyReasons>;

export function useRanking(reviewId: string, stage: Stage) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'ranking', stage],
    queryFn: ({ signal }) => call(getRanking, { params: { reviewId, stage }, signal }),
  });
}

/** Why my next records come next. Asked anew now and then: the order follows what I decide. */
export function useMyReasons(reviewId: string, stage: Stage) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'ranking', stage, 'reasons'],
    queryFn: ({ signal }) => call(getMyReasons, { params: { reviewId, stage }, signal }),
    staleTime: 20_000,
  });
}

export function useFreshReview(reviewId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
}
