import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import {
  getPassport,
  getPersonPassport,
  getPracticeOutcome,
  getPracticeSet,
  listPassports,
  listPracticeRecords,
  listPracticeSets,
} from '#contract/practice';
import { call } from '../../call.ts';
import { keptReply } from '../../queries/keptReply.ts';
import { outboxOf } from './outbox.ts';
import { deskName } from './wish.ts';

export type PracticeSet = ReplyOf<typeof getPracticeSet>;
export type PracticeResult = NonNullable<PracticeSet['result']>;
export type Passports = ReplyOf<typeof listPassports>;

/** Practice sets that are offered to me, or that I have begun. */
export function usePracticeSets() {
  return useQuery({ queryKey: ['practice', 'sets'], queryFn: ({ signal }) => call(listPracticeSets, { signal }) });
}

export function usePracticeSet(practiceSetId: string) {
  return useQuery({
    queryKey: ['practice', practiceSetId],
    queryFn: ({ signal }) => call(getPracticeSet, { params: { practiceSetId }, signal }),
  });
}

/** All records of a set with my own decisions; what waits on this device is sent first. */
export function usePracticeRecords(practiceSetId: string, personId: string) {
  return useQuery({
    queryKey: ['practice', practiceSetId, 'records', personId],
    queryFn: async ({ signal }) => {
      await outboxOf(personId).flush();
      const question = ['own-queue', deskName({ practiceSetId })];
      return keptReply(personId, question, () => call(listPracticeRecords, { params: { practiceSetId }, signal }));
    },
    networkMode: 'always',
    // Records must not move under one's hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function usePracticeOutcome(practiceSetId: string) {
  return useQuery({
    queryKey: ['practice', practiceSetId, 'outcome'],
    queryFn: ({ signal }) => call(getPracticeOutcome, { params: { practiceSetId }, signal }),
  });
}

/** What I showed in practice. */
export function usePassport() {
  return useQuery({ queryKey: ['practice', 'passport'], queryFn: ({ signal }) => call(getPassport, { signal }) });
}

/** What somebody shares of theirs. */
export function usePersonPassport(personId: string) {
  return useQuery({
    queryKey: ['people', personId, 'passport'],
    queryFn: ({ signal }) => call(getPersonPassport, { params: { personId }, signal }),
  });
}

/** What the team of a review showed, for its leads. */
export function usePassports(reviewId: string) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'passports'],
    queryFn: ({ signal }) => call(listPassports, { params: { reviewId }, signal }),
  });
}
