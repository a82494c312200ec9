import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice } from '#core/vocabulary';
import { rankNow } from '../support/rankNow.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const TOPICS = ['asthma inhaler breathing steroid children', 'harvest tractor soil wheat farmers'];

/** So many records, by turns of one topic and of the other. */
function recordsOfTwoTopics(count: number): string {
  return Array.from({ length: count }, (_, place) => {
    const words = (TOPICS[place % 2] ?? '').split(' ');
    const text = [0, 1, 2].map(step => words[(place + step) % words.length]).join(' ');
    return [
      'TY  - JOUR',
      `TI  - Report ${place} on ${text}`,
      `DO  - 10.5555/ranked.${place}`,
      `AB  - We looked into ${text} ${words[(place * 2) % words.length]} with care, place ${place}.`,
      'ER  - ',
      '',
    ].join('\r\n');
  }).join('\r\n');
}

const STAGE = 'title-and-abstract';

interface Team {
  readonly world: World;
  readonly at: string;
  readonly lead: Somebody;
  readonly ann: Somebody;
  readonly ben: Somebody;
}

async function createTeam(records: number): Promise<Team> {
  const world = await createWorld();
  await world.person('Root Account');
  const lead = await world.person('Lena Lead');
  const ann = await world.person('Ann Asked');
  const ben = await world.person('Ben Other');
  const { projectId, reviewId } = await beginReview(lead, 'A question without telling words');
  for (const person of [ann, ben]) await join(lead, projectId, person, ['screener']);
  await importText(world, lead, reviewId, recordsOfTwoTopics(records));
  const at = `/api/reviews/${reviewId}`;
  await must(lead, 'post', `${at}/assignments/${STAGE}`, { personIds: [ann.personId, ben.personId] });
  return { world, at, lead, ann, ben };
}

const queueOf = async ({ at }: Team, person: Somebody, query = ''): Promise<Body[]> =>
  (await must(person, 'get', `${at}/screening/${STAGE}/records?limit=100${query}`)).records;
const titles = async (team: Team, person: Somebody) => (await queueOf(team, person)).map(one => one.title as string);
const isOfAsthma = (title: string) => (TOPICS[0] ?? '').split(' ').some(word => title.includes(word));
const decide = ({ at }: Team, person: Somebody, recordId: string, choice: Choice) =>
  must(person, 'put', `${at}/screening/${STAGE}/records/${recordId}/decision`, { choice });
const choiceFor = (record: Body): Choice => (isOfAsthma(record.title) ? 'include' : 'exclude');
const rank = ({ at, lead }: Team, body: object) => must(lead, 'put', `${at}/ranking/${STAGE}`, body);
const ranking = ({ at }: Team, person: Somebody) => must(person, 'get', `${at}/ranking/${STAGE}`);

