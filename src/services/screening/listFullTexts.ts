import { In, Not } from 'typeorm';
import { Problem } from '#core/problem';
import { FullText } from '#entities/FullText';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { whyNotRemoveFullText } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import { maySeeUpload } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { loadRecordsToRead } from '#services/records/readRecords';
import { requireFullText } from '#services/screening/fileFullTexts';
import { requireReadableReport, visibleReports } from '#services/screening/visibleReports';
import { standInReview } from '#services/standing';

/** Files that are with no report yet, each with the reports that it may be of, and the reports to choose from. */
export async function listUploads(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'retrieve'));
  const visible = await visibleReports(ctx, viewer);
  const rows = await ctx.db.find(FullText, {
    where: { reviewId, state: Not('filed') },
    order: { uploadedAt: 'DESC', fullTextId: 'DESC' },
  });
  const files = rows.filter(file => maySeeUpload(viewer, file.uploadedBy));
  const known = new Set(visible);
  const withFile = new Set(
    (await ctx.db.findBy(FullText, { reviewId, recordId: In(visible) })).map(file => file.recordId),
  );
  const records = await loadRecordsToRead(ctx, reviewId, visible);
  const present = await presenter(ctx, viewer, files);
  return {
    files: files.map(file => ({ ...present(file), matches: file.matches.filter(match => known.has(match.recordId)) })),
    reports: records.map(({ recordId, title, authorsText, year }) => ({
      ...{ recordId, title, authorsText, year },
      hasFile: withFile.has(recordId),
    })),
  };
}

/** The files of one report, and whether the person may bring another. */
export async function readFullTextsOf(ctx: Context, actor: Actor, key: { reviewId: string; recordId: string }) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await requireReadableReport(ctx, viewer, key.recordId);
  const files = await ctx.db.find(FullText, { where: key, order: { filedAt: 'ASC', fullTextId: 'ASC' } });
  const present = await presenter(ctx, viewer, files);
  return { files: files.map(present), may: { retrieve: whyNotAct(viewer, 'retrieve') } };
}

async function presenter(ctx: Context, viewer: ReviewStanding, files: readonly FullText[]) {
  const names = await namesOf(
    ctx,
    files.map(file => file.uploadedBy),
  );
  return ({ fullTextId, state, fileName, bytes, pages, refusal, uploadedBy, uploadedAt }: FullText) => ({
    ...{ fullTextId, state, fileName, bytes, pages, refusal, uploadedAt },
    uploadedByName: names.get(uploadedBy) ?? 'former member',
    may: { remove: whyNotAct(viewer, 'retrieve') ?? whyNotRemoveFullText(viewer, uploadedBy) },
  });
}

/** The content of a file for who may see it, to be sent as a whole or in parts. */
export async function openFullText(ctx: Context, actor: Actor, key: { reviewId: string; fullTextId: string }) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const { fileName, bytes, fileHash } = await requireFullText(ctx, viewer, key.fullTextId);
  if ((await ctx.files.sizeOf(fileHash)) === null) {
    throw new Problem(
      'not-found',
      `The content of ${fileName} did not come with this review’s archive. Upload it again.`,
    );
  }
  return { fileName, bytes, read: (from: number, to: number) => ctx.files.readPart(fileHash, from, to) };
}
