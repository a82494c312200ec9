import { createHash } from 'node:crypto';

/** Passes bytes on and tells their SHA-256 when all have gone. */
export function fingerprinted(tell: (sha256: string) => void) {
  return async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const hasher = createHash('sha256');
    for await (const part of content) {
      hasher.update(part);
      yield part;
    }
    tell(hasher.digest('hex'));
  };
}
