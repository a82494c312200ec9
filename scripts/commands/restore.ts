import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Problem } from '#core/problem';
import { readBackup } from '#gateways/backup/readBackup';
import { poolOf } from '#gateways/database/poolOf';
import { openFiles } from '#gateways/files/openFiles';
import type { Command } from '#scripts/command';
import { backupSentence } from '#scripts/commands/backup/backupSentence';
import { storedHashes } from '#scripts/commands/backup/storedHashes';
import { withDatabase } from '#scripts/withDatabase';
import { requeueJobs } from '#services/jobs/requeueJobs';

/** `pooled restore FILE`: a backup into an empty installation, whole or not at all. */
export const command: Command = {
  summary: 'read a backup into an empty installation',
  help: `pooled restore FILE

Reads a ZIP of "pooled backup" into the database of DATABASE_URL (or the embedded one) and the folder of uploaded files:
all of it, or nothing. The installation must have no accounts, and be of the version that made the backup. Work that was
under way goes on by itself once Pooled runs.

Example: POOLED_DATA=./new-data pooled restore pooled-2026-11-30.zip`,
  run: async (args, io) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) throw new Problem('invalid', 'Call it as "pooled restore FILE".');
    const config = readConfig(process.env);
    const folder = join(config.dataFolder, 'files');
    const head = await withDatabase(async ctx => {
      const read = await readBackup(poolOf(ctx.db.connection), folder, file, client => requeueJobs(client));
      const files = openFiles(config);
      for (const hash of await storedHashes(ctx)) await files.sendOff(hash);
      return read;
    });
    io.say(`Restored: ${backupSentence(head)}`);
    return 0;
  },
};
