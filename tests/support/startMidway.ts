import type { Context } from '#services/context';
import type { World } from './world.ts';

/** What a process meets that is ended from outside: everything after it did not happen. */
export class Killed extends Error {}

/** A database that ends the process at the n-th transaction from now, before it or behind it. */
export function killedAtTransaction(db: Context['db'], n: number, moment: 'before' | 'after'): Context['db'] {
  let left = n;
  return new Proxy(db, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (name !== 'transaction') return typeof member === 'function' ? member.bind(target) : member;
      return async (work: (manager: unknown) => Promise<unknown>) => {
        left--;
        if (left < 0 || (left === 0 && moment === 'before')) throw new Killed('the process is gone');
        const result = await target.transaction(work);
        if (left === 0) throw new Killed('the process is gone');
        return result;
      };
    },
  });
}

/** The one job of a kind that a review has last been given. */
export async function lastJob(world: World, reviewId: string): Promise<{ reviewId: string; jobId: string }> {
  const rows: { job_id: string }[] = await world.database.query(
    'select job_id from jobs where review_id = $1 order by created_at desc limit 1',
    [reviewId],
  );
  const [row] = rows;
  if (!row) throw new Error('lastJob: the review has no job');
  return { reviewId, jobId: row.job_id };
}
