import * as contract from '#contract/outreach';
import { type Route, route } from '#http/bind';
import { findFaculty, logOutreach, planOutreach } from '#services/outreach/outreach';

export const outreachRoutes: readonly Route[] = [
  route(contract.findFaculty, (ctx, actor, { params }) => findFaculty(ctx, actor, params.reviewId)),
  route(contract.planOutreach, (ctx, actor, { params, body }) => planOutreach(ctx, actor, params.reviewId, body)),
  route(contract.logOutreach, (ctx, actor, { params, body }) => logOutreach(ctx, actor, { ...params, ...body })),
];
