import type { ReplyOf } from '#contract/endpoint';
import { getContributions } from '#contract/reporting';
import { call } from '../../call.ts';

export type Contributions = ReplyOf<typeof getContributions>;
export type Contributor = Contributions['people'][number];

/** Who did what in a review, counted from the log. */
export const contributionsOf = (reviewId: string) => ({
  queryKey: ['reviews', reviewId, 'contributions'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(getContributions, { params: { reviewId }, signal }),
});
