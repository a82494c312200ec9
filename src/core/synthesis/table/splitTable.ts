/** A row of a pasted table with the line on which it began, from 1. */
export interface PastedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = ['\t', ';', ','] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** What stands between cells: a spreadsheet pastes tabs; else the sign that the first line holds most, outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const first = text.split(/\r?\n/).find(line => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  if (bare.includes('\t')) return '\t';
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

/** A pasted table as rows of cells: tabs, semicolons or commas; quoted cells may hold any of them and line breaks. */
export function splitTable(text: string): { readonly rows: readonly PastedRow[]; readonly delimiter: Delimiter } {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(source);
  const rows: PastedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let rowLine = 1;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some(content => content !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    cell = '';
    rowLine = line;
  };
  for (let place = 0; place < source.length; place++) {
    const letter = source.charAt(place);
    if (letter === '\n') line++;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (source.charAt(place + 1) === '"') {
        cell += '"';
        place++;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (letter === delimiter) {
      cells.push(cell.trim());
      cell = '';
    } else if (letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return { rows, delimiter };
}
