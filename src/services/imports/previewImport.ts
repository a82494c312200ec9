import { Problem } from '#core/problem';
import type { SourceKind } from '#core/vocabulary';
import { RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { dryRun } from '#services/imports/dryRun';
import { inspectStoredFile, isLongerThan, LARGE_BYTES, MAX_UPLOAD_BYTES } from '#services/imports/readStoredFile';
import { rememberedColumns } from '#services/imports/tableColumns';
import { later } from '#services/later';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface Upload {
  readonly reviewId: string;
  readonly fileName: string;
  readonly sourceName: string;
  readonly sourceKind: SourceKind;
  readonly platform: string;
  readonly ranOn: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Keeps an uploaded file and reads it for the report that a person sees before anything is imported: a small one at
 * once, a large one by a job. Either way a file that is none we read is refused here.
 */
export async function previewImport(ctx: Context, actor: Actor, upload: Upload): Promise<{ importId: string }> {
  const { reviewId, fileName } = upload;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  const { hash, bytes } = await ctx.files.save(upload.content, MAX_UPLOAD_BYTES);
  if (bytes === 0) throw new Problem('invalid', 'The file is empty. Export it again and upload it.');
  const nature = await inspectStoredFile(ctx, hash, LARGE_BYTES);
  const columns = await rememberedColumns(ctx, actor, hash, nature);
  const report = (await isLongerThan(ctx, hash, LARGE_BYTES))
    ? null
    : await dryRun(ctx, { reviewId, hash, fileName, nature, columns });
  return perform(ctx, actor, 'preview-import', async tx => {
    const searchId = tx.newId();
    const importId = tx.newId();
    const createdAt = tx.now();
    await tx.db.insert(Search, {
      reviewId,
      searchId,
      sourceName: upload.sourceName,
      sourceKind: upload.sourceKind,
      platform: upload.platform || null,
      strategy: null,
      translatedStrategy: null,
      limits: null,
      warnings: [],
      ranOn: upload.ranOn ?? createdAt.toISOString().slice(0, 10),
      countFound: report?.read ?? null,
      createdBy: actor.personId,
      createdAt,
    });
    await tx.db.insert(RecordImport, {
      reviewId,
      importId,
      searchId,
      state: report ? 'previewed' : 'reading',
      fileName,
      fileHash: hash,
      ...nature,
      columns,
      report,
      createdBy: actor.personId,
      createdAt,
    });
    const facts = report
      ? { read: report.read, skipped: report.skipped }
      : {
          jobId: await later(tx, {
            reviewId,
            kind: 'read-file',
            input: { importId, bytes },
            createdBy: actor.personId,
          }),
        };
    tx.witness({ reviewId, subjectKind: 'import', subjectId: importId, facts: { fileHash: hash, bytes, ...facts } });
    return { importId };
  });
}
