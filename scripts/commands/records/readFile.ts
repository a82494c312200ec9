import { Problem } from '#core/problem';
import { createReader } from '#core/searching/createReader';
import type { ColumnMapping } from '#core/searching/csv/columns';
import { detectFormat } from '#core/searching/detectFormat';
import type { RecordReader } from '#core/searching/draft';
import type { RecordDeletion, ReferenceRecord, SkippedRecord } from '#core/searching/record';
import type { RecordFormat } from '#core/vocabulary';
import { type Packing, packingOf } from '#gateways/files/unpack';
import { decodeChunks } from '#scripts/commands/records/decodeChunks';
import { openFile } from '#scripts/commands/records/openFile';

/** What a format is told by. */
const HEAD_LENGTH = 100_000;

export type FoundInFile = ReferenceRecord | RecordDeletion | ({ readonly recordType: 'skipped' } & SkippedRecord);

export interface FileOptions {
  readonly format: RecordFormat | 'auto';
  readonly columns: ColumnMapping;
  readonly stdin: NodeJS.ReadableStream;
}

/** Everything that a file holds, in order and as it is read: one piece of the file is in memory at a time. */
export async function* readFile(file: string, options: FileOptions): AsyncGenerator<FoundInFile> {
  let found: FoundInFile[] = [];
  const state: { reader: RecordReader | null } = { reader: null };
  let head = '';
  let hasBegun = false;
  let lastLine = 1;

  let packing: Packing = 'plain';

  function begin(): void {
    hasBegun = true;
    const detected = options.format === 'auto' ? detectFormat(head) : options.format;
    const format = detected === 'csv' && packing === 'xlsx' ? 'xlsx' : detected;
    if (!format) {
      const reason = head.trim() === '' ? 'the file is empty' : 'the format is none that is known; --format names one';
      found.push({ recordType: 'skipped', line: 1, reason });
      return;
    }
    const reader = createReader(
      format,
      record => {
        lastLine = record.source.line;
        found.push(record);
      },
      skipped => found.push({ recordType: 'skipped', ...skipped }),
      { file, columns: options.columns, onDeletion: deletion => found.push(deletion) },
    );
    reader.write(head);
    state.reader = reader;
    head = '';
  }

  try {
    packing = file === '-' ? 'plain' : await packingOf(file);
    for await (const text of decodeChunks(openFile(file, packing, options.stdin))) {
      if (state.reader) state.reader.write(text);
      else {
        head += text;
        if (head.length >= HEAD_LENGTH) begin();
        if (!state.reader && head.length >= HEAD_LENGTH) break;
      }
      yield* found;
      found = [];
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!state.reader && head === '') throw new Problem('not-found', `${file} can't be read: ${reason}`);
    found.push({
      recordType: 'skipped',
      line: lastLine,
      reason: `the file can't be read behind the record that begins here: ${reason}`,
    });
  }
  if (!hasBegun) begin();
  state.reader?.end();
  yield* found;
}
