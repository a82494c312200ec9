import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  answerClaim,
  claimRole,
  declareAuthorship,
  getCredit,
  issueCertificate,
  orderAuthors,
  withdrawCertificate,
  withdrawClaim,
} from '#contract/credit';
import type { BodyInputOf, ParamsOf, ReplyOf } from '#contract/endpoint';
import { call } from '../../call.ts';

export type Credit = ReplyOf<typeof getCredit>;
export type CreditPerson = Credit['people'][number];
export type Claim = Credit['claims'][number];

const keyOf = (reviewId: string) => ['reviews', reviewId, 'credit'];

/** Who did what in a review, what they claim, and what follows. */
export function useCredit(reviewId: string | null) {
  return useQuery({
    queryKey: keyOf(reviewId ?? 'none'),
    enabled: reviewId !== null,
    queryFn: ({ signal }) => call(getCredit, { params: { reviewId: reviewId ?? '' }, signal }),
  });
}

export function useCreditDeeds(reviewId: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: keyOf(reviewId) });
  const params = { reviewId };
  return {
    claim: useMutation({
      // One after the other: each is a claim of its own.
      mutationFn: async (bodies: readonly BodyInputOf<typeof claimRole>[]) => {
        for (const body of bodies) await call(claimRole, { params, body });
      },
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: (claimId: string) => call(withdrawClaim, { params: { reviewId, claimId } }),
      onSuccess,
    }),
    answer: useMutation({
      mutationFn: ({ claimId, body }: { claimId: string; body: BodyInputOf<typeof answerClaim> }) =>
        call(answerClaim, { params: { reviewId, claimId }, body }),
      onSuccess,
    }),
    declare: useMutation({
      mutationFn: ({
        criterion,
        isDeclared,
      }: {
        criterion: ParamsOf<typeof declareAuthorship>['criterion'];
        isDeclared: boolean;
      }) => call(declareAuthorship, { params: { reviewId, criterion }, body: { isDeclared } }),
      onSuccess,
    }),
    order: useMutation({
      mutationFn: (personIds: string[]) => call(orderAuthors, { params, body: { personIds } }),
      onSuccess,
    }),
    issue: useMutation({ mutationFn: () => call(issueCertificate, { params }), onSuccess }),
    withdrawCertificate: useMutation({
      mutationFn: (certificateId: string) => call(withdrawCertificate, { params: { reviewId, certificateId } }),
      onSuccess,
    }),
  };
}
