import * as contract from '#contract/duplicates';
import { type Route, route } from '#http/bind';
import { listClusters } from '#services/duplicates/comparedRecords';
import { startFindingDuplicates } from '#services/duplicates/duplicateRun';
import { decidePair, listPairs, unmergeRecord } from '#services/duplicates/pairs';

export const duplicateRoutes: readonly Route[] = [
  route(contract.findDuplicates, (ctx, actor, { params }) => startFindingDuplicates(ctx, actor, params.reviewId)),
  route(contract.listPairs, (ctx, actor, { params, query }) => listPairs(ctx, actor, params.reviewId, query)),
  route(contract.decidePair, (ctx, actor, { params, body }) => decidePair(ctx, actor, { ...params, ...body })),
  route(contract.listClusters, (ctx, actor, { params, query }) =>
    listClusters(ctx, actor, params.reviewId, query.limit),
  ),
  route(contract.unmergeRecord, (ctx, actor, { params }) => unmergeRecord(ctx, actor, params)),
];
