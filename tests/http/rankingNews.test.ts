import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rankDueReviews } from '#services/screening/rankDueReviews';
import { createRankingMemory } from '#services/screening/rankingMemory';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const STAGE = 'title-and-abstract';

/** Made-up records, by turns of one topic and of the other. */
const RECORDS = Array.from({ length: 40 }, (_, place) => {
  const text = place % 2 === 0 ? `asthma inhaler steroid dose ${place}` : `harvest tractor wheat field ${place}`;
  return ['TY  - JOUR', `TI  - Report ${place}`, `AB  - We looked into ${text}.`, 'ER  - ', ''].join('\r\n');
}).join('\r\n');

describe.each(['own', 'team'])('an order that learns from %s decisions one by one', learnsFrom => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let at: string;
  const queries: string[] = [];
  let hours = 1;

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Asked');
    ben = await world.person('Ben Other');
    const { projectId, reviewId } = await beginReview(lead, 'Inhalers in asthma');
    for (const person of [ann, ben]) await join(lead, projectId, person, ['screener']);
    await importText(world, lead, reviewId, RECORDS);
    at = `/api/reviews/${reviewId}`;
    await must(lead, 'post', `${at}/assignments/${STAGE}`, { personIds: [ann.personId, ben.personId] });
    await must(lead, 'put', `${at}/ranking/${STAGE}`, { isOn: true, learnsFrom });
  });
  afterAll(() => world.close());

  /** A look of a worker, an hour after the last; what it asks of the database is noted. */
  async function look(memory = createRankingMemory()): Promise<number> {
    queries.length = 0;
    const context = world.context();
    return context.db.transaction(async manager => {
      const query = manager.query.bind(manager);
      const noted = Object.assign(Object.create(manager), {
        query: (text: string, values?: unknown[]) => {
          queries.push(text);
          return query(text, values);
        },
        transaction: (work: (within: unknown) => Promise<unknown>) => work(noted),
      });
      const ctx = { ...context, db: noted, now: () => new Date(Date.now() + 3_600_000 * hours++) };
      return rankDueReviews(ctx, memory);
    });
  }

  const readsStage = () => queries.some(text => text.includes('from search_records') || text.includes('is_primary'));
  async function decide(person: Somebody, count: number): Promise<void> {
    const { records } = await must(person, 'get', `${at}/screening/${STAGE}/records?limit=${count}`);
    for (const { recordId, title } of records as Body[]) {
      const choice = Number(/\d+/.exec(title)?.[0]) % 2 === 0 ? 'include' : 'exclude';
      await must(person, 'put', `${at}/screening/${STAGE}/records/${recordId}/decision`, { choice });
    }
  }
  const learned = async () =>
    world.database.query(
      `select person_id, count(*)::int as turns, sum(cardinality(learned_ids))::int as lessons
       from ranking_turns group by person_id order by person_id`,
    );

  it('does not read the stage again for a decision, nor for a label, and learns each decision once', async () => {
    const memory = createRankingMemory();
    await look(memory);
    expect(readsStage()).toBe(true);
    await must(lead, 'post', `${at}/labels`, { name: 'later' });
    expect(await look(memory)).toBe(0);
    expect(readsStage()).toBe(false);
    for (let round = 0; round < 3; round++) {
      await decide(ann, 3);
      await decide(ben, 3);
      await look(memory);
      expect(readsStage()).toBe(false);
    }
    const rows = await learned();
    const known = await world.database.query(
      learnsFrom === 'own'
        ? 'select count(*)::int as n from screening_decisions group by person_id order by person_id'
        : `select count(*)::int as n from (select record_id from screening_decisions group by record_id having count(*) = 2) both_decided`,
    );
    for (const row of rows) expect(known.map((one: Body) => one.n)).toContain(row.lessons);
  });

  it('reads the texts again, later, where whoever orders has let go of them', async () => {
    const memory = createRankingMemory();
    let readings = 0;
    const forgetful: World['context'] = () => {
      const context = world.context();
      const rank: typeof context.think.rank = async (request, loadTexts) => {
        const { count, read } = await loadTexts();
        if (count > 0) expect(await read(0, 1)).toHaveLength(1);
        readings++;
        return context.think.rank(request, loadTexts);
      };
      return { ...context, think: { ...context.think, rank } };
    };
    for (let round = 0; round < 2; round++) {
      await decide(ann, 5);
      await decide(ben, 5);
      const before = readings;
      expect(
        await rankDueReviews({ ...forgetful(), now: () => new Date(Date.now() + 3_600_000 * hours++) }, memory),
      ).toBeGreaterThan(0);
      expect(readings).toBeGreaterThan(before);
    }
  });

  it('learns the same without any memory, and that a decision was taken back', async () => {
    const before = await learned();
    // A worker that knows nothing has nothing to add to what the other one learned.
    await must(lead, 'post', `${at}/criteria`, { kind: 'exclude', text: 'Farming' });
    await look();
    expect((await learned()).map((row: Body) => row.lessons)).toEqual(before.map((row: Body) => row.lessons));
  });
});
