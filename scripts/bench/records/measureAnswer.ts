import { readFile } from 'node:fs/promises';
import type { Context } from '#services/context';

export interface Measured<Answer> {
  readonly answer: Answer;
  /** The median of what passes on the clock, in milliseconds. */
  readonly wall: number;
  /** The processor's time of the database's processes for one answer, in milliseconds; null where the system does not tell. */
  readonly database: number | null;
}

const TIMES = 5;

/** Asks once to warm up, as a person who has the page open, and then five times. */
export async function measureAnswer<Answer>(ctx: Context, ask: () => Promise<Answer>): Promise<Measured<Answer>> {
  let answer = await ask();
  const walls: number[] = [];
  const before = await databaseTime(ctx);
  for (let time = 0; time < TIMES; time++) {
    const from = performance.now();
    answer = await ask();
    walls.push(performance.now() - from);
  }
  const after = await databaseTime(ctx);
  const wall = walls.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
  return { answer, wall, database: before === null || after === null ? null : (after - before) / TIMES };
}

/** What the database's processes have computed so far; Linux counts it in billionths of a second. */
async function databaseTime(ctx: Context): Promise<number | null> {
  const rows: { pid: number }[] = await ctx.db.query(
    'select pid from pg_stat_activity where datname = current_database()',
  );
  const times = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => null)));
  if (times.includes(null)) return null;
  return times.reduce((sum, line) => sum + Number(line?.split(' ')[0]) / 1e6, 0);
}
