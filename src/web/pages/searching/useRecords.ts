import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { countRecords, listRecords } from '#contract/records';
import { listLabels } from '#contract/remarks';
import type { RecordSort } from '#core/vocabulary';
import { call } from '../../call.ts';
import { askedFilters, type RecordFilters } from './useRecordFilters.ts';

export type ListedRecord = ReplyOf<typeof listRecords>['records'][number];
export type RecordCounts = ReplyOf<typeof countRecords>;

const A_PAGE = 100;

/** Records page by page; the old list stays, muted, until that of other filters has come. */
export function useRecords(reviewId: string, filters: RecordFilters, sort: RecordSort) {
  return useInfiniteQuery({
    queryKey: ['reviews', reviewId, 'records', filters, sort],
    queryFn: async ({ signal, pageParam }) => {
      const from = performance.now();
      const page = await call(listRecords, {
        params: { reviewId },
        query: {
          ...askedFilters(filters),
          sort,
          limit: A_PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      });
      return { ...page, milliseconds: Math.round(performance.now() - from) };
    },
    initialPageParam: null as string | null, // the first page has no cursor; later ones have the server's
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });
}

/** What each filter would leave; the old counts stay until the new ones have come. */
export function useRecordCounts(reviewId: string, filters: RecordFilters) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'record-counts', filters],
    queryFn: ({ signal }) => call(countRecords, { params: { reviewId }, query: askedFilters(filters), signal }),
    placeholderData: keepPreviousData,
  });
}

export function useLabels(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'labels'],
    queryFn: ({ signal }) => call(listLabels, { params: { reviewId }, signal }),
  });
}
