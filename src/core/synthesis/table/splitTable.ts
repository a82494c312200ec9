import { type BrokenRow, createRowSplitter } from '#core/createRowSplitter';

/** A row of a pasted table with the line on which it began, from 1. */
export interface PastedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = ['\t', ';', ','] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** What stands between cells: a spreadsheet pastes tabs; else the sign that the first line holds most, outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const first = text.split(/\r\n?|\n/).find(line => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  if (bare.includes('\t')) return '\t';
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

/**
 * A pasted table as rows of cells: tabs, semicolons or commas; quoted cells may hold any of them and line breaks. A row
 * whose quote is never closed is told of in `broken`.
 */
export function splitTable(text: string): {
  readonly rows: readonly PastedRow[];
  readonly broken: readonly BrokenRow[];
  readonly delimiter: Delimiter;
} {
  const source = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(source);
  const rows: PastedRow[] = [];
  const broken: BrokenRow[] = [];
  const splitter = createRowSplitter(
    delimiter,
    (cells, line) => rows.push({ line, cells: cells.map(cell => cell.trim()) }),
    row => broken.push(row),
  );
  splitter.write(source);
  splitter.end();
  return { rows, broken, delimiter };
}
