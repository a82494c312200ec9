import pino from 'pino';
import { readConfig } from '#config';
import { startEmbeddedDatabase } from '#gateways/database/embeddedDatabase';
import { migrate } from '#gateways/database/migrate';
import { openDatabase } from '#gateways/database/openDatabase';
import { introduce } from '#introduce';
import type { Context } from '#services/context';

/**
 * Does a command's work on the database: the one of DATABASE_URL, or the embedded one, whether Pooled is running on it
 * now or not. What was started for the command is stopped after it.
 */
export async function withDatabase<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const embedded = config.databaseUrl ? null : await startEmbeddedDatabase(config.dataFolder, { mayShare: true });
  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    const database = await openDatabase({ url, poolSize: 4, applicationName: 'pooled-command' });
    try {
      await migrate(database, url);
      return await work(introduce(config, database, pino({ level: 'silent' }))());
    } finally {
      await database.destroy();
    }
  } finally {
    await embedded?.stop();
  }
}
