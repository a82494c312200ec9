import { type Limiter, type LimiterClock, spacingOf, systemClock } from '#gateways/pubmed/limiter';

/** Runs one statement and gives its rows. */
export type RunQuery = (sql: string, parameters: unknown[]) => Promise<unknown>;

// A WITH around the UPDATE makes every driver answer with plain rows.
const RESERVE = `
  WITH reserved AS (
    UPDATE eutils_slots
    SET next_free_at = greatest(next_free_at, clock_timestamp()) + $1 * interval '1 millisecond'
    WHERE id = 1
    RETURNING next_free_at - $1 * interval '1 millisecond' AS slot
  )
  SELECT ceil(extract(epoch FROM slot - clock_timestamp()) * 1000)::float8 AS wait FROM reserved`;

const DEFER = `
  WITH deferred AS (
    UPDATE eutils_slots
    SET next_free_at = greatest(next_free_at, clock_timestamp() + $1 * interval '1 millisecond')
    WHERE id = 1
    RETURNING id
  )
  SELECT id FROM deferred`;

/**
 * Spacing shared by all processes of one database: one UPDATE reserves the next slot, the row's lock puts those who ask
 * at once in a queue. The table `eutils_slots` holds one row, id 1, with `next_free_at`.
 */
export function createDatabaseLimiter(
  runQuery: RunQuery,
  perSecond: number,
  sleep: LimiterClock['sleep'] = systemClock.sleep,
): Limiter {
  const spacing = spacingOf(perSecond);
  return {
    acquire: async () => {
      const wait = waitOf(await runQuery(RESERVE, [spacing]));
      if (wait > 0) await sleep(wait);
    },
    defer: async milliseconds => {
      await runQuery(DEFER, [Math.ceil(milliseconds)]);
    },
  };
}

function waitOf(answer: unknown): number {
  const rows: unknown = Array.isArray(answer) ? answer : (answer as { rows?: unknown } | null)?.rows; // pg answers { rows }, TypeORM the rows
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
  const wait = typeof first === 'object' && first !== null && 'wait' in first ? Number(first.wait) : Number.NaN;
  if (!Number.isFinite(wait)) throw new RangeError('databaseLimiter: the table eutils_slots has no row with id 1');
  return wait;
}
