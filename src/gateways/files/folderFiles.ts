import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { encodingExists, getDecoder } from 'iconv-lite';
import { Problem } from '#core/problem';
import { archiveEntries, packingOf, unpack } from '#gateways/files/unpack';
import { createUtf8Pieces } from '#gateways/files/utf8Pieces';

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

  async function* read(hash: string, maxBytes: number, onRead?: (stored: number) => void): AsyncIterable<Uint8Array> {
    const file = placeOf(hash);
    let bytes = 0;
    for await (const part of unpack(file, await packingOf(file), onRead)) {
      bytes += part.length;
      // A small archive that unpacks without end stops here, whatever it claims about its size.
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield part;
    }
  }

  async function isWorkbook(hash: string): Promise<boolean> {
    return (await packingOf(placeOf(hash))) === 'xlsx';
  }

  async function* decode(content: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string> {
    if (!encodingExists(encoding)) throw new RangeError(`decode: no encoding is called ${encoding}`);
    // Not a stream through a pipe: an error of the content must reach whoever reads the text.
    if (encoding === 'utf-8') {
      const pieces = createUtf8Pieces();
      for await (const part of content) yield* pieces.write(part);
      yield pieces.end();
      return;
    }
    const decoder = getDecoder(encoding);
    for await (const part of content) yield decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    yield decoder.end() ?? '';
  }

  async function sizeOf(hash: string): Promise<number | null> {
    const found = await stat(placeOf(hash)).catch(() => null);
    return found?.size ?? null;
  }

  const readPart = (hash: string, from: number, to: number): AsyncIterable<Uint8Array> =>
    createReadStream(placeOf(hash), { start: from, end: to });

  const entriesOf = (hash: string) => archiveEntries(placeOf(hash));

  const remove = (hash: string): Promise<void> => rm(placeOf(hash), { force: true });

  /** Takes away what uploads left that were killed before then, and names the contents that were last written before. */
  async function* storedBefore(before: Date): AsyncIterable<string> {
    for (const name of await readdir(folder).catch(() => [])) {
      const inner = join(folder, name);
      if (name.startsWith('.')) await removeIfOlder(inner, before);
      else if (/^[0-9a-f]{2}$/.test(name)) yield* storedIn(inner, before);
    }
  }

  /** For a backup, and after one was restored: here every file is where it belongs already. */
  const bringHere = async (_hash: string): Promise<void> => undefined;
  const sendOff = bringHere;

  return {
    save,
    read,
    isWorkbook,
    decode,
    sizeOf,
    readPart,
    entriesOf,
    remove,
    storedBefore,
    placeOf,
    bringHere,
    sendOff,
  };
}

async function* storedIn(inner: string, before: Date): AsyncIterable<string> {
  for (const name of await readdir(inner)) {
    const file = join(inner, name);
    if (name.startsWith('.')) await removeIfOlder(file, before);
    else if (await isOlder(file, before)) yield name;
  }
}

async function removeIfOlder(file: string, before: Date): Promise<void> {
  if (await isOlder(file, before)) await rm(file, { force: true });
}

/** A file that went meanwhile is not older. */
async function isOlder(file: string, before: Date): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() === true && found.mtime < before;
}

function tooLarge(maxBytes: number): Problem {
  const megabytes = Math.round(maxBytes / 1_000_000);
  return new Problem(
    'invalid',
    `The file is larger than the ${megabytes} MB that Pooled takes. Split it, or save it smaller.`,
    {
      maxBytes,
    },
  );
}
