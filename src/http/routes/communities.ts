import * as contract from '#contract/communities';
import * as deeds from '#contract/communityDeeds';
import { openRoute, type Route, route } from '#http/bind';
import { answerEvent, cancelEvent, changeEvent, communityCalendar, planEvent } from '#services/communities/events';
import {
  acceptCommunityInvitation,
  inviteToCommunity,
  readCommunityInvitation,
} from '#services/communities/invitations';
import {
  changeCommunity,
  createCommunity,
  leaveCommunity,
  saveOwnPlace,
  setCommunityMember,
} from '#services/communities/memberships';
import { outcomesAsCsv, readOutcomes } from '#services/communities/outcomes';
import { answerPair, offerPairs, proposePairs } from '#services/communities/pairs';
import { listCommunities, readCommunity } from '#services/communities/readCommunity';

export const communityRoutes: readonly Route[] = [
  route(contract.listCommunities, async (ctx, actor) => ({ communities: await listCommunities(ctx, actor) })),
  route(contract.createCommunity, (ctx, actor, { body }) => createCommunity(ctx, actor, body)),
  route(contract.getCommunity, (ctx, actor, { params }) => readCommunity(ctx, actor, params.communityId)),
  route(contract.changeCommunity, (ctx, actor, { params, body }) =>
    changeCommunity(ctx, actor, params.communityId, body),
  ),
  route(contract.saveOwnPlace, (ctx, actor, { params, body }) => saveOwnPlace(ctx, actor, params.communityId, body)),
  route(contract.leaveCommunity, (ctx, actor, { params }) => leaveCommunity(ctx, actor, params.communityId)),
  route(contract.setCommunityMember, (ctx, actor, { params, body }) =>
    setCommunityMember(ctx, actor, { ...params, ...body }),
  ),
  route(contract.inviteToCommunity, (ctx, actor, { params, body }) =>
    inviteToCommunity(ctx, actor, { ...params, ...body }),
  ),
  openRoute(contract.getCommunityInvitation, (ctx, actor, { params }) =>
    readCommunityInvitation(ctx, actor, params.token),
  ),
  route(contract.acceptCommunityInvitation, (ctx, actor, { params, body }) =>
    acceptCommunityInvitation(ctx, actor, params.token, body),
  ),
  route(deeds.planEvent, (ctx, actor, { params, body }) => planEvent(ctx, actor, params.communityId, body)),
  route(deeds.changeEvent, (ctx, actor, { params, body }) => changeEvent(ctx, actor, params.eventId, body)),
  route(deeds.cancelEvent, (ctx, actor, { params }) => cancelEvent(ctx, actor, params.eventId)),
  route(deeds.answerEvent, (ctx, actor, { params, body }) => answerEvent(ctx, actor, params.eventId, body.isComing)),
  route(deeds.getCommunityCalendar, async (ctx, actor, { params }) => ({
    fileName: 'community.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: await communityCalendar(ctx, actor, params.communityId),
  })),
  route(deeds.proposePairs, (ctx, actor, { params }) => proposePairs(ctx, actor, params.communityId)),
  route(deeds.offerPairs, (ctx, actor, { params, body }) => offerPairs(ctx, actor, params.communityId, body.pairs)),
  route(deeds.answerPair, (ctx, actor, { params, body }) => answerPair(ctx, actor, params.pairId, body.state)),
  route(deeds.getCommunityOutcomes, (ctx, actor, { params }) => readOutcomes(ctx, actor, params.communityId)),
  route(deeds.exportCommunityOutcomes, async (ctx, actor, { params }) => ({
    fileName: 'outcomes.csv',
    contentType: 'text/csv; charset=utf-8',
    content: await outcomesAsCsv(ctx, actor, params.communityId),
  })),
];
