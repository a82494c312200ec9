import { createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase, Pool } from 'pg';
import { to } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import { BACKUP_FORMAT, type BackupHead, FILES_FOLDER, HEAD_ENTRY, tableEntry } from '#gateways/backup/backupHead';
import { fingerprinted } from '#gateways/backup/fingerprinted';
import { migrationsRun, quoted, type StoredTable, storedTables } from '#gateways/backup/storedTables';

/**
 * Writes the whole installation into one ZIP: every table as it stood at one moment, whatever is written meanwhile, and
 * every uploaded file. It streams, however large they are. The file gets its name when it is whole.
 */
export async function writeBackup(pool: Pool, filesFolder: string, file: string, madeAt: Date): Promise<BackupHead> {
  const client = await pool.connect();
  const unfinished = `${file}.part`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await storedTables(client);
    const migrations = await migrationsRun(client);
    const zip = new ZipFile();
    const counted: BackupHead['tables'][number][] = [];
    for (const table of tables) {
      zip.addReadStreamLazy(tableEntry(table.name), {}, give =>
        give(
          null,
          copied(client, table, (rows, sha256) => counted.push({ ...table, rows, sha256 })),
        ),
      );
    }
    const files = await filesIn(filesFolder);
    for (const name of files) zip.addFile(join(filesFolder, name), FILES_FOLDER + name.split(sep).join('/'));
    const head = (): BackupHead => ({
      format: BACKUP_FORMAT,
      madeAt: madeAt.toISOString(),
      migrations,
      tables: counted,
      files: files.length,
    });
    zip.addReadStreamLazy(HEAD_ENTRY, {}, give => {
      const text = new PassThrough();
      text.end(JSON.stringify(head(), null, 2));
      give(null, text);
    });
    zip.end();
    const packed = zip.outputStream as Readable; // yazl gives a PassThrough
    zip.on('error', error => packed.destroy(error));
    await pipeline(packed, createWriteStream(unfinished, { mode: 0o600 }));
    await client.query('commit');
    await rename(unfinished, file);
    return head();
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    // A connection in the middle of a COPY can't be used again.
    client.release(true);
  }
}

/** A table's rows in PostgreSQL's own text form; tells their number and fingerprint when all have gone. */
function copied(
  client: ClientBase,
  { name, columns }: StoredTable,
  tell: (rows: number, sha256: string) => void,
): Readable {
  const rows = client.query(to(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`));
  return Readable.from(fingerprinted(sha256 => tell(rows.rowCount ?? 0, sha256))(rows), { objectMode: false });
}

/** The uploaded files, by their path below the folder. What is still being written begins with a dot. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter(one => one.isFile() && !one.name.startsWith('.'))
    .map(one => relative(folder, join(one.parentPath, one.name)))
    .sort();
}
