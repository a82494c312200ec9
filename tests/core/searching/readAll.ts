import { createReader, type ReaderOptions } from '#core/searching/createReader';
import type { RecordDeletion, ReferenceRecord, SkippedRecord } from '#core/searching/record';
import type { RecordFormat } from '#core/vocabulary';

export interface AllRead {
  readonly records: ReferenceRecord[];
  readonly skipped: SkippedRecord[];
  readonly deletions: RecordDeletion[];
}

/** Reads a text in pieces of the given length. */
export function readAll(format: RecordFormat, text: string, piece = text.length, options: ReaderOptions = {}): AllRead {
  const all: AllRead = { records: [], skipped: [], deletions: [] };
  const reader = createReader(
    format,
    record => all.records.push(record),
    skipped => all.skipped.push(skipped),
    { onDeletion: deletion => all.deletions.push(deletion), ...options },
  );
  for (let at = 0; at < text.length; at += Math.max(1, piece)) reader.write(text.slice(at, at + Math.max(1, piece)));
  reader.end();
  return all;
}

/** The only record of a text; fails when there are more, or none, or something was skipped. */
export function readOne(format: RecordFormat, text: string): ReferenceRecord {
  const { records, skipped } = readAll(format, text);
  const [record] = records;
  if (!record || records.length > 1 || skipped.length > 0)
    throw new Error(`expected one record, got ${records.length}; skipped: ${JSON.stringify(skipped)}`);
  return record;
}
