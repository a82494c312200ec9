import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ClientBase, Pool } from 'pg';
import { from } from 'pg-copy-streams';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Problem } from '#core/problem';
import { BACKUP_FORMAT, type BackupHead, FILES_FOLDER, HEAD_ENTRY, tableEntry } from '#gateways/backup/backupHead';
import { fingerprinted } from '#gateways/backup/fingerprinted';
import { migrationsRun, quoted, storedTables } from '#gateways/backup/storedTables';

/**
 * Reads a backup into an empty installation of the same version: all of it, or nothing. Work that was under way when
 * the backup was made is put into the queue again by `requeue`, in the same transaction.
 *
 * @throws Problem 'invalid' for what is no backup, 'conflict' where there are accounts already or the versions differ.
 */
export async function readBackup(
  pool: Pool,
  filesFolder: string,
  file: string,
  requeue: (client: ClientBase) => Promise<void>,
): Promise<BackupHead> {
  const zip = await openZip(file);
  try {
    const entries = await entriesOf(zip);
    const head = await readHead(zip, entries);
    const client = await pool.connect();
    try {
      await client.query('begin');
      await refuseUnfit(client, head);
      for (const [name, entry] of entries) if (name.startsWith(FILES_FOLDER)) await putFile(zip, entry, filesFolder);
      await fill(client, zip, entries, head);
      await requeue(client);
      await client.query('commit');
    } finally {
      // Whatever was not committed goes with the connection.
      client.release(true);
    }
    return head;
  } finally {
    zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile> {
  return openPromise(file, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new Problem('invalid', `${file} cannot be read as a ZIP archive.`);
  });
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

async function contentOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string): Promise<Readable> {
  const entry = entries.get(name);
  if (!entry) throw new Problem('invalid', `The backup lacks ${name}. Nothing was restored.`);
  return zip.openReadStreamPromise(entry);
}

async function readHead(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<BackupHead> {
  if (!entries.has(HEAD_ENTRY)) throw new Problem('invalid', `This archive has no ${HEAD_ENTRY}: it is no backup.`);
  const head = JSON.parse(await text(await contentOf(zip, entries, HEAD_ENTRY))) as BackupHead; // checked on the next line
  if (head.format !== BACKUP_FORMAT || !Array.isArray(head.tables) || !Array.isArray(head.migrations)) {
    throw new Problem('invalid', `The backup's form is “${head.format}”; this version reads ${BACKUP_FORMAT}.`);
  }
  return head;
}

async function refuseUnfit(client: ClientBase, head: BackupHead): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::integer as n from persons');
  const n = rows[0]?.n ?? 0;
  if (n > 0) throw new Problem('conflict', `There are ${n} accounts here already. Restore into an empty installation.`);
  const ours = await migrationsRun(client);
  if (ours.join() === head.migrations.join()) return;
  throw new Problem(
    'conflict',
    `Another version of Pooled made this backup: its tables end with ${head.migrations.at(-1)}, these with ${ours.at(-1)}. Restore it with that version, then start this one on it.`,
  );
}

async function fill(
  client: ClientBase,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  head: BackupHead,
): Promise<void> {
  const tables = await storedTables(client);
  // The triggers' own rows come with the backup.
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`);
  for (const { name } of tables.toReversed()) await client.query(`delete from ${quoted(name)}`);
  for (const { name } of tables) {
    const kept = head.tables.find(table => table.name === name);
    if (!kept) throw new Problem('invalid', `The backup lacks the table ${name}. Nothing was restored.`);
    const stream = client.query(from(`copy ${quoted(name)} (${kept.columns.map(quoted).join(', ')}) from stdin`));
    let sha256 = '';
    const told = fingerprinted(found => {
      sha256 = found;
    });
    await pipeline(await contentOf(zip, entries, tableEntry(name)), told, stream);
    if (sha256 !== kept.sha256) throw damaged(`the table ${name}`);
  }
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`);
}

/** Uploaded files are named by their content: one that is there already is the same. */
async function putFile(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  const name = entry.fileName.slice(FILES_FOLDER.length);
  if (!/^[\w-]+(\/[\w-]+)*$/.test(name)) throw new Problem('invalid', `The backup holds a file of the name “${name}”.`);
  const place = join(folder, name);
  const isThere = await access(place).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await mkdir(dirname(place), { recursive: true });
  let sha256 = '';
  const told = fingerprinted(found => {
    sha256 = found;
  });
  const unfinished = `${place}.part`;
  await pipeline(await zip.openReadStreamPromise(entry), told, createWriteStream(unfinished, { mode: 0o600 }));
  if (sha256 !== basename(name)) {
    await rm(unfinished);
    throw damaged(`the file ${name}`);
  }
  await rename(unfinished, place);
}

function damaged(what: string): Problem {
  return new Problem('invalid', `The backup is damaged in ${what}. Nothing was restored.`);
}
