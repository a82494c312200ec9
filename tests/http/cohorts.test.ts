import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a cohort', () => {
  let world: World;
  let coordinator: Somebody;
  let lead: Somebody;
  let other: Somebody;
  let ada: Somebody;
  let ben: Somebody;
  let at: string;
  let cardio: string;
  let lungs: string;

  const seat = async (who: Somebody, title: string) => {
    const { id } = await must(who, 'post', '/api/projects', { title });
    return (await must(who, 'post', `/api/projects/${id}/openings`, { role: 'screener', title: `Screener: ${title}` }))
      .id;
  };

  beforeAll(async () => {
    world = await createWorld();
    coordinator = await world.person('Cora Dinator', 'faculty');
    lead = await world.person('Arjun Menon', 'faculty');
    other = await world.person('Mariam Haddad', 'faculty');
    ada = await world.person('Ada Quist');
    ben = await world.person('Ben Okoro');
    cardio = await seat(lead, 'Atrial fibrillation');
    lungs = await seat(other, 'Tuberculosis');
    const ranksUntil = new Date(Date.now() + 86_400_000).toISOString();
    const { id } = await must(coordinator, 'post', '/api/cohorts', { name: 'Spring', ranksUntil });
    at = `/api/cohorts/${id}`;
  });
  afterAll(() => world.close());

  it('takes an opening from its own lead alone', async () => {
    expect((await lead.agent.put(`${at}/openings/${lungs}`)).status).toBe(404);
    await must(lead, 'put', `${at}/openings/${cardio}`);
    await must(other, 'put', `${at}/openings/${lungs}`);
    expect((await must(ada, 'get', at)).openings).toHaveLength(2);
  });

  it('takes wishes of people and rankings of leads, and shows them to nobody else', async () => {
    await must(ada, 'put', `${at}/wishes`, { openingIds: [cardio, lungs] });
    await must(ben, 'put', `${at}/wishes`, { openingIds: [cardio] });
    const twice = await ben.agent.put(`${at}/wishes`).send({ openingIds: [cardio, cardio] });
    expect(twice.status).toBe(422);
    expect((await ada.agent.put(`${at}/ranking`).send({ personIds: [] })).status).toBe(403);
    await must(lead, 'put', `${at}/ranking`, { personIds: [ben.personId, ada.personId] });
    const seenByLead = await must(lead, 'get', at);
    expect(seenByLead.people).toMatchObject([{ hasRanked: true }, { hasRanked: true }]);
    expect(seenByLead).toMatchObject({ myWishes: null, myRanking: { choices: [ben.personId, ada.personId] } });
    // A person learns how many others there are, not who.
    expect(await must(ada, 'get', at)).toMatchObject({ people: [], peopleCount: 2, myWishes: [cardio, lungs] });
    expect((await must(coordinator, 'get', at)).myRanking).toBeNull();
  });

  it('shows the coordinator what would come of it, with the proof, and stores nothing', async () => {
    expect((await lead.agent.post(`${at}/allocations`).send({})).status).toBe(403);
    const { allocation, compared } = await must(coordinator, 'post', `${at}/allocations`, { method: 'people-first' });
    const places = allocation.placements.map((one: { personId: string; openingId: string }) => [
      one.personId,
      one.openingId,
    ]);
    // Lead ranks Ben first, so Ada gets her second wish; nobody would rather have somebody else.
    expect(new Map(places)).toEqual(
      new Map([
        [ada.personId, lungs],
        [ben.personId, cardio],
      ]),
    );
    expect(allocation.blocking).toEqual([]);
    expect(compared).toHaveLength(5);
    const locked = await must(coordinator, 'post', `${at}/allocations`, {
      locks: [{ personId: ada.personId, openingId: cardio }],
    });
    expect(locked.allocation.placements).toContainEqual(
      expect.objectContaining({ personId: ada.personId, openingId: cardio, isLocked: true }),
    );
    expect((await must(coordinator, 'get', at)).state).toBe('ranking');
  });

  it('is tried with rules on teams, which a stable answer may not keep and a scored one does, with its proof', async () => {
    const { openings } = await must(coordinator, 'get', at);
    const [{ projectId }] = openings;
    const tried = (body: object) => must(coordinator, 'post', `${at}/allocations`, body);
    const plain = await tried({ method: 'most-people' });
    expect(plain.allocation).toMatchObject({ isProven: true, because: null });
    const skill = { kind: 'skill', projectId, skill: 'juggling' };
    const barred = await tried({ method: 'most-people', rules: [skill] });
    expect(barred.allocation).toMatchObject({ placements: [], isProven: null });
    expect(barred.allocation.because).toMatch(/no placing keeps/);
    expect(barred.compared.every((row: { because: string | null }) => row.because !== null)).toBe(true);
    const apart = { kind: 'apart', personIds: [ada.personId, ben.personId] };
    const { allocation } = await tried({ method: 'most-people', rules: [apart] });
    expect(allocation).toMatchObject({ isProven: true, because: null });
    const settled = await coordinator.agent.post(`${at}/settlement`).send({ method: 'most-people', rules: [skill] });
    expect([settled.status, settled.body.detail]).toEqual([409, expect.stringMatching(/no placing keeps/)]);
    const self = { kind: 'apart', personIds: [ada.personId, ada.personId] };
    expect((await coordinator.agent.post(`${at}/allocations`).send({ rules: [self] })).status).toBe(422);
  });

  it('is settled once, closes the lists, and gives offers, which bind nobody', async () => {
    await must(coordinator, 'post', `${at}/settlement`, { method: 'people-first' });
    expect((await coordinator.agent.post(`${at}/settlement`).send({ method: 'best-total' })).status).toBe(403);
    expect((await ada.agent.put(`${at}/wishes`).send({ openingIds: [] })).status).toBe(409);
    const own = await must(ada, 'get', at);
    expect(own.settlement.placements).toMatchObject([{ personId: ada.personId, openingId: lungs }]);
    expect(JSON.stringify(own)).not.toContain(ben.personId);
    expect((await must(lead, 'get', at)).offersToMake).toBe(1);
    expect(await must(lead, 'post', `${at}/offers`)).toEqual({ made: 1, problems: [] });
    expect(await must(lead, 'post', `${at}/offers`)).toEqual({ made: 0, problems: [] });
    const { offers } = await must(ben, 'get', '/api/offers');
    expect(offers).toMatchObject([{ openingTitle: 'Screener: Atrial fibrillation', state: 'open' }]);
  });
});
