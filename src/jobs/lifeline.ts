import type { Client } from 'pg';

/** Any fixed number: it marks the locks of living workers. */
const LIFELINE = 7_065_535;

/** A lock that falls with the process, whichever way it ends. */
export async function holdLifeline(lifeline: Client, workerId: string): Promise<void> {
  await lifeline.query('select pg_try_advisory_lock($1, hashtext($2))', [LIFELINE, workerId]);
}

/** Jobs that are locked by a worker without a lifeline go back to the queue at once, not after the queue's four hours. */
export async function freeJobsOfTheDead(
  lifeline: Client,
  unlock: (workerIds: string[]) => Promise<void>,
): Promise<void> {
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
