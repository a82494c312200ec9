import * as kept from '#contract/keptFilters';
import * as contract from '#contract/records';
import { type Route, route } from '#http/bind';
import { countRecords } from '#services/records/countRecords';
import { editRecord, lookUpRecord, readEdits } from '#services/records/editRecord';
import { exportRecords } from '#services/records/exportRecords';
import { keepFilter, listKeptFilters, removeKeptFilter } from '#services/records/keptFilters';
import { listRecords } from '#services/records/listRecords';
import { readRecord } from '#services/records/readRecords';
import { labelSelection } from '#services/remarks/labelSelection';

export const recordRoutes: readonly Route[] = [
  route(contract.listRecords, (ctx, actor, { params, query }) => listRecords(ctx, actor, params.reviewId, query)),
  route(contract.countRecords, (ctx, actor, { params, query }) => countRecords(ctx, actor, params.reviewId, query)),
  route(contract.exportRecords, (ctx, actor, { params, body }) => exportRecords(ctx, actor, params.reviewId, body)),
  route(contract.labelSelection, (ctx, actor, { params, body }) => labelSelection(ctx, actor, { ...params, ...body })),
  route(contract.getRecord, (ctx, actor, { params }) => readRecord(ctx, actor, params)),
  route(contract.getRecordEdits, (ctx, actor, { params }) => readEdits(ctx, actor, params)),
  route(contract.editRecord, (ctx, actor, { params, body }) => editRecord(ctx, actor, params, body)),
  route(contract.lookUpRecord, (ctx, actor, { params }) => lookUpRecord(ctx, actor, params)),
  route(kept.listKeptFilters, (ctx, actor, { params }) => listKeptFilters(ctx, actor, params.reviewId)),
  route(kept.keepFilter, (ctx, actor, { params, body }) => keepFilter(ctx, actor, params.reviewId, body)),
  route(kept.removeKeptFilter, (ctx, actor, { params }) => removeKeptFilter(ctx, actor, params)),
];
