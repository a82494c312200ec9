import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** Four trials with three treatments; the last compares the two doses. */
const TRIALS = [
  { label: 'Adams 1990', arms: { Placebo: [10, 50], 'Low dose': [8, 50] }, latitude: 10 },
  { label: 'Baker 1995', arms: { Placebo: [12, 60], 'High dose': [4, 60] }, latitude: 30 },
  { label: 'Clark 2001', arms: { placebo: [9, 40], 'High dose': [5, 40] }, latitude: 50 },
  { label: 'Davis 2004', arms: { 'Low dose': [7, 45], 'High dose': [5, 45] }, latitude: null },
] as const;

let world: World;
let lead: Somebody;
let at: string;
let outcomeId: string;
let latitudeId: string;
const studies = new Map<string, Body>();

beforeAll(async () => {
  world = await createWorld();
  lead = await world.person('Lena Lead');
  const { reviewId } = await beginReview(lead);
  at = `/api/reviews/${reviewId}`;
  outcomeId = (await must(lead, 'post', `${at}/outcomes`, { name: 'Relapse', kind: 'dichotomous' })).id;
  latitudeId = (await must(lead, 'post', `${at}/characteristics`, { name: 'Latitude', kind: 'number' })).id;
  for (const { label, arms, latitude } of TRIALS) {
    const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label });
    for (const [place, [name, [events, total]]] of Object.entries(arms).entries()) {
      const { studies: all } = await must(lead, 'get', `${at}/extraction`);
      const study = all.find((one: Body) => one.studyId === studyId);
      const { armId, kind } = study.arms[place];
      await must(lead, 'put', `${at}/studies/${studyId}/arms/${armId}`, { name, kind, position: place });
      await must(lead, 'put', `${at}/studies/${studyId}/arms/${armId}/results/${outcomeId}`, { events, total });
      studies.set(label, { studyId, arms: study.arms });
    }
    if (latitude !== null)
      await must(lead, 'put', `${at}/characteristics/${latitudeId}/studies/${studyId}`, { value: latitude });
  }
});
afterAll(() => world.close());

const highAgainstPlacebo = { measure: 'RR', comparison: { first: ['high dose'], second: ['Placebo'] } };

async function save(specification: object, name = 'High dose'): Promise<string> {
  return (await must(lead, 'post', `${at}/analyses`, { name, outcomeId, specification })).id;
}

async function setEvents(label: string, place: number, events: number, total: number): Promise<void> {
  const { studyId, arms } = studies.get(label) ?? {};
  const path = `${at}/studies/${studyId}/arms/${arms[place].armId}/results/${outcomeId}`;
  await must(lead, 'put', path, { events, total });
}

