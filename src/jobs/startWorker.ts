import type { Logger as QueueLogger } from 'graphile-worker';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { beginTurn, type Turn } from '#jobs/beginTurn';
import type { Context } from '#services/context';

export interface WorkerParts {
  readonly databaseUrl: string;
  readonly concurrency: number;
  readonly context: () => Context;
  /** Opens a connection of its own, straight to the server: the locks on it say that this process lives. */
  readonly openLifeline: () => Promise<Client>;
  readonly log: Logger;
  readonly queueLogger: QueueLogger;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** What runs while the database goes ends by itself at its next question; nobody waits longer for it. */
const LONGEST_FAREWELL_MS = 30_000;

/**
 * Takes jobs from the queue until it is stopped. When the database goes away, the worker waits for it and begins anew;
 * jobs that ran meanwhile go on from where they had come. Gives the deed that stops it: jobs that run are let finish or
 * handed back. Throws when the database isn't there at the beginning.
 */
export async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  let isStopped = false;
  let turn = await beginTurn(parts);
  const keeping = keep();
  return async () => {
    isStopped = true;
    await turn.stop();
    await keeping;
  };

  async function keep(): Promise<void> {
    while (!isStopped) {
      const why = await turn.ended;
      if (isStopped) return;
      parts.log.warn({ err: why }, 'the worker lost the database and waits for it');
      await Promise.race([turn.stop(), pause(LONGEST_FAREWELL_MS)]);
      const next = await beginAgain();
      if (!next) return;
      turn = next;
      // Stopped while it began: whoever stopped it knew only the turn before.
      if (isStopped) await turn.stop();
      else parts.log.info('the worker is taking jobs again');
    }
  }

  async function beginAgain(): Promise<Turn | null> {
    for (let wait = FIRST_WAIT_MS; !isStopped; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      await pause(wait);
      try {
        return await beginTurn(parts);
      } catch (error) {
        parts.log.debug({ err: error }, 'the database is still away');
      }
    }
    return null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms).unref());
}
