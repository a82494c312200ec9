import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { detectEncoding } from '#core/searching/detectEncoding';
import { createUtf8Pieces } from '#gateways/files/utf8Pieces';

function firstBeyondAscii(bytes: Uint8Array): number {
  return bytes.findIndex(byte => byte >= 0x80 || byte === 0);
}

/**
 * Text of a stream of bytes. While all bytes are ASCII nothing needs deciding; the first others, with what follows them,
 * tell the encoding.
 */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const utf8 = createUtf8Pieces();
  let isDecided = false;
  let decoder: TextDecoder | null = null;
  let held: Uint8Array | null = null;
  for await (const chunk of chunks) {
    const bytes: Uint8Array = held ? Buffer.concat([held, chunk]) : chunk;
    held = null;
    if (!isDecided && (!isAscii(bytes) || bytes.includes(0))) {
      const first = firstBeyondAscii(bytes);
      if (bytes.length < 64 && bytes.length - first < 64) {
        held = bytes;
        continue;
      }
      isDecided = true;
      // Zero bytes stand at odd or even places: count from an even one.
      const encoding = detectEncoding(bytes.subarray(first - (first % 2)));
      if (encoding !== 'utf-8') {
        yield utf8.end();
        decoder = new TextDecoder(encoding);
      }
    }
    if (decoder) yield decoder.decode(bytes, { stream: true });
    else yield* utf8.write(bytes);
  }
  yield utf8.end();
  if (held) yield new TextDecoder(detectEncoding(held)).decode(held);
  if (decoder) yield decoder.decode();
}
