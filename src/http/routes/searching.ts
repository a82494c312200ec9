import * as contract from '#contract/searching';
import { type Route, route } from '#http/bind';
import { confirmImport } from '#services/imports/confirmImport';
import { previewImport } from '#services/imports/previewImport';
import { listImports, readImport } from '#services/imports/readImports';
import { countPubmed, startPubmedSearch } from '#services/imports/searchPubmed';
import { undoImport } from '#services/imports/undoImport';
import { cancelJob, listJobs, readJob } from '#services/jobs/readJobs';

export const searchingRoutes: readonly Route[] = [
  route(contract.listImports, (ctx, actor, { params }) => listImports(ctx, actor, params.reviewId)),
  route(contract.uploadImport, async (ctx, actor, { params, query, request }) => {
    const { importId } = await previewImport(ctx, actor, { ...params, ...query, ranOn: query.ranOn, content: request });
    return readImport(ctx, actor, { reviewId: params.reviewId, importId });
  }),
  route(contract.getImport, (ctx, actor, { params }) => readImport(ctx, actor, params)),
  route(contract.confirmImport, (ctx, actor, { params }) => confirmImport(ctx, actor, params)),
  route(contract.undoImport, (ctx, actor, { params }) => undoImport(ctx, actor, params)),
  route(contract.countPubmed, async (ctx, actor, { params, body }) => {
    const counted = await countPubmed(ctx, actor, params.reviewId, body.query);
    return { ...counted, warnings: [...counted.warnings] };
  }),
  route(contract.runPubmedSearch, (ctx, actor, { params, body }) =>
    startPubmedSearch(ctx, actor, params.reviewId, body.query),
  ),
  route(contract.listJobs, async (ctx, actor, { params }) => ({ jobs: await listJobs(ctx, actor, params.reviewId) })),
  route(contract.getJob, (ctx, actor, { params }) => readJob(ctx, actor, params)),
  route(contract.cancelJob, (ctx, actor, { params }) => cancelJob(ctx, actor, params)),
];
