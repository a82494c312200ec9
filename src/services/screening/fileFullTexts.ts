import { Problem } from '#core/problem';
import { FullText } from '#entities/FullText';
import { Report } from '#entities/Report';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { whyNotRemoveFullText } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import { maySeeUpload } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { dropUnreferenced } from '#services/screening/fullTextContent';
import { isReadableReport, requireReadableReport } from '#services/screening/visibleReports';
import { standInReview } from '#services/standing';

/** Puts files with their reports, as a person confirms it; one that is with another report is moved. All, or none. */
export async function fileFullTexts(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  filings: readonly { fullTextId: string; recordId: string }[],
): Promise<{ filed: number }> {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'retrieve'));
  for (const recordId of new Set(filings.map(one => one.recordId))) await requireReadableReport(ctx, viewer, recordId);
  return perform(ctx, actor, 'file-full-text', async tx => {
    let filed = 0;
    for (const { fullTextId, recordId } of filings.toSorted((a, b) => (a.fullTextId < b.fullTextId ? -1 : 1))) {
      const file = await requireFullText(tx, viewer, fullTextId, 'to-change');
      if (file.state === 'filed' && file.recordId === recordId) continue;
      insist(whyNotFile(file));
      const change = { state: 'filed' as const, recordId, filedBy: actor.personId, filedAt: tx.now() };
      await tx.db.update(FullText, { reviewId, fullTextId }, change);
      if (file.recordId) await takeFromReport(tx, reviewId, file.recordId);
      await putWithReport(tx, reviewId, recordId);
      tx.witness({
        reviewId,
        subjectKind: 'report',
        subjectId: recordId,
        facts: { fullTextId, fileHash: file.fileHash, from: file.recordId },
      });
      filed++;
    }
    if (filed === 0) tx.changedNothing();
    return { filed };
  });
}

function whyNotFile(file: FullText): string | null {
  if (file.state === 'reading') return `${file.fileName} is still being read. Wait a moment.`;
  return file.state === 'refused' ? `${file.fileName} is of no use: ${file.refusal}` : null;
}

/** Removes a file, with the marks in it. The audit trail keeps its name, size and hash; a wrong upload is undone so. */
export async function removeFullText(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; fullTextId: string },
): Promise<void> {
  const { reviewId, fullTextId } = key;
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'retrieve'));
  const hash = await perform(ctx, actor, 'remove-full-text', async tx => {
    const file = await requireFullText(tx, viewer, fullTextId, 'to-change');
    insist(whyNotRemoveFullText(viewer, file.uploadedBy));
    await tx.db.delete(FullText, key);
    if (file.recordId) await takeFromReport(tx, reviewId, file.recordId);
    tx.witness({
      reviewId,
      subjectKind: file.recordId ? 'report' : 'full-text',
      subjectId: file.recordId ?? fullTextId,
      facts: { fileHash: file.fileHash, fileName: file.fileName, bytes: file.bytes },
    });
    return file.fileHash;
  });
  dropUnreferenced(ctx, [hash]);
}

/** A file that a person may know of. Any other one, of this review or none, is as good as none. */
export async function requireFullText(
  ctx: Context,
  viewer: ReviewStanding,
  fullTextId: string,
  purpose: 'to-read' | 'to-change' = 'to-read',
): Promise<FullText> {
  const file = await ctx.db.findOne(FullText, {
    where: { reviewId: viewer.reviewId, fullTextId },
    ...(purpose === 'to-change' ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  const isSeen =
    file !== null &&
    (file.recordId ? await isReadableReport(ctx, viewer, file.recordId) : maySeeUpload(viewer, file.uploadedBy));
  if (!file || !isSeen) throw new Problem('not-found', 'There is no such file among those that you may see.');
  return file;
}

/** A report that a file is with has been retrieved. */
export async function putWithReport(tx: DeedContext, reviewId: string, recordId: string): Promise<void> {
  const change = { retrievalState: 'retrieved' as const, notRetrievedReason: null, updatedAt: tx.now() };
  const { affected } = await tx.db.update(Report, { reviewId, recordId }, change);
  if (!affected) await tx.db.insert(Report, { reviewId, recordId, ...change, url: null, studyId: null });
}

/** A report that lost its last file is sought again, unless it is known where it can be read. */
async function takeFromReport(tx: DeedContext, reviewId: string, recordId: string): Promise<void> {
  if (await tx.db.existsBy(FullText, { reviewId, recordId })) return;
  const report = await tx.db.findOneBy(Report, { reviewId, recordId });
  if (!report || report.url !== null || report.retrievalState !== 'retrieved') return;
  await tx.db.update(Report, { reviewId, recordId }, { retrievalState: 'sought', updatedAt: tx.now() });
}
