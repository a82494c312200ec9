import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';
import { Problem } from '#core/problem';
import { readWorkbook } from '#gateways/files/readWorkbook';

/** How a file is packed, by its first bytes and, of an archive, by its entries: never by its name. */
export type Packing = 'plain' | 'gzip' | 'zip' | 'xlsx' | 'xls';

const WORKBOOK = 'xl/workbook.xml';
/** A workbook is read as a whole: one that would fill the memory is refused. */
const MAX_WORKBOOK_BYTES = 300_000_000;

export async function packingOf(file: string): Promise<Packing> {
  const handle = await open(file);
  try {
    const { buffer: head, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const starts = (...bytes: readonly number[]) =>
      bytesRead >= bytes.length && bytes.every((byte, index) => head[index] === byte);
    if (starts(0x1f, 0x8b)) return 'gzip';
    if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
    if (!starts(0x50, 0x4b, 0x03, 0x04)) return 'plain';
  } finally {
    await handle.close();
  }
  const zip = await openArchive(file);
  const names = (await entriesOf(zip)).map(entry => entry.fileName);
  zip.close();
  return names.includes(WORKBOOK) ? 'xlsx' : 'zip';
}

/** The bytes that a file holds: unpacked, joined, or the table of a workbook as the text of a CSV file. */
export async function* unpack(
  file: string,
  packing: Packing,
  onRead?: (stored: number) => void,
): AsyncGenerator<Uint8Array> {
  if (packing === 'xls') {
    throw new Problem(
      'invalid',
      'This is an old Excel or Office file (.xls, .doc). Save it as .xlsx or as CSV, and upload that.',
    );
  }
  if (packing === 'xlsx') return yield* workbookText(file);
  if (packing === 'zip') return yield* joinedEntries(file);
  const source = createReadStream(file);
  try {
    yield* packing === 'gzip' ? gunzipped(source, onRead) : counted(source, source, onRead);
  } finally {
    source.destroy();
  }
}

async function* counted(
  source: ReadStream,
  content: AsyncIterable<Uint8Array>,
  onRead?: (stored: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of content) {
    onRead?.(source.bytesRead);
    yield part;
  }
}

async function* gunzipped(source: ReadStream, onRead?: (stored: number) => void): AsyncGenerator<Uint8Array> {
  const unpacked = source.pipe(createGunzip());
  // An error of the file itself must end the unpacked stream too.
  source.once('error', error => unpacked.destroy(error));
  try {
    yield* counted(source, unpacked as AsyncIterable<Uint8Array>, onRead);
  } catch (error) {
    const code = (error as { code?: unknown }).code; // zlib's errors have one
    if (typeof code !== 'string' || !code.startsWith('Z_')) throw error;
    throw new Problem(
      'invalid',
      'The file is packed with gzip and ends too early or is damaged. Pack it again, or upload it unpacked.',
    );
  }
}

async function* workbookText(file: string): AsyncGenerator<Uint8Array> {
  const zip = await openArchive(file);
  const size = (await entriesOf(zip)).reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  zip.close();
  if (size > MAX_WORKBOOK_BYTES) {
    throw new Problem(
      'invalid',
      'The workbook is too large to be read as one. Save its table as CSV, and upload that.',
    );
  }
  yield* readWorkbook(file);
}

/** The files of an archive one after another, as ClinicalTrials.gov packs a study each; tables can't be joined so. */
async function* joinedEntries(file: string): AsyncGenerator<Uint8Array> {
  const zip = await openArchive(file);
  try {
    const entries = (await entriesOf(zip)).filter(isFile);
    if (entries.length === 0) throw new Problem('invalid', 'The archive is empty. Upload the file itself.');
    if (entries.length > 1 && entries.some(entry => /\.(?:csv|tsv|xlsx?)$/i.test(entry.fileName))) {
      throw new Problem('invalid', 'The archive holds several tables. Unpack it, and upload them one by one.');
    }
    for (const entry of entries) {
      yield* await streamOf(zip, entry);
      yield Buffer.from('\n');
    }
  } finally {
    zip.close();
  }
}

/** The files of an archive with their names, each to be read before the next one is asked for. */
export async function* archiveEntries(
  file: string,
): AsyncGenerator<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }> {
  const zip = await openArchive(file);
  try {
    for (const entry of (await entriesOf(zip)).filter(isFile)) {
      yield { name: entry.fileName, content: await streamOf(zip, entry) };
    }
  } finally {
    zip.close();
  }
}

function isFile({ fileName }: Entry): boolean {
  return !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/') && !/(?:^|\/)\.[^/]*$/.test(fileName);
}

async function openArchive(file: string): Promise<ZipFile> {
  return new Promise((done, fail) => {
    openZip(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? fail(damaged()) : done(zip),
    );
  });
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((done, fail) => {
    zip.on('error', () => fail(damaged()));
    zip.on('end', () => done(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function streamOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) =>
      // A readable stream of bytes is an iterable of them; its type says buffers or strings.
      error ? fail(damaged()) : done(stream as AsyncIterable<Uint8Array>),
    );
  });
}

function damaged(): Problem {
  return new Problem('invalid', 'This archive or workbook is damaged. Save it again, or upload the file itself.');
}
