import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { listMyQueue } from '#contract/screening';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { keptReply } from '../../queries/keptReply.ts';
import { outboxOf } from './outbox.ts';
import { deskName } from './wish.ts';

export type RecordToScreen = ReplyOf<typeof listMyQueue>['records'][number];

export const QUEUE_PAGE = 20;

export type QueueShow = 'undecided' | 'all' | 'include' | 'exclude' | 'unsure';

/**
 * A person's own records, twenty at a time, in their own order. What waits on this device is sent first, so that the
 * server's answer knows it. While one works the list stays as it was fetched: records must not move under one's hand.
 */
export function useQueue(
  at: { readonly reviewId: string; readonly stage: Stage; readonly personId: string },
  show: QueueShow,
  {
    after = -1,
    text = '',
    only = '',
  }: { readonly after?: number; readonly text?: string; readonly only?: string } = {},
) {
  const { reviewId, stage, personId } = at;
  return useInfiniteQuery({
    queryKey: ['own-queue', personId, reviewId, stage, show, after, text, only],
    initialPageParam: after,
    queryFn: async ({ pageParam, signal }) => {
      if (pageParam === after) await outboxOf(personId).flush();
      const query = { show, text, after: pageParam, limit: QUEUE_PAGE, ...(only === '' ? {} : { only }) };
      const question = ['own-queue', deskName({ reviewId, stage }), show, pageParam, text, only];
      return keptReply(personId, question, () => call(listMyQueue, { params: { reviewId, stage }, query, signal }));
    },
    select: withoutRepeats,
    getNextPageParam: page => (page.records.length === QUEUE_PAGE ? page.records.at(-1)?.position : undefined),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

type Pages = InfiniteData<ReplyOf<typeof listMyQueue>, number>;

/** An order learned anew between two pages may bring a record again that a page already holds: it stays where it is. */
function withoutRepeats({ pages, pageParams }: Pages): Pages {
  const seen = new Set<string>();
  return {
    pageParams,
    pages: pages.map(page => ({
      ...page,
      records: page.records.filter(({ recordId }) => !seen.has(recordId) && seen.add(recordId)),
    })),
  };
}
