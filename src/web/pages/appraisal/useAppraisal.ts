import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as contract from '#contract/appraisal';
import { call } from '../../call.ts';
import type { AnswerGiven, Draft, JudgementGiven, PlanBody } from './appraisal.ts';

export function useAppraisals(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'appraisals'],
    queryFn: ({ signal }) => call(contract.listAppraisals, { params: { reviewId }, signal }),
  });
}

export function useAppraisal(reviewId: string, appraisalId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'appraisals', appraisalId],
    queryFn: ({ signal }) => call(contract.getAppraisal, { params: { reviewId, appraisalId }, signal }),
    // What one is writing lives on the page: it isn't asked for again behind one's back.
    refetchOnWindowFocus: false,
  });
}

function useDeed<Input, Reply>(reviewId: string, work: (input: Input) => Promise<Reply>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
}

export function usePlanDeeds(reviewId: string) {
  return {
    plan: useDeed(reviewId, (body: PlanBody) => call(contract.planAppraisals, { params: { reviewId }, body })),
    remove: useDeed(reviewId, (appraisalId: string) =>
      call(contract.removeAppraisal, { params: { reviewId, appraisalId } }),
    ),
  };
}

/** Saves one's own work piece by piece, in the order in which it was done. The page keeps what it shows. */
export function useOwnDeeds(reviewId: string, appraisalId: string) {
  const queries = useQueryClient();
  const key = ['reviews', reviewId, 'appraisals'];
  const options = {
    mutationKey: ['appraisal', appraisalId],
    scope: { id: `appraisal-${appraisalId}` },
    // What is shown is already so: it is asked for anew the next time that somebody comes here.
    onSuccess: () => queries.invalidateQueries({ queryKey: key, refetchType: 'none' }),
  };
  const params = { reviewId, appraisalId };
  return {
    answer: useMutation({
      ...options,
      mutationFn: ({ question, body }: { question: string; body: AnswerGiven }) =>
        call(contract.saveAnswer, { params: { ...params, question }, body }),
    }),
    judge: useMutation({
      ...options,
      mutationFn: ({ domain, body }: { domain: string; body: JudgementGiven }) =>
        call(contract.saveOwnJudgement, { params: { ...params, domain }, body }),
    }),
    finish: useDeed(reviewId, (isFinished: boolean) =>
      call(contract.finishAssessment, { params, body: { isFinished } }),
    ),
    withdraw: useDeed(reviewId, (personId: string) =>
      call(contract.withdrawAssessment, { params: { ...params, personId } }),
    ),
    settle: useDeed(reviewId, (body: Draft) => call(contract.settleAppraisal, { params, body })),
    reopen: useDeed(reviewId, (reason: string) => call(contract.reopenAppraisal, { params, body: { reason } })),
  };
}
