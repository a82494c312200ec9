import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackup } from '#gateways/backup/readBackup';
import { writeBackup } from '#gateways/backup/writeBackup';
import { poolOf } from '#gateways/database/poolOf';
import { requeueJobs } from '#services/jobs/requeueJobs';
import { inventedRis } from '../support/inventedRis.ts';
import { beginReview, must, upload } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

let folder: string;
let file: string;
let world: World;
let lead: Somebody;
let reviewId: string;
const others: World[] = [];

const filesOf = (one: World) => join(one.folder, 'files');
const backUp = (one: World, to: string) => writeBackup(poolOf(one.database), filesOf(one), to, NOW);
const restore = (one: World, from: string) => readBackup(poolOf(one.database), filesOf(one), from, requeueJobs);

async function emptyWorld(): Promise<World> {
  const other = await createWorld();
  others.push(other);
  return other;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pooled-backup-'));
  file = join(folder, 'backup.zip');
  world = await createWorld();
  lead = await world.person('Lena Lead');
  ({ reviewId } = await beginReview(lead, 'Tabs\tand \\ backslashes'));
  const { importId } = (await upload(lead, reviewId, inventedRis(40), 'many.ris')).body;
  await must(lead, 'post', `/api/reviews/${reviewId}/imports/${importId}/confirmation`);
});
afterAll(async () => {
  await Promise.all([world, ...others].map(one => one.close()));
  await rm(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('brings accounts, reviews and files into an empty installation, and work under way goes on there', async () => {
    const written = await backUp(world, file);
    expect(written.files).toBeGreaterThan(0);
    const other = await emptyWorld();
    const read = await restore(other, file);
    expect(read.tables).toEqual(written.tables);
    await other.runJobs();
    const agent = other.visitor();
    expect((await agent.post('/api/session').send({ email: lead.email, password: PASSWORD })).status).toBe(200);
    const records = await agent.get(`/api/reviews/${reviewId}/records`);
    expect(records.body.total).toBe(40);
    const review = await agent.get(`/api/reviews/${reviewId}`);
    expect(JSON.stringify(review.body)).toContain('Tabs\\tand \\\\ backslashes');
    const verified = await agent.get(`/api/reviews/${reviewId}/audit-events`);
    expect(verified.status).toBe(200);
  });

  it('is the same again when what it was restored into is backed up', async () => {
    const other = await emptyWorld();
    await restore(other, file);
    const again = join(folder, 'again.zip');
    expect((await backUp(other, again)).tables).toEqual((await backUp(world, join(folder, 'now.zip'))).tables);
  });

  it('is not read over what is there', async () => {
    await expect(restore(world, file)).rejects.toThrow('There are 1 accounts here already');
  });

  it('leaves nothing behind when it is damaged', async () => {
    const bytes = await readFile(file);
    const other = await emptyWorld();
    for (const spoilt of [bytes.subarray(0, bytes.length / 2), Buffer.from('no archive'), flipped(bytes)]) {
      const path = join(folder, 'spoilt.zip');
      await writeFile(path, spoilt);
      await expect(restore(other, path)).rejects.toThrow();
    }
    expect(await other.database.query('select 1 from persons')).toEqual([]);
    expect(await other.database.query('select 1 from reviews')).toEqual([]);
  });

  it('says which version made it when the tables differ', async () => {
    const other = await emptyWorld();
    await other.database.query(
      "insert into migrations (timestamp, name) values (9999999999999, 'LaterTables9999999999999')",
    );
    await expect(restore(other, file)).rejects.toThrow(/Another version of Pooled made this backup/);
  });
});

/** The same archive with one byte of its first table changed. */
function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = 200;
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}
