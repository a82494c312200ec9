import { isAscii } from 'node:buffer';

/**
 * Where text is cut by choice: behind an article of PubMed. Each is then decoded by itself, and three of four are plain
 * ASCII: the engine keeps those with one byte a character and reads them half again as fast, and none has to be joined from
 * two pieces, which it reads half as fast. Where this isn't found nothing is lost: text is cut anywhere then.
 */
const RECORD_END = Buffer.from('</PubmedArticle>');

/** Most bytes of a character that can stand before its last one. */
const BYTES_BEFORE_LAST = 3;

/** How many bytes at the end belong to a character that isn't whole yet. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(BYTES_BEFORE_LAST, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    // The first byte of a character says how many belong to it.
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function decode(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8');
}

/** Decodes UTF-8 that comes in parts of any size, without its mark; what is no UTF-8 becomes U+FFFD, as everywhere. */
export function createUtf8Pieces(): {
  readonly write: (part: Uint8Array) => Generator<string>;
  readonly end: () => string;
} {
  let held: Buffer = Buffer.alloc(0);
  let isFirst = true;

  function textOf(bytes: Buffer): string {
    const text = decode(bytes);
    const hasMark = isFirst && text.startsWith('\ufeff');
    if (text !== '') isFirst = false;
    return hasMark ? text.slice(1) : text;
  }

  function* write(part: Uint8Array): Generator<string> {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    let at = 0;
    for (let end = bytes.indexOf(RECORD_END); end >= 0; end = bytes.indexOf(RECORD_END, at)) {
      const from = at;
      at = end + RECORD_END.length;
      const piece = bytes.subarray(from, at);
      if (from > 0 || held.length === 0) yield textOf(piece);
      else yield textOf(Buffer.concat([held, piece]));
    }
    if (at > 0) {
      // A copy: the part's memory is not kept for its last article.
      held = Buffer.from(bytes.subarray(at));
      return;
    }
    const rest = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    const whole = rest.length - unfinishedBytes(rest);
    held = Buffer.from(rest.subarray(whole));
    if (whole > 0) yield textOf(rest.subarray(0, whole));
  }

  return {
    write,
    end() {
      const last = textOf(held);
      held = Buffer.alloc(0);
      return last;
    },
  };
}
