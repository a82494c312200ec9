import type { Actor, Context } from '#services/context';
import { runDuplicates, startFindingDuplicates } from '#services/duplicates/duplicateRun';
import { decidePair, listPairs } from '#services/duplicates/pairs';
import { confirmImport } from '#services/imports/confirmImport';
import { previewImport } from '#services/imports/previewImport';
import { runImport } from '#services/imports/runImport';
import { runJob } from '#services/jobs/jobRun';

interface DemoFile {
  readonly sourceName: string;
  readonly fileName: string;
  readonly text: string;
}

/** Uploads files and imports them, without waiting for a worker. */
export async function importDemoFiles(
  ctx: Context,
  lead: Actor,
  reviewId: string,
  files: readonly DemoFile[],
): Promise<void> {
  for (const { sourceName, fileName, text } of files) {
    const content = (async function* () {
      yield ctx.encode(text);
    })();
    const upload = { reviewId, fileName, sourceName, sourceKind: 'database' as const, platform: '', ranOn: undefined };
    const { importId } = await previewImport(ctx, lead, { ...upload, content });
    const { jobId } = await confirmImport(ctx, lead, { reviewId, importId });
    await runJob(ctx, { reviewId, jobId }, { 'import-records': { run: runImport } }, true);
  }
}

/** Looks for duplicates and answers every doubtful pair: in the demo's data they are different trials by one author. */
export async function findDemoDuplicates(ctx: Context, lead: Actor, reviewId: string): Promise<void> {
  const { jobId } = await startFindingDuplicates(ctx, lead, reviewId);
  await runJob(ctx, { reviewId, jobId }, { 'find-duplicates': { run: runDuplicates } }, true);
  const { pairs } = await listPairs(ctx, lead, reviewId, { state: 'doubtful', limit: 50 });
  for (const { pairId } of pairs) await decidePair(ctx, lead, { reviewId, pairId, state: 'different' });
}
