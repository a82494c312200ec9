import * as contract from '#contract/certainty';
import { type Route, route } from '#http/bind';
import { arrangeFindings } from '#services/certainty/findings';
import { agreeOnCertainty, saveGrading } from '#services/certainty/gradings';
import { setMinimalDifference } from '#services/certainty/minimalDifference';
import { listGradings, readGrading } from '#services/certainty/readCertainty';
import { exportFindings, readFindings } from '#services/certainty/readFindings';

export const certaintyRoutes: readonly Route[] = [
  route(contract.listGradings, (ctx, actor, { params }) => listGradings(ctx, actor, params.reviewId)),
  route(contract.getGrading, (ctx, actor, { params }) => readGrading(ctx, actor, params)),
  route(contract.saveGrading, (ctx, actor, { params, body }) => saveGrading(ctx, actor, params, body)),
  route(contract.agreeOnCertainty, (ctx, actor, { params, body }) => agreeOnCertainty(ctx, actor, params, body)),
  route(contract.setMinimalDifference, (ctx, actor, { params, body }) =>
    setMinimalDifference(ctx, actor, params, body),
  ),
  route(contract.getFindings, (ctx, actor, { params }) => readFindings(ctx, actor, params.reviewId)),
  route(contract.arrangeFindings, (ctx, actor, { params, body }) =>
    arrangeFindings(ctx, actor, params.reviewId, body.rows),
  ),
  route(contract.exportFindings, (ctx, actor, { params }) =>
    exportFindings(ctx, actor, params.reviewId, params.findingsFile),
  ),
];
