import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('giving out records', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let cy: Somebody;
  let projectId: string;
  let at: string;
  const stage = 'title-and-abstract';

  const plan = (body: object) =>
    must(lead, 'post', `${at}/assignments/${stage}`, {
      personIds: [ann.personId, ben.personId],
      isPreview: true,
      ...body,
    });
  const addedTo = (reply: Body, person: Somebody) =>
    reply.perPerson.find((one: Body) => one.personId === person.personId).added;
  const board = () => must(lead, 'get', `${at}/assignments/${stage}`);
  const onBoard = async (person: Somebody) =>
    (await board()).people.find((one: Body) => one.personId === person.personId);
  const queueOf = async (person: Somebody): Promise<string[]> =>
    (await must(person, 'get', `${at}/screening/${stage}/records?show=all&limit=100`)).records.map(
      (one: Body) => one.recordId,
    );
  const hours = async (person: Somebody, hoursPerWeek: number) => {
    await must(person, 'patch', '/api/profile', { hoursPerWeek, audiences: { hoursPerWeek: 'applied' } });
  };

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Writesworth');
    ben = await world.person('Ben Other');
    cy = await world.person('Cy Third');
    const begun = await beginReview(lead);
    projectId = begun.projectId;
    at = `/api/reviews/${begun.reviewId}`;
    for (const person of [ann, ben, cy]) await join(lead, projectId, person, ['screener']);
    const own = ['TY  - JOUR', 'TI  - A remedy that its screener described', 'AU  - Writesworth, A', 'ER  - ', ''].join(
      '\r\n',
    );
    await importText(world, lead, begun.reviewId, inventedRis(19) + own);
  });
  afterAll(() => world.close());

  it('gives nobody a record that they wrote, and says which stay for it', async () => {
    const reply = await plan({});
    expect(reply.given).toBe(19);
    expect(reply.notGiven).toEqual([{ because: 'Somebody of the chosen may have written them.', count: 1 }]);
    expect(reply.authors).toMatchObject([{ name: 'Ann Writesworth', records: 1, byName: 1 }]);
    expect((await plan({ recuse: 'sure' })).given).toBe(20);
    const three = await plan({ personIds: [ann.personId, ben.personId, cy.personId] });
    expect(three.given).toBe(20);
  });

  it('gives some, a share by lot, or what words find, the same again for the same seed', async () => {
    expect((await plan({ count: 4 })).given).toBe(4);
    expect((await plan({ sharePercent: 25, recuse: 'sure' })).given).toBe(5);
    expect((await plan({ which: { kind: 'found', text: 'screener described' }, recuse: 'sure' })).given).toBe(1);
    expect((await plan({ which: { kind: 'found', source: 'Nowhere' } })).given).toBe(0);
    const three = { personIds: [ann.personId, ben.personId, cy.personId], sharePercent: 50, seed: 7 };
    expect(await plan(three)).toEqual(await plan(three));
  });

  it('splits by hours, and keeps a person’s own limit', async () => {
    await must(lead, 'put', at, { title: 'Invented remedies', titleAndAbstractMode: 'single', fullTextMode: 'double' });
    await hours(ann, 3);
    await hours(ben, 9);
    const byHours = await plan({ split: 'hours', recuse: 'sure' });
    expect([addedTo(byHours, ann), addedTo(byHours, ben)]).toEqual([5, 15]);
    const limited = await plan({ split: 'hours', limits: [{ personId: ben.personId, most: 8 }], recuse: 'sure' });
    expect([addedTo(limited, ann), addedTo(limited, ben)]).toEqual([12, 8]);
    const both = await plan({
      limits: [
        { personId: ann.personId, most: 2 },
        { personId: ben.personId, most: 3 },
      ],
    });
    expect(both.given).toBe(5);
    expect(both.notGiven).toEqual([{ because: 'The limits that you set are used up.', count: 15 }]);
    await must(lead, 'put', at, { title: 'Invented remedies', titleAndAbstractMode: 'double', fullTextMode: 'double' });
  });

  it('moves what a person leaves to others, and leaves with them what nobody else may take', async () => {
    await plan({ personIds: [ann.personId, ben.personId], isPreview: false });
    expect((await onBoard(ann)).given).toBe(19);
    const [first = ''] = await queueOf(ben);
    await must(ben, 'put', `${at}/screening/${stage}/records/${first}/decision`, { choice: 'include' });
    const of = { which: { kind: 'of-person', personId: ben.personId } };
    const toAnn = await plan({ ...of, personIds: [ann.personId] });
    expect(toAnn.given).toBe(0);
    expect(toAnn.notGiven[0]).toMatchObject({ count: 18 });
    const moved = await plan({ ...of, personIds: [cy.personId], isPreview: false });
    expect(moved.given).toBe(18);
    expect([(await onBoard(ben)).given, (await onBoard(cy)).given]).toEqual([1, 18]);
    expect(await queueOf(ben), 'the decision stays').toEqual([first]);
    const mine = await lead.agent.post(`${at}/assignments/${stage}`).send({ ...of, personIds: [ben.personId] });
    expect(mine.status).toBe(422);
  });

  it('lets a person go without harm: decisions stay and count, open records wait for others, conflicts can be settled', async () => {
    const [shared = ''] = await queueOf(ben);
    await must(ann, 'put', `${at}/screening/${stage}/records/${shared}/decision`, { choice: 'exclude' });
    expect((await must(lead, 'get', `${at}/conflicts/${stage}`)).open).toBe(1);
    const before = (await board()).waiting;
    await must(lead, 'delete', `/api/projects/${projectId}/members/${ann.personId}`);
    const { conflicts, open } = await must(lead, 'get', `${at}/conflicts/${stage}`);
    expect(open).toBe(1);
    expect(conflicts[0].decisions).toHaveLength(2);
    await must(lead, 'put', `${at}/screening/${stage}/records/${shared}/adjudication`, {
      choice: 'include',
      reason: 'It fits',
    });
    expect((await board()).waiting - before).toBe(18);
    expect(await onBoard(ann)).toMatchObject({ hasLeft: true, done: 1 });
    expect((await plan({ personIds: [lead.personId], isPreview: false })).given).toBe(18);
  });

  it('tells a person of a friendly note until they decide again, one a day at most', async () => {
    const path = `${at}/assignments/${stage}/people/${cy.personId}/nudges`;
    await must(lead, 'post', path, { text: 'Is all well? Write to me if you need more time.' });
    expect((await lead.agent.post(path).send({ text: 'And again' })).status).toBe(409);
    const mine = () => must(cy, 'get', `${at}/screening/${stage}`);
    expect((await mine()).nudge).toMatchObject({ from: 'Lena Lead' });
    const [first = ''] = await queueOf(cy);
    await must(cy, 'put', `${at}/screening/${stage}/records/${first}/decision`, { choice: 'include' });
    expect((await mine()).nudge).toBeNull();
    expect((await onBoard(cy)).nudgedAt).not.toBeNull();
    expect((await onBoard(cy)).perDay, 'one decision on the first day is one a day').toBe(1);
  });
});
