import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PreparedExport } from '#entities/PreparedExport';
import { unpackZip } from '#gateways/zip';
import { removeKeptLongEnough } from '#services/madeFiles/makeFile';
import { runPreparedExport } from '#services/reporting/runPreparedExport';
import { beginReview, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a large file of a review', () => {
  let world: World;
  let lead: Somebody;
  let other: Somebody;
  let screener: Somebody;
  let reviewId: string;
  let at: string;
  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    other = await world.person('Otto Other');
    screener = await world.person('Ben Screener');
    const review = await beginReview(lead);
    reviewId = review.reviewId;
    at = `/api/reviews/${reviewId}`;
    await join(lead, review.projectId, other, ['lead']);
    await join(lead, review.projectId, screener, ['screener']);
  });
  afterAll(() => world.close());

  const mine = async (person: Somebody) => (await must(person, 'get', `${at}/prepared-exports`)).exports;

  it('is made by a job for the person who asked, and asked for twice it is the same one', async () => {
    const { id } = await must(lead, 'post', `${at}/prepared-exports`, { file: 'review.zip' });
    expect((await must(lead, 'post', `${at}/prepared-exports`, { file: 'review.zip' })).id).toBe(id);
    expect(await mine(lead)).toMatchObject([{ exportId: id, file: 'review.zip', state: 'queued', keptUntil: null }]);
    await world.runJobs();
    const [made] = await mine(lead);
    expect(made).toMatchObject({ exportId: id, state: 'done', sentence: 'review.zip is ready.' });
    expect(made.doneCount).toBe(made.totalCount - 1);
    const reply = await lead.agent.get(`${at}/prepared-exports/${id}/content`).responseType('blob');
    expect([reply.status, reply.body.length]).toEqual([200, made.bytes]);
    expect(reply.headers['content-disposition']).toContain('review.zip');
    expect((await unpackZip(reply.body)).has('review.json')).toBe(true);
  });

  it('is nothing that anybody else is told of, hands on, or removes', async () => {
    const [{ exportId }] = await mine(lead);
    expect(await mine(other)).toEqual([]);
    expect((await other.agent.get(`${at}/prepared-exports/${exportId}/content`)).status).toBe(404);
    expect((await other.agent.delete(`${at}/prepared-exports/${exportId}`)).status).toBe(404);
    expect((await must(other, 'get', `${at}/jobs`)).jobs).toEqual([]);
  });

  it('is refused to a screener who is blind', async () => {
    const ask = (file: string) => screener.agent.post(`${at}/prepared-exports`).send({ file });
    for (const file of ['review.zip', 'manuscript.docx']) expect((await ask(file)).status).toBe(403);
    expect(await mine(screener)).toEqual([]);
  });

  it('is not made for somebody who has lost the right to it since', async () => {
    const { id } = await must(other, 'post', `${at}/prepared-exports`, { file: 'manuscript.zip' });
    await world
      .context()
      .db.query("update memberships set roles = '{screener}' where person_id = $1", [other.personId]);
    await world.runJobs();
    const [failed] = await mine(other);
    expect(failed).toMatchObject({ exportId: id, state: 'failed', bytes: null, keptUntil: null });
  });

  it('stops when its owner says so, also while it is being made', async () => {
    const { id } = await must(lead, 'post', `${at}/prepared-exports`, { file: 'manuscript.docx' });
    await must(lead, 'delete', `${at}/prepared-exports/${id}`);
    await runPreparedExport(world.context(), { reviewId, exportId: id }, false);
    const [stopped] = (await mine(lead)).filter((one: PreparedExport) => one.file === 'manuscript.docx');
    expect(stopped).toMatchObject({ state: 'cancelled', sentence: 'Stopped. No file was made.' });
  });

  it('goes after a week, and before when its owner removes it', async () => {
    const contents = async () => {
      const rows = await world.context().db.findBy(PreparedExport, { reviewId, file: 'review.zip' });
      return rows.map(one => one.fileHash);
    };
    const [hash] = await contents();
    const inTenDays = { ...world.context(), now: () => new Date(Date.now() + 10 * 86_400_000) };
    expect(await removeKeptLongEnough(inTenDays, PreparedExport)).toBe(1);
    expect(await contents()).toEqual([null]);
    await world.asideDone();
    expect(await world.context().files.sizeOf(hash ?? '')).toBeNull();
    const { id } = await must(lead, 'post', `${at}/prepared-exports`, { file: 'manuscript.zip' });
    await world.runJobs();
    await must(lead, 'delete', `${at}/prepared-exports/${id}`);
    expect((await lead.agent.get(`${at}/prepared-exports/${id}/content`)).status).toBe(404);
  });
});
