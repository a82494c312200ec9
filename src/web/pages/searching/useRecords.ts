import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { countRecords, listRecords } from '#contract/records';
import { listLabels } from '#contract/remarks';
import type { RecordSort } from '#core/vocabulary';
import { call } from '../../call.ts';
import { askedFilters, type RecordFilters } from './useRecordFilters.ts';

export type ListedRecord = ReplyOf<typeof listRecords>['records'][number];
export type RecordCounts = ReplyOf<typeof countRecords>;

const A_PAGE = 100;

/**
 * Records page by page; the old list stays, muted, until that of other filters has come. What is asked for is answered at
 * once; where that takes a look at more records than can be looked at at once, the rest is looked for while the first stand there.
 */
export function useRecords(reviewId: string, filters: RecordFilters, sort: RecordSort) {
  const quick = useInfiniteQuery(pagesOf(reviewId, filters, sort, true));
  const first = quick.data?.pages[0];
  const isShort = !quick.isPlaceholderData && first?.isAtLeast === true && first.next === null;
  const whole = useInfiniteQuery({ ...pagesOf(reviewId, filters, sort, false), enabled: isShort });
  const isWhole = isShort && whole.data !== undefined && !whole.isPlaceholderData;
  return { ...(isWhole ? whole : quick), isLookingOn: isShort && !isWhole && !whole.error };
}

function pagesOf(reviewId: string, filters: RecordFilters, sort: RecordSort, isQuick: boolean) {
  return infiniteQueryOptions({
    queryKey: ['reviews', reviewId, 'records', filters, sort, ...(isQuick ? [] : ['whole'])],
    queryFn: async ({ signal, pageParam }) => {
      const from = performance.now();
      const page = await call(listRecords, {
        params: { reviewId },
        query: {
          ...askedFilters(filters),
          sort,
          isQuick: String(isQuick),
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

/**
 * How many there are, and what each filter would leave: asked when the list stands there, which it would hold up. The old
 * counts stay until the new ones have come.
 */
export function useRecordCounts(
  reviewId: string,
  filters: RecordFilters,
  { isReady, seesVerdicts }: { readonly isReady: boolean; readonly seesVerdicts: boolean },
) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'record-counts', filters, seesVerdicts],
    queryFn: ({ signal }) =>
      call(countRecords, {
        params: { reviewId },
        query: {
          ...askedFilters(filters),
          of: [seesVerdicts ? 'verdict' : 'mine', 'source', 'year', 'label', 'missing'],
        },
        signal,
      }),
    enabled: isReady,
    placeholderData: keepPreviousData,
  });
}

export function useLabels(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'labels'],
    queryFn: ({ signal }) => call(listLabels, { params: { reviewId }, signal }),
  });
}
