import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#gateways/database/embeddedDatabase';
import { createDatabaseLimiter } from '#gateways/pubmed/databaseLimiter';
import { spacingOf } from '#gateways/pubmed/limiter';

describe('the limiter of PubMed’s requests in a real database', () => {
  let folder = '';
  let server: EmbeddedDatabase;
  const pools: Pool[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pooled-limiter-'));
    await chmod(folder, 0o755);
    server = await startEmbeddedDatabase(folder);
    // Two pools stand for two processes.
    pools.push(new Pool({ connectionString: server.url, max: 4 }), new Pool({ connectionString: server.url, max: 4 }));
    await pools[0]?.query('create table eutils_slots (id smallint primary key, next_free_at timestamptz not null)');
  }, 120_000);
  afterAll(async () => {
    await Promise.all(pools.map(pool => pool.end()));
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (pool: Pool) => (sql: string, parameters: unknown[]) => pool.query(sql, parameters);
  const nextFree = async (): Promise<string> =>
    (await pools[0]?.query('select next_free_at::text as at from eutils_slots'))?.rows[0]?.at ?? '';
  const setNextFree = async (at: string): Promise<void> => {
    await pools[0]?.query('delete from eutils_slots');
    await pools[0]?.query('insert into eutils_slots values (1, $1::timestamptz)', [at]);
  };

  it('gives every process a slot of its own, one spacing apart', async () => {
    await setNextFree('2100-01-01T00:00:00Z');
    const waits: number[] = [];
    const limiters = pools.map(pool =>
      createDatabaseLimiter(run(pool), 3, async ms => {
        waits.push(ms);
      }),
    );
    await Promise.all(Array.from({ length: 12 }, (_, index) => limiters[index % 2]?.acquire()));
    expect(waits).toHaveLength(12);
    const span = await pools[0]?.query(
      "select extract(epoch from next_free_at - '2100-01-01T00:00:00Z'::timestamptz) * 1000 as ms from eutils_slots",
    );
    expect(Number(span?.rows[0]?.ms)).toBe(12 * spacingOf(3));
  });

  it('lets the first through at once after a quiet time, and keeps nothing of it', async () => {
    await setNextFree('2000-01-01T00:00:00Z');
    const waits: number[] = [];
    const [pool] = pools;
    if (!pool) throw new Error('no pool');
    await createDatabaseLimiter(run(pool), 3, async ms => {
      waits.push(ms);
    }).acquire();
    expect(waits).toEqual([]);
    expect(new Date(await nextFree()).getUTCFullYear()).toBeGreaterThan(2000);
  });

  it('is deferred for all, and never brought forward', async () => {
    await setNextFree('2100-01-01T00:00:00Z');
    const before = await nextFree();
    const [pool] = pools;
    if (!pool) throw new Error('no pool');
    await createDatabaseLimiter(run(pool), 3).defer(5000);
    expect(await nextFree()).toBe(before);
  });
});
