import { In } from 'typeorm';
import { Problem } from '#core/problem';
import type { ReferenceStyle } from '#core/reporting/references/referenceText';
import type { PreparedFile } from '#core/vocabulary';
import { Person } from '#entities/Person';
import { PreparedExport } from '#entities/PreparedExport';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { changeByRemoval, openFile, presentFile, queueMaking } from '#services/madeFiles/madeFile';
import { type DeedContext, perform } from '#services/perform';
import { insistWholeReview } from '#services/reporting/exportReview';
import { standAtReport } from '#services/reporting/manuscript';
import { dropUnreferenced } from '#services/screening/fullTextContent';
import { standInReview } from '#services/standing';

/** The queue's task for it: the rest is in the export's row. */
export const PREPARE_TASK = 'prepare-export';

interface ExportKey {
  readonly reviewId: string;
  readonly exportId: string;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const CONTENT_TYPES: Readonly<Record<PreparedFile, string>> = {
  'review.zip': 'application/zip',
  'manuscript.zip': 'application/zip',
  'manuscript.docx': WORD,
};

/** Who may take this file along: what blinding keeps from a person on the page it keeps from them here. */
export async function standAtExport(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  file: PreparedFile,
): Promise<ReviewStanding> {
  if (file !== 'review.zip') return standAtReport(ctx, actor, reviewId);
  const viewer = await standInReview(ctx, actor, reviewId);
  await insistWholeReview(ctx, viewer);
  return viewer;
}

/** Asks for a large file of a review. Asked again while it is under way, it is the same one. */
export async function prepareExport(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  { file, style }: { readonly file: PreparedFile; readonly style: ReferenceStyle },
): Promise<{ id: string }> {
  const { personId } = actor;
  await standAtExport(ctx, actor, reviewId, file);
  return perform(ctx, actor, 'prepare-export', async tx => {
    await tx.db.findOne(Person, { where: { personId }, lock: { mode: 'pessimistic_write' } });
    const underWay = await tx.db.findOneBy(PreparedExport, {
      ...{ reviewId, personId, file },
      state: In(['queued', 'running']),
    });
    if (underWay) {
      tx.changedNothing();
      return { id: underWay.exportId };
    }
    const exportId = tx.newId();
    const asked = { reviewId, exportId, personId, file, style };
    await tx.db.insert(PreparedExport, { ...asked, state: 'queued', askedAt: tx.now() });
    await queueMaking(tx, PREPARE_TASK, { reviewId, exportId });
    // It changes nothing of the review: the review's own chain stays the same in every copy of it.
    tx.witness({ subjectKind: 'review', subjectId: reviewId, facts: { file } });
    return { id: exportId };
  });
}

/** The newest of each file that one asked for oneself. */
export async function listPreparedExports(ctx: Context, actor: Actor, reviewId: string) {
  await standInReview(ctx, actor, reviewId);
  const rows = await ctx.db.find(PreparedExport, {
    where: { reviewId, personId: actor.personId },
    order: { askedAt: 'DESC', exportId: 'DESC' },
  });
  const newest = new Map(rows.toReversed().map(row => [row.file, row]));
  return { exports: [...newest.values()].map(presentFile) };
}

/** Stops one that is under way, or removes the file of one that is done. */
export async function removePreparedExport(ctx: Context, actor: Actor, key: ExportKey): Promise<void> {
  await standInReview(ctx, actor, key.reviewId);
  const where = { reviewId: key.reviewId, exportId: key.exportId };
  const hash = await perform(ctx, actor, 'remove-prepared-export', async tx => {
    const found = await lockOwn(tx, actor, where);
    const change = changeByRemoval(found);
    if (!change) {
      tx.changedNothing();
      return null;
    }
    await tx.db.update(PreparedExport, where, change);
    tx.witness({ subjectKind: 'review', subjectId: key.reviewId, facts: { file: found.file } });
    return found.fileHash;
  });
  if (hash) dropUnreferenced(ctx, [hash]);
}

async function lockOwn(tx: DeedContext, actor: Actor, key: ExportKey): Promise<PreparedExport> {
  const found = await tx.db.findOne(PreparedExport, {
    where: { ...key, personId: actor.personId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!found) throw new Problem('not-found', 'There is no such file of yours.');
  return found;
}

/** The file, for the person who asked for it, as long as they belong to the review. */
export async function openPreparedExport(ctx: Context, actor: Actor, { reviewId, exportId }: ExportKey) {
  await standInReview(ctx, actor, reviewId);
  const found = await ctx.db.findOneBy(PreparedExport, { reviewId, exportId, personId: actor.personId });
  const { row, content } = openFile(ctx, found);
  return { fileName: row.file, contentType: CONTENT_TYPES[row.file], content };
}
