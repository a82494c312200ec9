import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a search among the records that is kept', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    [lead, ann, ben] = [await world.person('Lena Lead'), await world.person('Ann'), await world.person('Ben')];
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener']);
    await join(lead, projectId, ben, ['screener']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, SMALL_RIS, 'small.ris', '&sourceName=PubMed');
  });
  afterAll(() => world.close());

  const names = async (person: Somebody) =>
    (await must(person, 'get', `${at}/kept-filters`)).filters.map((filter: Body) => filter.name);
  const keep = (person: Somebody, body: object) => must(person, 'post', `${at}/kept-filters`, body);

  it('gives back what was asked, and finds the same records again', async () => {
    await keep(ann, { name: 'New ones', asked: { text: 'trial', yearFrom: 1990, source: ['PubMed'] } });
    const { filters } = await must(ann, 'get', `${at}/kept-filters`);
    expect(filters).toMatchObject([
      { name: 'New ones', audience: 'own', asked: { text: 'trial', yearFrom: 1990, source: ['PubMed'], mine: [] } },
    ]);
  });

  it('is known to its keeper alone, unless the team shares it', async () => {
    await keep(ann, { name: 'For all', audience: 'shared', asked: { text: 'adults' } });
    expect(await names(ann)).toEqual(['For all', 'New ones']);
    expect(await names(ben)).toEqual(['For all']);
  });

  it('has one name once for each keeper and once for the team', async () => {
    const twice = await ann.agent.post(`${at}/kept-filters`).send({ name: 'new ONES', asked: { text: 'x' } });
    expect(twice.status).toBe(409);
    expect(twice.body.detail).toBe('You keep a search with this name already.');
    await keep(ben, { name: 'New ones', asked: { text: 'mine' } });
  });

  it('that asks for verdicts can neither be kept by the blind nor be known to them', async () => {
    await keep(lead, { name: 'Settled', audience: 'shared', asked: { verdict: ['included'] } });
    const refused = await ann.agent.post(`${at}/kept-filters`).send({ name: 'V', asked: { verdict: ['included'] } });
    expect(refused.status).toBe(403);
    const boxed = await ann.agent.post(`${at}/kept-filters`).send({ name: 'B', asked: { box: 'included' } });
    expect(boxed.status).toBe(403);
    expect(await names(lead)).toContain('Settled');
    expect(await names(ben)).not.toContain('Settled');
    const { filters } = await must(lead, 'get', `${at}/kept-filters`);
    const { filterId } = filters.find((filter: Body) => filter.name === 'Settled');
    expect((await ben.agent.delete(`${at}/kept-filters/${filterId}`)).status).toBe(404);
  });

  it('is removed by who keeps it or by a lead, and by nobody else', async () => {
    const { filters } = await must(ben, 'get', `${at}/kept-filters`);
    const { filterId, may } = filters.find((filter: Body) => filter.name === 'For all');
    expect(may.remove).toBe('Only who keeps this search, or a lead, may remove it.');
    expect((await ben.agent.delete(`${at}/kept-filters/${filterId}`)).status).toBe(403);
    await must(lead, 'delete', `${at}/kept-filters/${filterId}`);
    expect(await names(ann)).toEqual(['New ones']);
  });
});
