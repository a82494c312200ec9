import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createPlain } from '../support/walkReads.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const CRITERIA = { includeWhen: 'Trials of the remedy', excludeWhen: 'Anything else' };

/** A labelled table of twelve made-up records; every third one is included, or every other one. */
function table(isIncluded: (place: number) => boolean): string {
  const rows = Array.from(
    { length: 12 },
    (_, place) => `Record number ${place},Text ${place} of the record.,${isIncluded(place) ? 1 : 0}`,
  );
  return ['title,abstract,label_included', ...rows].join('\n');
}

describe('practice with known answers', () => {
  let world: World;
  let root: Somebody;
  let lead: Somebody;
  let ann: Somebody;
  let stranger: Somebody;
  let projectId: string;
  let reviewId: string;

  beforeAll(async () => {
    world = await createWorld();
    root = await world.person('Root Account');
    lead = await world.person('Lea Lead');
    ann = await world.person('Ann Screener');
    stranger = await world.person('Sam Stranger');
    ({ projectId, reviewId } = await beginReview(lead));
    await join(lead, projectId, ann, ['screener']);
  });
  afterAll(() => world.close());

  const make = (who: Somebody, body: object): Promise<Body> =>
    must(who, 'post', '/api/practice-sets', { name: 'First steps', ...CRITERIA, count: 12, ...body });
  const at = (id: string) => `/api/practice-sets/${id}`;

  async function screen(who: Somebody, id: string, choose: (title: string) => string): Promise<void> {
    const { records } = await must(who, 'get', `${at(id)}/records`);
    for (const { recordId, title } of records) {
      await must(who, 'put', `${at(id)}/records/${recordId}/decision`, { choice: choose(title) });
    }
  }

  it('tells a person how they did only when they have finished, and to nobody else before they share it', async () => {
    const { id } = await make(root, { forReviewId: null, from: { kind: 'table', text: table(at => at % 3 === 0) } });
    const early = await must(ann, 'get', at(id));
    expect(early).toMatchObject({ records: 12, decided: 0, result: null, audience: 'everybody' });
    expect((await ann.agent.get(`${at(id)}/outcome`)).status).toBe(409);
    expect((await ann.agent.post(`${at(id)}/completion`)).status).toBe(403);
    // Of the included 0, 3, 6, 9 she misses 9; of the others she passes 1 on.
    await screen(ann, id, title => (/ (0|3|1)$/.test(title) ? 'include' : / 6$/.test(title) ? 'unsure' : 'exclude'));
    await must(ann, 'post', `${at(id)}/completion`);
    const { result, differing } = await must(ann, 'get', `${at(id)}/outcome`);
    expect(result.sensitivity).toMatchObject({ hits: 3, of: 4, value: 0.75 });
    expect(result.specificity).toMatchObject({ hits: 7, of: 8, value: 0.875 });
    const told = differing.map((one: Body) => [one.record.title, one.record.decision.choice, one.answer]).sort();
    expect(told).toEqual([
      ['Record number 1', 'include', 'exclude'],
      ['Record number 9', 'exclude', 'include'],
    ]);
    const { records } = await must(ann, 'get', `${at(id)}/records`);
    const change = await ann.agent.put(`${at(id)}/records/${records[0].recordId}/decision`).send({ choice: 'unsure' });
    expect(change.status).toBe(403);

    const passports = `/api/reviews/${reviewId}/passports`;
    const pagesOfAnn = async () =>
      (await must(lead, 'get', passports)).people.find((one: Body) => one.personId === ann.personId).pages;
    expect(await pagesOfAnn()).toEqual([]);
    expect((await must(stranger, 'get', `/api/people/${ann.personId}/passport`)).pages).toEqual([]);
    await must(ann, 'put', `/api/passport/${id}`, { isShared: true });
    expect(await pagesOfAnn()).toMatchObject([{ isOfReview: false, result: { sensitivity: { hits: 3 } } }]);
    expect((await must(stranger, 'get', `/api/people/${ann.personId}/passport`)).pages).toHaveLength(1);
    await must(ann, 'put', `/api/passport/${id}`, { isShared: false });
    expect(await pagesOfAnn()).toEqual([]);
  });

  it('answers to the byte alike, whatever the answers are, until one has finished', async () => {
    const replies: string[][] = [];
    for (const isIncluded of [(place: number) => place < 5, (place: number) => place >= 5 && place < 10]) {
      // The same luck in both: where a set's order came of its answers, it would tell them.
      const { id } = await make(root, { forReviewId: null, from: { kind: 'table', text: table(isIncluded) } });
      const plain = createPlain();
      const seen: string[] = [];
      const { records } = await must(ann, 'get', `${at(id)}/records`);
      const byTitle = (one: Body, other: Body) => (one.title < other.title ? -1 : 1);
      for (const record of [...records].sort(byTitle)) {
        const path = `${at(id)}/records/${record.recordId}/decision`;
        const reply = await ann.agent.put(path).send({ choice: 'include' });
        seen.push(plain(`${reply.status} ${reply.text} ${JSON.stringify({ ...record, position: 0 })}`));
      }
      const [whole] = [await must(ann, 'get', at(id))];
      seen.push(plain(JSON.stringify({ ...whole })));
      replies.push(seen);
    }
    expect(replies[0]).toEqual(replies[1]);
  });

  it('shows the lead what the team showed in a set of the review, and is there for nobody else', async () => {
    const { id } = await make(lead, { forReviewId: reviewId, from: { kind: 'table', text: table(at => at < 5) } });
    expect((await stranger.agent.get(at(id))).status).toBe(404);
    expect((await must(ann, 'get', at(id))).forReview).toMatchObject({ reviewId });
    await screen(ann, id, () => 'include');
    await must(ann, 'post', `${at(id)}/completion`);
    const { people, sets } = await must(lead, 'get', `/api/reviews/${reviewId}/passports`);
    expect(sets).toMatchObject([{ practiceSetId: id, finished: 1 }]);
    const pages = people.find((one: Body) => one.personId === ann.personId).pages;
    expect(pages).toMatchObject([
      { isOfReview: true, result: { sensitivity: { value: 1 }, specificity: { value: 0 } } },
    ]);
    expect((await ann.agent.get(`/api/reviews/${reviewId}/passports`)).status).toBe(403);
    await must(lead, 'delete', at(id));
    expect((await must(ann, 'get', at(id))).isRetired).toBe(true);
    expect((await must(lead, 'get', '/api/practice-sets')).sets.map((one: Body) => one.practiceSetId)).not.toContain(
      id,
    );
    expect((await must(ann, 'get', '/api/passport')).pages).toHaveLength(2);
  });

  it('is drawn from a finished review alone, and only by who leads it', async () => {
    const body = { forReviewId: reviewId, from: { kind: 'finished-review', reviewId } };
    const stage = 'title-and-abstract';
    await must(lead, 'put', `/api/reviews/${reviewId}`, {
      ...{ title: 'Invented remedies', titleAndAbstractMode: 'single', fullTextMode: 'single' },
    });
    await importText(world, lead, reviewId, SMALL_RIS);
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/${stage}`, { personIds: [ann.personId] });
    const { records } = await must(ann, 'get', `/api/reviews/${reviewId}/screening/${stage}/records`);
    for (const [place, { recordId }] of records.entries()) {
      const choice = place === 0 ? 'include' : 'exclude';
      await must(ann, 'put', `/api/reviews/${reviewId}/screening/${stage}/records/${recordId}/decision`, { choice });
    }
    const open = await lead.agent.post('/api/practice-sets').send({ name: 'x', ...CRITERIA, ...body });
    expect(open.status).toBe(403);
    expect(open.body.detail).toContain('still blind');
    await must(lead, 'put', `/api/reviews/${reviewId}/stages/${stage}`, { isClosed: true });
    const { id } = await make(lead, body);
    expect((await must(lead, 'get', at(id))).records).toBe(3);
    const byAnn = await ann.agent.post('/api/practice-sets').send({ name: 'x', ...CRITERIA, ...body });
    expect(byAnn.status).toBe(403);
  });

  it('refuses a table with the place of the mistake', async () => {
    const text = 'title,abstract,included\nA trial,Text,1\nA case,Text,perhaps';
    const reply = await root.agent
      .post('/api/practice-sets')
      .send({ name: 'x', ...CRITERIA, forReviewId: null, from: { kind: 'table', text } });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Record 2 (\\"A case\\"): \\"perhaps\\" under \\"included\\" is neither 1 nor 0.');
  });
});
