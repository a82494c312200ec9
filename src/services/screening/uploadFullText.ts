import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { isPdfHead, isZipHead, PDF_FAULT_SENTENCES } from '#core/screening/pdfReading';
import { FullText } from '#entities/FullText';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context, StoredFile } from '#services/context';
import { later } from '#services/later';
import { type DeedContext, perform } from '#services/perform';
import { putWithReport } from '#services/screening/fileFullTexts';
import {
  bytesOf,
  dropUnreferenced,
  headOf,
  holdStored,
  MAX_ARCHIVE_BYTES,
  MAX_PDF_BYTES,
} from '#services/screening/fullTextContent';
import { requireReadableReport } from '#services/screening/visibleReports';
import { standInReview } from '#services/standing';

export interface FullTextUpload {
  readonly reviewId: string;
  readonly fileName: string;
  /** The report that it is of, where the person said so; else its first pages have to tell. */
  readonly recordId: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Keeps an uploaded PDF, or a ZIP of them. One that was brought for a report is opened at once and is with the report
 * when this answers; others are read by a job, and wait for somebody to say that the report found is the right one.
 */
export async function uploadFullText(
  ctx: Context,
  actor: Actor,
  upload: FullTextUpload,
): Promise<{ fullTextId: string | null; jobId: string | null }> {
  const { reviewId, recordId } = upload;
  const viewer = await standInReview(ctx, actor, reviewId);
  insist(whyNotAct(viewer, 'retrieve'));
  if (recordId) await requireReadableReport(ctx, viewer, recordId);
  const stored = await ctx.files.save(upload.content, recordId ? MAX_PDF_BYTES : MAX_ARCHIVE_BYTES);
  try {
    return await keep(ctx, actor, upload, stored);
  } catch (error) {
    // What was refused leaves nothing behind.
    dropUnreferenced(ctx, [stored.hash]);
    throw error;
  }
}

async function keep(ctx: Context, actor: Actor, upload: FullTextUpload, stored: StoredFile) {
  const { reviewId, fileName, recordId } = upload;
  const head = await headOf(ctx, stored.hash, stored.bytes);
  if (stored.bytes === 0) throw new Problem('invalid', `${fileName}: ${PDF_FAULT_SENTENCES.empty}`);
  if (isZipHead(head) && !recordId) return unpackLater(ctx, actor, reviewId, fileName, stored);
  if (!isPdfHead(head)) throw new Problem('invalid', `${fileName}: ${PDF_FAULT_SENTENCES['no-pdf']}`);
  if (stored.bytes > MAX_PDF_BYTES) {
    throw new Problem(
      'invalid',
      `${fileName} is larger than the ${MAX_PDF_BYTES / 1e6} MB that Pooled takes for a PDF. Save it smaller.`,
    );
  }
  if (recordId) return { fullTextId: await keepForReport(ctx, actor, upload, recordId, stored), jobId: null };
  return perform(ctx, actor, 'upload-full-text', async tx => {
    const earlier = await findSame(tx, { reviewId, fileHash: stored.hash, uploadedBy: actor.personId });
    if (earlier) {
      tx.changedNothing();
      return { fullTextId: earlier.fullTextId, jobId: null };
    }
    const fullTextId = await insertUnread(tx, { reviewId, fileName, stored, uploadedBy: actor.personId });
    const jobId = await later(tx, {
      reviewId,
      kind: 'read-full-texts',
      input: { fullTextIds: [fullTextId] },
      createdBy: actor.personId,
    });
    return { fullTextId, jobId };
  });
}

async function unpackLater(ctx: Context, actor: Actor, reviewId: string, fileName: string, stored: StoredFile) {
  return perform(ctx, actor, 'unpack-full-texts', async tx => {
    const jobId = await later(tx, {
      reviewId,
      kind: 'read-full-texts',
      input: { archive: stored.hash, fileName },
      createdBy: actor.personId,
    });
    tx.witness({
      reviewId,
      subjectKind: 'job',
      subjectId: jobId,
      facts: { fileHash: stored.hash, bytes: stored.bytes },
    });
    return { fullTextId: null, jobId };
  });
}

async function keepForReport(
  ctx: Context,
  actor: Actor,
  upload: FullTextUpload,
  recordId: string,
  stored: StoredFile,
): Promise<string> {
  const { reviewId, fileName } = upload;
  const reading = await ctx.think.readPdf(await bytesOf(ctx, stored.hash));
  if (!reading.isReadable) throw new Problem('invalid', `${fileName}: ${PDF_FAULT_SENTENCES[reading.because]}`);
  return perform(ctx, actor, 'upload-full-text', async tx => {
    await requireStored(tx, stored.hash);
    const there = await tx.db.findOneBy(FullText, { reviewId, recordId, fileHash: stored.hash });
    if (there) {
      tx.changedNothing();
      return there.fullTextId;
    }
    const fullTextId = tx.newId();
    await tx.db.insert(FullText, {
      ...{ reviewId, fullTextId, state: 'filed', recordId, fileName },
      ...{ fileHash: stored.hash, bytes: stored.bytes, pages: reading.pages, refusal: null, matches: [] },
      ...{ uploadedBy: actor.personId, uploadedAt: tx.now(), filedBy: actor.personId, filedAt: tx.now() },
    });
    await putWithReport(tx, reviewId, recordId);
    tx.witness({
      reviewId,
      subjectKind: 'report',
      subjectId: recordId,
      facts: { fullTextId, fileHash: stored.hash, bytes: stored.bytes },
    });
    return fullTextId;
  });
}

/** The same file that the same person has brought already and nobody has filed: a second click brings no second one. */
export async function findSame(tx: Context, file: { reviewId: string; fileHash: string; uploadedBy: string }) {
  return tx.db.findOneBy(FullText, { ...file, state: In(['reading', 'waiting']) });
}

/** Stores a file that nobody has read yet. */
export async function insertUnread(
  tx: DeedContext,
  file: { reviewId: string; fileName: string; stored: StoredFile; uploadedBy: string },
): Promise<string> {
  const { reviewId, fileName, stored, uploadedBy } = file;
  await requireStored(tx, stored.hash);
  const fullTextId = tx.newId();
  await tx.db.insert(FullText, {
    ...{ reviewId, fullTextId, state: 'reading', recordId: null, fileName: fileName.slice(0, 300) },
    ...{ fileHash: stored.hash, bytes: stored.bytes, pages: null, refusal: null, matches: [] },
    ...{ uploadedBy, uploadedAt: tx.now(), filedBy: null, filedAt: null },
  });
  tx.witness({
    reviewId,
    subjectKind: 'full-text',
    subjectId: fullTextId,
    facts: { fileHash: stored.hash, bytes: stored.bytes },
  });
  return fullTextId;
}

async function requireStored(tx: DeedContext, hash: string): Promise<void> {
  if (await holdStored(tx, hash)) return;
  throw new Problem('unavailable', 'The file got lost while it was being kept. Upload it again.');
}
