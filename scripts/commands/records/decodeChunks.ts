import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { detectEncoding } from '#core/searching/detectEncoding';

function firstBeyondAscii(bytes: Uint8Array): number {
  return bytes.findIndex(byte => byte >= 0x80 || byte === 0);
}

/**
 * Text of a stream of bytes. While all bytes are ASCII nothing needs deciding; the first others, with what follows them,
 * tell the encoding.
 */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array | null = null;
  for await (const chunk of chunks) {
    const bytes: Uint8Array = held ? Buffer.concat([held, chunk]) : chunk;
    held = null;
    if (decoder) {
      yield decoder.decode(bytes, { stream: true });
      continue;
    }
    if (isAscii(bytes) && !bytes.includes(0)) {
      yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      continue;
    }
    const first = firstBeyondAscii(bytes);
    if (bytes.length < 64 && bytes.length - first < 64) {
      held = bytes;
    } else {
      // Zero bytes stand at odd or even places: count from an even one.
      decoder = new TextDecoder(detectEncoding(bytes.subarray(first - (first % 2))));
      yield decoder.decode(bytes, { stream: true });
    }
  }
  if (held) yield new TextDecoder(detectEncoding(held)).decode(held);
  if (decoder) yield decoder.decode();
}
