import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/endpoints';
import type { Role } from '#core/vocabulary';
import { unpackZip } from '#gateways/zip';
import { preparedFile } from '../support/preparedFile.ts';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { createPlain, type Places, type Plain, walkReads } from '../support/walkReads.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** A review with two studies that two extract blind, told apart from its twin by nothing but what Ben writes. */
interface Twin {
  readonly world: World;
  readonly at: string;
  readonly lead: Somebody;
  readonly ann: Somebody;
  readonly ben: Somebody;
  readonly settler: Somebody;
  readonly studyIds: readonly string[];
  readonly armIds: readonly string[];
  readonly places: Places;
  readonly plain: Plain;
  readonly counted: string;
  readonly measured: string;
  readonly shared: string;
  readonly rated: string;
  readonly design: string;
  readonly dose: string;
}

/** Nothing of other features is in this review: their addresses answer alike in both worlds. */
function anyPlace(id: string): Places {
  const names = Object.values(ENDPOINTS).flatMap(({ path }) => [...path.matchAll(/:(\w+Id)/g)].map(match => match[1]));
  return Object.fromEntries(names.map(name => [name, [id]]));
}

async function createTwin(rolesOfAnn: readonly Role[]): Promise<Twin> {
  const world = await createWorld();
  await world.person('Root Account');
  const [lead, ann] = [await world.person('Lena Lead'), await world.person('Ann Asked')];
  const [ben, settler] = [await world.person('Ben Other'), await world.person('Cai Settler')];
  const { projectId, reviewId } = await beginReview(lead);
  await join(lead, projectId, ann, rolesOfAnn);
  await join(lead, projectId, ben, ['extractor']);
  await join(lead, projectId, settler, ['adjudicator']);
  const at = `/api/reviews/${reviewId}`;
  await must(lead, 'put', `${at}/extraction-mode`, { mode: 'double' });
  const fields = [
    { name: 'Design', block: 'study', kind: 'category', choices: ['Parallel', 'Cluster'], isRequired: true },
    { name: 'Dose', block: 'arms', kind: 'number', unit: 'mg' },
  ];
  await must(lead, 'put', `${at}/extraction-form`, { fields, basedOn: 0 });
  const form = await must(lead, 'get', `${at}/extraction-form`);
  const [design, dose] = form.fields.map((field: Body) => field.characteristicId);
  const { id: counted } = await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'dichotomous' });
  const { id: measured } = await must(lead, 'post', `${at}/outcomes`, { name: 'Delay', kind: 'generic' });
  const { id: shared } = await must(lead, 'post', `${at}/outcomes`, { name: 'Carriers', kind: 'proportion' });
  const { id: rated } = await must(lead, 'post', `${at}/outcomes`, { name: 'Relapses', kind: 'rate', unit: 'years' });
  const studyIds: string[] = [];
  for (const label of ['Firstson 2001', 'Secondson 2002']) {
    studyIds.push((await must(lead, 'post', `${at}/studies`, { label })).id);
  }
  const { studies } = await must(lead, 'get', `${at}/extraction`);
  const armIds = studies[0].arms.map((arm: Body) => arm.armId);
  const specification = { measure: 'RR' };
  const { id: analysisId } = await must(lead, 'post', `${at}/analyses`, {
    ...{ name: 'Main', outcomeId: counted, specification },
  });
  const places = {
    ...anyPlace(counted),
    ...{
      reviewId: [reviewId],
      projectId: [projectId],
      outcomeId: [counted, shared, rated],
      studyId: studyIds.slice(0, 1),
    },
    ...{ analysisId: [analysisId], version: ['1'], personId: [ben.personId] },
  };
  return {
    ...{ world, at, lead, ann, ben, settler, studyIds, armIds, places, plain: createPlain() },
    ...{ counted, measured, shared, rated, design, dose },
  };
}

interface Written {
  readonly design: string;
  readonly dose: number;
  readonly events: number;
  readonly estimate: number;
  readonly randomised: number;
}

const ofStudy = (twin: Twin, place = 0) => `${twin.at}/studies/${twin.studyIds[place]}`;

