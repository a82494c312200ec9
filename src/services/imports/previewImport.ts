import { Problem } from '#core/problem';
import type { SourceKind } from '#core/vocabulary';
import { type ImportReport, RecordImport } from '#entities/RecordImport';
import { Search } from '#entities/Search';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { countKnown, type Identifiers } from '#services/imports/knownIdentifiers';
import { type FileNature, inspectStoredFile, MAX_UPLOAD_BYTES, readStoredFile } from '#services/imports/readStoredFile';
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

/** So many skipped entries are named one by one; the rest is counted. */
const NAMED_SKIPS = 200;
const ASKED_AT_ONCE = 5_000;

/** Keeps an uploaded file and reads it once for the report that a person sees before anything is imported. */
export async function previewImport(ctx: Context, actor: Actor, upload: Upload): Promise<{ importId: string }> {
  const { reviewId } = upload;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'import'));
  const file = await ctx.files.save(upload.content, MAX_UPLOAD_BYTES);
  if (file.bytes === 0) throw new Problem('invalid', 'The file is empty. Export it again and upload it.');
  const nature = await inspectStoredFile(ctx, file.hash);
  const report = await dryRun(ctx, reviewId, file.hash, nature, upload.fileName);
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
      countFound: report.read,
      createdBy: actor.personId,
      createdAt,
    });
    await tx.db.insert(RecordImport, {
      reviewId,
      importId,
      searchId,
      state: 'previewed',
      fileName: upload.fileName,
      fileHash: file.hash,
      ...nature,
      report,
      createdBy: actor.personId,
      createdAt,
    });
    tx.witness({
      reviewId,
      subjectKind: 'import',
      subjectId: importId,
      facts: { fileHash: file.hash, bytes: file.bytes, read: report.read, skipped: report.skipped },
    });
    return { importId };
  });
}

async function dryRun(
  ctx: Context,
  reviewId: string,
  hash: string,
  nature: FileNature,
  fileName: string,
): Promise<ImportReport> {
  const report: ImportReport = {
    read: 0,
    skipped: 0,
    withoutAbstract: 0,
    withoutIdentifier: 0,
    repeatedInFile: 0,
    alreadyThere: 0,
    deletions: 0,
    skippedEntries: [],
  };
  const seen = new Set<string>();
  let waiting: Identifiers[] = [];
  const askWaiting = async () => {
    report.alreadyThere += await countKnown(ctx, reviewId, waiting);
    waiting = [];
  };
  const reading = readStoredFile(
    ctx,
    hash,
    nature,
    {
      record: ({ doi, pmid, abstractText }) => {
        report.read++;
        if (!abstractText) report.withoutAbstract++;
        if (!doi && !pmid) report.withoutIdentifier++;
        const keys = [doi && `doi ${doi}`, pmid && `pmid ${pmid}`].filter(
          key => key !== null && key !== '',
        ) as string[];
        if (keys.some(key => seen.has(key))) report.repeatedInFile++;
        for (const key of keys) seen.add(key);
        waiting.push({ doi, pmid });
      },
      skip: ({ line, reason }) => {
        report.skipped++;
        if (report.skippedEntries.length < NAMED_SKIPS) report.skippedEntries.push({ line, reason });
      },
      deletion: () => {
        report.deletions++;
      },
    },
    fileName,
  );
  for await (const _ of reading) if (waiting.length >= ASKED_AT_ONCE) await askWaiting();
  await askWaiting();
  return report;
}
