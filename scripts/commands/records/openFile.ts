import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { constants, createGunzip } from 'node:zlib';
import { type Packing, unpack } from '#gateways/files/unpack';

async function* whole(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Unpacks; of a file that is cut off everything before the cut comes out, and then the error. */
async function* unzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  async function* fed(): AsyncGenerator<Uint8Array> {
    yield* packed;
    // The error would throw away what has not been taken yet: hold back the end until all has.
    await new Promise<void>(done => gunzip.flush(constants.Z_SYNC_FLUSH, () => done()));
    while (gunzip.readableLength > 0) await nextTurn();
  }
  // Errors of the source and of the unpacking both come out of the loop over the unpacked bytes.
  pipeline(fed, gunzip, () => {});
  yield* gunzip;
}

async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const rest = source[Symbol.asyncIterator]();
  const first = await rest.next();
  if (first.done) return;
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  const bytes = whole(first.value, rest);
  yield* isPacked ? unzipped(bytes) : bytes;
}

/** The bytes of a file or of standard input (`-`), unpacked where they begin as gzip does; archives and workbooks too. */
export function openFile(name: string, packing: Packing, stdin: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  if (packing !== 'plain' && packing !== 'gzip') return unpack(name, packing);
  // Standard input of a process is a Readable, whatever the narrower type says.
  const source = name === '-' ? (stdin as Readable) : createReadStream(name, { highWaterMark: 256 * 1024 });
  return unpacked(source);
}
