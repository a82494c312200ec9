import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { listRecords } from '#contract/records';
import { call } from '../../call.ts';
import type { RecordBox } from './boxNames.ts';

export type ListedRecord = ReplyOf<typeof listRecords>['records'][number];

export interface RecordFilters {
  readonly text: string;
  readonly source: string;
  readonly import: string;
  readonly box: RecordBox | '';
  readonly reason: string;
}

const A_PAGE = 100;

/** Records page by page; the old list stays, muted, until that of other filters has come. */
export function useRecords(reviewId: string, filters: RecordFilters) {
  return useInfiniteQuery({
    queryKey: ['reviews', reviewId, 'records', filters],
    queryFn: ({ signal, pageParam }) =>
      call(listRecords, {
        params: { reviewId },
        query: {
          text: filters.text,
          limit: A_PAGE,
          ...(filters.source === '' ? {} : { source: filters.source }),
          ...(filters.import === '' ? {} : { import: filters.import }),
          ...(filters.box === '' ? {} : { box: filters.box }),
          ...(filters.reason === '' ? {} : { reason: filters.reason }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null, // the first page has no cursor; later ones have the server's
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  });
}
