import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getReview } from '#contract/reviews';
import { call } from '../call.ts';

export type ReviewStanding = ReplyOf<typeof getReview>;

export function reviewOverviewKey(reviewId: string) {
  return ['reviews', reviewId, 'overview'] as const;
}

/**
 * The review at hand: title, where its nine steps stand, what is next for this person and what they may do. Null asks for
 * nothing, so that the shell can always call it. Whoever changes something in a review invalidates `['reviews', reviewId]`.
 */
export function useReviewOverview(reviewId: string | null) {
  return useQuery({
    queryKey: reviewOverviewKey(reviewId ?? ''),
    queryFn: reviewId === null ? skipToken : ({ signal }) => call(getReview, { params: { reviewId }, signal }),
  });
}