describe('an order that learns from one’s own decisions', () => {
  let team: Team;
  beforeAll(async () => {
    team = await createTeam(40);
  });
  afterAll(() => team.world.close());

  it('is the order in which records were given out until the lead switches it on', async () => {
    expect(await rankNow(team.world)).toBe(0);
    const reasons = await must(team.ann, 'get', `${team.at}/ranking/${STAGE}/reasons`);
    expect(reasons).toEqual({ learnsFrom: null, number: null, next: null, reasons: [] });
  });

  it('brings what one includes to the front, and says by which words', async () => {
    await rank(team, { isOn: true });
    await rankNow(team.world);
    for (const record of (await queueOf(team, team.ann)).slice(0, 8)) {
      await decide(team, team.ann, record.recordId, choiceFor(record));
    }
    await rankNow(team.world);
    const order = await titles(team, team.ann);
    expect(order).toHaveLength(32);
    expect(order.slice(0, 10).every(isOfAsthma)).toBe(true);
    expect(order.slice(-10).some(isOfAsthma)).toBe(false);
    const { next, reasons } = await must(team.ann, 'get', `${team.at}/ranking/${STAGE}/reasons`);
    expect(next.title).toBe(order[0]);
    expect(reasons[0].for.map((one: Body) => one.term)).toSatisfy((terms: string[]) => terms.some(isOfAsthma));
    expect(reasons.at(-1).against.map((one: Body) => one.term)).toSatisfy((terms: string[]) =>
      terms.some(term => (TOPICS[1] ?? '').includes(term)),
    );
  });

  it('is not moved by what anybody else decides', async () => {
    const before = await queueOf(team, team.ann);
    for (const record of await queueOf(team, team.ben)) {
      await decide(team, team.ben, record.recordId, isOfAsthma(record.title) ? 'exclude' : 'include');
    }
    await rankNow(team.world);
    expect(await queueOf(team, team.ann)).toEqual(before);
  });

  it('is taken page by page without losing a record while it changes', async () => {
    const page = (await queueOf(team, team.ann)).slice(0, 5);
    for (const record of page) await decide(team, team.ann, record.recordId, 'exclude');
    await rankNow(team.world);
    const rest = await queueOf(team, team.ann, `&after=${page.at(-1)?.position}`);
    expect(rest, 'all that is open comes after what a page already holds').toHaveLength(27);
  });

  it('can be computed again from the seed and the decisions', async () => {
    const { jobId } = await must(team.lead, 'post', `${team.at}/ranking/${STAGE}/replays`);
    await team.world.runJobs();
    const { state, sentence } = await must(team.lead, 'get', `${team.at}/jobs/${jobId}`);
    expect(state).toBe('done');
    expect(sentence).toMatch(/^(\d+) of \1 orders came out the same, record by record/);
    const changed = 'update ranking_turns set record_ids = array_reverse(record_ids) where number = 2';
    await team.world.database.query(changed);
    const again = await must(team.lead, 'post', `${team.at}/ranking/${STAGE}/replays`);
    await team.world.runJobs();
    const { sentence: found } = await must(team.lead, 'get', `${team.at}/jobs/${again.jobId}`);
    expect(found).toMatch(/orders came out differently/);
  });

  it('shows a screener the settings and nothing of what was found', async () => {
    const shown = await ranking(team, team.ann);
    expect(shown.outcome).toBeNull();
    expect(shown.settings.learnsFrom).toBe('own');
    expect((await team.ann.agent.put(`${team.at}/ranking/${STAGE}`).send({ isOn: false })).status).toBe(403);
  });
});

describe('an order that learns from the team', () => {
  let team: Team;
  beforeAll(async () => {
    team = await createTeam(40);
    await rank(team, { isOn: true, learnsFrom: 'team' });
    await rankNow(team.world);
  });
  afterAll(() => team.world.close());

  it('gives both of a pair the same records', async () => {
    expect(await titles(team, team.ann)).toEqual(await titles(team, team.ben));
  });

  it('learns nothing of a record that somebody has yet to decide on', async () => {
    const before = await titles(team, team.ann);
    const records = await queueOf(team, team.ben);
    for (const record of records.slice(0, 8)) await decide(team, team.ben, record.recordId, choiceFor(record));
    await rankNow(team.world);
    expect(await titles(team, team.ann)).toEqual(before);
    for (const record of records.slice(0, 8)) await decide(team, team.ann, record.recordId, choiceFor(record));
    await rankNow(team.world);
    const after = await titles(team, team.ann);
    expect(after.slice(0, 10).every(isOfAsthma)).toBe(true);
    expect(after).toEqual(await titles(team, team.ben));
  });
});

