import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOB_HANDLERS } from '#jobs/handlers';
import { runJob } from '#services/jobs/jobRun';
import { beginReview, must } from '../support/reviewWorld.ts';
import { lastJob } from '../support/startMidway.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const TABLE = 'Name of study;Teaser;When;Weight\nWalking;Who walks sleeps;2019;3\nSitting;;2020;4\n';

describe('a table whose headers nobody knows', () => {
  let world: World;
  let lead: Somebody;
  let reviewId: string;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    ({ reviewId } = await beginReview(lead));
    at = `/api/reviews/${reviewId}`;
  });
  afterAll(() => world.close());

  const upload = async (text: string) => {
    const reply = await lead.agent
      .post(`${at}/imports?fileName=table.csv&sourceName=Other`)
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from(text));
    expect(reply.status).toBe(201);
    return reply.body;
  };

  it('is shown with its first rows, mapped by a person, and read so', async () => {
    const { importId } = await upload(TABLE);
    expect(await must(lead, 'get', `${at}/imports/${importId}/table`)).toEqual({
      headers: ['Name of study', 'Teaser', 'When', 'Weight'],
      rows: [
        ['Walking', 'Who walks sleeps', '2019', '3'],
        ['Sitting', '', '2020', '4'],
      ],
      columns: {},
      isTold: false,
    });
    const columns = { title: 'Name of study', abstract: 'Teaser', year: 'When' };
    const mapped = await must(lead, 'put', `${at}/imports/${importId}/columns`, { columns });
    expect(mapped).toMatchObject({ isMapped: true, report: { read: 2, withoutAbstract: 1 } });
    await must(lead, 'post', `${at}/imports/${importId}/confirmation`);
    await runJob(world.context(), await lastJob(world, reviewId), JOB_HANDLERS, true);
    const { records } = await must(lead, 'get', `${at}/records`);
    expect(records.map((record: { title: string; year: number }) => [record.title, record.year])).toEqual([
      ['Walking', 2019],
      ['Sitting', 2020],
    ]);
  });

  it('the next one with the same columns is read so by itself', async () => {
    const { report, isMapped } = await upload(TABLE.replace('Walking', 'Running'));
    expect(isMapped).toBe(true);
    expect(report.read).toBe(2);
  });

  it('a column that isn’t there is refused by name', async () => {
    const { importId } = await upload(TABLE.replace('Walking', 'Standing'));
    const reply = await lead.agent.put(`${at}/imports/${importId}/columns`).send({ columns: { title: 'Titel' } });
    expect(reply.status).toBe(422);
    expect(reply.body.detail).toContain('Titel');
  });

  it('what can’t be read is named with its line and what the file says there', async () => {
    const { report } = await upload('title,abstract\nA,one\nB,two,three\n');
    expect(report.skippedEntries).toEqual([
      { line: 3, reason: 'the row has 3 cells, the header 2', text: 'B,two,three' },
    ]);
  });

  it('texts that only look like escapes are stored as they are', async () => {
    const { importId } = await upload('title,abstract\nA \\u0000 path C:\\new\\table,"one\ttwo\nthree"\n');
    await must(lead, 'post', `${at}/imports/${importId}/confirmation`);
    await runJob(world.context(), await lastJob(world, reviewId), JOB_HANDLERS, true);
    const { records } = await must(lead, 'get', `${at}/records?import=${importId}`);
    expect(records[0].title).toBe('A \\u0000 path C:\\new\\table');
    expect((await must(lead, 'get', `${at}/records/${records[0].recordId}`)).abstract[0].text).toBe('one two three');
  });
});
