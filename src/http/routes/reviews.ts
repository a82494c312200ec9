import * as contract from '#contract/reviews';
import { type Route, route } from '#http/bind';
import { configureReview, createReview } from '#services/reviews/createReview';
import { previewMode } from '#services/reviews/previewMode';
import { listReviews, readReview } from '#services/reviews/readReviews';

export const reviewRoutes: readonly Route[] = [
  route(contract.createReview, (ctx, actor, { params, body }) => createReview(ctx, actor, params.projectId, body)),
  route(contract.listReviews, async (ctx, actor) => ({ reviews: await listReviews(ctx, actor) })),
  route(contract.getReview, (ctx, actor, { params }) => readReview(ctx, actor, params.reviewId)),
  route(contract.configureReview, (ctx, actor, { params, body }) => configureReview(ctx, actor, params.reviewId, body)),
  route(contract.previewMode, (ctx, actor, { params, query }) => previewMode(ctx, actor, params, query)),
];
