import * as jobs from '#contract/jobs';
import * as contract from '#contract/searching';
import { type Route, route } from '#http/bind';
import { startRetractionCheck } from '#services/imports/checkRetractions';
import { confirmImport } from '#services/imports/confirmImport';
import { previewImport } from '#services/imports/previewImport';
import { listImports, readImport } from '#services/imports/readImports';
import { listRetractionAlarms, settleRetractionAlarm } from '#services/imports/retractionAlarms';
import { describeSearch, repeatSearch, setRhythm } from '#services/imports/savedSearches';
import { countPubmed, startPubmedSearch } from '#services/imports/searchPubmed';
import { mapColumns, readTable } from '#services/imports/tableColumns';
import { undoImport } from '#services/imports/undoImport';
import { cancelJob, listJobs, showJob } from '#services/jobs/readJobs';

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
  route(contract.repeatSearch, (ctx, actor, { params }) => repeatSearch(ctx, actor, params)),
  route(contract.setSearchRhythm, (ctx, actor, { params, body }) => setRhythm(ctx, actor, params, body.rhythm)),
  route(contract.describeSearch, (ctx, actor, { params, body }) => describeSearch(ctx, actor, params, body)),
  route(contract.getImportTable, async (ctx, actor, { params }) => {
    const { headers, rows, columns, isTold } = await readTable(ctx, actor, params);
    return { headers: [...headers], rows: rows.map(row => [...row]), columns, isTold };
  }),
  route(contract.mapImportColumns, async (ctx, actor, { params, body }) => {
    await mapColumns(ctx, actor, params, body.columns);
    return readImport(ctx, actor, params);
  }),
  route(contract.checkRetractions, (ctx, actor, { params }) => startRetractionCheck(ctx, actor, params.reviewId)),
  route(contract.listRetractionAlarms, (ctx, actor, { params }) => listRetractionAlarms(ctx, actor, params.reviewId)),
  route(contract.settleRetractionAlarm, (ctx, actor, { params }) => settleRetractionAlarm(ctx, actor, params)),
  route(jobs.listJobs, async (ctx, actor, { params }) => ({ jobs: await listJobs(ctx, actor, params.reviewId) })),
  route(jobs.getJob, (ctx, actor, { params }) => showJob(ctx, actor, params)),
  route(jobs.cancelJob, (ctx, actor, { params }) => cancelJob(ctx, actor, params)),
];
