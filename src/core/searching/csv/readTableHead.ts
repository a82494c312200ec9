import { createRowSplitter } from '#core/createRowSplitter';
import { type ColumnMapping, CSV_FIELDS, type CsvField, findColumns } from '#core/searching/csv/columns';
import { findTable, type Table } from '#core/searching/csv/createCsvReader';
import { presentText } from '#core/searching/plainText';

/** What a person needs to see of a table to say which column holds what. */
export interface TableHead {
  readonly headers: readonly string[];
  /** The first rows, a cell for each header. */
  readonly rows: readonly (readonly string[])[];
  /** Which header was taken for which field. */
  readonly columns: ColumnMapping;
}

const SHOWN_ROWS = 4;
const CELL_LENGTH = 120;

/** The row with the most cells, where no header is known: a person may know them. */
function widestTable(head: string): Table | null {
  let widest: Table | null = null;
  for (const delimiter of [',', ';', '\t', '|']) {
    let isFirst = true;
    const splitter = createRowSplitter(
      delimiter,
      (cells, line) => {
        if (isFirst && cells.length > (widest?.headers.length ?? 1))
          widest = { delimiter, headerLine: line, headers: cells };
        isFirst = false;
      },
      () => undefined,
    );
    splitter.write(head);
    splitter.end();
  }
  return widest;
}

/** Reads the beginning of a table; null when it holds none. */
export function readTableHead(text: string, told: ColumnMapping): TableHead | null {
  const head = text.replace(/^\ufeff/, '');
  const table = findTable(head, told) ?? widestTable(head);
  if (!table) return null;
  const rows: string[][] = [];
  const splitter = createRowSplitter(
    table.delimiter,
    (cells, line) => {
      if (line > table.headerLine && rows.length < SHOWN_ROWS)
        rows.push(table.headers.map((_, index) => (presentText(cells[index]) ?? '').slice(0, CELL_LENGTH)));
    },
    () => undefined,
  );
  splitter.write(head);
  splitter.end();
  const headers = table.headers.map(header => header.trim());
  return { headers, rows, columns: headersOf(findColumns(headers, told), headers) };
}

function headersOf(columns: ReadonlyMap<CsvField, number>, headers: readonly string[]): ColumnMapping {
  const mapping: Partial<Record<CsvField, string>> = {};
  for (const field of CSV_FIELDS) {
    const header = headers[columns.get(field) ?? -1];
    if (header !== undefined) mapping[field] = header;
  }
  return mapping;
}

/** Whether a table has all the headers that a mapping names. */
export function fitsTable(mapping: ColumnMapping, headers: readonly string[]): boolean {
  return Object.values(mapping).every(header => headers.includes(header));
}