describe('the end of ranked screening', () => {
  let team: Team;
  const end = (reason: string) => must(team.lead, 'put', `${team.at}/ranking/${STAGE}/stop`, { reason });
  const flowNumber = async (key: string) =>
    (await must(team.lead, 'get', `${team.at}/flow`)).numbers.find((one: Body) => one.key === key)?.count;
  const both = async (records: readonly Body[], choice = choiceFor) => {
    for (const record of records) {
      for (const person of [team.ann, team.ben]) await decide(team, person, record.recordId, choice(record));
    }
  };
  beforeAll(async () => {
    team = await createTeam(40);
    await rank(team, { isOn: true, learnsFrom: 'team', irrelevantRun: 3 });
    await rankNow(team.world);
    await both((await queueOf(team, team.ann)).slice(0, 6));
    await rankNow(team.world);
    await both((await queueOf(team, team.ann)).slice(0, 20));
  });
  afterAll(() => team.world.close());

  it('is judged by three rules on the same data', async () => {
    const { outcome } = await ranking(team, team.lead);
    expect(outcome).toMatchObject({ records: 40, screened: 26, found: 20, partly: 0 });
    expect(outcome.rules.run.isMet).toBe(true);
    expect(outcome.rules.test.isMet).toBe(false);
    expect(outcome.rules.test.toGo).toBeGreaterThan(0);
    expect(outcome.rules.sample.recall).toBeNull();
    expect(outcome.methods).toContain('26 records of 40 were screened and 20 judged eligible');
    expect(outcome.methods).toContain('what both overlooked cannot be counted');
    expect(outcome.methods).toContain(outcome.rules.test.sentence);
    expect(outcome.rules.run.sentence).toContain('Screening was to end after 3 irrelevant records in a row');
    expect(outcome.rules.sample.sentence).toContain('recall is not estimated');
    expect(outcome.methods).not.toContain('random sample');
  });

  it('gives recall as an interval when a random sample has been read to its end, and not before', async () => {
    const { notGivenOut } = await must(team.lead, 'post', `${team.at}/ranking/${STAGE}/samples`, { count: 4, seed: 9 });
    expect(notGivenOut).toBe(0);
    const first = (await queueOf(team, team.ann)).slice(0, 4);
    await both(first.slice(0, 2), () => 'exclude');
    const half = (await ranking(team, team.lead)).outcome;
    expect(half.sample).toMatchObject({ drawn: 4, read: 2, relevant: null });
    expect(half.rules.sample.recall).toBeNull();
    await both(first.slice(2), () => 'exclude');
    const { sample, rules, methods } = (await ranking(team, team.lead)).outcome;
    expect(methods, 'recall is told whichever rule the protocol names').toContain(rules.sample.sentence);
    expect(rules.sample.sentence).toContain('A random sample of 4 unscreened records held 0 eligible');
    expect(sample).toMatchObject({ drawn: 4, read: 4, pool: 14, relevant: 0 });
    // R: phyper(0, 6, 8, 4) = 0.0699, phyper(0, 7, 7, 4) = 0.0350, phyper(0, 8, 6, 4) = 0.0150: at most 7 are left.
    expect(rules.sample.recall).toMatchObject({ most: 27, upper: 1 });
    expect(rules.sample.recall.lower).toBeCloseTo(20 / 27, 10);
  });

  it('leaves what nobody screened unread, and PRISMA names it', async () => {
    const open = await queueOf(team, team.ben);
    const begun = open[0]?.recordId;
    await decide(team, team.ben, begun, 'exclude');
    const before = (await ranking(team, team.lead)).outcome;
    await end('The rule of the protocol is met');
    await end('The rule of the protocol is met');
    const after = (await ranking(team, team.lead)).outcome;
    expect(after, 'what was left unread may still hold relevant records').toEqual(before);
    expect((await ranking(team, team.lead)).stop).toMatchObject({ notScreened: 9, by: 'Lena Lead' });
    expect(
      (await queueOf(team, team.ann)).map(one => one.recordId),
      'what is begun is finished',
    ).toEqual([begun]);
    expect(await queueOf(team, team.ben)).toEqual([]);
    expect(await flowNumber('excluded_automatic')).toBe(9);
    expect(await flowNumber('records_screened')).toBe(30);
    const { checks } = await must(team.lead, 'get', `${team.at}/flow`);
    expect(checks.every((check: Body) => check.holds)).toBe(true);
    const { records } = await must(team.lead, 'get', `${team.at}/records?box=not-screened`);
    expect(records).toHaveLength(9);
  });

  it('can be taken back, and everybody has their records again', async () => {
    await must(team.lead, 'delete', `${team.at}/ranking/${STAGE}/stop`);
    expect(await queueOf(team, team.ann)).toHaveLength(10);
    expect(await flowNumber('excluded_automatic')).toBe(0);
  });
});
