import type { ReplyOf } from '#contract/endpoint';
import * as contract from '#contract/extractionTables';
import type { ExtractionTable } from '#core/extraction/vocabulary';
import { csvText, parseCsvText } from '#core/reporting/csvText';
import { call } from '../../../call.ts';
import { saveFile } from '../../../parts/saveFile.ts';
import { useDeed } from '../useExtraction.ts';

export type TableChange = ReplyOf<typeof contract.compareExtractionTable>['changes'][number];
export type Refused = ReplyOf<typeof contract.takeExtractionTable>['refused'][number];

export const TABLE_WORDS: Readonly<Record<ExtractionTable, { readonly name: string; readonly line: string }>> = {
  form: {
    name: 'Form',
    line: 'A row for each study and, where arms are asked, each arm; the fields of the form across.',
  },
  results: { name: 'Results', line: 'A row for each study, outcome and arm; events, means and estimates across.' },
};

/** A table that somebody brings. */
export interface Upload {
  readonly key: string;
  readonly fileName: string;
  readonly table: ExtractionTable;
  readonly head: string[];
  readonly rows: { line: number; cells: string[] }[];
}

/** How many rows go to the server at once. */
const ROWS_AT_ONCE = 100;

function parts(rows: Upload['rows']): Upload['rows'][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, place) => rows.slice(place * ROWS_AT_ONCE, (place + 1) * ROWS_AT_ONCE));
}

/** What the whole table would change; what is wrong with its head is told once. */
export async function compareUpload(reviewId: string, { table, head, rows }: Upload): Promise<TableChange[]> {
  const changes: TableChange[] = [];
  for (const [place, part] of parts(rows).entries()) {
    const reply = await call(contract.compareExtractionTable, {
      params: { reviewId, table },
      body: { head, rows: part },
    });
    changes.push(...reply.changes.filter(change => place === 0 || change.line > 1));
  }
  return changes;
}

export function useTables(reviewId: string) {
  return {
    download: useDeed(reviewId, async ({ table, format }: { table: ExtractionTable; format: 'csv' | 'xlsx' }) => {
      const { head, rows } = await call(contract.getExtractionTable, { params: { reviewId, table } });
      const name = `extraction, ${table}.${format}`;
      if (format === 'csv') saveFile(new Blob([`\uFEFF${csvText([head, ...rows])}`], { type: 'text/csv' }), name);
      else saveFile(await workbookOf(head, rows), name);
    }),
    take: useDeed(reviewId, async ({ upload, tell }: { upload: Upload; tell: (done: number) => void }) => {
      const refused: Refused[] = [];
      let taken = 0;
      let done = 0;
      for (const part of parts(upload.rows)) {
        const reply = await call(contract.takeExtractionTable, {
          params: { reviewId, table: upload.table },
          body: { head: upload.head, rows: part },
        });
        taken += reply.taken;
        refused.push(...reply.refused.filter(one => done === 0 || one.line > 1));
        done += part.length;
        tell(done);
      }
      return { taken, refused };
    }),
  };
}

/** The writer is fetched when somebody asks for a workbook. Texts stay texts, so that no spreadsheet makes a date of them. */
async function workbookOf(head: readonly string[], rows: readonly (readonly string[])[]): Promise<Blob> {
  const { default: writeExcel } = await import('write-excel-file/browser');
  const cell = (text: string) => {
    const isNumber = /^-?\d+(?:\.\d+)?$/.test(text) && text.length < 16;
    if (text === '') return null;
    return isNumber ? { value: Number(text), type: Number } : { value: text, type: String };
  };
  const data = [
    head.map(value => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map(row => row.map(cell)),
  ];
  return writeExcel(data, { stickyRowsCount: 1 }).toBlob();
}

/** Reads what somebody brings: a workbook's first sheet, or CSV. */
export async function readUpload(file: File): Promise<Upload> {
  const isWorkbook = /\.xlsx$/i.test(file.name);
  const read = isWorkbook ? await rowsOfWorkbook(file) : parseCsvText(await file.text());
  const [head, ...rows] = read.map(row => ({ line: row.line, cells: [...row.cells] }));
  if (!head) throw new Error('The file is empty.');
  const names = head.cells.map(name => name.trim().toLowerCase());
  if (!names.includes('study')) {
    throw new Error('The first row has no column “study”: this is no table of an extraction. Take one along first.');
  }
  const table = names.includes('outcome') ? 'results' : 'form';
  return { key: `${file.name} ${file.lastModified} ${file.size}`, fileName: file.name, table, head: head.cells, rows };
}

async function rowsOfWorkbook(file: File) {
  const { default: readSheets } = await import('read-excel-file/browser');
  const [first] = await readSheets(file);
  return (first?.data ?? [])
    .map((row, place) => ({ line: place + 1, cells: row.map(cellOf) }))
    .filter(row => row.cells.some(cell => cell !== ''));
}

function cellOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}
