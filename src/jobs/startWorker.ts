import { EventEmitter } from 'node:events';
import { makeWorkerUtils, type Logger as QueueLogger, run } from 'graphile-worker';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { JOB_HANDLERS } from '#jobs/handlers';
import { sealEvents } from '#services/audit/sealEvents';
import type { Context } from '#services/context';
import { runJob } from '#services/jobs/jobRun';
import { QUEUE_TASK } from '#services/later';

const SEAL_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 15_000;

export interface WorkerParts {
  readonly databaseUrl: string;
  readonly concurrency: number;
  readonly context: () => Context;
  /** A connection of its own, straight to the server: the locks on it say that this process lives. */
  readonly lifeline: Client;
  readonly log: Logger;
  readonly queueLogger: QueueLogger;
}

/**
 * Starts taking jobs from the queue, sealing audit events, and freeing jobs whose worker was killed. Gives the deed
 * that stops it: jobs that run are let finish or handed back.
 */
export async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  const { context, log } = parts;
  const utils = await makeWorkerUtils({ connectionString: parts.databaseUrl, logger: parts.queueLogger });
  await freeJobsOfTheDead(parts.lifeline, utils.forceUnlockWorkers);
  const events = new EventEmitter();
  events.on('worker:create', ({ worker }) => void holdLifeline(parts.lifeline, worker.workerId));
  events.on('job:error', ({ job, error }) => log.error({ err: error, attempt: job.attempts }, 'job failed'));
  const runner = await run({
    events,
    connectionString: parts.databaseUrl,
    concurrency: parts.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: parts.queueLogger,
    taskList: {
      [QUEUE_TASK]: async (payload, helpers) => {
        const key = payload as { reviewId: string; jobId: string }; // written by `later` alone
        const started = performance.now();
        await runJob(context(), key, JOB_HANDLERS, helpers.job.attempts >= helpers.job.max_attempts);
        log.info({ jobId: key.jobId, ms: Math.round(performance.now() - started) }, 'job ended');
      },
    },
  });

  const stopSealing = repeatedly(SEAL_EVERY_MS, log, async () => void (await sealEvents(context())));
  const stopSweeping = repeatedly(SWEEP_EVERY_MS, log, () =>
    freeJobsOfTheDead(parts.lifeline, utils.forceUnlockWorkers),
  );
  return async () => {
    stopSealing();
    stopSweeping();
    await runner.stop();
    await utils.release();
  };
}

/** Runs a chore now and then; the next turn waits for the last one's end. */
function repeatedly(everyMs: number, log: Logger, chore: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const turn = async () => {
    await chore().catch(error => log.warn({ err: error }, 'a chore failed and will be tried again'));
    if (!isStopped) timer = setTimeout(turn, everyMs);
  };
  timer = setTimeout(turn, everyMs);
  return () => {
    isStopped = true;
    if (timer) clearTimeout(timer);
  };
}

const LIFELINE = 7_065_535;

/** A lock that falls with the process, whichever way it ends. */
async function holdLifeline(lifeline: Client, workerId: string): Promise<void> {
  await lifeline.query('select pg_try_advisory_lock($1, hashtext($2))', [LIFELINE, workerId]);
}

/** Jobs that are locked by a worker without a lifeline go back to the queue at once, not after the queue's four hours. */
async function freeJobsOfTheDead(lifeline: Client, unlock: (workerIds: string[]) => Promise<void>): Promise<void> {
  const { rows } = await lifeline.query<{ worker: string }>(
    // A worker that has just begun may not hold its lifeline yet.
    "select distinct locked_by as worker from graphile_worker._private_jobs where locked_at < now() - interval '5 seconds'",
  );
  const dead: string[] = [];
  for (const { worker } of rows) {
    const { rows: answers } = await lifeline.query<{ free: boolean }>(
      `select not exists (select 1 from pg_locks where locktype = 'advisory' and classid = $1::oid
         and objid::bigint = (hashtext($2)::bigint & 4294967295)) as free`,
      [LIFELINE, worker],
    );
    if (answers[0]?.free) dead.push(worker);
  }
  if (dead.length > 0) await unlock(dead);
}
