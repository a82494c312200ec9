import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice } from '#core/vocabulary';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a pilot round', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let other: Somebody;
  let at: string;
  const stage = 'title-and-abstract';
  const pilot = (person: Somebody) => must(person, 'get', `${at}/pilots/${stage}`);
  const recordsOf = async (person: Somebody): Promise<string[]> =>
    (await must(person, 'get', `${at}/screening/${stage}/records?show=all&limit=100`)).records.map(
      (one: Body) => one.recordId,
    );
  const decide = (person: Somebody, recordId: string, choice: Choice) =>
    person.agent.put(`${at}/screening/${stage}/records/${recordId}/decision`).send({ choice });
  const draw = (count: number, bar = 0.6) =>
    lead.agent.post(`${at}/pilots/${stage}`).send({ personIds: [ann.personId, ben.personId], count, bar, seed: 5 });
  const giveOut = () => lead.agent.post(`${at}/assignments/${stage}`).send({ personIds: [ann.personId, ben.personId] });

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Asked');
    ben = await world.person('Ben Other');
    other = await world.person('Otto Outside');
    const { projectId, reviewId } = await beginReview(lead);
    at = `/api/reviews/${reviewId}`;
    for (const person of [ann, ben, other]) await join(lead, projectId, person, ['screener']);
    await importText(world, lead, reviewId, inventedRis(30));
  });
  afterAll(() => world.close());

  it('gives the same records to everybody, and nothing else goes out meanwhile', async () => {
    expect((await draw(10)).status).toBe(201);
    expect((await recordsOf(ann)).sort()).toEqual((await recordsOf(ben)).sort());
    expect(await recordsOf(ann)).toHaveLength(10);
    expect((await giveOut()).status).toBe(409);
    expect((await draw(10)).status, 'a second round waits for the first').toBe(409);
  });

  it('shows nobody any figure or decision before all have finished, not even the lead', async () => {
    const records = await recordsOf(ann);
    for (const [place, recordId] of records.entries()) await decide(ann, recordId, place < 4 ? 'include' : 'exclude');
    for (const person of [lead, ann, ben]) {
      const [round] = (await pilot(person)).rounds;
      expect(round.outcome).toBeNull();
      expect(round.people.map((one: Body) => [one.name, one.done])).toEqual([
        ['Ann Asked', 10],
        ['Ben Other', 0],
      ]);
    }
    expect((await decide(ann, records[0] ?? '', 'include')).status).toBe(200);
  });

  it('opens to those who took part when all have finished: agreement, and where they differ side by side', async () => {
    const records = await recordsOf(ann);
    for (const [place, recordId] of records.entries()) await decide(ben, recordId, place < 3 ? 'include' : 'exclude');
    for (const person of [lead, ann, ben]) {
      const { outcome } = (await pilot(person)).rounds[0];
      // The table 3, 1, 0, 6: raw 0.9, by chance 0.54.
      expect(outcome.agreement).toMatchObject({ coefficient: 'cohen', value: expect.closeTo((0.9 - 0.54) / 0.46, 10) });
      expect(outcome.disagreements).toHaveLength(1);
      expect(outcome.disagreements[0].decisions.map((one: Body) => one.choice).sort()).toEqual(['exclude', 'include']);
    }
    expect((await pilot(other)).rounds[0].outcome, 'who did not take part stays blind').toBeNull();
  });

  it('leaves decisions as they are once they have been seen', async () => {
    const [first = ''] = await recordsOf(ann);
    expect((await decide(ann, first, 'unsure')).status).toBe(403);
    expect((await ann.agent.delete(`${at}/screening/${stage}/records/${first}/decision`)).status).toBe(403);
  });

  it('lets screening begin when agreement reaches the bar, and another round be drawn', async () => {
    expect((await pilot(lead)).isGateShut).toBe(true);
    expect((await lead.agent.put(`${at}/pilots/${stage}/gate`).send({})).status).toBe(204);
    const { rounds, isGateShut } = await pilot(lead);
    expect(isGateShut).toBe(false);
    expect(rounds[0].passed).toMatchObject({ by: 'Lena Lead', because: null });
    expect((await draw(10, 0.9)).status).toBe(201);
    expect((await pilot(lead)).rounds.map((one: Body) => one.number)).toEqual([2, 1]);
  });

  it('asks for a reason to begin before that', async () => {
    const gate = (body: object) => lead.agent.put(`${at}/pilots/${stage}/gate`).send(body);
    expect((await gate({})).status).toBe(422);
    expect((await gate({ reason: 'One of us fell ill; the rest was talked over' })).status).toBe(204);
    expect((await pilot(lead)).rounds[0].passed.because).toBe('One of us fell ill; the rest was talked over');
    expect((await giveOut()).status).toBe(201);
  });
});
