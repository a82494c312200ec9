import { useQuery } from '@tanstack/react-query';
import { getOpening } from '#contract/openings';
import { call } from '../../call.ts';

/** One opening, as the person who asks may see it. */
export function useOpening(openingId: string) {
  return useQuery({
    queryKey: ['openings', openingId],
    queryFn: ({ signal }) => call(getOpening, { params: { openingId }, signal }),
  });
}
