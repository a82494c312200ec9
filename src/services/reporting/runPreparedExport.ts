import { IsNull, LessThan, Not } from 'typeorm';
import { Problem } from '#core/problem';
import { REFERENCE_STYLES } from '#core/reporting/references/referenceText';
import { PreparedExport } from '#entities/PreparedExport';
import type { Context } from '#services/context';
import { KEPT_DAYS, ONE_DAY_MS } from '#services/people/exportAccount';
import { archiveEntries } from '#services/reporting/exportReview';
import { buildManuscriptDocument, markdownEntries } from '#services/reporting/manuscript';
import { standAtExport } from '#services/reporting/prepareExports';
import type { TellSteps } from '#services/reporting/tellSteps';
import { dropUnreferenced } from '#services/screening/fullTextContent';

const MOST_BYTES = 4_000_000_000;

class PreparingStopped extends Error {}

/** Makes a large file in the worker. Safe to do twice: a finished one is left alone. */
export async function runPreparedExport(
  ctx: Context,
  key: { readonly reviewId: string; readonly exportId: string },
  isLastTry: boolean,
): Promise<void> {
  const where = { reviewId: key.reviewId, exportId: key.exportId };
  const found = await ctx.db.findOneBy(PreparedExport, where);
  if (!found || found.finishedAt) return;
  const finish = (state: 'done' | 'failed' | 'cancelled', sentence: string, file: object = {}) =>
    ctx.db.update(PreparedExport, where, { state, sentence, finishedAt: ctx.now(), ...file });
  await ctx.db.update(PreparedExport, where, { state: 'running', startedAt: found.startedAt ?? ctx.now() });
  const tell: TellSteps = async (doneCount, totalCount, sentence) => {
    await ctx.db.update(PreparedExport, where, { doneCount, totalCount, sentence });
    if (await ctx.db.existsBy(PreparedExport, { ...where, isCancelRequested: true })) throw new PreparingStopped();
  };
  try {
    const stored = await ctx.files.save(oneChunk(await make(ctx, found, tell)), MOST_BYTES);
    await finish('done', `${found.file} is ready.`, { fileHash: stored.hash, bytes: stored.bytes });
  } catch (error) {
    if (error instanceof PreparingStopped) await finish('cancelled', 'Stopped. No file was made.');
    else if (error instanceof Problem && error.kind !== 'unavailable') await finish('failed', error.message);
    else {
      if (isLastTry)
        await finish('failed', 'The file could not be made. Nothing of the review has changed: try again.');
      throw error;
    }
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** What the person may see is asked again: it may have changed since they asked. */
async function make(ctx: Context, asked: PreparedExport, tell: TellSteps): Promise<Uint8Array> {
  const { reviewId, personId, file } = asked;
  const actor = { personId, isAdministrator: false };
  await tell(0, null, 'Reading the review');
  const viewer = await standAtExport(ctx, actor, reviewId, file);
  if (file === 'review.zip') return ctx.zip.pack(await archiveEntries(ctx, viewer, tell));
  const style = REFERENCE_STYLES.find(one => one === asked.style) ?? 'vancouver';
  const document = await buildManuscriptDocument(ctx, actor, viewer, { style, tell });
  if (file === 'manuscript.docx') return ctx.think.writeDocument(document);
  return ctx.zip.pack(await markdownEntries(ctx, document, 'manuscript.md'));
}

/** Removes files that have been kept long enough: a chore of the worker. Gives how many. */
export async function removeOldPreparedExports(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * ONE_DAY_MS);
  const old = await ctx.db.findBy(PreparedExport, { finishedAt: LessThan(before), fileHash: Not(IsNull()) });
  for (const { reviewId, exportId, fileHash } of old) {
    const gone = { fileHash: null, sentence: 'The file was kept for a week.' };
    await ctx.db.update(PreparedExport, { reviewId, exportId }, gone);
    if (fileHash) dropUnreferenced(ctx, [fileHash]);
  }
  return old.length;
}
