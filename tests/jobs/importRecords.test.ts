import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOB_HANDLERS } from '#jobs/handlers';
import { runJob } from '#services/jobs/jobRun';
import { inventedRis } from '../support/inventedRis.ts';
import { beginReview, must, upload } from '../support/reviewWorld.ts';
import { Killed, killedAtTransaction, lastJob } from '../support/startMidway.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** More than two batches of the job. */
const RECORDS = 1234;

let world: World;
let lead: Somebody;

beforeAll(async () => {
  world = await createWorld();
  lead = await world.person('Lena Lead');
});
afterAll(() => world.close());

/** An import that somebody has confirmed and nobody has run. */
async function confirmedImport() {
  const { reviewId } = await beginReview(lead);
  const at = `/api/reviews/${reviewId}`;
  const { importId } = (await upload(lead, reviewId, inventedRis(RECORDS), 'many.ris')).body;
  await must(lead, 'post', `${at}/imports/${importId}/confirmation`);
  return { reviewId, importId, at, key: await lastJob(world, reviewId) };
}

const run = (key: { reviewId: string; jobId: string }, context = world.context(), isLastTry = false) =>
  runJob(context, key, JOB_HANDLERS, isLastTry);

async function storedTitles(reviewId: string): Promise<string[]> {
  const rows: { title: string }[] = await world.database.query(
    'select title from search_records where review_id = $1 order by position',
    [reviewId],
  );
  return rows.map(row => row.title);
}

const stateOf = async (at: string, importId: string) => (await must(lead, 'get', `${at}/imports/${importId}`)).state;
const jobOf = (at: string, jobId: string) => must(lead, 'get', `${at}/jobs/${jobId}`);

describe('the job that imports records', () => {
  it('stores every record once when it is run three times', async () => {
    const { reviewId, at, importId, key } = await confirmedImport();
    for (let time = 0; time < 3; time++) await run(key);
    const titles = await storedTitles(reviewId);
    expect(titles).toHaveLength(RECORDS);
    expect(new Set(titles).size).toBe(RECORDS);
    expect(await stateOf(at, importId)).toBe('imported');
    expect(await jobOf(at, key.jobId)).toMatchObject({ state: 'done', sentence: '1,234 records imported.' });
  });

  it('stores every record once when two workers run it at the same time', async () => {
    const { reviewId, key } = await confirmedImport();
    await Promise.all([run(key), run(key)]);
    expect(await storedTitles(reviewId)).toHaveLength(RECORDS);
  });

  // Three batches and the deed that makes them seen: four transactions.
  for (const n of [1, 2, 3, 4]) {
    for (const moment of ['before', 'after'] as const) {
      it(`loses and doubles nothing when its process is killed ${moment} transaction ${n}`, async () => {
        const { reviewId, at, importId, key } = await confirmedImport();
        const dying = world.context();
        await expect(run(key, { ...dying, db: killedAtTransaction(dying.db, n, moment) })).rejects.toThrow(Killed);
        const isAllDone = n === 4 && moment === 'after';
        expect(await stateOf(at, importId)).toBe(isAllDone ? 'imported' : 'importing');
        if (!isAllDone) {
          const seen = await must(lead, 'get', `${at}/records`);
          expect(seen.total, 'nobody sees half an import').toBe(0);
        }
        await run(key);
        const titles = await storedTitles(reviewId);
        expect(titles).toHaveLength(RECORDS);
        expect(titles[0]).toMatch(/number 0 /);
        expect(titles[RECORDS - 1]).toMatch(/number 1233 /);
        expect((await must(lead, 'get', `${at}/records`)).total).toBe(RECORDS);
        expect(await jobOf(at, key.jobId)).toMatchObject({ state: 'done' });
      });
    }
  }

  it('takes back what it stored when somebody stops it half-way', async () => {
    const { reviewId, at, importId, key } = await confirmedImport();
    const dying = world.context();
    await expect(run(key, { ...dying, db: killedAtTransaction(dying.db, 2, 'after') })).rejects.toThrow(Killed);
    expect(await storedTitles(reviewId)).toHaveLength(1000);
    await must(lead, 'post', `${at}/jobs/${key.jobId}/cancellation`);
    await run(key);
    expect(await storedTitles(reviewId)).toEqual([]);
    expect(await jobOf(at, key.jobId)).toMatchObject({ state: 'cancelled' });
    expect(await stateOf(at, importId)).toBe('failed');
  });

  it('lets an import be undone, or be started again, when its job was stopped before it began', async () => {
    const { reviewId, at, importId, key } = await confirmedImport();
    await must(lead, 'post', `${at}/jobs/${key.jobId}/cancellation`);
    await run(key);
    const stopped = await must(lead, 'get', `${at}/imports/${importId}`);
    expect(stopped).toMatchObject({ state: 'failed', may: { confirm: null, undo: null } });
    await must(lead, 'post', `${at}/imports/${importId}/confirmation`);
    await run(await lastJob(world, reviewId));
    expect(await storedTitles(reviewId)).toHaveLength(RECORDS);
    expect(await stateOf(at, importId)).toBe('imported');
  });

  it('keeps nothing half-done when the last try fails, and says so', async () => {
    const { reviewId, at, importId, key } = await confirmedImport();
    const { files, ...rest } = world.context();
    const broken = {
      ...rest,
      files: {
        ...files,
        read: async function* (hash: string, maxBytes: number) {
          let pieces = 0;
          for await (const piece of files.read(hash, maxBytes)) {
            if (pieces++ === 2) throw new Error('the disk is gone');
            yield piece;
          }
        },
      },
    };
    await expect(run(key, broken)).rejects.toThrow('the disk is gone');
    expect(await jobOf(at, key.jobId)).toMatchObject({ state: 'running' });
    await expect(run(key, broken, true)).rejects.toThrow('the disk is gone');
    expect(await jobOf(at, key.jobId)).toMatchObject({ state: 'failed' });
    expect(await storedTitles(reviewId)).toEqual([]);
    expect(await stateOf(at, importId)).toBe('failed');
  });

  it('leaves a job alone that has ended', async () => {
    const { reviewId, at, key } = await confirmedImport();
    await run(key);
    await must(lead, 'post', `${at}/jobs/${key.jobId}/cancellation`);
    await run(key);
    expect(await jobOf(at, key.jobId)).toMatchObject({ state: 'done' });
    expect(await storedTitles(reviewId)).toHaveLength(RECORDS);
  });
});
