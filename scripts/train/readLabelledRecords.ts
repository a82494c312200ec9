import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { BibliographicRecord } from '#core/duplicates/record';

const column = z.string().transform(value => (value.trim() === '' ? null : value));
const row = z.object({
  record_id: z.string(),
  gold_group_id: z.string(),
  title: column,
  authors: z.string(),
  year: column,
  journal: column,
  volume: column,
  issue: column,
  pages: column,
  doi: column,
  pmid: column,
  abstract: column,
  source: column,
});

/** Records with the group of duplicates that each belongs to, from a gzipped CSV file. */
export async function readLabelledRecords(
  file: string,
): Promise<{ records: BibliographicRecord[]; groupOf: Map<string, string> }> {
  const records: BibliographicRecord[] = [];
  const groupOf = new Map<string, string>();
  for await (const raw of createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true }))) {
    const { record_id: recordId, gold_group_id: group, authors, ...rest } = row.parse(raw);
    records.push({ recordId, authors: authors.split(/;\s*/).filter(name => name !== ''), ...rest });
    groupOf.set(recordId, group);
  }
  return { records, groupOf };
}
