import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Express } from 'express';
import { makeWorkerUtils, runOnce } from 'graphile-worker';
import pino, { type Logger } from 'pino';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { readConfig } from '#config';
import { openDatabase } from '#gateways/database/openDatabase';
import { poolOf } from '#gateways/database/poolOf';
import { silentQueueLogger } from '#gateways/database/silentQueueLogger';
import { createApp } from '#http/app';
import { introduce } from '#introduce';
import { JOB_HANDLERS } from '#jobs/handlers';
import type { Context } from '#services/context';
import { runJob } from '#services/jobs/jobRun';
import { QUEUE_TASK } from '#services/later';
import { EXPORT_TASK } from '#services/people/exportAccount';
import { runAccountExport } from '#services/people/gatherAccount';
import { PREPARE_TASK } from '#services/reporting/prepareExports';
import { runPreparedExport } from '#services/reporting/runPreparedExport';
import { TEMPLATE } from './databaseSetup.ts';
import { inlineThinking } from './inlineThinking.ts';

/** A whole installation of one test file: its own database, files and app, with real gateways but where a test swaps one. */
export interface World {
  readonly app: Express;
  readonly database: DataSource;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly context: () => Context;
  /** Mail that would have been sent. */
  readonly letters: { to: string; subject: string; text: string }[];
  /** Runs all queued jobs to their end, in this process. */
  runJobs(): Promise<void>;
  /** Waits for the work that no answer waited for. */
  asideDone(): Promise<void>;
  /** A program with a cookie jar of its own. */
  visitor(): ReturnType<typeof request.agent>;
  /** Signs up a person and gives their signed-in visitor. */
  person(name: string, kind?: 'img' | 'faculty' | 'other'): Promise<Somebody>;
  close(): Promise<void>;
}

export interface Somebody {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly agent: ReturnType<typeof request.agent>;
}

export const PASSWORD = 'correct horse battery';

export async function createWorld(
  swaps: Partial<Context> = {},
  environment: Record<string, string> = {},
  log: Logger = pino({ level: 'silent' }),
): Promise<World> {
  const serverUrl = inject('databaseUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase({ url: serverUrl, poolSize: 1, applicationName: 'test' });
  await admin.query(`create database ${name} template ${TEMPLATE}`);
  const databaseUrl = serverUrl.replace(/[^/]+$/, name);
  const database = await openDatabase({ url: databaseUrl, poolSize: 8, applicationName: 'test' });
  const folder = await mkdtemp(join(tmpdir(), 'pooled-files-'));
  const config = readConfig({
    POOLED_DATA: folder,
    DATABASE_URL: databaseUrl,
    SIGN_IN_ATTEMPTS_PER_MINUTE: '1000',
    ...environment,
  });
  const letters: World['letters'] = [];
  const real = introduce(config, database, log);
  const aside = new Set<Promise<void>>();
  const context = (): Context => ({
    ...real(),
    think: inlineThinking,
    aside: work => {
      const done = work().finally(() => aside.delete(done));
      aside.add(done);
    },
    ...swaps,
  });
  const app = createApp({
    context,
    pool: poolOf(database),
    log,
    sessionSecret: 'a secret of a test, long enough for anybody',
    hasSecureCookies: false,
    trustedProxies: 0,
    signInAttemptsPerMinute: config.signInAttemptsPerMinute,
    publicUrl: config.publicUrl,
    orcid: config.orcid,
    whyNotReady: async () => null,
    webFolder: resolve('dist/web'),
  });
  const visitor = () => request.agent(app);
  return {
    app,
    database,
    databaseUrl,
    folder,
    context,
    letters,
    visitor,
    runJobs: () =>
      runOnce(
        { connectionString: databaseUrl, noHandleSignals: true, logger: silentQueueLogger },
        {
          [QUEUE_TASK]: async (payload, helpers) => {
            const key = payload as { reviewId: string; jobId: string };
            await runJob(context(), key, JOB_HANDLERS, helpers.job.attempts >= helpers.job.max_attempts);
          },
          [EXPORT_TASK]: (payload, helpers) =>
            runAccountExport(
              context(),
              (payload as { exportId: string }).exportId, // written by `askForExport` alone
              helpers.job.attempts >= helpers.job.max_attempts,
            ),
          [PREPARE_TASK]: (payload, helpers) =>
            runPreparedExport(
              context(),
              payload as { reviewId: string; exportId: string }, // written by `prepareExport` alone
              helpers.job.attempts >= helpers.job.max_attempts,
            ),
        },
      ),
    asideDone: async () => void (await Promise.all(aside)),
    person: async (personName, kind = 'img') => {
      const agent = visitor();
      const email = `${personName.toLowerCase().replace(/[^a-z0-9]+/g, '.')}.${randomUUID().slice(0, 8)}@example.org`;
      const reply = await agent.post('/api/accounts').send({ name: personName, email, password: PASSWORD, kind });
      if (reply.status !== 201) throw new Error(`no account for ${personName}: ${reply.status} ${reply.text}`);
      return { personId: reply.body.personId, name: personName, email, agent };
    },
    close: async () => {
      await Promise.allSettled(aside);
      await database.destroy();
      await farewell(admin, name);
      await admin.query(`drop database ${name} with (force)`);
      await admin.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Waits until the connections that were told to end have ended. A pool says that it is closed before its sockets are, and
 * a connection that the server cuts off meanwhile throws where nobody listens any more.
 */
async function farewell(admin: DataSource, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [{ open }] = await admin.query('select count(*)::int as open from pg_stat_activity where datname = $1', [
      name,
    ]);
    if (open === 0) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** The queue's hands, for tests that look at it from outside. */
export async function queueOf(world: World) {
  return makeWorkerUtils({ connectionString: world.databaseUrl, logger: silentQueueLogger });
}
