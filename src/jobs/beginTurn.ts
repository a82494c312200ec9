import { EventEmitter } from 'node:events';
import { makeWorkerUtils, run } from 'graphile-worker';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { AccountExport } from '#entities/AccountExport';
import { PreparedExport } from '#entities/PreparedExport';
import { JOB_HANDLERS } from '#jobs/handlers';
import { freeJobsOfTheDead, holdLifeline } from '#jobs/lifeline';
import type { WorkerParts } from '#jobs/startWorker';
import { sealEvents } from '#services/audit/sealEvents';
import { runDueSearches } from '#services/imports/savedSearches';
import { runJob } from '#services/jobs/jobRun';
import { QUEUE_TASK } from '#services/later';
import { removeKeptLongEnough } from '#services/madeFiles/makeFile';
import { giveReminders } from '#services/notifications/giveReminders';
import { sendLetters } from '#services/notifications/sendLetters';
import { writeLetters } from '#services/notifications/writeLetters';
import { EXPORT_TASK } from '#services/people/exportAccount';
import { runAccountExport } from '#services/people/gatherAccount';
import { PREPARE_TASK } from '#services/reporting/prepareExports';
import { runPreparedExport } from '#services/reporting/runPreparedExport';
import { rankDueReviews } from '#services/screening/rankDueReviews';
import { createRankingMemory } from '#services/screening/rankingMemory';
import { sweepContents } from '#services/screening/sweepContents';

const SEAL_EVERY_MS = 5_000;
/** Searches run again by the day, so a minute is exact enough. */
const REPEAT_EVERY_MS = 60_000;
/** Archives and other large files are kept for days. */
const TIDY_EVERY_MS = 600_000;
const SWEEP_EVERY_MS = 5_000;
const RANK_EVERY_MS = 2_000;
const SWEEP_CONTENTS_EVERY_MS = 60 * 60 * 1000;

/**
 * What runs by the clock: the queue gives each of these times to one worker of all. Reminders that were due while no worker
 * ran are caught up; letters wait where they are.
 */
const TIMETABLE = `
*/10 * * * * give-reminders ?fill=1h&max=3
* * * * * send-letters ?max=1
`;

/** A worker from its beginning until it is stopped or loses the database. */
export interface Turn {
  /** Comes when the turn is over: why, or null when it was stopped. */
  readonly ended: Promise<Error | null>;
  readonly stop: () => Promise<void>;
}

/** Takes jobs, seals audit events, runs searches whose time has come, orders records after decisions, frees jobs whose worker was killed, and tidies files. */
export async function beginTurn(parts: WorkerParts): Promise<Turn> {
  const { context, log } = parts;
  const lifeline = await parts.openLifeline();
  const lost = new Promise<Error>(resolve => lifeline.on('error', resolve));
  const utils = await makeWorkerUtils({ connectionString: parts.databaseUrl, logger: parts.queueLogger }).catch(
    async error => {
      await lifeline.end().catch(() => undefined);
      throw error;
    },
  );
  const free = () => freeJobsOfTheDead(lifeline, utils.forceUnlockWorkers);
  const runner = await free()
    .then(() => begin(parts, lifeline))
    .catch(async error => {
      await Promise.allSettled([utils.release(), lifeline.end()]);
      throw error;
    });
  const stopSealing = repeatedly(SEAL_EVERY_MS, log, async () => void (await sealEvents(context())));
  const stopRepeating = repeatedly(REPEAT_EVERY_MS, log, async () => void (await runDueSearches(context())));
  const stopTidying = repeatedly(TIDY_EVERY_MS, log, async () => {
    for (const table of [AccountExport, PreparedExport]) await removeKeptLongEnough(context(), table);
  });
  const stopSweeping = repeatedly(SWEEP_EVERY_MS, log, free);
  const memory = createRankingMemory();
  const stopRanking = repeatedly(RANK_EVERY_MS, log, async () => void (await rankDueReviews(context(), memory)));
  const stopSweepingContents = repeatedly(
    SWEEP_CONTENTS_EVERY_MS,
    log,
    async () => void (await sweepContents(context())),
  );
  let isStopped = false;
  return {
    ended: Promise.race([
      lost,
      runner.promise.then(
        () => null,
        error => (error instanceof Error ? error : new Error(String(error))),
      ),
    ]),
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      stopSealing();
      stopRepeating();
      stopTidying();
      stopSweeping();
      stopRanking();
      stopSweepingContents();
      // A runner that lost the database may have stopped by itself.
      await runner.stop().catch(() => undefined);
      await Promise.allSettled([utils.release(), lifeline.end()]);
    },
  };
}

async function begin(parts: WorkerParts, lifeline: Client) {
  const { context, log } = parts;
  const events = new EventEmitter();
  events.on('worker:create', ({ worker }) => {
    holdLifeline(lifeline, worker.workerId).catch(error => log.warn({ err: error }, 'no lifeline for a worker'));
  });
  events.on('job:error', ({ job, error }) => log.error({ err: error, attempt: job.attempts }, 'job failed'));
  return run({
    events,
    connectionString: parts.databaseUrl,
    concurrency: parts.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    crontab: TIMETABLE,
    logger: parts.queueLogger,
    taskList: {
      [QUEUE_TASK]: async (payload, helpers) => {
        const key = payload as { reviewId: string; jobId: string }; // written by `later` alone
        const started = performance.now();
        await runJob(context(), key, JOB_HANDLERS, helpers.job.attempts >= helpers.job.max_attempts);
        log.info({ jobId: key.jobId, ms: Math.round(performance.now() - started) }, 'job ended');
      },
      [EXPORT_TASK]: async (payload, helpers) => {
        const { exportId } = payload as { exportId: string }; // written by `askForExport` alone
        await runAccountExport(context(), exportId, helpers.job.attempts >= helpers.job.max_attempts);
      },
      [PREPARE_TASK]: async (payload, helpers) => {
        const key = payload as { reviewId: string; exportId: string }; // written by `prepareExport` alone
        await runPreparedExport(context(), key, helpers.job.attempts >= helpers.job.max_attempts);
      },
      'give-reminders': async () => {
        const told = await giveReminders(context());
        if (told > 0) log.info({ told }, 'reminders given');
      },
      'send-letters': async () => {
        const written = await writeLetters(context());
        const sent = await sendLetters(context());
        if (written + sent > 0) log.info({ written, sent }, 'letters sent');
      },
    },
  });
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
