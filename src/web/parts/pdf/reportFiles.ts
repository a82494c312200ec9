import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getReportFullTexts } from '#contract/fullTexts';
import { call } from '../../call.ts';

export type ReportFiles = ReplyOf<typeof getReportFullTexts>;
export type ReportFile = ReportFiles['files'][number];

/** The files of one report, and whether one may bring another. */
export function useReportFiles(reviewId: string, recordId: string | null) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'reports', recordId, 'full-texts'],
    queryFn:
      recordId === null
        ? skipToken
        : ({ signal }) => call(getReportFullTexts, { params: { reviewId, recordId }, signal }),
  });
}
