import * as contract from '#contract/publication';
import * as whatIf from '#contract/whatIf';
import { openRoute, type Route, route } from '#http/bind';
import {
  agreeToBeNamed,
  packPublished,
  publishReview,
  readPublication,
  readPublished,
  withdrawPublication,
} from '#services/reporting/publication';
import { compareWithout } from '#services/reporting/whatIf';

export const publicationRoutes: readonly Route[] = [
  route(whatIf.compareWithout, (ctx, actor, { params, body }) =>
    compareWithout(ctx, actor, params.reviewId, body, body.palette),
  ),
  route(contract.getPublication, (ctx, actor, { params }) => readPublication(ctx, actor, params.reviewId)),
  route(contract.publishReview, (ctx, actor, { params, body }) => publishReview(ctx, actor, params.reviewId, body)),
  route(contract.withdrawPublication, (ctx, actor, { params, body }) =>
    withdrawPublication(ctx, actor, params.reviewId, body.reason),
  ),
  route(contract.agreeToBeNamed, (ctx, actor, { params, body }) =>
    agreeToBeNamed(ctx, actor, params.reviewId, body.isNamed),
  ),
  openRoute(contract.getPublished, (ctx, _actor, { params }) => readPublished(ctx, params.reviewId)),
  openRoute(contract.getPublishedData, async (ctx, _actor, { params }) => ({
    fileName: 'review.zip',
    contentType: 'application/zip',
    content: await packPublished(ctx, params.reviewId),
  })),
];
