import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { silentQueueLogger } from '#gateways/database/silentQueueLogger';

/** Brings our own tables and the queue's to this version. Safe to run by several processes at once: one waits for the other. */
export async function migrate(database: DataSource, url: string): Promise<void> {
  // A transaction-level lock: it survives neither the transaction nor a pooler's switch of connections.
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('select pg_advisory_xact_lock(7065534)');
    await database.runMigrations({ transaction: 'each' });
    await runMigrations({ connectionString: url, logger: silentQueueLogger });
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Whether every migration of this version has run. */
export async function isMigrated(database: DataSource): Promise<boolean> {
  return !(await database.showMigrations());
}
