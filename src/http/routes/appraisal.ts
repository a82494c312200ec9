import * as contract from '#contract/appraisal';
import * as plots from '#contract/appraisalPlots';
import { type Route, route } from '#http/bind';
import { drawAppraisals } from '#services/appraisal/drawAppraisals';
import { planAppraisals, removeAppraisal } from '#services/appraisal/planAppraisals';
import { readAppraisal } from '#services/appraisal/readAppraisal';
import { listAppraisals } from '#services/appraisal/readAppraisals';
import { listJudgements } from '#services/appraisal/readJudgements';
import { exportRobvis, importRobvis } from '#services/appraisal/robvisFiles';
import { reopenAppraisal, settleAppraisal } from '#services/appraisal/settleAppraisal';
import {
  finishAssessment,
  saveAnswer,
  saveAssessment,
  saveOwnJudgement,
  withdrawAssessment,
} from '#services/appraisal/writeAssessment';

export const appraisalRoutes: readonly Route[] = [
  route(contract.listAppraisals, (ctx, actor, { params }) => listAppraisals(ctx, actor, params.reviewId)),
  route(contract.planAppraisals, (ctx, actor, { params, body }) => planAppraisals(ctx, actor, params.reviewId, body)),
  route(contract.removeAppraisal, (ctx, actor, { params }) => removeAppraisal(ctx, actor, params)),
  route(contract.getAppraisal, (ctx, actor, { params }) => readAppraisal(ctx, actor, params)),
  route(contract.saveAnswer, (ctx, actor, { params, body }) => saveAnswer(ctx, actor, params, body)),
  route(contract.saveOwnJudgement, (ctx, actor, { params, body }) => saveOwnJudgement(ctx, actor, params, body)),
  route(contract.saveAssessment, (ctx, actor, { params, body }) => saveAssessment(ctx, actor, params, body)),
  route(contract.finishAssessment, (ctx, actor, { params, body }) =>
    finishAssessment(ctx, actor, params, body.isFinished),
  ),
  route(contract.withdrawAssessment, (ctx, actor, { params }) => withdrawAssessment(ctx, actor, params)),
  route(contract.settleAppraisal, (ctx, actor, { params, body }) => settleAppraisal(ctx, actor, params, body)),
  route(contract.reopenAppraisal, (ctx, actor, { params, body }) => reopenAppraisal(ctx, actor, params, body.reason)),
  route(plots.getAppraisalFigure, async (ctx, actor, { params, query }) => {
    const { reviewId, figure } = params;
    const { tool, variant, outcomeId = null, ...look } = query;
    const content = await drawAppraisals(ctx, actor, reviewId, figure, { tool, variant, outcomeId }, look);
    return { fileName: `risk-of-bias-${figure}`, contentType: 'image/svg+xml', content, isInline: true };
  }),
  route(plots.exportRobvis, async (ctx, actor, { params, query }) => {
    const { tool, variant, outcomeId = null } = query;
    const content = await exportRobvis(ctx, actor, params.reviewId, { tool, variant, outcomeId });
    return { fileName: `robvis-${tool}.csv`, contentType: 'text/csv', content };
  }),
  route(plots.importRobvis, (ctx, actor, { params, body }) => importRobvis(ctx, actor, params.reviewId, body)),
  route(plots.listJudgements, (ctx, actor, { params }) => listJudgements(ctx, actor, params.reviewId)),
];
