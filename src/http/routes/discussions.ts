import * as contract from '#contract/discussions';
import { type Route, route } from '#http/bind';
import { openDiscussion, writeInDiscussion } from '#services/screening/discussions';
import { listDiscussions } from '#services/screening/readDiscussions';

export const discussionRoutes: readonly Route[] = [
  route(contract.listDiscussions, (ctx, actor, { params }) => listDiscussions(ctx, actor, params.reviewId)),
  route(contract.openDiscussion, (ctx, actor, { params }) => openDiscussion(ctx, actor, params)),
  route(contract.writeInDiscussion, (ctx, actor, { params, body }) => writeInDiscussion(ctx, actor, params, body.text)),
];
