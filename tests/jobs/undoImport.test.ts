import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('an import that is undone', () => {
  let world: World;
  let lead: Somebody;
  let at: string;
  let importId: string;

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const { reviewId } = await beginReview(lead);
    at = `/api/reviews/${reviewId}`;
    const modes = { titleAndAbstractMode: 'single', fullTextMode: 'single' };
    await must(lead, 'put', at, { title: 'Undone', ...modes });
    importId = await importText(world, lead, reviewId, inventedRis(5));
  });

  const undo = () => must(lead, 'delete', `${at}/imports/${importId}`);
  const total = async () => (await must(lead, 'get', `${at}/records`)).total;
  const standing = () => must(lead, 'get', `${at}/imports/${importId}`);
  const job = (jobId: string) => must(lead, 'get', `${at}/jobs/${jobId}`);

  it('stands until its job has taken out all of it, and two clicks are one job', async () => {
    const [{ jobId }, again] = [await undo(), await undo()];
    expect(again).toEqual({ jobId });
    expect(await standing()).toMatchObject({ state: 'imported', undoJobId: jobId });
    expect(await total()).toBe(5);
    await world.runJobs();
    expect(await job(jobId)).toMatchObject({ state: 'done', doneCount: 5, totalCount: 5 });
    expect(await standing()).toMatchObject({ state: 'undone', undoJobId: null, undoProblem: null, recordCount: 0 });
    expect(await total()).toBe(0);
    expect(await undo()).toEqual({ jobId: null });
  });

  it('is left whole when somebody stops the job, and can be undone later', async () => {
    const { jobId } = await undo();
    await must(lead, 'post', `${at}/jobs/${jobId}/cancellation`);
    await world.runJobs();
    expect(await job(jobId)).toMatchObject({ state: 'cancelled' });
    expect(await standing()).toMatchObject({ state: 'imported', undoJobId: null, undoProblem: expect.any(String) });
    expect(await total()).toBe(5);
    await undo();
    await world.runJobs();
    expect(await total()).toBe(0);
  });

  it('is left whole when somebody has decided on one of its records meanwhile, and says so', async () => {
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [lead.personId] });
    const { records } = await must(lead, 'get', `${at}/screening/title-and-abstract/records`);
    const { jobId } = await undo();
    const [{ recordId }]: Body[] = records;
    await must(lead, 'put', `${at}/screening/title-and-abstract/records/${recordId}/decision`, { choice: 'include' });
    await world.runJobs();
    expect(await job(jobId)).toMatchObject({ state: 'failed', sentence: expect.stringMatching(/worked on one/) });
    expect((await standing()).undoProblem).toMatch(/worked on one/);
    expect(await total()).toBe(5);
    expect((await lead.agent.delete(`${at}/imports/${importId}`)).status).toBe(409);
  });
});
