import { Problem } from '#core/problem';
import { Job } from '#entities/Job';
import { RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { SearchRecord } from '#entities/SearchRecord';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { whyNotConfirm } from '#services/imports/confirmImport';
import { whyNotRepeat } from '#services/imports/savedSearches';
import { countWorkOn, whyNotUndo } from '#services/imports/undoImport';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** All imports of a review, newest first, each with the search that it came from. */
export async function listImports(ctx: Context, actor: Actor, reviewId: string) {
  const standing = await standInReview(ctx, actor, reviewId);
  const imports = await ctx.db.find(RecordImport, { where: { reviewId }, order: { createdAt: 'DESC' }, take: 200 });
  const whyNot = whyNotAct(standing, 'import');
  return { imports: await present(ctx, reviewId, imports, whyNot), may: { import: whyNot } };
}

export async function readImport(ctx: Context, actor: Actor, key: { reviewId: string; importId: string }) {
  const standing = await standInReview(ctx, actor, key.reviewId);
  const found = await ctx.db.findOneBy(RecordImport, key);
  if (!found) throw new Problem('not-found', 'There is no such import.');
  const [shown] = await present(ctx, key.reviewId, [found], whyNotAct(standing, 'import'));
  if (!shown) throw new RangeError('readImport: an import was presented as none');
  return shown;
}

async function present(ctx: Context, reviewId: string, imports: readonly RecordImport[], whyNot: string | null) {
  const searches = await ctx.db.findBy(Search, { reviewId });
  const names = await namesOf(
    ctx,
    imports.map(one => one.createdBy),
  );
  const jobs = await ctx.db.find(Job, { where: { reviewId }, order: { createdAt: 'DESC' } });
  const shown = [];
  for (const one of imports) {
    const search = searches.find(candidate => candidate.searchId === one.searchId);
    if (!search) continue;
    const key = { reviewId, importId: one.importId };
    const sameFile = one.fileHash ? await findSameFile(ctx, one) : null;
    shown.push({
      ...one,
      recordCount: one.state === 'imported' ? await ctx.db.countBy(SearchRecord, key) : 0,
      createdByName: names.get(one.createdBy) ?? 'former member',
      jobId: jobs.find(job => job.kind !== 'undo-import' && isOf(job, one))?.jobId ?? null,
      ...undoOf(jobs.find(job => job.kind === 'undo-import' && isOf(job, one))),
      isMapped: one.columns !== null,
      source: { ...search, name: search.sourceName, kind: search.sourceKind },
      sameFileAs: sameFile ? { importId: sameFile.importId, createdAt: sameFile.createdAt } : null,
      may: {
        confirm: whyNot ?? whyNotConfirm(one),
        change: whyNot,
        repeat: whyNot ?? whyNotRepeat(search, one.fileHash !== null),
        undo: whyNot ?? whyNotUndo(one, await countWorkOn(ctx, key)),
      },
    });
  }
  return shown;
}

function isOf(job: Job, { importId }: RecordImport): boolean {
  return (job.input as { importId?: string }).importId === importId; // as the deeds that begin such jobs write it
}

/** The job that is undoing an import, or what the last one said that left all as it was. */
function undoOf(last: Job | undefined) {
  const isAtIt = last?.state === 'queued' || last?.state === 'running';
  const hasLeftIt = last?.state === 'failed' || last?.state === 'cancelled';
  return { undoJobId: isAtIt ? last.jobId : null, undoProblem: hasLeftIt ? last.sentence : null };
}

/** An earlier import of the very same bytes that still stands. */
async function findSameFile(ctx: Context, one: RecordImport): Promise<RecordImport | null> {
  return ctx.db
    .createQueryBuilder(RecordImport, 'other')
    .where('other.reviewId = :reviewId and other.fileHash = :fileHash and other.importId <> :importId', {
      reviewId: one.reviewId,
      fileHash: one.fileHash,
      importId: one.importId,
    })
    .andWhere("other.state in ('imported', 'importing')")
    .getOne();
}
