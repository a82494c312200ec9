import { Problem } from '#core/problem';
import type { FileInTheMaking } from '#entities/FileInTheMaking';
import type { Context } from '#services/context';
import type { DeedContext } from '#services/perform';

const ONE_DAY_MS = 86_400_000;
const KEPT_DAYS = 7;

/** Files finished before this have been kept long enough. */
export function keptSince(ctx: Context): Date {
  return new Date(ctx.now().getTime() - KEPT_DAYS * ONE_DAY_MS);
}

/** Queues the making of a file; what it is stands in its row. */
export async function queueMaking(
  tx: DeedContext,
  task: string,
  key: { readonly exportId: string; readonly reviewId?: string },
): Promise<void> {
  await tx.db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3, max_attempts => 4)', [
    task,
    JSON.stringify(key),
    key.exportId,
  ]);
}

/** As its owner sees it: not where it lies, but until when it can be had. */
export function presentFile<Row extends FileInTheMaking>({ fileHash, finishedAt, ...shown }: Row) {
  const keptUntil = fileHash && finishedAt ? new Date(finishedAt.getTime() + KEPT_DAYS * ONE_DAY_MS) : null;
  return { ...shown, finishedAt, keptUntil };
}

/** What taking a file away changes in its row: work under way is asked to stop. Null where it has been done already. */
export function changeByRemoval({ state, isCancelRequested, fileHash }: FileInTheMaking) {
  if (state === 'queued' || state === 'running') return isCancelRequested ? null : { isCancelRequested: true };
  return fileHash === null ? null : { fileHash: null, sentence: 'The file was removed.' };
}

/** A file that is there, and its content. Throws Problem 'not-found'. */
export function openFile<Row extends FileInTheMaking>(ctx: Context, row: Row | null) {
  const hash = row?.fileHash;
  if (!hash || row.bytes === null) {
    throw new Problem('not-found', 'There is no such file of yours, or it was removed. Ask for a new one.');
  }
  return { row, content: { bytes: row.bytes, read: (from: number, to: number) => ctx.files.readPart(hash, from, to) } };
}
