import { useQuery } from '@tanstack/react-query';
import { listReviews } from '#contract/reviews';
import { call } from '../call.ts';

/** The reviews that this person is in. */
export function useReviews() {
  return useQuery({ queryKey: ['reviews'], queryFn: ({ signal }) => call(listReviews, { signal }) });
}
