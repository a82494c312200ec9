import * as contract from '#contract/manuscript';
import { type Route, route } from '#http/bind';
import { freezeDraft, readChecklist, readManuscript, writeSentence } from '#services/reporting/manuscript';
import { exportReportFile, readReportTables } from '#services/reporting/reportFiles';

export const manuscriptRoutes: readonly Route[] = [
  route(contract.getManuscript, (ctx, actor, { params }) => readManuscript(ctx, actor, params.reviewId)),
  route(contract.freezeManuscript, (ctx, actor, { params }) => freezeDraft(ctx, actor, params.reviewId)),
  route(contract.writeSentence, (ctx, actor, { params, body }) => writeSentence(ctx, actor, { ...params, ...body })),
  route(contract.exportReportFile, (ctx, actor, { params, query }) =>
    exportReportFile(ctx, actor, params.reviewId, params.reportFile, query.style),
  ),
  route(contract.getReportTables, (ctx, actor, { params, query }) =>
    readReportTables(ctx, actor, params.reviewId, query.style),
  ),
  route(contract.getChecklist, (ctx, actor, { params }) => readChecklist(ctx, actor, params.reviewId)),
];
