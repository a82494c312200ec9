import { queryOptions } from '@tanstack/react-query';
import { getSession } from '#contract/people';
import { call } from '../call.ts';

const FIVE_MINUTES_MS = 5 * 60_000;

/** Who is signed in (`person` is null for a visitor), and which ways of signing in there are. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: FIVE_MINUTES_MS,
  queryFn: ({ signal }) => call(getSession, { signal }),
});
