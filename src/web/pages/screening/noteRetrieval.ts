import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import type { listMyQueue } from '#contract/screening';
import type { RecordToScreen } from './useQueue.ts';

type Pages = InfiniteData<ReplyOf<typeof listMyQueue>>;

/** Puts what was noted on a report's full text into the fetched lists, which stay as they are otherwise. */
export function noteRetrieval(queries: QueryClient, recordId: string, retrieval: RecordToScreen['retrieval']): void {
  queries.setQueriesData<Pages>(
    { queryKey: ['own-queue'] },
    data =>
      data && {
        ...data,
        pages: data.pages.map(page => ({
          ...page,
          records: page.records.map(record => (record.recordId === recordId ? { ...record, retrieval } : record)),
        })),
      },
  );
}
