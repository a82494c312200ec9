import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from '#services/demo/fillDemo';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('what a person can do next', () => {
  let world: World;
  let password: string;
  let underWay: string;
  let finished: string;

  beforeAll(async () => {
    world = await createWorld();
    const demo = await fillDemo(world.context());
    ({ password, reviewId: finished } = demo);
    const { reviews } = await must(await as('Helen Marsh'), 'get', '/api/reviews');
    underWay = reviews.find((one: Body) => one.reviewId !== demo.reviewId).reviewId;
  });
  afterAll(() => world.close());

  async function as(name: string): Promise<Somebody> {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@demo.invalid`;
    const agent = world.visitor();
    const reply = await agent.post('/api/session').send({ email, password });
    expect(reply.status, reply.text).toBe(200);
    return { personId: reply.body.personId, name, email, agent };
  }

  it('is settling conflicts for who decided on none of them, and never on one’s own while somebody else can', async () => {
    const lead = await must(await as('Helen Marsh'), 'get', `/api/reviews/${underWay}`);
    expect(lead.conflicts).toBe(1);
    expect([lead.next, ...lead.alsoPossible].map((one: Body) => one.deed)).not.toContain('settle-conflicts');
    expect(lead.next.deed).toBe('screen');
    const adjudicator = await must(await as('Amara Okafor'), 'get', `/api/reviews/${underWay}`);
    expect(adjudicator.next).toMatchObject({ deed: 'settle-conflicts', title: 'Settle 1 conflict' });
  });

  it('leaves extraction behind once every study of it is settled', async () => {
    const lead = await as('Helen Marsh');
    const extraction = async () => {
      const { steps } = await must(lead, 'get', `/api/reviews/${finished}`);
      return steps.find((one: Body) => one.step === 'extraction');
    };
    expect(await extraction()).toMatchObject({ state: 'done', share: 1, figure: '13', unit: 'studies' });
    await must(lead, 'post', `/api/reviews/${finished}/studies`, { label: 'Late 2020', year: 2020, reportIds: [] });
    expect(await extraction()).toMatchObject({ state: 'under-way', figure: '14', unit: 'studies, 13 finished' });
  });

  it('is settling one’s own conflict where nobody else can', async () => {
    const lead = await as('Helen Marsh');
    const { projectId, team } = await must(lead, 'get', `/api/reviews/${underWay}`);
    const adjudicator = team.find((one: Body) => one.name === 'Amara Okafor');
    await must(lead, 'delete', `/api/projects/${projectId}/members/${adjudicator.personId}`);
    const { next } = await must(lead, 'get', `/api/reviews/${underWay}`);
    expect(next).toMatchObject({ deed: 'settle-conflicts', title: 'Settle 1 conflict' });
  });
});
