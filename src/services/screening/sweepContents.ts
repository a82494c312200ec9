import { In } from 'typeorm';
import { FullText } from '#entities/FullText';
import { RecordImport } from '#entities/RecordImport';
import type { Context } from '#services/context';
import { dropIfUnreferenced } from '#services/screening/fullTextContent';

/** A content is written before the row that points to it; nobody takes a day between the two. */
const PATIENCE_MS = 24 * 60 * 60 * 1000;
const LOOKED_UP_AT_ONCE = 500;

/**
 * Removes contents that nothing points to and that are older than a day: a process was killed between keeping a file and
 * saying whose it is, or a file was only read once. What a job has still to read stays.
 */
export async function sweepContents(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - PATIENCE_MS);
  let removed = 0;
  let batch: string[] = [];
  const sweep = async () => {
    for (const hash of await unreferenced(ctx, batch)) if (await dropIfUnreferenced(ctx, hash)) removed++;
    batch = [];
  };
  for await (const hash of ctx.files.storedBefore(before)) {
    if (batch.push(hash) >= LOOKED_UP_AT_ONCE) await sweep();
  }
  if (batch.length > 0) await sweep();
  if (removed > 0) ctx.log.info({ removed }, 'removed files that nothing pointed to');
  return removed;
}

async function unreferenced(ctx: Context, hashes: readonly string[]): Promise<string[]> {
  const among = { fileHash: In([...hashes]) };
  const pointing = [
    ...(await ctx.db.find(FullText, { select: { fileHash: true }, where: among })),
    ...(await ctx.db.find(RecordImport, { select: { fileHash: true }, where: among })),
  ];
  const unread: { archive: string }[] = await ctx.db.query(
    `select input->>'archive' as archive from jobs
     where kind = 'read-full-texts' and state in ('queued', 'running') and input->>'archive' = any($1)`,
    [hashes],
  );
  const needed = new Set([...pointing.map(one => one.fileHash), ...unread.map(one => one.archive)]);
  return hashes.filter(hash => !needed.has(hash));
}
