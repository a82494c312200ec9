import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { listKeptFilters } from '#contract/keptFilters';
import { RECORD_BOXES } from '#contract/records';
import { call } from '../../call.ts';
import type { RecordFilters } from './useRecordFilters.ts';

export type KeptFilter = ReplyOf<typeof listKeptFilters>['filters'][number];

/** Searches among the records that the viewer or the team keeps. */
export function useKeptFilters(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'kept-filters'],
    queryFn: ({ signal }) => call(listKeptFilters, { params: { reviewId }, signal }),
  });
}

/** A kept search as the address holds it: what it doesn't ask for is taken away. */
export function filtersKept({ asked }: KeptFilter): RecordFilters {
  return {
    ...asked,
    yearFrom: asked.yearFrom ?? null,
    yearTo: asked.yearTo ?? null,
    import: asked.import ?? '',
    box: RECORD_BOXES.find(box => box === asked.box) ?? '',
    reason: asked.reason ?? '',
  };
}
