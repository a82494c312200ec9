import * as contract from '#contract/ranking';
import { type Route, route } from '#http/bind';
import { drawSample } from '#services/screening/drawSample';
import { readMyReasons, readRanking } from '#services/screening/readRanking';
import { startReplay } from '#services/screening/replayRanking';
import { setRanking } from '#services/screening/setRanking';
import { resumeScreening, stopScreening } from '#services/screening/stopScreening';

export const rankingRoutes: readonly Route[] = [
  route(contract.getRanking, (ctx, actor, { params }) => readRanking(ctx, actor, params)),
  route(contract.setRanking, (ctx, actor, { params, body }) => setRanking(ctx, actor, params, body)),
  route(contract.getMyReasons, (ctx, actor, { params }) => readMyReasons(ctx, actor, params)),
  route(contract.drawSample, (ctx, actor, { params, body }) => drawSample(ctx, actor, params, body)),
  route(contract.replayRanking, (ctx, actor, { params }) => startReplay(ctx, actor, params)),
  route(contract.stopScreening, (ctx, actor, { params, body }) => stopScreening(ctx, actor, params, body.reason)),
  route(contract.resumeScreening, (ctx, actor, { params }) => resumeScreening(ctx, actor, params)),
];
