import { In } from 'typeorm';
import type { ReferenceRecord } from '#core/searching/record';
import { writeBibtex } from '#core/searching/writeBibtex';
import { writeCsvHeader, writeCsvRow } from '#core/searching/writeCsv';
import { writeNbib } from '#core/searching/writeNbib';
import { writeRis } from '#core/searching/writeRis';
import type { RecordExportFormat } from '#core/vocabulary';
import { SearchRecord } from '#entities/SearchRecord';
import type { Actor, Context } from '#services/context';
import { type Selection, selectRecords } from '#services/records/selectRecords';
import { standInReview } from '#services/standing';

interface Writer {
  readonly fileName: string;
  readonly contentType: string;
  readonly head: string;
  readonly write: (record: ReferenceRecord) => string;
}

const WRITERS: Readonly<Record<RecordExportFormat, Writer>> = {
  ris: {
    fileName: 'records.ris',
    contentType: 'application/x-research-info-systems',
    head: '',
    write: record => writeRis(record),
  },
  nbib: { fileName: 'records.nbib', contentType: 'application/nbib', head: '', write: record => writeNbib(record) },
  bibtex: {
    fileName: 'records.bib',
    contentType: 'application/x-bibtex',
    head: '',
    write: record => writeBibtex(record),
  },
  csv: {
    fileName: 'records.csv',
    contentType: 'text/csv',
    head: writeCsvHeader(),
    write: record => writeCsvRow(record),
  },
};

/** A selection as a file of records alone: what anybody decided, labelled or noted is no part of it. */
export async function exportRecords(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: { format: RecordExportFormat; selection: Selection },
) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const recordIds = await selectRecords(ctx, viewer, input.selection);
  const { fileName, contentType, head, write } = WRITERS[input.format];
  return { fileName, contentType, content: written(ctx, reviewId, recordIds, head, write) };
}

const RECORDS_AT_ONCE = 500;

/** Batch by batch, so that a hundred thousand records need no more memory than five hundred. */
async function* written(
  ctx: Context,
  reviewId: string,
  recordIds: readonly string[],
  head: string,
  write: Writer['write'],
): AsyncIterable<string> {
  if (head !== '') yield head;
  for (let from = 0; from < recordIds.length; from += RECORDS_AT_ONCE) {
    const ids = recordIds.slice(from, from + RECORDS_AT_ONCE);
    const rows = await ctx.db.find(SearchRecord, {
      where: { reviewId, recordId: In(ids) },
      select: { recordId: true, details: true },
    });
    const byId = new Map(rows.map(row => [row.recordId, row.details as ReferenceRecord])); // written by recordRow
    yield ids
      .flatMap(id => byId.get(id) ?? [])
      .map(write)
      .join('');
  }
}
