import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#config';
import { Problem } from '#core/problem';
import { writeBackup } from '#gateways/backup/writeBackup';
import { poolOf } from '#gateways/database/poolOf';
import { openFiles } from '#gateways/files/openFiles';
import type { Command } from '#scripts/command';
import { backupSentence } from '#scripts/commands/backup/backupSentence';
import { storedHashes } from '#scripts/commands/backup/storedHashes';
import { withDatabase } from '#scripts/withDatabase';

/** `pooled backup FILE`: the whole installation in one ZIP, while people go on working. */
export const command: Command = {
  summary: 'write the whole installation into one ZIP',
  help: `pooled backup FILE

Writes everything that the database of DATABASE_URL (or the embedded one) and the folder of uploaded files hold into a
ZIP that restore reads: accounts, projects, reviews, audit chains, files. It is the state of one moment; people may go on
working meanwhile. Only sessions are left out: after a restore everybody signs in again. Keep it as safe as the database.

Example: pooled backup pooled-2026-11-30.zip`,
  run: async (args, io) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [file, ...rest] = positionals;
    if (!file || rest.length > 0) throw new Problem('invalid', 'Call it as "pooled backup FILE".');
    const config = readConfig(process.env);
    const folder = join(config.dataFolder, 'files');
    const head = await withDatabase(async ctx => {
      const files = openFiles(config);
      for (const hash of await storedHashes(ctx)) await files.bringHere(hash);
      return writeBackup(poolOf(ctx.db.connection), folder, file, ctx.now());
    });
    io.say(`${file}: ${backupSentence(head)}`);
    return 0;
  },
};
