import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { encodingExists, getDecoder } from 'iconv-lite';
import { Problem } from '#core/problem';

/**
 * Files by content hash in a folder that all processes of the installation share. A file is written beside its place
 * and moved there whole, so that a killed upload leaves nothing that looks finished.
 */
export function createFolderFiles(folder: string) {
  const placeOf = (hash: string) => join(folder, hash.slice(0, 2), hash);

  async function save(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ hash: string; bytes: number }> {
    await mkdir(folder, { recursive: true });
    const waiting = join(folder, `.${randomUUID()}`);
    const hasher = createHash('sha256');
    let bytes = 0;
    const measured = async function* () {
      for await (const part of content) {
        bytes += part.length;
        if (bytes > maxBytes) throw tooLarge(maxBytes);
        hasher.update(part);
        yield part;
      }
    };
    try {
      await pipeline(measured, createWriteStream(waiting, { mode: 0o600 }));
      const hash = hasher.digest('hex');
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
      await rename(waiting, placeOf(hash));
      return { hash, bytes };
    } catch (error) {
      await rm(waiting, { force: true });
      throw error;
    }
  }

  async function* read(
    hash: string,
    maxBytes: number,
    onRead?: (storedBytes: number) => void,
  ): AsyncIterable<Uint8Array> {
    const file = placeOf(hash);
    const source = createReadStream(file);
    const unpacked = (await isGzip(file)) ? source.pipe(createGunzip()) : source;
    // An error of the file itself must end the unpacked stream too.
    if (unpacked !== source) source.once('error', error => unpacked.destroy(error));
    let bytes = 0;
    try {
      for await (const part of unpacked as AsyncIterable<Uint8Array>) {
        bytes += part.length;
        // A small archive that unpacks without end stops here, whatever it claims about its size.
        if (bytes > maxBytes) throw tooLarge(maxBytes);
        onRead?.(source.bytesRead);
        yield part;
      }
    } catch (error) {
      throw isZlibError(error)
        ? new Problem(
            'invalid',
            'The file is packed with gzip and ends too early or is damaged. Pack it again, or upload it unpacked.',
          )
        : error;
    } finally {
      source.destroy();
    }
  }

  async function* decode(content: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string> {
    if (!encodingExists(encoding)) throw new RangeError(`decode: no encoding is called ${encoding}`);
    // Not a stream through a pipe: an error of the content must reach whoever reads the text.
    const decoder = getDecoder(encoding);
    for await (const part of content) yield decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    yield decoder.end() ?? '';
  }

  return { save, read, decode };
}

function tooLarge(maxBytes: number): Problem {
  const megabytes = Math.round(maxBytes / 1_000_000);
  return new Problem(
    'invalid',
    `The file is larger than the ${megabytes} MB that Pooled takes. Split it, or export fewer records at a time.`,
    {
      maxBytes,
    },
  );
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('Z_');
}
