import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a discussion on a conflict', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let dan: Somebody;
  let settler: Somebody;
  let at: string;
  let recordIds: string[];

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    [ann, ben, dan, settler] = [
      ...[await world.person('Ann Asked'), await world.person('Ben Other')],
      ...[await world.person('Dan Apart'), await world.person('Cai Settler')],
    ] as [Somebody, Somebody, Somebody, Somebody]; // four people, in this order
    const { projectId, reviewId } = await beginReview(lead);
    for (const person of [ann, ben, dan]) await join(lead, projectId, person, ['screener']);
    await join(lead, projectId, settler, ['adjudicator']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, SMALL_RIS);
    const { records } = await must(lead, 'get', `${at}/records`);
    recordIds = records.map((record: Body) => record.recordId);
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [ann.personId, ben.personId] });
  });
  afterAll(() => world.close());

  const record = (place = 0) => `${at}/screening/title-and-abstract/records/${recordIds[place]}`;
  const decide = (person: Somebody, choice: string, place = 0) =>
    person.agent.put(`${record(place)}/decision`).send({ choice });
  const open = (person: Somebody, place = 0) => person.agent.put(`${record(place)}/discussion`);
  const write = (person: Somebody, text: string, place = 0) =>
    person.agent.post(`${record(place)}/discussion/messages`).send({ text });
  const seenBy = async (person: Somebody): Promise<Body[]> =>
    (await must(person, 'get', `${at}/discussions`)).discussions;
  const events = async (deed: string) =>
    (await world.database.query('select 1 from audit_events where deed = $1', [deed])).length;

  it('is opened by who settles conflicts, once both have decided and differ, and by nobody else', async () => {
    await decide(ann, 'include');
    const early = await open(settler);
    expect([early.status, early.body.detail]).toEqual([409, 'Not everybody who was asked has decided on this record.']);
    await decide(ben, 'exclude');
    await decide(ann, 'include', 1);
    await decide(ben, 'include', 1);
    expect((await open(settler, 1)).status).toBe(409);
    for (const person of [ann, ben, dan]) expect((await open(person)).status).toBe(403);
    expect(await seenBy(ann)).toEqual([]);
    expect((await write(ann, 'Is it?')).status).toBe(404);
    const both = await Promise.all([open(settler), open(lead)]);
    expect(both.map(reply => reply.status).sort()).toEqual(expect.arrayContaining([204]));
    expect((await open(settler)).status).toBe(204);
    expect(await events('open-discussion')).toBe(1);
  });

  it('shows both what the other chose and what is said, and nothing to a screener who was not asked', async () => {
    const [seen] = await seenBy(ann);
    expect(seen.decisions.map((one: Body) => [one.person.name, one.before.choice, one.now.choice])).toEqual([
      ['Ann Asked', 'include', 'include'],
      ['Ben Other', 'exclude', 'exclude'],
    ]);
    expect((await write(ben, 'No control group')).status).toBe(201);
    expect((await write(settler, 'See table 1')).status).toBe(201);
    const [later] = await seenBy(ann);
    expect(later.messages.map((one: Body) => [one.authorName, one.text])).toEqual([
      ['Ben Other', 'No control group'],
      ['Cai Settler', 'See table 1'],
    ]);
    expect(await seenBy(dan)).toEqual([]);
    expect((await write(dan, 'And I?')).status).toBe(404);
    const { events: trail } = await must(lead, 'get', `${at}/audit-events?limit=200`);
    expect(trail.filter((one: Body) => one.deed === 'write-in-discussion')).toEqual([]);
  });

  it('lets them change their decision, and keeps agreement to what they chose before', async () => {
    const agreement = () => must(lead, 'get', `${at}/agreement/title-and-abstract`);
    const before = await agreement();
    expect(before).toMatchObject({ records: 2, rawAgreement: { value: 0.5 } });
    expect((await ann.agent.delete(`${record()}/decision`)).status).toBe(403);
    expect((await decide(ann, 'exclude')).status).toBe(200);
    const [seen] = await seenBy(ben);
    expect(seen).toMatchObject({ state: 'agreed' });
    expect(seen.decisions[0]).toMatchObject({ before: { choice: 'include' }, now: { choice: 'exclude' } });
    expect(seen.decisions.map((one: Body) => one.isAfterOpening)).toEqual([true, false]);
    expect(await agreement()).toEqual(before);
    const proof = await must(lead, 'get', `${at}/blinding-proof`);
    expect(proof).toMatchObject({ decisions: 5, exceptions: 1 });
  });

  it('tells nobody in it what a third person chose who was asked later', async () => {
    // Nobody is given a record that enough have decided; a later, stricter mode of the stage is how it comes to a third.
    await world.database.query(
      `insert into screening_assignments
         select (json_populate_record(one, json_build_object('assignment_id', $1::text, 'person_id', $2::text))).*
         from screening_assignments one where record_id = $3 and person_id = $4`,
      [randomUUID(), dan.personId, recordIds[0], ann.personId],
    );
    const before = await seenBy(ann);
    expect((await decide(dan, 'include')).status).toBe(200);
    expect(await seenBy(ann)).toEqual(before);
    expect(await seenBy(dan)).toEqual([]);
  });

  it('ends when the conflict is settled', async () => {
    await must(settler, 'put', `${record()}/adjudication`, { choice: 'include', reason: 'Table 1 has one' });
    expect((await write(ann, 'But')).status).toBe(403);
    expect((await decide(ann, 'include')).status).toBe(403);
    const [seen] = await seenBy(ben);
    expect(seen).toMatchObject({ state: 'settled', settled: { choice: 'include', reason: 'Table 1 has one' } });
  });
});
