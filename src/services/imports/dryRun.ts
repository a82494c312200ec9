import type { ColumnMapping } from '#core/searching/csv/columns';
import type { ImportReport } from '#entities/RecordImport';
import type { Context } from '#services/context';
import { countKnown, type Identifiers } from '#services/imports/knownIdentifiers';
import { linesOfFile } from '#services/imports/linesOfFile';
import { type FileNature, readStoredFile } from '#services/imports/readStoredFile';

/** So many skipped entries are named one by one; the rest is counted. */
const NAMED_SKIPS = 200;
const ASKED_AT_ONCE = 5_000;

/** How far a dry run is: bytes of the file as it is stored. */
export interface ReadSoFar {
  readonly bytes: number;
  readonly records: number;
}

/** Reads a stored file once for the report that a person sees before anything is imported. What `tell` throws ends it. */
export async function dryRun(
  ctx: Context,
  file: {
    readonly reviewId: string;
    readonly hash: string;
    readonly fileName: string;
    readonly nature: FileNature;
    readonly columns?: ColumnMapping | null;
  },
  tell: (soFar: ReadSoFar) => Promise<void> = async () => undefined,
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
  let bytes = 0;
  const askWaiting = async () => {
    report.alreadyThere += await countKnown(ctx, file.reviewId, waiting);
    waiting = [];
  };
  const reading = readStoredFile(
    ctx,
    file.hash,
    file.nature,
    {
      record: ({ doi, pmid, abstractText }) => {
        report.read++;
        if (!abstractText) report.withoutAbstract++;
        if (!doi && !pmid) report.withoutIdentifier++;
        const keys = [doi && `doi ${doi}`, pmid && `pmid ${pmid}`].filter(
          key => key !== null && key !== '',
        ) as string[];
        if (keys.some(key => seen.has(key))) report.repeatedInFile++;
        for (const key of keys) seen.add(ownText(key));
        waiting.push({ doi: doi && ownText(doi), pmid: pmid && ownText(pmid) });
      },
      skip: ({ line, reason }) => {
        report.skipped++;
        if (report.skippedEntries.length < NAMED_SKIPS) report.skippedEntries.push({ line, reason });
      },
      deletion: () => {
        report.deletions++;
      },
      bytes: stored => {
        bytes = stored;
      },
    },
    file,
  );
  for await (const _ of reading) {
    if (waiting.length >= ASKED_AT_ONCE) await askWaiting();
    await tell({ bytes, records: report.read });
  }
  await askWaiting();
  // Read once more, but without understanding it, for what the file says there.
  if (report.skippedEntries.length > 0) {
    const wanted = new Set(report.skippedEntries.map(entry => entry.line));
    const said = await linesOfFile(ctx, file.hash, file.nature, wanted);
    report.skippedEntries = report.skippedEntries.map(entry => ({ ...entry, text: said.get(entry.line) ?? '' }));
  }
  return report;
}

/** A copy by itself: a piece of a text keeps the whole text in memory that it was cut from, and a file has many. */
function ownText(text: string): string {
  return [...text].join('');
}