/** Everything that one can write of the first study, each of it once. */
function writes(twin: Twin, said: Written): readonly [path: string, body: object][] {
  const study = ofStudy(twin);
  const [first] = twin.armIds;
  const field = (id: string) => `${twin.at}/characteristics/${id}/studies/${twin.studyIds[0]}`;
  const conversion = {
    ...{ conversion: 'events-from-percent', choices: {} },
    given: { percent: said.events * 10, total: 10, decimals: 0 },
  };
  return [
    [field(twin.design), { value: said.design, source: { page: said.events, quote: `it says ${said.design}` } }],
    [`${field(twin.dose)}/arms/${first}`, { value: said.dose, foundAt: `p. ${said.dose}` }],
    [
      `${study}/arms/${first}`,
      {
        ...{ name: 'Intervention', kind: 'intervention', position: 0, randomised: said.randomised },
        randomisedSource: { page: said.randomised, quote: `${said.randomised} were allocated` },
      },
    ],
    [`${study}/arms/${first}/results/${twin.counted}`, { events: said.events, total: 10, conversion }],
    [
      `${study}/results/${twin.measured}`,
      { estimate: said.estimate, lower: said.estimate / 2, upper: said.estimate * 2, isRatio: true },
    ],
    [
      `${study}/counts/${twin.shared}`,
      { counts: { kind: 'proportion', numbers: { events: said.events, total: 10 } }, conversion, foundAt: 'Table 4' },
    ],
    [`${study}/arms/${first}/results/${twin.rated}`, { events: said.events, personTime: said.dose }],
  ];
}

const BENS: readonly Written[] = [
  { design: 'Parallel', dose: 10, events: 3, estimate: 1, randomised: 11 },
  { design: 'Cluster', dose: 25, events: 8, estimate: 3, randomised: 30 },
];
const ANNS: Written = { design: 'Parallel', dose: 10, events: 3, estimate: 1, randomised: 11 };

async function writeAll(twin: Twin, person: Somebody, said: Written): Promise<void> {
  for (const [path, body] of writes(twin, said)) await must(person, 'put', path, body);
}

const finish = (twin: Twin, person: Somebody, isFinished = true) =>
  person.agent.put(`${ofStudy(twin)}/sheet/finished`).send({ isFinished });

/** All that Ann can do herself while she is blind, with every reply. */
async function ownWrites(twin: Twin): Promise<readonly string[]> {
  const study = ofStudy(twin);
  const [first] = twin.armIds;
  const replies = [
    await twin.ann.agent
      .put(`${twin.at}/characteristics/${twin.design}/studies/${twin.studyIds[0]}`)
      .send({ value: null }),
    // Something is still asked: otherwise both would have finished and might see each other's.
    ...[await finish(twin, twin.ann), await finish(twin, twin.ann, false)],
    await twin.ann.agent.put(`${study}/extraction-consensus`).send({ picks: {} }),
    await twin.ann.agent.put(`${study}/extraction-check`).send({ isChecked: true }),
    await twin.ann.agent.put(`${twin.at}/extraction-mode`).send({ mode: 'double' }),
    await twin.ann.agent.post(`${twin.at}/extraction-form/preview`).send({ fields: [] }),
    await twin.ann.agent.post(`${study}/arms`).send({ name: 'Third', kind: 'other' }),
    await twin.ann.agent.put(study).send({ label: 'Firstson 2001', notes: 'mine' }),
    await twin.ann.agent
      .put(`${twin.at}/outcomes/${twin.counted}`)
      .send({ name: 'Recovery', kind: 'dichotomous', timepoint: '1 year' }),
    await twin.ann.agent.delete(`${study}/arms/${first}/results/${twin.counted}`),
    await twin.ann.agent.delete(`${study}/results/${twin.measured}`),
    await twin.ann.agent.delete(`${study}/counts/${twin.shared}`),
    await twin.ann.agent
      .put(`${twin.at}/outcomes/${twin.shared}`)
      .send({ name: 'Carriers', kind: 'single-rate', unit: 'years' }),
    await twin.ann.agent.put(`${twin.at}/outcomes/${twin.shared}`).send({ name: 'Carriers', kind: 'proportion' }),
  ];
  for (const [path, body] of writes(twin, ANNS)) replies.push(await twin.ann.agent.put(path).send(body));
  return replies.map(reply => twin.plain(`${reply.status} ${reply.text}`));
}

