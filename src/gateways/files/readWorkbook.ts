import readSheets, { type SheetData } from 'read-excel-file/node';
import { Problem } from '#core/problem';
import { countKnownHeaders } from '#core/searching/csv/columns';

type Cell = SheetData[number][number];

const HEADER_ROWS = 30;
const BATCH_ROWS = 500;

/** The table of references in a workbook, as the text of a CSV file: of several sheets the one whose header is known best. */
export async function* readWorkbook(file: string): AsyncGenerator<Uint8Array> {
  const table = await readTable(file);
  for (let from = 0; from < table.length; from += BATCH_ROWS) {
    const rows = table.slice(from, from + BATCH_ROWS).map(row => row.map(written).join(','));
    yield Buffer.from(`${rows.join('\r\n')}\r\n`, 'utf8');
  }
}

async function readTable(file: string): Promise<SheetData> {
  const sheets = await readSheets(file).catch(() => {
    throw new Problem(
      'invalid',
      'The workbook is damaged or locked by a password. Save it again without one, or as CSV.',
    );
  });
  const known = sheets.map(({ data }) =>
    Math.max(0, ...data.slice(0, HEADER_ROWS).map(row => countKnownHeaders(row.map(cellText)))),
  );
  const best = known.indexOf(Math.max(...known));
  return sheets[best]?.data ?? [];
}

/** Numbers as they stand in the cell, so that a PMID has no exponent; a date without an hour as its day. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(cell);
}

/** Always in quotes, so that commas and line breaks stay in their cell. */
function written(cell: Cell): string {
  return `"${cellText(cell).replaceAll('"', '""')}"`;
}
