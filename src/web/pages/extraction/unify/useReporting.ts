import { useQuery } from '@tanstack/react-query';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import * as contract from '#contract/reportedOutcomes';
import { call } from '../../../call.ts';
import { useDeed } from '../useExtraction.ts';

export type StudyReporting = ReplyOf<typeof contract.getReportedOutcome>['studies'][number];
export type ReportingBody = BodyInputOf<typeof contract.saveReportedOutcome>;

export function useReporting(reviewId: string, outcomeId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'reporting', outcomeId],
    queryFn: ({ signal }) => call(contract.getReportedOutcome, { params: { reviewId, outcomeId }, signal }),
  });
}

export function useSaveReporting(reviewId: string, outcomeId: string, studyId: string) {
  return useDeed(reviewId, (body: ReportingBody) =>
    call(contract.saveReportedOutcome, { params: { reviewId, outcomeId, studyId }, body }),
  );
}
