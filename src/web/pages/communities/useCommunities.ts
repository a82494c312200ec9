import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  acceptCommunityInvitation,
  changeCommunity,
  createCommunity,
  getCommunity,
  inviteToCommunity,
  leaveCommunity,
  listCommunities,
  saveOwnPlace,
  setCommunityMember,
} from '#contract/communities';
import {
  answerEvent,
  answerPair,
  cancelEvent,
  changeEvent,
  getCommunityOutcomes,
  offerPairs,
  planEvent,
  proposePairs,
} from '#contract/communityDeeds';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import { call } from '../../call.ts';

export type CommunityRow = ReplyOf<typeof listCommunities>['communities'][number];
export type Community = ReplyOf<typeof getCommunity>;
export type CommunityEvent = Community['events'][number];
export type Proposal = ReplyOf<typeof proposePairs>['newcomers'][number];
export type Outcomes = ReplyOf<typeof getCommunityOutcomes>;
export type OwnPlaceBody = BodyInputOf<typeof saveOwnPlace>;

export function useCommunities() {
  return useQuery({ queryKey: ['communities'], queryFn: ({ signal }) => call(listCommunities, { signal }) });
}

export function useCommunity(communityId: string) {
  return useQuery({
    queryKey: ['communities', communityId],
    queryFn: ({ signal }) => call(getCommunity, { params: { communityId }, signal }),
  });
}

export function useProposals(communityId: string) {
  return useQuery({
    queryKey: ['communities', communityId, 'proposals'],
    queryFn: ({ signal }) => call(proposePairs, { params: { communityId }, signal }),
  });
}

export function useOutcomes(communityId: string) {
  return useQuery({
    queryKey: ['communities', communityId, 'outcomes'],
    queryFn: ({ signal }) => call(getCommunityOutcomes, { params: { communityId }, signal }),
  });
}

/** A deed of a community: afterwards all that shows communities is asked for again. */
function useDeed<Input, Reply>(deed: (input: Input) => Promise<Reply>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['communities'] }),
  });
}

export const useBegin = () => useDeed((body: BodyInputOf<typeof createCommunity>) => call(createCommunity, { body }));
export const useChange = (communityId: string) =>
  useDeed((body: BodyInputOf<typeof changeCommunity>) => call(changeCommunity, { params: { communityId }, body }));
export const useOwnPlace = (communityId: string) =>
  useDeed((body: OwnPlaceBody) => call(saveOwnPlace, { params: { communityId }, body }));
export const useLeave = (communityId: string) => useDeed(() => call(leaveCommunity, { params: { communityId } }));
export const useSetMember = (communityId: string) =>
  useDeed(({ personId, body }: { personId: string; body: BodyInputOf<typeof setCommunityMember> }) =>
    call(setCommunityMember, { params: { communityId, personId }, body }),
  );
export const useInvite = (communityId: string) =>
  useDeed((body: BodyInputOf<typeof inviteToCommunity>) => call(inviteToCommunity, { params: { communityId }, body }));
export const useAccept = (token: string) =>
  useDeed((body: BodyInputOf<typeof acceptCommunityInvitation>) =>
    call(acceptCommunityInvitation, { params: { token }, body }),
  );
export const usePlanEvent = (communityId: string) =>
  useDeed(({ eventId, body }: { eventId: string | null; body: BodyInputOf<typeof planEvent> }) =>
    eventId === null
      ? call(planEvent, { params: { communityId }, body }).then(() => undefined)
      : call(changeEvent, { params: { eventId }, body }),
  );
export const useCancelEvent = () => useDeed((eventId: string) => call(cancelEvent, { params: { eventId } }));
export const useAnswerEvent = () =>
  useDeed(({ eventId, isComing }: { eventId: string; isComing: boolean }) =>
    call(answerEvent, { params: { eventId }, body: { isComing } }),
  );
export const useOfferPairs = (communityId: string) =>
  useDeed((pairs: { newcomerId: string; memberId: string }[]) =>
    call(offerPairs, { params: { communityId }, body: { pairs } }),
  );
export const useAnswerPair = () =>
  useDeed(({ pairId, state }: { pairId: string; state: 'met' | 'declined' | 'ended' }) =>
    call(answerPair, { params: { pairId }, body: { state } }),
  );
