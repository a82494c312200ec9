import * as contract from '#contract/preparedExports';
import { type Route, route } from '#http/bind';
import {
  listPreparedExports,
  openPreparedExport,
  prepareExport,
  removePreparedExport,
} from '#services/reporting/prepareExports';

export const preparedExportRoutes: readonly Route[] = [
  route(contract.listPreparedExports, (ctx, actor, { params }) => listPreparedExports(ctx, actor, params.reviewId)),
  route(contract.prepareExport, (ctx, actor, { params, body }) => prepareExport(ctx, actor, params.reviewId, body)),
  route(contract.removePreparedExport, (ctx, actor, { params }) => removePreparedExport(ctx, actor, params)),
  route(contract.downloadPreparedExport, (ctx, actor, { params }) => openPreparedExport(ctx, actor, params)),
];
