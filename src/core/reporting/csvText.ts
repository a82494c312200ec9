import { createRowSplitter } from '#core/createRowSplitter';
import { Problem } from '#core/problem';

/** A plain number, also a negative one, is no formula: it must stay a number. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Rows as comma-separated text (RFC 4180, CRLF), quoted where needed, no cell able to act as a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const written = rows.map(row =>
    row.map(cell => (/[",\r\n]/.test(harmless(cell)) ? `"${harmless(cell).replaceAll('"', '""')}"` : harmless(cell))),
  );
  return written.map(row => `${row.join(',')}\r\n`).join('');
}

export interface CsvRow {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Comma-separated text as rows. A byte order mark, quoted line breaks and any line ending are understood. Throws 'invalid'
 * naming the line of a quote that is never closed.
 */
export function parseCsvText(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const splitter = createRowSplitter(
    ',',
    (cells, line) => rows.push({ line, cells }),
    ({ line, reason }) => {
      throw new Problem('invalid', `Line ${line}: ${reason}. Close it, or double a quote that belongs to the text.`);
    },
  );
  splitter.write(text.replace(/^\uFEFF/, ''));
  splitter.end();
  return rows;
}
