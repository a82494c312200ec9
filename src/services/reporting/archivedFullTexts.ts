import { FullText } from '#entities/FullText';
import type { Context } from '#services/context';
import { bytesOf, MAX_PDF_BYTES } from '#services/screening/fullTextContent';

/** More would have to be packed in memory at once. */
const MOST_BYTES = 500_000_000;
const FOLDER = 'full-texts/';

/** An entry of an archive whose text stands for bytes, one character each. */
export interface ByteEntry {
  readonly name: string;
  readonly text: string;
  readonly isBytes: true;
}

type Entry = ByteEntry | { readonly name: string; readonly text: string };

/**
 * The files of a review's full texts under their hashes, and a note that names those which are not carried, and why:
 * they are too many, or their content is not there.
 */
export async function archivedFullTexts(ctx: Context, reviewId: string): Promise<Entry[]> {
  const files = await ctx.db.find(FullText, { where: { reviewId }, order: { fileHash: 'ASC', fullTextId: 'ASC' } });
  const entries: Entry[] = [];
  const left: string[] = [];
  let total = 0;
  for (const { fileHash, fileName, bytes } of files) {
    const name = `${FOLDER}${fileHash}.pdf`;
    if (entries.some(entry => entry.name === name)) continue;
    if (total + bytes > MOST_BYTES) {
      left.push(
        `${fileName} (${fileHash}): the files together are larger than the ${MOST_BYTES / 1e6} MB that an archive carries.`,
      );
      continue;
    }
    if ((await ctx.files.sizeOf(fileHash)) === null) {
      left.push(`${fileName} (${fileHash}): its content is not in this installation.`);
      continue;
    }
    total += bytes;
    entries.push({ name, text: textOfBytes(await bytesOf(ctx, fileHash)), isBytes: true });
  }
  if (left.length === 0) return entries;
  const note = [
    'These files are not in this archive. A backup of the installation holds what it has of them.',
    ...left,
  ];
  return [...entries, { name: `${FOLDER}not-carried.txt`, text: `${note.join('\n')}\n` }];
}

/** Keeps the files that an archive carries. One that is not what its name says is left out: nothing could be trusted of it. */
export async function keepArchivedFullTexts(ctx: Context, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of texts) {
    const hash = /^full-texts\/([0-9a-f]{64})\.pdf$/.exec(name)?.[1];
    if (!hash) continue;
    const stored = await ctx.files.save(once(bytesOfText(text)), MAX_PDF_BYTES);
    if (stored.hash !== hash) await ctx.files.remove(stored.hash);
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const CHUNK = 8192;

function textOfBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('');
}

function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}
