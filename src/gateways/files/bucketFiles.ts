import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Bucket } from '#gateways/files/bucket';
import type { createFolderFiles } from '#gateways/files/folderFiles';

/**
 * Files by content hash in a bucket. The folder of this machine only keeps copies of what was read or written here, and
 * may be emptied at any time.
 */
export function createBucketFiles(folder: ReturnType<typeof createFolderFiles>, bucket: Bucket): typeof folder {
  async function isHere(hash: string): Promise<boolean> {
    return (await folder.sizeOf(hash)) !== null;
  }

  /** Makes sure that the folder has a whole copy. */
  async function bringHere(hash: string): Promise<void> {
    if (await isHere(hash)) return;
    const place = folder.placeOf(hash);
    const unfinished = `${dirname(place)}/.${randomUUID()}`;
    await mkdir(dirname(place), { recursive: true });
    try {
      await pipeline(await bucket.get(hash), createWriteStream(unfinished, { mode: 0o600 }));
      await rename(unfinished, place);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** Puts this machine's copy into the bucket unless it is there. */
  async function sendOff(hash: string): Promise<void> {
    const bytes = await folder.sizeOf(hash);
    if (bytes !== null && (await bucket.sizeOf(hash)) === null) await bucket.put(hash, folder.placeOf(hash), bytes);
  }

  return {
    ...folder,
    bringHere,
    sendOff,
    save: async (content, maxBytes) => {
      const stored = await folder.save(content, maxBytes);
      await sendOff(stored.hash);
      return stored;
    },
    read: async function* (hash, maxBytes, onRead) {
      await bringHere(hash);
      yield* folder.read(hash, maxBytes, onRead);
    },
    isWorkbook: async hash => {
      await bringHere(hash);
      return folder.isWorkbook(hash);
    },
    sizeOf: hash => bucket.sizeOf(hash),
    readPart: async function* (hash, from, to) {
      if (await isHere(hash)) yield* createReadStream(folder.placeOf(hash), { start: from, end: to });
      else yield* await bucket.get(hash, { from, to });
    },
    entriesOf: async function* (hash) {
      await bringHere(hash);
      yield* folder.entriesOf(hash);
    },
    remove: async hash => {
      await bucket.remove(hash);
      await folder.remove(hash);
    },
  };
}
