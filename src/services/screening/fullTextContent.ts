import { In } from 'typeorm';
import { AccountExport } from '#entities/AccountExport';
import { FullText } from '#entities/FullText';
import { PreparedExport } from '#entities/PreparedExport';
import { RecordImport } from '#entities/RecordImport';
import type { Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';

export const MAX_PDF_BYTES = 100_000_000;
export const MAX_ARCHIVE_BYTES = 1_000_000_000;

/**
 * Holds a content while a row that points to it is written or removed: nobody removes what another one has just
 * uploaded again.
 */
async function holdContent(tx: Context, hash: string): Promise<void> {
  await tx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [hash]);
}

/** Holds a content that is about to be pointed to, and tells whether it is still there. */
export async function holdStored(tx: DeedContext, hash: string): Promise<boolean> {
  await holdContent(tx, hash);
  return (await tx.files.sizeOf(hash)) !== null;
}

/** Every table whose rows point to contents. */
export const POINTING_TO_CONTENTS = [FullText, RecordImport, AccountExport, PreparedExport] as const;

/** Those of these contents that some row points to. */
export async function pointedTo(ctx: Context, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const among = { fileHash: In([...hashes]) };
  const needed = new Set<string>();
  for (const table of POINTING_TO_CONTENTS) {
    for (const { fileHash } of await ctx.db.find<{ fileHash: string | null }>(table, { where: among })) {
      if (fileHash !== null) needed.add(fileHash);
    }
  }
  return needed;
}

/**
 * Removes contents that no row of any review points to any more. It is no deed: whether another review has the same file
 * is nothing that anybody may learn, so no answer waits for it.
 */
export function dropUnreferenced(ctx: Context, hashes: readonly string[]): void {
  ctx.aside(async () => {
    for (const hash of new Set(hashes)) await dropIfUnreferenced(ctx, hash);
  });
}

/** Removes a content unless something points to it; tells whether it went. */
export async function dropIfUnreferenced(ctx: Context, hash: string): Promise<boolean> {
  return perform(ctx, null, 'drop-content', async tx => {
    await holdContent(tx, hash);
    const isNeeded = (await pointedTo(tx, [hash])).size > 0;
    if (!isNeeded) await tx.files.remove(hash);
    // No row has changed: what pointed to it went by a deed that is witnessed.
    tx.changedNothing();
    return !isNeeded;
  });
}

/** The whole content in memory, as who reads a PDF needs it. */
export async function bytesOf(ctx: Context, hash: string): Promise<Uint8Array> {
  const size = (await ctx.files.sizeOf(hash)) ?? 0;
  const bytes = new Uint8Array(Math.min(size, MAX_PDF_BYTES));
  if (bytes.length === 0) return bytes;
  let at = 0;
  for await (const part of ctx.files.readPart(hash, 0, bytes.length - 1)) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.subarray(0, at);
}

/** The first bytes, which tell what kind of file it is. */
export async function headOf(ctx: Context, hash: string, bytes: number): Promise<Uint8Array> {
  const parts: number[] = [];
  if (bytes === 0) return new Uint8Array();
  for await (const part of ctx.files.readPart(hash, 0, Math.min(bytes, 1100) - 1)) parts.push(...part);
  return Uint8Array.from(parts);
}
