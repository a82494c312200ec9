import * as contract from '#contract/flowSnapshots';
import { type Route, route } from '#http/bind';
import {
  drawFlowSnapshot,
  freezeFlow,
  listFlowSnapshots,
  readFlowFile,
  setEarlierVersion,
} from '#services/reporting/flowSnapshots';

export const flowSnapshotRoutes: readonly Route[] = [
  route(contract.listFlowSnapshots, (ctx, actor, { params }) => listFlowSnapshots(ctx, actor, params.reviewId)),
  route(contract.freezeFlow, (ctx, actor, { params }) => freezeFlow(ctx, actor, params.reviewId)),
  route(contract.getFlowSnapshot, async (ctx, actor, { params, query }) => ({
    fileName: 'flow.svg',
    contentType: 'image/svg+xml',
    content: await drawFlowSnapshot(ctx, actor, params, query.palette),
    isInline: true,
  })),
  route(contract.setEarlierVersion, (ctx, actor, { params, body }) =>
    setEarlierVersion(ctx, actor, params.reviewId, body.earlier),
  ),
  route(contract.readFlowFile, async (_ctx, _actor, { body }) => readFlowFile(body.text, body.palette)),
];
