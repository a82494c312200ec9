import * as contract from '#contract/appraisal';
import { type Route, route } from '#http/bind';
import { planAppraisals, removeAppraisal } from '#services/appraisal/planAppraisals';
import { readAppraisal } from '#services/appraisal/readAppraisal';
import { listAppraisals } from '#services/appraisal/readAppraisals';
import { listJudgements } from '#services/appraisal/readJudgements';
import { reopenAppraisal, settleAppraisal } from '#services/appraisal/settleAppraisal';
import {
  finishAssessment,
  saveAnswer,
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
  route(contract.finishAssessment, (ctx, actor, { params, body }) =>
    finishAssessment(ctx, actor, params, body.isFinished),
  ),
  route(contract.withdrawAssessment, (ctx, actor, { params }) => withdrawAssessment(ctx, actor, params)),
  route(contract.settleAppraisal, (ctx, actor, { params, body }) => settleAppraisal(ctx, actor, params, body)),
  route(contract.reopenAppraisal, (ctx, actor, { params, body }) => reopenAppraisal(ctx, actor, params, body.reason)),
  route(contract.listJudgements, (ctx, actor, { params }) => listJudgements(ctx, actor, params.reviewId)),
];
