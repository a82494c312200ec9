import type { Context } from '#services/context';
import { dropIfUnreferenced, pointedTo } from '#services/screening/fullTextContent';

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
    const needed = new Set([...(await pointedTo(ctx, batch)), ...(await toBeRead(ctx, batch))]);
    for (const hash of batch) if (!needed.has(hash) && (await dropIfUnreferenced(ctx, hash))) removed++;
    batch = [];
  };
  for await (const hash of ctx.files.storedBefore(before)) {
    if (batch.push(hash) >= LOOKED_UP_AT_ONCE) await sweep();
  }
  if (batch.length > 0) await sweep();
  if (removed > 0) ctx.log.info({ removed }, 'removed files that nothing pointed to');
  return removed;
}

/** Archives that a job has still to unpack. */
async function toBeRead(ctx: Context, hashes: readonly string[]): Promise<string[]> {
  const unread: { archive: string }[] = await ctx.db.query(
    `select input->>'archive' as archive from jobs
     where kind = 'read-full-texts' and state in ('queued', 'running') and input->>'archive' = any($1)`,
    [hashes],
  );
  return unread.map(one => one.archive);
}
