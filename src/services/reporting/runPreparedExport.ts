import { REFERENCE_STYLES } from '#core/reporting/references/referenceText';
import { PreparedExport } from '#entities/PreparedExport';
import type { Context } from '#services/context';
import { type FileToMake, makeFile } from '#services/madeFiles/makeFile';
import type { TellSteps } from '#services/madeFiles/tellSteps';
import { archiveEntries } from '#services/reporting/exportReview';
import { buildManuscriptDocument, markdownEntries } from '#services/reporting/manuscript';
import { standAtExport } from '#services/reporting/prepareExports';

const MOST_BYTES = 4_000_000_000;

/** Makes a large file in the worker. Safe to do twice: a finished one is left alone. */
export async function runPreparedExport(
  ctx: Context,
  key: { readonly reviewId: string; readonly exportId: string },
  isLastTry: boolean,
): Promise<void> {
  const where = { reviewId: key.reviewId, exportId: key.exportId };
  const row = await ctx.db.findOneBy(PreparedExport, where);
  if (!row) return;
  const file: FileToMake = {
    row,
    change: values => ctx.db.update(PreparedExport, where, values),
    isStopAsked: () => ctx.db.existsBy(PreparedExport, { ...where, isCancelRequested: true }),
    make: tell => make(ctx, row, tell),
    mostBytes: MOST_BYTES,
    ready: `${row.file} is ready.`,
    failed: 'The file could not be made. Nothing of the review has changed: try again.',
  };
  await makeFile(ctx, file, isLastTry);
}

/** What the person may see is asked again: it may have changed since they asked. */
async function make(ctx: Context, asked: PreparedExport, tell: TellSteps): Promise<Uint8Array> {
  const { reviewId, personId, file } = asked;
  const actor = { personId, isAdministrator: false };
  await tell(0, null, 'Reading the review');
  const viewer = await standAtExport(ctx, actor, reviewId, file);
  if (file === 'review.zip') return ctx.zip.pack(await archiveEntries(ctx, viewer, tell));
  const style = REFERENCE_STYLES.find(one => one === asked.style) ?? 'vancouver';
  const document = await buildManuscriptDocument(ctx, actor, viewer, { style, tell });
  if (file === 'manuscript.docx') return ctx.think.writeDocument(document);
  return ctx.zip.pack(await markdownEntries(ctx, document, 'manuscript.md'));
}
