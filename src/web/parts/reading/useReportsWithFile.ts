import { useQueries } from '@tanstack/react-query';
import { getReportFullTexts } from '#contract/fullTexts';
import { call } from '../../call.ts';
import type { ReadableReport } from './reading.ts';

/** Which of these reports have a PDF, in their order. */
export function useReportsWithFile(reviewId: string, reports: readonly ReadableReport[]): string[] {
  return useQueries({
    queries: reports.map(({ recordId }) => ({
      queryKey: ['reviews', reviewId, 'reports', recordId, 'full-texts'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(getReportFullTexts, { params: { reviewId, recordId }, signal }),
    })),
    combine: known => reports.flatMap(({ recordId }, place) => (known[place]?.data?.files.length ? [recordId] : [])),
  });
}
