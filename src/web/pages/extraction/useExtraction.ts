import { type UseMutationOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as contract from '#contract/extraction';
import * as outcomes from '#contract/outcomes';
import { call } from '../../call.ts';
import type { ArmBody, OutcomeBody, StudyBody } from './extraction.ts';

export function useExtraction(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'extraction'],
    queryFn: ({ signal }) => call(contract.getExtraction, { params: { reviewId }, signal }),
  });
}

/** A change of the review's extraction; afterwards everything that the review shows is asked for anew. */
export function useDeed<Input, Reply>(
  reviewId: string,
  work: (input: Input) => Promise<Reply>,
  options: Pick<UseMutationOptions<Reply, Error, Input>, 'scope'> = {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: ['extraction', reviewId],
    mutationFn: work,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
    ...options,
  });
}

interface OfStudy {
  readonly studyId: string;
}

export function useStudyDeeds(reviewId: string) {
  return {
    add: useDeed(reviewId, (body: StudyBody) => call(contract.createStudy, { params: { reviewId }, body })),
    change: useDeed(reviewId, ({ studyId, body }: OfStudy & { body: StudyBody }) =>
      call(contract.updateStudy, { params: { reviewId, studyId }, body }),
    ),
    remove: useDeed(reviewId, (studyId: string) => call(contract.removeStudy, { params: { reviewId, studyId } })),
  };
}

export function useArmDeeds(reviewId: string, studyId: string) {
  return {
    add: useDeed(reviewId, (body: ArmBody) => call(contract.addArm, { params: { reviewId, studyId }, body })),
    change: useDeed(reviewId, ({ armId, body }: { armId: string; body: ArmBody }) =>
      call(contract.updateArm, { params: { reviewId, studyId, armId }, body }),
    ),
    remove: useDeed(reviewId, (armId: string) => call(contract.removeArm, { params: { reviewId, studyId, armId } })),
  };
}

export function useOutcomeDeeds(reviewId: string) {
  return {
    add: useDeed(reviewId, (body: OutcomeBody) => call(outcomes.addOutcome, { params: { reviewId }, body })),
    change: useDeed(reviewId, ({ outcomeId, body }: { outcomeId: string; body: OutcomeBody }) =>
      call(outcomes.updateOutcome, { params: { reviewId, outcomeId }, body }),
    ),
    remove: useDeed(reviewId, (outcomeId: string) => call(outcomes.removeOutcome, { params: { reviewId, outcomeId } })),
  };
}
