import { useEffect } from 'react';
import type { useQueue } from './useQueue.ts';

type Queue = Pick<ReturnType<typeof useQueue>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** How many records must lie ready behind the one at hand. */
const READY = 15;

/** The next records lie ready before one needs them. */
export function usePrefetch({ hasNextPage, isFetchingNextPage, fetchNextPage }: Queue, left: number): void {
  useEffect(() => {
    if (left < READY && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [left, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

/** Each record begins at its title. */
export function useTop(recordId: string | undefined): void {
  useEffect(() => {
    if (recordId !== undefined) window.scrollTo(0, 0);
  }, [recordId]);
}
