import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOB_HANDLERS } from '#jobs/handlers';
import { runJob } from '#services/jobs/jobRun';
import { inventedRis } from '../support/inventedRis.ts';
import { beginReview, must, upload } from '../support/reviewWorld.ts';
import { Killed, killedAtTransaction, lastJob } from '../support/startMidway.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

/** Past what is read within the upload itself. */
const LARGE_RIS = `${inventedRis(400)}${'TY  - JOUR\nTI  - The long one\nAB  - '}${'x'.repeat(80)}\nER  - \n${'\n'.repeat(4_000_000)}`;

let world: World;
let lead: Somebody;

beforeAll(async () => {
  world = await createWorld();
  lead = await world.person('Lena Lead');
});
afterAll(() => world.close());

/** What lies in memory and is still needed: without what only waits to be swept away. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function uploaded(content: string | Buffer = LARGE_RIS, fileName = 'large.ris') {
  const { reviewId } = await beginReview(lead);
  const at = `/api/reviews/${reviewId}`;
  const reply = await upload(lead, reviewId, content, fileName);
  expect(reply.status).toBe(201);
  const { importId } = reply.body;
  const read = () => must(lead, 'get', `${at}/imports/${importId}`);
  return { reviewId, at, importId, read, first: reply.body, key: await lastJob(world, reviewId) };
}

const run = (key: { reviewId: string; jobId: string }, context = world.context(), isLastTry = false) =>
  runJob(context, key, JOB_HANDLERS, isLastTry);

describe('a file too large to be read within its upload', () => {
  it('is read by a job, with a report as of a small one, and is imported afterwards', async () => {
    const { at, importId, read, first, key } = await uploaded();
    expect(first).toMatchObject({ state: 'reading', report: null, jobId: key.jobId, format: 'ris' });
    expect(first.may.confirm).toMatch(/still being read/);
    const early = await lead.agent.post(`${at}/imports/${importId}/confirmation`);
    expect([early.status, early.body.detail]).toEqual([409, expect.stringMatching(/still being read/)]);
    await run(key);
    const standing = await read();
    expect(standing).toMatchObject({ state: 'previewed', report: { read: 401, skipped: 0 }, may: { confirm: null } });
    expect(standing.source.countFound).toBe(401);
    const job = await must(lead, 'get', `${at}/jobs/${key.jobId}`);
    expect(job).toMatchObject({ kind: 'read-file', state: 'done', sentence: '401 records read' });
    expect(job.doneCount).toBe(job.totalCount);
    await must(lead, 'post', `${at}/imports/${importId}/confirmation`);
    await world.runJobs();
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(401);
  });

  it('tells how far it is in bytes of the file as it was sent, packed or not', async () => {
    const packed = gzipSync(Buffer.from(LARGE_RIS));
    const { at, key } = await uploaded(packed, 'large.ris.gz');
    await run(key);
    expect((await must(lead, 'get', `${at}/jobs/${key.jobId}`)).totalCount).toBe(packed.length);
  });

  it('is read again from its beginning when the worker was killed before the report was kept', async () => {
    for (const moment of ['before', 'after'] as const) {
      const { read, key, reviewId } = await uploaded();
      const dying = world.context();
      await expect(run(key, { ...dying, db: killedAtTransaction(dying.db, 1, moment) })).rejects.toThrow(Killed);
      await run(key);
      expect(await read()).toMatchObject({ state: 'previewed', report: { read: 401 } });
      const events: { n: number }[] = await world.database.query(
        "select count(*)::int as n from audit_events where review_id = $1 and deed = 'read-file'",
        [reviewId],
      );
      expect(events[0]?.n).toBe(1);
    }
  });

  it('is left when somebody stops the reading, and can be thrown away', async () => {
    const { at, importId, read, key } = await uploaded();
    await must(lead, 'post', `${at}/jobs/${key.jobId}/cancellation`);
    await run(key);
    expect(await read()).toMatchObject({ state: 'failed', report: null, may: { undo: null } });
    expect((await read()).may.confirm).toMatch(/Upload it again/);
    await must(lead, 'delete', `${at}/imports/${importId}`);
    expect(await read()).toMatchObject({ state: 'undone' });
  });

  it('says what is wrong when it turns out to be damaged further on', async () => {
    const packed = gzipSync(Buffer.from(`${inventedRis(60_000)}`));
    const { at, read, key } = await uploaded(packed.subarray(0, packed.length - 50), 'cut.ris.gz');
    await run(key);
    expect(await must(lead, 'get', `${at}/jobs/${key.jobId}`)).toMatchObject({
      state: 'failed',
      sentence: expect.stringMatching(/ends too early/),
    });
    expect(await read()).toMatchObject({ state: 'failed', report: null });
  });

  it('is read in the encoding that shows only far behind its beginning', async () => {
    const late = Buffer.concat([
      Buffer.from(inventedRis(60_000)),
      Buffer.from('TY  - JOUR\nTI  - Ärzte in Zürich\nER  - \n', 'latin1'),
    ]);
    const { at, importId, first, read, key } = await uploaded(late, 'late.ris');
    expect(first.encoding).toBe('utf-8');
    await run(key);
    expect((await read()).encoding).toBe('windows-1252');
    await must(lead, 'delete', `${at}/imports/${importId}`);
  });

  it('of 200 MB is taken in pieces: sent and read without ever lying in memory as a whole', {
    timeout: 180_000,
  }, async () => {
    const { reviewId } = await beginReview(lead);
    const server = world.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}`;
    const signedIn = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: lead.email, password: PASSWORD }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    let sent = 0;
    const content = function* () {
      for (let place = 0; place < 20_000; place++) {
        const record = `TY  - JOUR\nTI  - Large ${place}\nDO  - 10.5555/large.${place}\nAB  - ${'long '.repeat(2_000)}\nER  - \n`;
        sent += record.length;
        yield Buffer.from(record);
      }
    };
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, liveBytes());
    }, 1_000);
    const before = liveBytes();
    try {
      const path = `/api/reviews/${reviewId}/imports?fileName=huge.ris`;
      const sending = request(url + path, { method: 'POST', headers: { cookie } });
      const answered = once(sending, 'response');
      await pipeline(Readable.from(content()), sending);
      const [reply] = await answered;
      reply.resume();
      expect(reply.statusCode).toBe(201);
      await run(await lastJob(world, reviewId));
    } finally {
      clearInterval(watch);
      server.closeAllConnections();
      server.close();
    }
    expect(sent).toBeGreaterThan(200_000_000);
    const [standing] = (await must(lead, 'get', `/api/reviews/${reviewId}/imports`)).imports;
    expect(standing).toMatchObject({ state: 'previewed', report: { read: 20_000, skipped: 0 } });
    expect((most - before) / 1e6, 'megabytes').toBeLessThan(60);
  });

  it('is refused at once when it is no format that is read', async () => {
    const { reviewId } = await beginReview(lead);
    const reply = await upload(lead, reviewId, 'no records here '.repeat(500_000), 'x.ris');
    expect([reply.status, reply.body.detail]).toEqual([422, expect.stringMatching(/no format/)]);
  });
});
