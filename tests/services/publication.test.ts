import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/endpoints';
import { unpackZip } from '#gateways/zip';
import { fillDemo } from '#services/demo/fillDemo';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('the public page of a finished review', () => {
  let world: World;
  let lead: Somebody;
  let at: string;
  let reviewId: string;
  const open = () => world.visitor().get(`/api/published/${reviewId}`);
  const data = () => world.visitor().get(`/api/published/${reviewId}/data.zip`).responseType('blob');

  beforeAll(async () => {
    world = await createWorld();
    const demo = await fillDemo(world.context());
    const agent = world.visitor();
    await agent.post('/api/session').send({ email: demo.email, password: demo.password });
    lead = { personId: demo.leadId, name: 'Helen Marsh', email: demo.email, agent };
    reviewId = demo.reviewId;
    at = `/api/reviews/${reviewId}`;
  });
  afterAll(() => world.close());

  it('is not there before the lead publishes it', async () => {
    expect((await open()).status).toBe(404);
    expect((await data()).status).toBe(404);
  });

  it('shows the review to anybody, and names nobody who did not agree', async () => {
    await must(lead, 'put', `${at}/publication`, { doi: '10.5555/pooled.bcg' });
    const reply = await open();
    expect(reply.status).toBe(200);
    const { review, doi, version } = reply.body;
    expect([doi, version]).toEqual(['10.5555/pooled.bcg', 1]);
    expect(review.answer.join(' ')).toMatch(/risk ratio 0\.49/);
    expect(review.characteristics.rows).toHaveLength(13);
    expect(review.people.every((one: Body) => one.name === null)).toBe(true);
    expect(reply.text).not.toContain('Marsh');
    expect(reply.text).not.toContain('@');
    expect(reply.text).not.toContain(lead.personId);
    expect(review.chain.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('follows at once when somebody agrees to be named, or no longer does', async () => {
    await must(lead, 'put', `${at}/publication/my-name`, { isNamed: true });
    expect((await open()).body.review.people.map((one: Body) => one.name)).toContain('Helen Marsh');
    await must(lead, 'put', `${at}/publication/my-name`, { isNamed: false });
    expect((await open()).text).not.toContain('Marsh');
  });

  it('gives data and a script for R along', async () => {
    const files = await unpackZip((await data()).body);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['extraction.csv', 'searches.txt', 'figures/flow.svg']));
    const script = [...files].find(([name]) => name.startsWith('scripts/'));
    expect(script?.[1]).toContain('metafor');
    for (const text of files.values()) expect(text).not.toContain('Marsh');
  });

  it('opens nothing else of the installation', async () => {
    const visitor = world.visitor();
    const closed = Object.values(ENDPOINTS).filter(
      one => one.method === 'GET' && one.path.startsWith('/api/reviews/:reviewId'),
    );
    expect(closed.length).toBeGreaterThan(30);
    for (const { path } of closed) {
      const address = path.replace(':reviewId', reviewId).replace(/:\w+/g, lead.personId);
      expect((await visitor.get(address)).status, address).toBe(401);
    }
  });

  it('tells only why once it is withdrawn', async () => {
    await must(lead, 'put', `${at}/publication/withdrawal`, { reason: 'A trial was retracted' });
    const { body } = await open();
    expect(body.review).toBeNull();
    expect(body.withdrawn.because).toBe('A trial was retracted');
    expect((await data()).status).toBe(404);
  });
});
