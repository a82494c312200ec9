import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { BibliographicRecord } from '#core/duplicates/record';
import { Problem } from '#core/problem';

/** What could not be read: where, and why. */
export interface SkippedRecord {
  readonly line: number;
  readonly because: string;
}

export interface ReadRecords {
  readonly records: readonly BibliographicRecord[];
  readonly skipped: readonly SkippedRecord[];
}

const text = z.union([z.string(), z.number()]).nullish();
const authorName = z.union([
  z.string(),
  z.object({
    last: z.string().nullish(),
    fore: z.string().nullish(),
    initials: z.string().nullish(),
    collective: z.string().nullish(),
  }),
]);

/** A record as a line of NDJSON: the fields of this command, or what `pooled records` prints. */
export const recordLine = z.object({
  recordId: text,
  record_id: text,
  id: text,
  title: text,
  authors: z.union([z.string(), z.array(authorName)]).nullish(),
  year: text,
  date: z.object({ year: text }).nullish(),
  journal: text,
  journalAbbreviation: text,
  volume: text,
  issue: text,
  pages: text,
  doi: text,
  pmid: text,
  abstract: z.unknown().optional(),
  abstractText: text,
  source: z.unknown().optional(),
});
type RecordLine = z.infer<typeof recordLine>;

const orNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined || String(value).trim() === '' ? null : String(value);

function authorsOf(authors: RecordLine['authors']): string[] {
  if (authors === null || authors === undefined) return [];
  if (typeof authors === 'string') return authors.split(/;\s*/).filter(name => name !== '');
  return authors.flatMap(author => {
    if (typeof author === 'string') return [author];
    if (author.last) return [`${author.last}, ${author.fore ?? author.initials ?? ''}`];
    return author.collective ? [author.collective] : [];
  });
}

function sourceOf(source: unknown): string | null {
  if (typeof source === 'string') return orNull(source);
  const read = z.object({ file: z.string() }).safeParse(source);
  return read.success ? read.data.file : null;
}

function toRecord(line: RecordLine, place: number): BibliographicRecord {
  return {
    recordId: orNull(line.recordId ?? line.record_id ?? line.id) ?? String(place),
    title: orNull(line.title),
    authors: authorsOf(line.authors),
    year: orNull(line.year ?? line.date?.year),
    journal: orNull(line.journal ?? line.journalAbbreviation),
    volume: orNull(line.volume),
    issue: orNull(line.issue),
    pages: orNull(line.pages),
    doi: orNull(line.doi),
    pmid: orNull(line.pmid),
    abstract: orNull(line.abstractText ?? (typeof line.abstract === 'string' ? line.abstract : null)),
    source: sourceOf(line.source),
  };
}

function open(file: string, stdin: NodeJS.ReadableStream): NodeJS.ReadableStream {
  if (file === '-') return stdin;
  if (!existsSync(file)) throw new Problem('not-found', `There is no file ${file}.`);
  const raw: Readable = createReadStream(file);
  if (!file.endsWith('.gz')) return raw;
  const plain = createGunzip();
  raw.on('error', error => plain.destroy(error));
  return raw.pipe(plain);
}

async function readLines(stream: NodeJS.ReadableStream): Promise<ReadRecords> {
  const records: BibliographicRecord[] = [];
  const skipped: SkippedRecord[] = [];
  let line = 0;
  for await (const content of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (content.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(content);
      if (typeof value === 'object' && value !== null && 'recordType' in value && value.recordType === 'deletion')
        continue;
      records.push(toRecord(recordLine.parse(value), line));
    } catch (error) {
      skipped.push({
        line,
        because: error instanceof SyntaxError ? 'it is not JSON' : 'its fields have other shapes than --schema says',
      });
    }
  }
  return { records, skipped };
}

async function readTable(stream: NodeJS.ReadableStream): Promise<ReadRecords> {
  const records: BibliographicRecord[] = [];
  const skipped: SkippedRecord[] = [];
  const parser = stream.pipe(
    parse({
      columns: (header: string[]) =>
        header.map(name =>
          name
            .trim()
            .toLowerCase()
            .replace(/^recordid$/, 'record_id'),
        ),
      bom: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
    }),
  );
  stream.on('error', error => parser.destroy(error));
  parser.on('skip', (error: { lines?: number }) =>
    skipped.push({ line: error.lines ?? 0, because: 'it has another number of columns than the header' }),
  );
  let line = 1;
  for await (const row of parser) {
    // With `info`, csv-parse gives each row beside the line on which it ends.
    const read = z.object({ record: recordLine, info: z.object({ lines: z.number() }) }).safeParse(row);
    line++;
    if (!read.success) skipped.push({ line, because: 'its columns could not be read' });
    else if (!('title' in read.data.record))
      throw new Problem('invalid', 'The first row names no column "title": is this a table of records?');
    else records.push(toRecord(read.data.record, line - 1));
  }
  return { records, skipped };
}

/** Reads records from CSV or NDJSON, gzipped or not; standard input if the file is "-". The first letter tells which it is. */
export async function readBibliographicRecords(file: string, stdin: NodeJS.ReadableStream): Promise<ReadRecords> {
  const isNamedTable = /\.csv(\.gz)?$/i.test(file);
  const isNamedLines = /\.(ndjson|jsonl|json)(\.gz)?$/i.test(file);
  const stream = open(file, stdin);
  try {
    if (isNamedTable) return await readTable(stream);
    if (isNamedLines) return await readLines(stream);
    const first = await firstLetter(stream);
    return await (first === '{' ? readLines(stream) : readTable(stream));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      'invalid',
      `${file} could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Looks at the first letter and puts it back. */
async function firstLetter(stream: NodeJS.ReadableStream): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve);
    stream.once('error', reject);
  });
  const chunk: unknown = stream.read();
  if (chunk === null || chunk === undefined) return '';
  const bytes = typeof chunk === 'string' ? chunk : Buffer.isBuffer(chunk) ? chunk : '';
  stream.unshift(bytes);
  return String(bytes)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .charAt(0);
}
