import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const STAGE = 'title-and-abstract';

/** Made-up records, by turns of one topic and of the other. */
const RECORDS = Array.from({ length: 20 }, (_, place) => {
  const text = place % 2 === 0 ? `harvest tractor wheat field ${place}` : `asthma inhaler steroid children ${place}`;
  return ['TY  - JOUR', `TI  - Report ${place}`, `AB  - We looked into ${text}.`, 'ER  - ', ''].join('\r\n');
}).join('\r\n');

describe('a team with seats', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let projectId: string;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Asked');
    const review = await beginReview(lead, 'Asthma inhaler for children');
    projectId = review.projectId;
    at = `/api/reviews/${review.reviewId}`;
    await must(lead, 'put', at, {
      ...{ title: 'Asthma inhaler for children', titleAndAbstractMode: 'single', fullTextMode: 'single' },
    });
    await join(lead, projectId, ann, ['screener']);
    await importText(world, lead, review.reviewId, RECORDS);
  });
  afterAll(() => world.close());

  const giveOut = (body: object) =>
    lead.agent.post(`${at}/assignments/${STAGE}`).send({ personIds: [ann.personId], ...body });
  const setStages = (screensAt: readonly string[]) =>
    must(lead, 'put', `/api/projects/${projectId}/members/${ann.personId}`, { roles: ['screener'], screensAt });

  it('gives nothing to somebody who does not screen at the stage', async () => {
    await setStages(['full-text']);
    const reply = await giveOut({});
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Ann Asked does not screen at this stage');
    const { people } = await must(lead, 'get', `${at}/assignments/${STAGE}`);
    expect(people.find((one: Body) => one.personId === ann.personId).canScreen).toBe(false);
    await setStages(['title-and-abstract', 'full-text']);
  });

  it('gives out the most promising records first, by the question', async () => {
    expect((await giveOut({ order: 'ranked', count: 6 })).body.given).toBe(6);
    const { records } = await must(ann, 'get', `${at}/screening/${STAGE}/records`);
    expect(records.map((one: Body) => one.abstract[0].text.includes('asthma'))).toEqual(Array(6).fill(true));
  });

  it('finds among one’s own records by their words', async () => {
    const { records, total } = await must(ann, 'get', `${at}/screening/${STAGE}/records?show=all&text=inhaler`);
    expect(total).toBe(6);
    expect(records).toHaveLength(6);
    expect((await must(ann, 'get', `${at}/screening/${STAGE}/records?show=all&text=tractor`)).total).toBe(0);
  });

  it('keeps a person’s habits for them alone', async () => {
    await must(ann, 'put', '/api/preferences/screening-keymap', { value: 'rayyan' });
    await must(ann, 'put', '/api/preferences/highlights', { about: projectId, value: '{"include":["random*"]}' });
    await must(ann, 'put', '/api/preferences/screening-keymap', { value: 'asreview' });
    const { preferences } = await must(ann, 'get', '/api/preferences');
    expect(preferences.map((one: Body) => [one.name, one.about, one.value])).toEqual([
      ['highlights', projectId, '{"include":["random*"]}'],
      ['screening-keymap', '', 'asreview'],
    ]);
    expect((await must(lead, 'get', '/api/preferences')).preferences).toEqual([]);
    expect((await ann.agent.put('/api/preferences/colour').send({ value: 'red' })).status).toBe(422);
  });
});
