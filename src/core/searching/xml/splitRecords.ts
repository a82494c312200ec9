import type { XmlElement } from '#core/searching/xml/element';
import { parseElement } from '#core/searching/xml/parseElement';

/** Receives each record's element, its line and its own text, and what can't be read with the line of the break. */
export interface SplitSink {
  readonly record: (element: XmlElement, line: number, xml: string) => void;
  readonly skip: (line: number, reason: string) => void;
  /**
   * Reads a record straight from the text and gives where it ends; -1 when it isn't whole yet or is to be parsed and given
   * to `record`.
   */
  readonly scan?: (name: string, text: string, from: number, line: number) => number;
}

/** No real record comes near; a file without closing tags must not fill the memory. */
const LENGTH_LIMIT = 64_000_000;

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Where `<name` or `</name` stands as a whole name, from a position on; -1: nowhere. */
function findTag(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1)) {
    const after = text.charCodeAt(at + tag.length);
    if (after <= 32 || after === 62 || after === 47) return at;
  }
  return -1;
}

/** Where markup between records ends; -1: not yet there. A document type is jumped over with all that it declares. */
function endOfMarkup(text: string, open: number): number {
  const after = (mark: string): number => {
    const found = text.indexOf(mark, open);
    return found < 0 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', open)) return after('-->');
  if (text.startsWith('<![CDATA[', open)) return after(']]>');
  if (text.startsWith('<?', open)) return after('?>');
  const close = after('>');
  if (!text.startsWith('<!', open)) return close;
  const subset = text.indexOf('[', open);
  if (subset < 0 || (close >= 0 && close < subset)) return close;
  const closing = /\]\s*>/g;
  closing.lastIndex = subset;
  return closing.exec(text) ? closing.lastIndex : -1;
}

/**
 * Cuts a file of XML records into the records, in constant memory and by their tags alone, so that one that is broken
 * costs nothing but itself: a record that isn't closed before the next one begins is skipped, and reading goes on there.
 * Takes the names of the elements that are records, and of those inside them whose content nobody needs.
 */
export function splitRecords(
  names: ReadonlySet<string>,
  skipped: ReadonlySet<string>,
  sink: SplitSink,
): { readonly write: (text: string) => void; readonly end: () => void; readonly firstElement: () => string | null } {
  let held = '';
  let waiting: string[] = [];
  let waitingLength = 0;
  let line = 1;
  let first: string | null = null;
  /** The record that what is held begins with, when more of it is to come. */
  let unfinished: string | null = null;
  const wrappers: { name: string; line: number }[] = [];

  /** Passes over the text before a position, counting its lines. */
  function pass(from: number, to: number): void {
    line += countLines(held, from, to);
  }

  /** Reads the record that begins at `open`; gives where to go on, or -1 when more text is needed. */
  function readRecord(open: number, name: string, isLast: boolean): number {
    const scannedTo = sink.scan?.(name, held, open, line) ?? -1;
    if (scannedTo >= 0) return scannedTo;
    const closing = findTag(held, `</${name}`, open);
    const close = closing < 0 ? -1 : held.indexOf('>', closing);
    if (close >= 0) {
      const xml = held.slice(open, close + 1);
      const { element, brokenAt, reason } = parseElement(xml, skipped);
      if (element) {
        sink.record(element, line, xml);
        return close + 1;
      }
      // A record that wasn't closed has swallowed the next one: go on there.
      const next = findTag(held, `<${name}`, open + 1);
      const isSwallowed = next >= 0 && next < close;
      if (isSwallowed) sink.skip(line, `<${name}> is not closed before the next one begins`);
      else sink.skip(line + countLines(held, open, open + brokenAt), reason);
      return isSwallowed ? next : close + 1;
    }
    if (!isLast && held.length - open <= LENGTH_LIMIT) return -1;
    const next = findTag(held, `<${name}`, open + 1);
    sink.skip(line, isLast ? `the file ends inside <${name}>` : `<${name}> is longer than ${LENGTH_LIMIT} characters`);
    return next < 0 ? held.length : next;
  }

  function readTag(open: number, end: number): void {
    const isClosing = held.charCodeAt(open + 1) === 47;
    const name = /^[^\s/>]*/.exec(held.slice(open + (isClosing ? 2 : 1), end))?.[0] ?? '';
    if (!isClosing) {
      first ??= name;
      if (held.charCodeAt(end - 2) !== 47) wrappers.push({ name, line });
      return;
    }
    const index = wrappers.findLastIndex(wrapper => wrapper.name === name);
    if (index < 0) sink.skip(line, `</${name}> closes what was never opened`);
    else wrappers.length = index;
  }

  /** Reads all that is whole from a position on, and holds back the rest. */
  function drain(isLast: boolean, from = 0): void {
    let at = from;
    unfinished = null;
    while (at < held.length) {
      const open = held.indexOf('<', at);
      if (open < 0) {
        pass(at, held.length);
        at = held.length;
        break;
      }
      pass(at, open);
      at = open;
      const name = /^[\w:.-]+/.exec(held.slice(open + 1, open + 65))?.[0];
      const tagEnd = endOfMarkup(held, open);
      if (tagEnd < 0) {
        if (isLast) {
          sink.skip(line, 'the file ends inside a tag');
          wrappers.length = 0;
          at = held.length;
        } else if (held.length - open > LENGTH_LIMIT) {
          sink.skip(line, 'a tag, comment or document type is not closed');
          pass(open, held.length);
          at = held.length;
        }
        break;
      }
      let end = tagEnd;
      if (name && names.has(name)) {
        first ??= name;
        const isEmpty = held.charCodeAt(tagEnd - 2) === 47;
        if (isEmpty) sink.skip(line, `<${name}/> is empty`);
        else end = readRecord(open, name, isLast);
        if (end < 0) {
          unfinished = name;
          break;
        }
      } else if (held.startsWith('</', open) || name) readTag(open, tagEnd);
      pass(open, end);
      at = end;
    }
    held = held.slice(at);
  }

  /** Where in the next piece the record ends that is held unfinished; 0: not in this piece. */
  function endOfUnfinished(piece: string): number {
    const closing = unfinished === null ? -1 : findTag(piece, `</${unfinished}`, 0);
    return closing < 0 ? 0 : piece.indexOf('>', closing) + 1;
  }

  /**
   * Reads on with the next piece. Only the record that the cut runs through is put together: all others are read from the
   * piece as it came, because the engine reads a text that was joined from two only half as fast.
   */
  function goOn(piece: string): void {
    const cut = endOfUnfinished(piece);
    if (cut > 0) {
      held += piece.slice(0, cut);
      drain(false);
    }
    const isWhole = held === '';
    held = isWhole ? piece : held + piece.slice(cut);
    drain(false, isWhole ? cut : 0);
  }

  return {
    write(text) {
      waiting.push(text);
      waitingLength += text.length;
      // What is held back is searched again only when it has doubled: a huge record costs linear time.
      if (waitingLength < held.length) return;
      const piece = waiting.length === 1 ? text : waiting.join('');
      waiting = [];
      waitingLength = 0;
      goOn(piece);
    },
    end() {
      held += waiting.join('');
      drain(true);
      const open = wrappers.at(-1);
      if (open) sink.skip(line, `the file ends before </${open.name}>, opened on line ${open.line}: it may be cut off`);
    },
    firstElement: () => first,
  };
}
