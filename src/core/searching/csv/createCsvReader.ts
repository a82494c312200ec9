import { type BrokenRow, createRowSplitter } from '#core/createRowSplitter';
import { type ColumnMapping, type CsvField, countKnownHeaders, findColumns } from '#core/searching/csv/columns';
import { readCsvRecord } from '#core/searching/csv/readCsvRecord';
import type { DraftSink, RecordReader } from '#core/searching/draft';
import { trialTable } from '#core/searching/trials/readTrialRow';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** How much of a file is looked at to find its header row and its delimiter. */
const HEAD_LENGTH = 64_000;
const HEAD_ROWS = 30;

export interface Table {
  readonly delimiter: string;
  readonly headerLine: number;
  readonly headers: readonly string[];
}

/** The row and delimiter with the most headers that are known; lines before it are a preamble. */
export function findTable(head: string, told: ColumnMapping): Table | undefined {
  const candidates: { readonly table: Table; readonly known: number }[] = [];
  const wanted = Object.values(told);
  for (const delimiter of DELIMITERS) {
    let rows = 0;
    const splitter = createRowSplitter(
      delimiter,
      (cells, line) => {
        if (rows++ >= HEAD_ROWS) return;
        const known = countKnownHeaders(cells) + cells.filter(cell => wanted.includes(cell.trim())).length * 10;
        candidates.push({ known, table: { delimiter, headerLine: line, headers: cells } });
      },
      () => {},
    );
    splitter.write(head);
    splitter.end();
  }
  const most = Math.max(0, ...candidates.map(candidate => candidate.known));
  return most === 0 ? undefined : candidates.find(candidate => candidate.known === most)?.table;
}

/**
 * Reads a table of references, CSV or tab-separated, with whatever stands before its header row. Columns are found by
 * their headers, or as `told`.
 */
export function createCsvReader(sink: DraftSink, told: ColumnMapping = {}): RecordReader {
  let head = '';
  let hasNoTable = false;
  let rows: { readonly write: (text: string) => void; readonly end: () => void } | null = null;

  function begin(): void {
    const table = findTable(head, told);
    if (!table) {
      hasNoTable = true;
      head = '';
      return;
    }
    const columns: ReadonlyMap<CsvField, number> = findColumns(table.headers, told);
    // What a registry exports is told by its headers, unless a person has said which column is which.
    const readTrial = Object.keys(told).length === 0 ? trialTable(table.headers) : null;
    const onRow = (cells: readonly string[], line: number): void => {
      if (line <= table.headerLine) return;
      const surplus = cells.slice(table.headers.length).filter(cell => cell.trim() !== '').length;
      if (surplus > 0 && cells.length > table.headers.length)
        sink.skip(line, `the row has ${cells.length} cells, the header ${table.headers.length}`);
      else sink.record(readTrial ? readTrial(cells) : readCsvRecord(table.headers, columns, cells), line);
    };
    const onBroken = (broken: BrokenRow): void => sink.skip(broken.line, broken.reason);
    rows = createRowSplitter(table.delimiter, onRow, onBroken);
    rows.write(head);
    head = '';
  }

  return {
    write(text) {
      if (rows) rows.write(text);
      else if (!hasNoTable) {
        head += text;
        if (head.length >= HEAD_LENGTH) begin();
      }
    },
    end() {
      if (!rows && !hasNoTable) begin();
      if (rows) rows.end();
      else sink.skip(1, 'no row of the file looks like a header with a title, abstract, author or identifier column');
    },
  };
}
