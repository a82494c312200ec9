import * as contract from '#contract/reporting';
import { type Route, route } from '#http/bind';
import { listAuditEvents } from '#services/audit/readAudit';
import { readBlindingProof } from '#services/audit/readBlindingProof';
import { exportReview } from '#services/reporting/exportReview';
import { drawFlow, readFlow } from '#services/reporting/readFlow';

export const reportingRoutes: readonly Route[] = [
  route(contract.getFlow, (ctx, actor, { params }) => readFlow(ctx, actor, params.reviewId)),
  route(contract.getFlowFigure, async (ctx, actor, { params, query }) => ({
    fileName: 'flow.svg',
    contentType: 'image/svg+xml',
    content: await drawFlow(ctx, actor, params.reviewId, { palette: query.palette, hasLinks: query.links === 'yes' }),
    isInline: true,
  })),
  route(contract.exportReview, (ctx, actor, { params }) => exportReview(ctx, actor, params.reviewId, params.file)),
  route(contract.getBlindingProof, (ctx, actor, { params }) => readBlindingProof(ctx, actor, params.reviewId)),
  route(contract.listAuditEvents, (ctx, actor, { params, query }) =>
    listAuditEvents(ctx, actor, params.reviewId, query),
  ),
];
