import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile as OpenZip } from 'yauzl';
import { ZipFile } from 'yazl';
import { Problem } from '#core/problem';

export type ArchiveEntry =
  | {
      readonly name: string;
      readonly text: string;
      /** The text stands for bytes, one character each. */
      readonly isBytes?: boolean;
    }
  | { readonly name: string; readonly bytes: Uint8Array };

/** No entry bears the hour at which it was packed: the same review gives the same bytes. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));
/** What holds bytes and no text: it is given as one character for each. */
const BYTES = /\.pdf$/;
const MAX_TEXT_BYTES = 2_000_000_000;

/** Packs texts and pictures into one ZIP, in the order given. The same content gives the same bytes. */
export async function packZip(entries: readonly ArchiveEntry[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const entry of entries) {
    const content =
      'text' in entry ? Buffer.from(entry.text, entry.isBytes ? 'latin1' : 'utf8') : Buffer.from(entry.bytes);
    zip.addBuffer(content, entry.name, { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

/** The texts of a ZIP by name. Throws Problem 'invalid' for what is no ZIP, is damaged, or unpacks without end. */
export async function unpackZip(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await open(Buffer.from(bytes));
  const texts = new Map<string, string>();
  let total = 0;
  await new Promise<void>((done, fail) => {
    zip.on('error', () => fail(damaged()));
    zip.on('end', done);
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > MAX_TEXT_BYTES) return fail(new Problem('invalid', 'The archive unpacks to more than Pooled takes.'));
      if (entry.fileName.endsWith('/')) return zip.readEntry();
      readText(zip, entry).then(
        text => {
          texts.set(entry.fileName, text);
          zip.readEntry();
        },
        () => fail(damaged()),
      );
    });
    zip.readEntry();
  }).finally(() => zip.close());
  return texts;
}

async function open(bytes: Buffer): Promise<OpenZip> {
  return new Promise((done, fail) => {
    // The library checks every entry against the size that the archive claims for it.
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? fail(damaged()) : done(zip),
    );
  });
}

async function readText(zip: OpenZip, entry: Entry): Promise<string> {
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail(error);
      buffer(stream).then(content => done(content.toString(BYTES.test(entry.fileName) ? 'latin1' : 'utf8')), fail);
    });
  });
}

function damaged(): Problem {
  return new Problem('invalid', 'This is no ZIP archive, or it is damaged. Nothing was read from it.');
}