describe('a saved analysis', () => {
  it('pools the studies of its comparison alone', async () => {
    const analysis = await must(lead, 'get', `${at}/analyses/${await save(highAgainstPlacebo)}`);
    expect(analysis.result.k).toBe(2);
    expect(analysis.isStale).toBe(false);
    expect(analysis.changes).toEqual([]);
    const [adams] = analysis.data;
    expect(adams).toMatchObject({ label: 'Adams 1990', because: expect.any(String) });
  });

  it('is stale when a number changed, says which, and keeps both versions when it is computed again', async () => {
    const analysisId = await save(highAgainstPlacebo, 'Watched');
    await setEvents('Baker 1995', 1, 6, 60);
    const stale = await must(lead, 'get', `${at}/analyses/${analysisId}`);
    expect(stale.isStale).toBe(true);
    expect(stale.changes).toEqual([
      expect.objectContaining({ kind: 'number', label: 'Baker 1995', name: 'ai', before: 4, after: 6 }),
    ]);
    const { name, specification, leftOut } = stale;
    const again = { name, outcomeId, specification, leftOut };
    await must(lead, 'put', `${at}/analyses/${analysisId}`, again);
    await must(lead, 'put', `${at}/analyses/${analysisId}`, again);
    const { versions } = await must(lead, 'get', `${at}/analyses/${analysisId}/versions`);
    expect(versions.map((one: Body) => one.version)).toEqual([2, 1]);
    const first = await must(lead, 'get', `${at}/analyses/${analysisId}/versions/1`);
    const second = await must(lead, 'get', `${at}/analyses/${analysisId}/versions/2`);
    const eventsIn = (version: Body) => version.studies.find((one: Body) => one.label === 'Baker 1995').numbers.ai;
    expect([eventsIn(first), eventsIn(second)]).toEqual([4, 6]);
    expect(first.result.pooled.value.estimate).toBeLessThan(second.result.pooled.value.estimate);
    await setEvents('Baker 1995', 1, 4, 60);
  });

  it('doesn’t grow stale by a characteristic that it does not look at', async () => {
    const blind = await save(highAgainstPlacebo, 'Blind to latitude');
    const looking = await save({ measure: 'RR', moderators: [latitudeId] }, 'By latitude');
    const { studyId } = studies.get('Davis 2004') ?? {};
    await must(lead, 'put', `${at}/characteristics/${latitudeId}/studies/${studyId}`, { value: 70 });
    expect((await must(lead, 'get', `${at}/analyses/${blind}`)).isStale).toBe(false);
    const stale = await must(lead, 'get', `${at}/analyses/${looking}`);
    expect(stale.isStale).toBe(true);
    expect(stale.changes).toContainEqual(
      expect.objectContaining({ kind: 'characteristic', name: latitudeId, before: null, after: 70 }),
    );
  });

  it('is the one of the protocol for its outcome and comparison, and no second one is', async () => {
    const first = await save(highAgainstPlacebo, 'Planned');
    const second = await save({ ...highAgainstPlacebo, model: 'fixed' }, 'Another');
    const other = await save({ measure: 'RR' }, 'Of all');
    const lock = (id: string, isLocked = true) => lead.agent.put(`${at}/analyses/${id}/lock`).send({ isLocked });
    expect((await lock(first)).status).toBe(204);
    const refused = await lock(second);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('Planned');
    expect((await lock(other)).status).toBe(204);
    await lock(first, false);
    await lock(other, false);
  });

  it('carries its plan of repeated looks with its result, and grows stale when a year is changed', async () => {
    const sequential = { anticipated: { outcome: 'RR', effect: 0.8 }, alpha: 0.05, beta: 0.1 };
    const path = `${at}/analyses/${await save({ measure: 'RR', sequential }, 'Repeated looks')}`;
    const saved = await must(lead, 'get', path);
    expect(saved.specification.sequential).toMatchObject({
      anticipated: { outcome: 'RR', controlRisk: null, effect: 0.8 },
      beta: 0.1,
      heterogeneity: 'D2',
    });
    expect(saved.result.sequential.value.steps).toHaveLength(4);
    expect(saved.isStale).toBe(false);
    const { studyId } = studies.get('Baker 1995') ?? {};
    await must(lead, 'put', `${at}/studies/${studyId}`, { label: 'Baker 1995', year: 1995 });
    expect((await must(lead, 'get', path)).isStale).toBe(true);
  });

  it('takes an interaction of characteristics, and refuses one without its main effects', async () => {
    const moderators = [latitudeId, 'year', `${latitudeId}:year`];
    const { specification } = await must(
      lead,
      'get',
      `${at}/analyses/${await save({ measure: 'RR', moderators }, 'Interaction')}`,
    );
    expect(specification.moderators).toEqual(moderators);
    const alone = { name: 'Alone', outcomeId, specification: { measure: 'RR', moderators: [`${latitudeId}:year`] } };
    const refused = await lead.agent.post(`${at}/analyses`).send(alone);
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toBe('An interaction needs each of its characteristics as a moderator too.');
  });

  it('refuses a mixed model of counts for another measure than odds ratios, by name of the field', async () => {
    const reply = await lead.agent.post(`${at}/analyses`).send({
      name: 'x',
      outcomeId,
      specification: { measure: 'RR', generalised: 'UM.FS' },
    });
    expect(reply.status).toBe(422);
    expect(reply.body.fields[0].pointer).toBe('/body/specification/generalised');
  });
});

describe('a characteristic of studies', () => {
  it('takes numbers or words by its kind, and keeps its kind once a study has a value', async () => {
    const { studyId } = studies.get('Adams 1990') ?? {};
    const path = `${at}/characteristics/${latitudeId}`;
    const word = await lead.agent.put(`${path}/studies/${studyId}`).send({ value: 'north' });
    expect(word.status).toBe(422);
    const kind = await lead.agent.put(path).send({ name: 'Latitude', kind: 'category' });
    expect(kind.status).toBe(409);
    await must(lead, 'put', `${path}/studies/${studyId}`, { value: null });
    const { values } = await must(lead, 'get', `${at}/characteristics`);
    expect(values.some((one: Body) => one.studyId === studyId)).toBe(false);
  });
});

describe('a synthesis that nobody stores', () => {
  const data = TRIALS.slice(0, 3).map(({ label, arms }) => {
    const [[ci, n2i], [ai, n1i]] = Object.values(arms) as unknown as [[number, number], [number, number]]; // two arms each
    return { slab: label, ai, n1i, ci, n2i };
  });

  it('is answered to a visitor, with the report that was asked for', async () => {
    const reply = await world
      .visitor()
      .post('/api/syntheses')
      .send({ measure: 'OR', data, report: ['leave-one-out'] });
    expect(reply.status).toBe(200);
    expect(reply.body.k).toBe(3);
    expect(reply.body.report['leave-one-out']).toHaveLength(3);
  });

  it('pools a network of arms', async () => {
    const arms = TRIALS.flatMap(({ label, arms: own }) =>
      Object.entries(own).map(([name, [xi, ni]]) => ({ study: label, treatment: name.toLowerCase(), xi, ni })),
    );
    const reply = await world.visitor().post('/api/syntheses').send({ measure: 'OR', data: arms, network: {} });
    expect(reply.status).toBe(200);
    expect(reply.body.treatments).toEqual(['high dose', 'low dose', 'placebo']);
  });

  it('names the field that is wrong', async () => {
    const reply = await world.visitor().post('/api/syntheses').send({ measure: 'NOPE', data });
    expect(reply.status).toBe(422);
    expect(reply.body.fields[0].pointer).toBe('/body/measure');
  });
});
