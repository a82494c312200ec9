import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '#gateways/database/embeddedDatabase';
import { migrate } from '#gateways/database/migrate';
import { openDatabase } from '#gateways/database/openDatabase';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** The migrated database that every test file's own is copied from. */
export const TEMPLATE = 'pooled_template';

let stop = async (): Promise<void> => undefined;

/** Starts a server in a folder that goes away afterwards, and migrates the template. */
export async function setup(project: TestProject): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pooled-test-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedDatabase(folder);
  const plain = await openDatabase({ url: server.url, poolSize: 1, applicationName: 'test-setup' });
  // Nothing here outlives the run, so nothing waits for a disk.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await plain.query(`alter system set ${setting} = off`);
  await plain.query('select pg_reload_conf()');
  await plain.query(`create database ${TEMPLATE}`);
  await plain.destroy();
  const url = server.url.replace(/[^/]+$/, TEMPLATE);
  const database = await openDatabase({ url, poolSize: 4, applicationName: 'test-setup' });
  await migrate(database, url);
  await database.destroy();
  project.provide('databaseUrl', server.url);
  stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export async function teardown(): Promise<void> {
  await stop();
}
