import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Problem } from '#core/problem';
import { type ColumnMapping, CSV_FIELDS, type CsvField } from '#core/searching/csv/columns';
import type { ReferenceRecord } from '#core/searching/record';
import { RECORD_FORMATS, type RecordFormat } from '#core/vocabulary';
import type { Command, CommandIo, ExitCode } from '#scripts/command';
import { readFile } from '#scripts/commands/records/readFile';
import { recordSchema } from '#scripts/commands/records/recordSchema';

/** Records are printed in batches of about this many characters: a system call for each would cost as much as reading. */
const BATCH_LENGTH = 64_000;

/** How many skipped parts are named one by one; the count is always whole. */
const NAMED_LIMIT = 1000;

interface Counts {
  read: number;
  skipped: number;
  deletions: number;
  withoutAbstract: number;
  withoutIdentifier: number;
}

function count(counts: Counts, record: ReferenceRecord): void {
  counts.read++;
  if (record.abstractText === null) counts.withoutAbstract++;
  if (record.doi === null && record.pmid === null) counts.withoutIdentifier++;
}

function summary(counts: Counts): string {
  const deletions = counts.deletions > 0 ? `, deletions ${counts.deletions}` : '';
  return (
    `read ${counts.read}, skipped ${counts.skipped}${deletions}; ` +
    `without abstract ${counts.withoutAbstract}, without DOI or PMID ${counts.withoutIdentifier}`
  );
}

function readFormat(written: string): RecordFormat | 'auto' {
  const format = [...RECORD_FORMATS, 'auto' as const].find(name => name === written);
  if (!format) throw new Problem('invalid', `--format is ${RECORD_FORMATS.join(', ')} or auto, not "${written}".`);
  return format;
}

/** `title=Name of study`: which column holds what. */
function readColumns(written: readonly string[]): ColumnMapping {
  const columns: Partial<Record<CsvField, string>> = {};
  for (const pair of written) {
    const [name = '', ...header] = pair.split('=');
    const field = CSV_FIELDS.find(known => known === name);
    if (!field || header.length === 0)
      throw new Problem('invalid', `--column is FIELD=HEADER with a field of ${CSV_FIELDS.join(', ')}.`);
    columns[field] = header.join('=');
  }
  return columns;
}

function readArguments(args: readonly string[]): {
  files: string[];
  format: RecordFormat | 'auto';
  columns: ColumnMapping;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'auto' },
        column: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean' },
      },
    });
    if (positionals.length === 0) throw new Problem('invalid', 'pooled records needs a file, or - for standard input.');
    return { files: positionals, format: readFormat(values.format), columns: readColumns(values.column) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('invalid', error instanceof Error ? error.message : String(error));
  }
}

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { files, format, columns } = readArguments(args);
  const counts: Counts = { read: 0, skipped: 0, deletions: 0, withoutAbstract: 0, withoutIdentifier: 0 };
  let batch: string[] = [];
  let batchLength = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await io.print(batch.join('\n'));
    batch = [];
    batchLength = 0;
  };
  for (const file of files) {
    for await (const found of readFile(file, { format, columns, stdin: io.stdin })) {
      if (found.recordType === 'skipped') {
        counts.skipped++;
        if (counts.skipped <= NAMED_LIMIT) io.say(`${file}:${found.line}: skipped: ${found.reason}`);
        continue;
      }
      if (found.recordType === 'deletion') counts.deletions++;
      else count(counts, found);
      const line = JSON.stringify(found);
      batch.push(line);
      batchLength += line.length;
      if (batchLength >= BATCH_LENGTH) await flush();
    }
  }
  await flush();
  if (counts.skipped > NAMED_LIMIT) io.say(`… and ${counts.skipped - NAMED_LIMIT} more were skipped`);
  io.say(summary(counts));
  return counts.skipped > 0 ? 1 : 0;
}

export const command: Command = {
  summary: 'reads reference files and prints their records',
  help: [
    `pooled records FILE… [--format auto|${RECORD_FORMATS.join('|')}] [--column FIELD=HEADER]…`,
    '',
    'Reads reference files as databases, registries and reference managers write them, packed (gzip, ZIP) or not, in',
    'constant memory (a workbook of Excel as a whole), and prints one record a line as JSON. Encoding and format are told',
    'by the content; Web of Science text is read as ris.',
    'What was skipped is named on standard error with its line and the reason; the exit code is then 1.',
    '',
    'Example: pooled records pubmed26n0001.xml.gz scopus.ris embase.csv > records.ndjson',
    'Example: pooled records table.csv --column title="Name of study" --column abstract=Summary',
  ].join('\n'),
  schema: () => ({
    input: { description: 'reference files; see --help' },
    output: z.toJSONSchema(recordSchema),
  }),
  run,
};
