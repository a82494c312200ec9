import { useQuery } from '@tanstack/react-query';
import { getAgreement, listConflicts } from '#contract/conflicts';
import type { ReplyOf } from '#contract/endpoint';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';

export type Conflicts = ReplyOf<typeof listConflicts>;
export type Conflict = Conflicts['conflicts'][number];
export type Agreement = ReplyOf<typeof getAgreement>;

export function useConflicts(reviewId: string, stage: Stage, show: 'open' | 'settled') {
  return useQuery({
    queryKey: ['reviews', reviewId, 'conflicts', stage, show],
    queryFn: ({ signal }) => call(listConflicts, { params: { reviewId, stage }, query: { show }, signal }),
  });
}

/** How far independent screeners agree; asked only of whom the policy lets know. */
export function useAgreement(reviewId: string, stage: Stage, isWanted = true) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'agreement', stage],
    queryFn: ({ signal }) => call(getAgreement, { params: { reviewId, stage }, signal }),
    enabled: isWanted,
  });
}
