import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lockAnalysis, removeAnalysis, saveAnalysis, updateAnalysis } from '#contract/synthesis';
import { call } from '../../call.ts';
import { bodyOf, type Plan } from './plan.ts';

/** What can be done to the analyses of a review. Each deed ends when the page has the review as it is after it. */
export function useAnalysisDeeds(reviewId: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  return {
    add: useMutation({
      mutationFn: ({ plan, outcomeId }: { plan: Plan; outcomeId: string }) =>
        call(saveAnalysis, { params: { reviewId }, body: bodyOf(plan, outcomeId) }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ analysisId, plan, outcomeId }: { analysisId: string; plan: Plan; outcomeId: string }) =>
        call(updateAnalysis, { params: { reviewId, analysisId }, body: bodyOf(plan, outcomeId) }),
      onSuccess,
    }),
    lock: useMutation({
      mutationFn: ({ analysisId, isLocked }: { analysisId: string; isLocked: boolean }) =>
        call(lockAnalysis, { params: { reviewId, analysisId }, body: { isLocked } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (analysisId: string) => call(removeAnalysis, { params: { reviewId, analysisId } }),
      onSuccess,
    }),
  };
}

export type AnalysisDeeds = ReturnType<typeof useAnalysisDeeds>;
