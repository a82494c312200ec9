import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { listReports } from '#contract/screening';
import { call } from '../../call.ts';

export const REPORT_FILTERS = [
  { show: 'all', name: 'All' },
  { show: 'to-find', name: 'To find' },
  { show: 'not-retrieved', name: 'Not retrieved' },
  { show: 'included', name: 'Included' },
  { show: 'excluded', name: 'Excluded' },
] as const;
export type ReportShow = (typeof REPORT_FILTERS)[number]['show'];

export type ReportInList = ReplyOf<typeof listReports>['reports'][number];

export function useReports(reviewId: string, show: ReportShow) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'reports', show],
    queryFn: ({ signal }) => call(listReports, { params: { reviewId }, query: { show }, signal }),
    placeholderData: keepPreviousData,
  });
}
