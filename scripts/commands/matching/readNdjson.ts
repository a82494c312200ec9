import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { Problem } from '#core/problem';
import type { CommandIo } from '#scripts/command';

export interface ReadLines<T> {
  readonly rows: readonly T[];
  /** How many lines could not be read; each has been named on standard error. */
  readonly skipped: number;
}

async function open(file: string, io: CommandIo): Promise<NodeJS.ReadableStream> {
  if (file === '-') return io.stdin;
  try {
    await access(file);
  } catch {
    throw new Problem('not-found', `There is no file ${file} that can be read.`);
  }
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const plain = createGunzip();
  bytes.on('error', error => plain.destroy(error));
  return bytes.pipe(plain);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The lines of an NDJSON file (`.gz` too, `-` is standard input) that have the wished shape; the others are named and skipped. */
export async function readNdjson<T>(file: string, shape: z.ZodType<T>, io: CommandIo): Promise<ReadLines<T>> {
  const rows: T[] = [];
  let skipped = 0;
  let number = 0;
  const lines = createInterface({ input: await open(file, io), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    number++;
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '') continue;
    const result = shape.safeParse(parsed(text));
    if (result.success) {
      rows.push(result.data);
      continue;
    }
    skipped++;
    const [issue] = result.error.issues;
    const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    io.say(`${file}:${number}: skipped: ${where}${issue?.message ?? 'not the expected shape'}`);
  }
  return { rows, skipped };
}
