import { once } from 'node:events';
import type { Server } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { type Config, readConfig } from '#config';
import { Problem } from '#core/problem';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#gateways/database/embeddedDatabase';
import { isMigrated, migrate } from '#gateways/database/migrate';
import { openDatabase } from '#gateways/database/openDatabase';
import { poolOf } from '#gateways/database/poolOf';
import { sharedSecret } from '#gateways/database/sharedSecret';
import { silentQueueLogger } from '#gateways/database/silentQueueLogger';
import { createLog } from '#gateways/log';
import { createApp } from '#http/app';
import { introduce } from '#introduce';
import { startWorker } from '#jobs/startWorker';
import { type Demo, fillDemo } from '#services/demo/fillDemo';

/**
 * An import of a gigabyte throws away as fast as it reads. By itself the engine lets the heap grow to several times what
 * lives before it looks: with this, storing 142,362 articles peaks at 238 MB and not at 489, in the same processor time.
 */
const STEADY_HEAP = '--heap-growing-percent=30';

const ROLES_OF_PROCESS = ['web', 'worker', 'both'] as const;
type RoleOfProcess = (typeof ROLES_OF_PROCESS)[number];

type Stop = () => Promise<void>;

/** Starts what is asked for; what was started is stopped in the opposite order. */
async function start(
  config: Config,
  role: RoleOfProcess,
  wantsDemo: boolean,
  log: Logger,
  stops: Stop[],
): Promise<void> {
  let embedded: EmbeddedDatabase | null = null;
  if (!config.databaseUrl) {
    embedded = await startEmbeddedDatabase(config.dataFolder, { tell: sentence => log.warn(sentence) });
    stops.push(embedded.stop);
    if (embedded.isAdopted) log.warn('took over the database that a killed process left running; nothing was lost');
  }
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const database = await openDatabase({
    url: databaseUrl,
    poolSize: config.databasePoolSize,
    applicationName: `pooled-${role}`,
  });
  stops.push(() => database.destroy());
  await migrate(database, databaseUrl);
  const context = introduce(config, database, log);
  let demo: Demo | null = null;
  if (wantsDemo) {
    demo = await fillDemo(context()).catch(error => {
      // Started with --demo again: what is there stays as it is.
      if (error instanceof Problem && error.kind === 'conflict') return null;
      throw error;
    });
  }
  if (role !== 'web') {
    stops.push(
      await startWorker({
        databaseUrl,
        concurrency: config.workerConcurrency,
        context,
        openLifeline: () => openLifeline(databaseUrl),
        log,
        queueLogger: silentQueueLogger,
      }),
    );
  }
  if (role === 'worker') {
    log.info('worker is taking jobs');
    return;
  }

  const app = createApp({
    context,
    pool: poolOf(database),
    log,
    sessionSecret: config.sessionSecret ?? (await sharedSecret(database, 'session-secret')),
    hasSecureCookies: config.hasSecureCookies,
    trustedProxies: config.trustedProxies,
    signInAttemptsPerMinute: config.signInAttemptsPerMinute,
    publicUrl: config.publicUrl,
    orcid: config.orcid,
    whyNotReady: async () => {
      try {
        return (await isMigrated(database)) ? null : 'migrations are waiting';
      } catch {
        return 'the database does not answer';
      }
    },
    webFolder: join(dirname(fileURLToPath(import.meta.url)), '../web'),
  });
  const server = app.listen(config.port, config.host);
  await listening(server, config);
  stops.push(() => close(server));
  process.stdout.write(`\n  Pooled is ready: ${config.publicUrl}\n`);
  if (demo) process.stdout.write(`  Sign in to the demo as ${demo.email} with the password ${demo.password}\n`);
  process.stdout.write('\n');
}

/** The worker's own connection: its locks say that this process lives. */
async function openLifeline(databaseUrl: string): Promise<Client> {
  const lifeline = new Client({ connectionString: databaseUrl, application_name: 'pooled-lifeline', keepAlive: true });
  await lifeline.connect();
  return lifeline;
}

async function listening(server: Server, config: Config): Promise<void> {
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]: NodeJS.ErrnoException[]) => {
      throw error?.code === 'EADDRINUSE'
        ? new Problem('unavailable', `Port ${config.port} is in use. Stop what uses it, or set PORT to another one.`)
        : error;
    }),
  ]);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  // Requests under way get a moment; a browser's open connection must not hold everything up.
  setTimeout(() => server.closeAllConnections(), 3_000).unref();
  await closed;
}

async function main(): Promise<void> {
  const [word = 'both', ...rest] = process.argv.slice(2).filter(argument => argument !== '--demo');
  const role = ROLES_OF_PROCESS.find(known => known === word);
  if (!role || rest.length > 0) {
    process.stderr.write('usage: node dist/src/main.js [web|worker|both] [--demo]\n');
    process.exit(2);
  }
  setFlagsFromString(STEADY_HEAP);
  const config = readConfig(process.env);
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));
  const log = createLog(config.logLevel);
  const stops: Stop[] = [];
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    for (const end of stops.reverse()) await end().catch(error => log.error({ err: error }, 'could not stop cleanly'));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    await start(config, role, process.argv.includes('--demo'), log, stops);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Problem ? error.message : String((error as Error).stack)}\n\n`);
    await stop(1);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}