async function expectSame(twins: readonly [Twin, Twin], ask: (twin: Twin) => Promise<readonly string[]>) {
  const [first, second] = [await ask(twins[0]), await ask(twins[1])];
  expect(first.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
}

const readAll = (twin: Twin) => walkReads(twin.ann, twin.places, twin.plain);

describe.each([
  { who: 'an extractor who is statistician too', roles: ['extractor', 'statistician'] as const },
  { who: 'a lead who extracts', roles: ['lead', 'extractor', 'adjudicator'] as const },
])('two worlds that differ only in what Ben extracts: $who', { timeout: 240_000 }, ({ roles }) => {
  let twins: readonly [Twin, Twin];
  beforeAll(async () => {
    twins = [await createTwin(roles), await createTwin(roles)];
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('tells her the same while Ben writes, and when he is done', async () => {
    for (const [world, twin] of twins.entries()) {
      const said = BENS[world];
      if (said) await writeAll(twin, twin.ben, said);
    }
    await expectSame(twins, readAll);
    for (const twin of twins) expect((await finish(twin, twin.ben)).status).toBe(204);
    await expectSame(twins, readAll);
  });

  it('answers her own work in the same words, and tells the same after it', async () => {
    for (const twin of twins) await writeAll(twin, twin.ann, ANNS);
    await expectSame(twins, ownWrites);
    await expectSame(twins, readAll);
    for (const twin of twins) {
      const { studies } = await must(twin.ann, 'get', `${twin.at}/extraction`);
      expect(studies[0].armResults).toHaveLength(2);
      for (const result of studies[0].armResults)
        expect(result).toMatchObject({ events: 3, extractedByName: 'Ann Asked' });
      expect(studies[0].arms[0]).toMatchObject({ randomised: 11, randomisedSource: { page: 11 } });
    }
  });

  it('shows both versions once she is done too; from then on hers stands, and nothing is pooled yet', async () => {
    for (const twin of twins) {
      expect((await finish(twin, twin.ann)).status).toBe(204);
      expect((await finish(twin, twin.ann, false)).status).toBe(403);
      const [path, body] = writes(twin, BENS[1] ?? ANNS)[0] ?? ['', {}];
      expect((await twin.ann.agent.put(path).send(body)).status).toBe(403);
    }
    const compared = await Promise.all(
      twins.map(async twin => (await must(twin.ann, 'get', `${ofStudy(twin)}/sheet`)).comparison.places),
    );
    expect(compared.map(places => places.filter((place: Body) => !place.isSame).length)).toEqual([0, 7]);
    const agreement = await Promise.all(twins.map(twin => must(twin.ann, 'get', `${twin.at}/extraction-agreement`)));
    expect(agreement.map(({ fields }) => fields.map((field: Body) => field.agreed))).toEqual([
      [1, 1, 1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0, 0, 0],
    ]);
    for (const twin of twins) {
      const csv = (await twin.lead.agent.get(`${twin.at}/exports/extraction.csv`)).text;
      expect(csv.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('what two extractors wrote of a study', () => {
  let twin: Twin;
  beforeAll(async () => {
    twin = await createTwin(['extractor']);
    await writeAll(twin, twin.ben, BENS[1] ?? ANNS);
    await writeAll(twin, twin.ann, ANNS);
  });
  afterAll(() => twin.world.close());

  it('is not finished while a required field is empty', async () => {
    const path = `${twin.at}/characteristics/${twin.design}/studies/${twin.studyIds[0]}`;
    await must(twin.ann, 'put', path, { value: null });
    const refused = await finish(twin, twin.ann);
    expect([refused.status, refused.body.detail]).toEqual([409, 'Still asked: Design.']);
    await must(twin.ann, 'put', path, { value: 'Parallel' });
  });

  it('leaves no seat to a third person, who may take the archive along as nobody could extract it blind any more', async () => {
    const [path, body] = writes(twin, ANNS)[0] ?? ['', {}];
    expect((await twin.lead.agent.put(path).send(body)).status).toBe(403);
    await preparedFile(twin.world, twin.lead, twin.at, 'review.zip');
  });

  it('is settled by an adjudicator, difference by difference; both versions stay', async () => {
    for (const person of [twin.ann, twin.ben]) expect((await finish(twin, person)).status).toBe(204);
    const sheet = await must(twin.settler, 'get', `${ofStudy(twin)}/sheet`);
    expect(sheet.state).toBe('to-settle');
    const settle = (picks: object) =>
      twin.settler.agent.put(`${ofStudy(twin)}/extraction-consensus`).send({ picks, note: 'Read again together' });
    const refused = await settle({});
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Dose, Intervention')]);
    const keyOf = (start: string) =>
      sheet.comparison.places.find((place: Body) => `${place.key}`.startsWith(start))?.key as string;
    const [design, dose] = [keyOf(`value ${twin.design}`), keyOf(`value ${twin.dose}`)];
    const [people, events, estimate] = [keyOf('randomised'), keyOf(`arm ${twin.counted}`), keyOf('study')];
    const [carriers, relapses] = [keyOf(`counts ${twin.shared}`), keyOf(`arm ${twin.rated}`)];
    const picks = { [design]: twin.ben.personId, [dose]: twin.ann.personId, [people]: twin.ben.personId };
    const results = { [events]: twin.ben.personId, [estimate]: null, [carriers]: twin.ben.personId, [relapses]: null };
    expect((await settle({ ...picks, ...results })).status).toBe(204);
    const { studies } = await must(twin.lead, 'get', `${twin.at}/extraction`);
    expect(studies[0].armResults).toEqual([expect.objectContaining({ events: 8, extractedByName: 'Ben Other' })]);
    expect(studies[0].studyResults).toEqual([]);
    // What was converted stays converted, by whoever is followed.
    expect(studies[0].studyCounts).toEqual([
      expect.objectContaining({
        ...{ counts: { kind: 'proportion', numbers: { events: 8, total: 10 } }, extractedByName: 'Ben Other' },
        conversion: expect.objectContaining({ conversion: 'events-from-percent' }),
      }),
    ]);
    // The number that stands brings along where it was read.
    expect(studies[0].arms[0]).toMatchObject({
      randomised: 30,
      randomisedSource: { page: 30, quote: '30 were allocated' },
    });
    const after = await must(twin.ann, 'get', `${ofStudy(twin)}/sheet`);
    expect(after.values.map((value: Body) => [value.value, value.recordedByName])).toEqual(
      expect.arrayContaining([
        ['Cluster', 'Ben Other'],
        [10, 'Ann Asked'],
      ]),
    );
    const compared = after.comparison.places.find((place: Body) => place.key === people);
    expect(compared.found.map((found: Body) => found.source.page).toSorted()).toEqual([11, 30]);
    expect(after.comparison.places[0].texts.toSorted()).toEqual(['Cluster', 'Parallel']);
    expect((await settle({})).status).toBe(409);
  });

  it('is corrected by who settles, and by nobody else', async () => {
    const path = `${twin.at}/characteristics/${twin.design}/studies/${twin.studyIds[0]}`;
    expect((await twin.ann.agent.put(path).send({ value: 'Parallel' })).status).toBe(403);
    await must(twin.settler, 'put', path, { value: 'Parallel' });
    const { values } = await must(twin.ben, 'get', `${ofStudy(twin)}/sheet`);
    expect(values).toContainEqual(expect.objectContaining({ value: 'Parallel', recordedByName: 'Cai Settler' }));
  });

  it('comes along in an archive, sheets and all', async () => {
    const texts = await unpackZip(await preparedFile(twin.world, twin.lead, twin.at, 'review.zip'));
    expect(texts.get('tables/extractionSheets.ndjson')).toContain(twin.ben.personId);
  });
});

describe('a seat that its extractor will not fill', () => {
  it('is freed by a lead or given back, with what was written, so that another person can extract blind', async () => {
    const twin = await createTwin(['extractor']);
    const seat = (person: Somebody) => `${twin.at}/studies/${twin.studyIds[0]}/extraction-seats/${person.personId}`;
    await writeAll(twin, twin.ann, ANNS);
    await writeAll(twin, twin.ben, ANNS);
    expect((await finish(twin, twin.ann)).status).toBe(204);
    expect((await twin.ben.agent.delete(seat(twin.ann))).status).toBe(403);
    expect((await twin.lead.agent.delete(seat(twin.ann))).body.detail).toContain('has finished');
    await must(twin.lead, 'delete', seat(twin.ben));
    const after = await must(twin.lead, 'get', `${ofStudy(twin)}/sheet`);
    expect(after.extractors.map((one: Body) => one.name)).toEqual(['Ann Asked']);
    expect((await must(twin.ben, 'get', `${ofStudy(twin)}/sheet`)).values).toEqual([]);
    await writeAll(twin, twin.ben, { ...ANNS, events: 3 });
    await must(twin.ben, 'delete', seat(twin.ben));
    await writeAll(twin, twin.lead, ANNS);
    expect((await finish(twin, twin.lead)).status).toBe(204);
    expect((await must(twin.settler, 'get', `${ofStudy(twin)}/sheet`)).state).toBe('to-settle');
    await twin.world.close();
  });
});

describe('one who extracts and another who checks', () => {
  it('must be two people; a change afterwards takes the check away', async () => {
    const twin = await createTwin(['extractor']);
    await must(twin.lead, 'put', `${twin.at}/extraction-mode`, { mode: 'checked' });
    await writeAll(twin, twin.ann, ANNS);
    const check = (person: Somebody) => person.agent.put(`${ofStudy(twin)}/extraction-check`).send({ isChecked: true });
    expect((await check(twin.ben)).body.detail).toContain('not done yet');
    expect((await finish(twin, twin.ann)).status).toBe(204);
    expect((await check(twin.ann)).body.detail).toContain('yourself');
    expect((await check(twin.ben)).status).toBe(204);
    const state = async () => (await must(twin.lead, 'get', `${ofStudy(twin)}/sheet`)).state;
    expect(await state()).toBe('checked');
    await writeAll(twin, twin.ann, { ...ANNS, events: 4 });
    expect(await state()).toBe('to-check');
    await twin.world.close();
  });
});
