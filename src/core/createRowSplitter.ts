/** Where one row of a table went wrong. */
export interface BrokenRow {
  readonly line: number;
  readonly reason: string;
}

/** No real cell comes near; a quote that is never closed must not swallow the file. */
const CELL_LIMIT = 1_000_000;
const QUOTE = 34;
const CR = 13;
const LF = 10;

/** What a scan of one row gives: where it ends, or that more text is needed, or that its quote is never closed. */
type RowScan = { readonly cells: string[]; readonly end: number } | 'incomplete' | 'unclosed';

/** A quote ends a cell only before a delimiter or a line's end; elsewhere inside a cell it is text. */
function scanRow(text: string, start: number, delimiter: number, isLast: boolean): RowScan {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0 || quote - at > CELL_LIMIT)
          return isLast || text.length - at > CELL_LIMIT ? 'unclosed' : 'incomplete';
        const next = text.charCodeAt(quote + 1);
        if (quote + 1 >= text.length && !isLast) return 'incomplete';
        if (next === QUOTE) {
          cell += text.slice(from, quote + 1);
          from = quote + 2;
        } else if (quote + 1 >= text.length || next === delimiter || next === CR || next === LF) {
          cell += text.slice(from, quote);
          at = quote + 1;
          break;
        } else {
          cell += text.slice(from, quote + 1);
          from = quote + 1;
        }
      }
      cells.push(cell);
    } else {
      const from = at;
      while (at < text.length) {
        const code = text.charCodeAt(at);
        if (code === delimiter || code === CR || code === LF) break;
        at++;
      }
      if (at >= text.length && !isLast) return 'incomplete';
      cells.push(text.slice(from, at));
    }
    if (at >= text.length) return { cells, end: at };
    const code = text.charCodeAt(at);
    if (code === delimiter) {
      at++;
      if (at >= text.length && !isLast) return 'incomplete';
      continue;
    }
    if (code === CR && at + 1 >= text.length && !isLast) return 'incomplete';
    return { cells, end: at + (code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1) };
  }
}

/**
 * Cuts delimited text that comes in pieces into rows of cells (RFC 4180, tolerant: quotes inside a quoted cell need not
 * be doubled, and any line ends will do). A quote that is never closed costs its own line alone.
 */
export function createRowSplitter(
  delimiter: string,
  onRow: (cells: readonly string[], line: number) => void,
  onBroken: (broken: BrokenRow) => void,
): { readonly write: (text: string) => void; readonly end: () => void } {
  const delimiterCode = delimiter.charCodeAt(0);
  let held = '';
  let line = 1;

  function countLines(text: string): number {
    return text.match(/\r\n?|\n/g)?.length ?? 0;
  }

  function drain(isLast: boolean): void {
    let at = 0;
    while (at < held.length) {
      const row = scanRow(held, at, delimiterCode, isLast);
      if (row === 'incomplete') break;
      if (row === 'unclosed') {
        onBroken({ line, reason: 'a quote is not closed' });
        const lineEnd = /\r\n?|\n/g;
        lineEnd.lastIndex = at;
        at = lineEnd.exec(held) ? lineEnd.lastIndex : held.length;
        line++;
        continue;
      }
      if (row.cells.some(cell => cell.trim() !== '')) onRow(row.cells, line);
      line += countLines(held.slice(at, row.end));
      at = row.end;
    }
    held = held.slice(at);
  }

  return {
    write(text) {
      held += text;
      drain(false);
    },
    end() {
      drain(true);
    },
  };
}
