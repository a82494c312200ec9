import * as contract from '#contract/protocol';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';
import { openRoute, type Route, route } from '#http/bind';
import { addCriterion, changeCriterion, retireCriterion } from '#services/protocol/criteria';
import { findPriorReviews, listPriorReviews } from '#services/protocol/priorReviews';
import { askedQuestion, readQuestion, saveQuestion } from '#services/protocol/questions';
import { suggestMesh } from '#services/protocol/suggestMesh';
import { suggestTerms } from '#services/protocol/suggestTerms';

export const protocolRoutes: readonly Route[] = [
  route(contract.getQuestion, (ctx, actor, { params }) => readQuestion(ctx, actor, params.reviewId)),
  route(contract.saveQuestion, (ctx, actor, { params, body }) => saveQuestion(ctx, actor, params.reviewId, body)),
  openRoute(contract.draftQuery, async (_ctx, _actor, { body }) => {
    const { query, concepts, warnings } = buildQuery(askedQuestion(body));
    return { query, concepts: [...concepts], warnings: [...warnings] };
  }),
  openRoute(contract.checkQueryString, async (_ctx, _actor, { body }) => {
    const { isSound, problems } = checkQuery(body.query);
    return { isSound, problems: [...problems] };
  }),
  route(contract.addCriterion, (ctx, actor, { params, body }) => addCriterion(ctx, actor, params.reviewId, body)),
  route(contract.changeCriterion, (ctx, actor, { params, body }) => changeCriterion(ctx, actor, params, body)),
  route(contract.retireCriterion, (ctx, actor, { params }) => retireCriterion(ctx, actor, params)),
  route(contract.suggestMesh, (ctx, _actor, { query }) => suggestMesh(ctx, query.text, query.limit)),
  route(contract.suggestTerms, (ctx, actor, { params }) => suggestTerms(ctx, actor, params.reviewId)),
  route(contract.listPriorReviews, (ctx, actor, { params }) => listPriorReviews(ctx, actor, params.reviewId)),
  route(contract.findPriorReviews, (ctx, actor, { params, body }) =>
    findPriorReviews(ctx, actor, params.reviewId, body.query),
  ),
];
