import { IsNull, Not } from 'typeorm';
import { Problem } from '#core/problem';
import type { ColumnMapping } from '#core/searching/csv/columns';
import { fitsTable, readTableHead, type TableHead } from '#core/searching/csv/readTableHead';
import { RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { dryRun } from '#services/imports/dryRun';

import { type FileNature, isLongerThan, LARGE_BYTES, readHead } from '#services/imports/readStoredFile';
import { later } from '#services/later';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

const LOOKED_BACK = 20;

/** The beginning of a table that was uploaded, with what its columns were taken for. */
export async function readTable(ctx: Context, actor: Actor, key: { reviewId: string; importId: string }) {
  await standInReview(ctx, actor, key.reviewId);
  const found = await requireTable(ctx, key);
  const head = await headOf(ctx, found.fileHash, found.nature, found.columns ?? {});
  if (!head) throw new Problem('invalid', 'The file holds no table: no row has two cells.');
  return { ...head, isTold: found.columns !== null };
}

/** Says which column holds what, and reads the file once more with that. */
export async function mapColumns(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; importId: string },
  columns: ColumnMapping,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'import'));
  const found = await requireTable(ctx, key);
  if (found.state !== 'previewed') throw new Problem('conflict', 'Columns are mapped before a file is imported.');
  const head = await headOf(ctx, found.fileHash, found.nature, columns);
  const unknown = Object.values(columns).filter(header => !head?.headers.includes(header));
  if (unknown.length > 0) throw new Problem('invalid', `The table has no column called ${unknown.join(', ')}.`);
  const isLarge = await isLongerThan(ctx, found.fileHash, LARGE_BYTES);
  const file = {
    reviewId: key.reviewId,
    hash: found.fileHash,
    fileName: found.fileName,
    nature: found.nature,
    columns,
  };
  const report = isLarge ? null : await dryRun(ctx, file);
  await perform(ctx, actor, 'map-columns', async tx => {
    const { affected } = await tx.db.update(
      RecordImport,
      { ...key, state: 'previewed' },
      { columns, ...(report ? { report } : { state: 'reading', report: null }) },
    );
    if (!affected) throw new Problem('conflict', 'The import has begun meanwhile: its columns stay as they are.');
    if (report) {
      const search = { reviewId: key.reviewId, searchId: found.searchId };
      await tx.db.update(Search, search, { countFound: report.read });
    } else {
      const input = { importId: key.importId, bytes: found.bytes };
      await later(tx, { reviewId: key.reviewId, kind: 'read-file', input, createdBy: actor.personId });
    }
    const facts = { fields: Object.keys(columns) };
    tx.witness({ reviewId: key.reviewId, subjectKind: 'import', subjectId: key.importId, facts });
  });
}

/** How the same person mapped the latest table that had these columns; null when none fits. */
export async function rememberedColumns(
  ctx: Context,
  actor: Actor,
  hash: string,
  nature: FileNature,
): Promise<ColumnMapping | null> {
  if (nature.format !== 'csv' && nature.format !== 'xlsx') return null;
  const earlier = await ctx.db.find(RecordImport, {
    where: { createdBy: actor.personId, columns: Not(IsNull()) },
    order: { createdAt: 'DESC' },
    take: LOOKED_BACK,
  });
  if (earlier.length === 0) return null;
  const head = await headOf(ctx, hash, nature, {});
  const fitting = earlier.find(one => one.columns && head && fitsTable(one.columns, head.headers));
  return fitting?.columns ?? null;
}

/** How large the stored file is, as the job was told that read it first; a small one needed none. */
async function bytesOf(ctx: Context, key: { reviewId: string; importId: string }): Promise<number> {
  const rows: { bytes: string }[] = await ctx.db.query(
    `select input ->> 'bytes' as bytes from jobs
     where review_id = $1 and kind = 'read-file' and input ->> 'importId' = $2 limit 1`,
    [key.reviewId, key.importId],
  );
  return Number(rows[0]?.bytes ?? LARGE_BYTES);
}

async function headOf(ctx: Context, hash: string, nature: FileNature, told: ColumnMapping): Promise<TableHead | null> {
  return readTableHead(await readHead(ctx, hash, nature.encoding), told);
}

async function requireTable(ctx: Context, key: { reviewId: string; importId: string }) {
  const found = await ctx.db.findOneBy(RecordImport, key);
  if (!found?.fileHash || !found.format || !found.encoding) throw new Problem('not-found', 'There is no such file.');
  if (found.format !== 'csv' && found.format !== 'xlsx')
    throw new Problem('invalid', 'Only tables (CSV, Excel) have columns to map.');
  const encoding = found.encoding as FileNature['encoding']; // one that inspectStoredFile found
  const nature: FileNature = { format: found.format, encoding };
  return {
    ...found,
    fileHash: found.fileHash,
    fileName: found.fileName ?? 'upload',
    nature,
    bytes: await bytesOf(ctx, key),
  };
}
