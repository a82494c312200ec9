import type { Context } from '#services/context';

/** The hashes of all uploaded files that the database knows of. */
export async function storedHashes(ctx: Context): Promise<string[]> {
  const rows: { hash: string }[] = await ctx.db.query(
    `select file_hash as hash from record_imports where file_hash is not null
     union select file_hash from full_texts order by hash`,
  );
  return rows.map(row => row.hash);
}
