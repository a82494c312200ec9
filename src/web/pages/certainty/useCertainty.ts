import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as contract from '#contract/certainty';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import { call } from '../../call.ts';

export type GradingList = ReplyOf<typeof contract.listGradings>;
export type GradingOf = ReplyOf<typeof contract.getGrading>;
export type GradingBody = BodyInputOf<typeof contract.saveGrading>;
export type FindingsOf = ReplyOf<typeof contract.getFindings>;
export type FindingsBody = BodyInputOf<typeof contract.arrangeFindings>;

export function useGradings(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'certainty'],
    queryFn: ({ signal }) => call(contract.listGradings, { params: { reviewId }, signal }),
  });
}

export function useGrading(reviewId: string, analysisId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'certainty', analysisId],
    queryFn: ({ signal }) => call(contract.getGrading, { params: { reviewId, analysisId }, signal }),
  });
}

export function useFindings(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'findings'],
    queryFn: ({ signal }) => call(contract.getFindings, { params: { reviewId }, signal }),
  });
}

function useDeed<Input, Reply>(reviewId: string, work: (input: Input) => Promise<Reply>) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: ['certainty', reviewId],
    scope: { id: `certainty-${reviewId}` },
    mutationFn: work,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
}

export function useCertaintyDeeds(reviewId: string) {
  return {
    save: useDeed(reviewId, ({ analysisId, body }: { analysisId: string; body: GradingBody }) =>
      call(contract.saveGrading, { params: { reviewId, analysisId }, body }),
    ),
    agree: useDeed(reviewId, ({ analysisId, ...body }: { analysisId: string; isAgreed: boolean; reason: string }) =>
      call(contract.agreeOnCertainty, { params: { reviewId, analysisId }, body }),
    ),
    setThreshold: useDeed(
      reviewId,
      ({ outcomeId, ...body }: { outcomeId: string; value: number | null; reason: string }) =>
        call(contract.setMinimalDifference, { params: { reviewId, outcomeId }, body }),
    ),
    arrange: useDeed(reviewId, (body: FindingsBody) => call(contract.arrangeFindings, { params: { reviewId }, body })),
  };
}
