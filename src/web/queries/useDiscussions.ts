import { skipToken, useQuery } from '@tanstack/react-query';
import { listDiscussions } from '#contract/discussions';
import type { ReplyOf } from '#contract/endpoint';
import { call } from '../call.ts';

export type Discussions = ReplyOf<typeof listDiscussions>;
export type Discussion = Discussions['discussions'][number];

/** The discussions of conflicts that this person is invited to or may settle. Null asks for nothing. */
export function useDiscussions(reviewId: string | null) {
  return useQuery({
    queryKey: ['reviews', reviewId ?? '', 'discussions'],
    queryFn: reviewId === null ? skipToken : ({ signal }) => call(listDiscussions, { params: { reviewId }, signal }),
  });
}
