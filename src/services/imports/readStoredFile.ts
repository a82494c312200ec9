import { Problem } from '#core/problem';
import { createReader } from '#core/searching/createReader';
import type { ColumnMapping } from '#core/searching/csv/columns';
import { detectEncoding, type TextEncoding } from '#core/searching/detectEncoding';
import { detectFormat } from '#core/searching/detectFormat';
import type { ReferenceRecord, SkippedRecord } from '#core/searching/record';
import type { RecordFormat } from '#core/vocabulary';
import type { Context } from '#services/context';

/** The largest upload, as it arrives. */
export const MAX_UPLOAD_BYTES = 1_000_000_000;
/** The most that a packed file may unpack to: a small archive that goes on for ever stops here. */
export const MAX_UNPACKED_BYTES = 2_000_000_000;

/** A file that unpacks to more than this takes over a second to read through: it is read by a job. */
export const LARGE_BYTES = 4_000_000;

const HEAD_BYTES = 65_536;
const HEAD_CHARACTERS = 16_384;

export interface FileNature {
  readonly encoding: TextEncoding;
  readonly format: RecordFormat;
}

export interface FileSinks {
  record(record: ReferenceRecord): void;
  skip(skipped: SkippedRecord): void;
  deletion(): void;
  /** How many bytes of the file, as it is stored, have been read. */
  bytes?(stored: number): void;
}

/**
 * Which encoding and format a stored file has, by its content alone. Throws 'invalid' in words when it is none we read.
 * Letters beyond ASCII are looked for in the first `searchedBytes`: of a large file's encoding only the whole is sure.
 */
export async function inspectStoredFile(
  ctx: Context,
  hash: string,
  searchedBytes: number = MAX_UNPACKED_BYTES,
): Promise<FileNature> {
  const encoding = await findEncoding(ctx, hash, searchedBytes);
  let head = '';
  for await (const text of ctx.files.decode(ctx.files.read(hash, MAX_UNPACKED_BYTES), encoding)) {
    head += text;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  if (head.trim() === '') throw new Problem('invalid', 'The file is empty. Export it again and upload it.');
  const format = detectFormat(head);
  if (format === 'csv' && (await ctx.files.isWorkbook(hash))) return { encoding, format: 'xlsx' };
  if (format) return { encoding, format };
  throw new Problem(
    'invalid',
    'This is no format that Pooled reads. Export as PubMed XML, PubMed (NBIB), RIS, EndNote XML, BibTeX, CSV or Excel (.xlsx).',
  );
}

/** The beginning of a stored file's text: enough for the header of a table and its first rows. */
export async function readHead(ctx: Context, hash: string, encoding: TextEncoding): Promise<string> {
  let head = '';
  for await (const text of ctx.files.decode(ctx.files.read(hash, MAX_UNPACKED_BYTES), encoding)) {
    head += text;
    if (head.length >= HEAD_BYTES) break;
  }
  return head.slice(0, HEAD_BYTES);
}

/** Whether a stored file, unpacked, is longer than this. */
export async function isLongerThan(ctx: Context, hash: string, bytes: number): Promise<boolean> {
  let length = 0;
  for await (const part of ctx.files.read(hash, MAX_UNPACKED_BYTES)) {
    length += part.length;
    if (length > bytes) return true;
  }
  return false;
}

/** Reads a stored file piece by piece, in constant memory. Every record and every skipped entry goes to a sink, in order. */
export async function* readStoredFile(
  ctx: Context,
  hash: string,
  nature: FileNature,
  sinks: FileSinks,
  file: { readonly fileName: string; readonly columns?: ColumnMapping | null },
): AsyncGenerator<void> {
  const reader = createReader(
    nature.format,
    record => sinks.record(record),
    skipped => sinks.skip(skipped),
    { file: file.fileName, columns: file.columns ?? {}, onDeletion: () => sinks.deletion() },
  );
  const content = ctx.files.read(hash, MAX_UNPACKED_BYTES, stored => sinks.bytes?.(stored));
  for await (const text of ctx.files.decode(content, nature.encoding)) {
    reader.write(text);
    // After each piece the caller may store what has come, report, or stop.
    yield;
  }
  reader.end();
  yield;
}

/** The encoding shows in a mark at the start, or in the first bytes beyond ASCII, wherever they are. */
async function findEncoding(ctx: Context, hash: string, searchedBytes: number): Promise<TextEncoding> {
  let telling: Uint8Array | null = null;
  let isFirst = true;
  let searched = 0;
  for await (const bytes of ctx.files.read(hash, MAX_UNPACKED_BYTES)) {
    if (isFirst) {
      isFirst = false;
      if (hasMark(bytes)) return detectEncoding(bytes.subarray(0, HEAD_BYTES));
    }
    const from = bytes.findIndex(byte => byte >= 0x80 || byte === 0);
    searched += bytes.length;
    if (searched > searchedBytes) break;
    if (telling === null && from < 0) continue;
    telling = telling === null ? bytes.subarray(from) : concat(telling, bytes);
    if (telling.length >= HEAD_BYTES) break;
  }
  return telling === null ? 'utf-8' : detectEncoding(telling.subarray(0, HEAD_BYTES));
}

function hasMark(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
