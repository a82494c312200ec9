import * as contract from '#contract/synthesis';
import { answerRequest, isHeavy } from '#core/synthesis/request/synthesise';
import { openRoute, type Route, route } from '#http/bind';
import { lockAnalysis, removeAnalysis, saveAnalysis, updateAnalysis } from '#services/synthesis/analyses';
import { listVersions, readVersion } from '#services/synthesis/analysisVersions';
import { readOutcomeData } from '#services/synthesis/outcomeData';
import { drawForest, listAnalyses, readAnalysis } from '#services/synthesis/readAnalyses';

export const synthesisRoutes: readonly Route[] = [
  route(contract.listAnalyses, (ctx, actor, { params }) => listAnalyses(ctx, actor, params.reviewId)),
  route(contract.getOutcomeData, (ctx, actor, { params }) => readOutcomeData(ctx, actor, params)),
  route(contract.saveAnalysis, (ctx, actor, { params, body }) => saveAnalysis(ctx, actor, params.reviewId, body)),
  route(contract.updateAnalysis, (ctx, actor, { params, body }) => updateAnalysis(ctx, actor, params, body)),
  route(contract.getAnalysis, (ctx, actor, { params }) => readAnalysis(ctx, actor, params)),
  route(contract.listAnalysisVersions, (ctx, actor, { params }) => listVersions(ctx, actor, params)),
  route(contract.getAnalysisVersion, (ctx, actor, { params }) => readVersion(ctx, actor, params)),
  route(contract.lockAnalysis, (ctx, actor, { params, body }) => lockAnalysis(ctx, actor, params, body.isLocked)),
  route(contract.removeAnalysis, (ctx, actor, { params }) => removeAnalysis(ctx, actor, params)),
  route(contract.getForestPlot, async (ctx, actor, { params, query }) => {
    const { fileName, svg } = await drawForest(ctx, actor, params, query.palette);
    return { fileName, contentType: 'image/svg+xml', content: svg, isInline: true };
  }),
  openRoute(contract.analyseTable, (ctx, _actor, { body }) =>
    isHeavy(body) ? ctx.think.synthesise(body) : Promise.resolve(answerRequest(body)),
  ),
];
