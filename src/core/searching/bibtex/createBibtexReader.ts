import { closingBrace, parseEntry, readFields } from '#core/searching/bibtex/parseEntry';
import { readBibtexRecord } from '#core/searching/bibtex/readBibtexRecord';
import type { DraftSink, RecordReader } from '#core/searching/draft';

const ENTRY = /@\s*([A-Za-z]+)\s*([{(])/g;
/** At the beginning of a line an entry begins even when the one before was not closed. */
const NEXT_ENTRY = /\n[ \t]*@\s*[A-Za-z]+\s*[{(]\s*[^\s,{}="]+\s*[,=]/g;
const LENGTH_LIMIT = 8_000_000;

function countLines(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** Reads BibTeX and BibLaTeX, one entry in memory at a time; an entry whose braces don't match costs itself alone. */
export function createBibtexReader(sink: DraftSink): RecordReader {
  const strings = new Map<string, string>();
  let held = '';
  let waiting: string[] = [];
  let waitingLength = 0;
  let line = 1;
  let count = 0;

  function readEntry(text: string, type: string, isClosed: boolean): void {
    if (type === 'comment' || type === 'preamble') return;
    if (type === 'string') {
      for (const [name, value] of readFields(text, text.search(/[{(]/) + 1, strings).fields) strings.set(name, value);
      return;
    }
    count++;
    const { entry, reason } = parseEntry(text, strings, isClosed);
    if (entry) sink.record(readBibtexRecord(entry), line);
    else sink.skip(line, reason);
  }

  function pass(from: number, to: number): void {
    line += countLines(held.slice(from, to));
  }

  /** Where the entry ends, or -1 when more text is needed. One that isn't closed ends where a line begins the next. */
  function endOfEntry(open: number, isLast: boolean): { readonly end: number; readonly isClosed: boolean } {
    const close = closingBrace(held, open);
    NEXT_ENTRY.lastIndex = open;
    const next = NEXT_ENTRY.exec(held)?.index ?? -1;
    if (close >= 0 && (next < 0 || close < next)) return { end: close + 1, isClosed: true };
    if (next >= 0) return { end: next + 1, isClosed: false };
    return { end: isLast || held.length - open > LENGTH_LIMIT ? held.length : -1, isClosed: false };
  }

  function drain(isLast: boolean): void {
    let at = 0;
    for (;;) {
      ENTRY.lastIndex = at;
      const found = ENTRY.exec(held);
      if (!found) {
        // The beginning of an entry may be cut in two.
        const rest = isLast ? held.length : Math.max(at, held.lastIndexOf('@'));
        pass(at, rest < 0 ? held.length : rest);
        held = held.slice(rest < 0 ? held.length : rest);
        return;
      }
      const { end, isClosed } = endOfEntry(ENTRY.lastIndex - 1, isLast);
      pass(at, found.index);
      if (end < 0) {
        held = held.slice(found.index);
        return;
      }
      readEntry(held.slice(found.index, end), (found[1] ?? '').toLowerCase(), isClosed);
      pass(found.index, end);
      at = end;
    }
  }

  return {
    write(text) {
      waiting.push(text);
      waitingLength += text.length;
      if (waitingLength < held.length) return;
      held += waiting.join('');
      waiting = [];
      waitingLength = 0;
      drain(false);
    },
    end() {
      held += waiting.join('');
      drain(true);
      if (count === 0) sink.skip(1, 'the file holds no entry such as "@article{…}"');
    },
  };
}
