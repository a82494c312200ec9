import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/endpoints';
import type { Role } from '#core/vocabulary';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { createPlain, type Places, type Plain, walkReads } from '../support/walkReads.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** A review with two studies to appraise, told apart from its twin by nothing but what Ben answers. */
interface Twin {
  readonly world: World;
  readonly at: string;
  readonly lead: Somebody;
  readonly ann: Somebody;
  readonly ben: Somebody;
  readonly appraisalIds: readonly string[];
  readonly places: Places;
  readonly plain: Plain;
}

/** Nothing of other features is in this review: their addresses answer alike in both worlds. */
function anyPlace(id: string): Places {
  const names = Object.values(ENDPOINTS).flatMap(({ path }) => [...path.matchAll(/:(\w+Id)/g)].map(match => match[1]));
  return Object.fromEntries(names.map(name => [name, [id]]));
}

async function createTwin(rolesOfAnn: readonly Role[]): Promise<Twin> {
  const world = await createWorld();
  await world.person('Root Account');
  const lead = await world.person('Lena Lead');
  const ann = await world.person('Ann Asked');
  const ben = await world.person('Ben Other');
  const { projectId, reviewId } = await beginReview(lead);
  await join(lead, projectId, ann, rolesOfAnn);
  await join(lead, projectId, ben, ['extractor']);
  const at = `/api/reviews/${reviewId}`;
  const { id: outcomeId } = await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'generic' });
  const studyIds: string[] = [];
  for (const label of ['Firstson 2001', 'Secondson 2002']) {
    const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label });
    const estimate = { estimate: 1, lower: 0.5, upper: 2, isRatio: true };
    await must(lead, 'put', `${at}/studies/${studyId}/results/${outcomeId}`, estimate);
    studyIds.push(studyId);
  }
  const specification = { measure: 'GEN' };
  const { id: analysisId } = await must(lead, 'post', `${at}/analyses`, { name: 'Main', outcomeId, specification });
  await must(lead, 'post', `${at}/appraisals`, { tool: 'rob2', variant: 'assignment' });
  const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
  const appraisalIds = appraisals.map((one: Body) => one.appraisalId);
  const places = {
    ...anyPlace(outcomeId),
    ...{ reviewId: [reviewId], projectId: [projectId], outcomeId: [outcomeId], studyId: studyIds },
    ...{ appraisalId: appraisalIds, analysisId: [analysisId], version: ['1'], personId: [lead.personId, ben.personId] },
  };
  return { world, at, lead, ann, ben, appraisalIds, places, plain: createPlain() };
}

const FLAWLESS = { '1.1': 'Y', '1.2': 'Y', '1.3': 'N', '2.1': 'N', '2.2': 'N', '2.6': 'Y', '3.1': 'Y', '4.1': 'N' };
const REST = { '4.2': 'N', '4.3': 'N', '5.1': 'Y', '5.2': 'N', '5.3': 'N' };
const ALL_WELL = { ...FLAWLESS, ...REST };

async function answerAll(twin: Twin, person: Somebody, place: number, more: Readonly<Record<string, string>>) {
  const at = `${twin.at}/appraisals/${twin.appraisalIds[place]}`;
  for (const [question, answer] of Object.entries({ ...ALL_WELL, ...more })) {
    await must(person, 'put', `${at}/answers/${question}`, { answer, quote: `because of ${answer}`, page: '3' });
  }
}

function finish(twin: Twin, person: Somebody, place: number, isFinished = true) {
  return person.agent.put(`${twin.at}/appraisals/${twin.appraisalIds[place]}/finished`).send({ isFinished });
}

/** All that Ann can do herself while she is blind, with every reply. */
async function ownWrites(twin: Twin, place: number): Promise<readonly string[]> {
  const at = `${twin.at}/appraisals/${twin.appraisalIds[place]}`;
  const consensus = { answers: {}, ownJudgements: {} };
  const replies = [
    await twin.ann.agent.put(`${at}/answers/1.1`).send({ answer: 'PY', note: 'my own' }),
    await twin.ann.agent.put(`${at}/judgements/D1`).send({ judgement: 'high', reason: 'mine' }),
    await twin.ann.agent.put(`${at}/judgements/D1`).send({ judgement: null }),
    await twin.ann.agent.put(`${at}/consensus`).send(consensus),
    await twin.ann.agent.post(`${at}/reopening`).send({ reason: 'x' }),
    await twin.ann.agent.delete(`${at}/assessors/${twin.ben.personId}`),
    await twin.ann.agent.delete(at),
    await twin.ann.agent.post(`${twin.at}/prepared-exports`).send({ file: 'review.zip' }),
    await finish(twin, twin.ann, place),
  ];
  return replies.map(reply => twin.plain(`${reply.status} ${reply.text}`));
}

async function expectSame(twins: readonly [Twin, Twin], ask: (twin: Twin) => Promise<readonly string[]>) {
  const [first, second] = [await ask(twins[0]), await ask(twins[1])];
  expect(first.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
}

const readAll = (twin: Twin) => walkReads(twin.ann, twin.places, twin.plain);

describe.each([
  { who: 'an extractor', roles: ['extractor'] as const },
  { who: 'a lead who assesses', roles: ['lead', 'extractor'] as const },
])('two worlds that differ only in what Ben says on risk of bias: $who', ({ roles }) => {
  let twins: readonly [Twin, Twin];
  /** In the first world Ben finds nothing wrong, in the second allocation was not hidden. */
  const BENS = [{}, { '1.2': 'N' }];

  beforeAll(async () => {
    twins = [await createTwin(roles), await createTwin(roles)];
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('tells her the same while Ben answers, and when he has finished', async () => {
    for (const [world, twin] of twins.entries()) await answerAll(twin, twin.ben, 0, BENS[world] ?? {});
    await expectSame(twins, readAll);
    for (const twin of twins) expect((await finish(twin, twin.ben, 0)).status).toBe(204);
    await expectSame(twins, readAll);
  });

  it('answers her own work in the same words', async () => {
    for (const twin of twins) await answerAll(twin, twin.ann, 0, {});
    await expectSame(twins, twin => ownWrites(twin, 1));
    await expectSame(twins, readAll);
  });

  it('shows what Ben said once she has finished too, and from then on hers stands', async () => {
    for (const twin of twins) {
      expect((await finish(twin, twin.ann, 0)).status).toBe(204);
      expect((await finish(twin, twin.ann, 0, false)).status).toBe(403);
      const path = `${twin.at}/appraisals/${twin.appraisalIds[0]}`;
      expect((await twin.ann.agent.put(`${path}/answers/1.1`).send({ answer: 'N' })).status).toBe(403);
    }
    const seen = await Promise.all(
      twins.map(twin => must(twin.ann, 'get', `${twin.at}/appraisals/${twin.appraisalIds[0]}`)),
    );
    expect(seen.map(one => one.others[0].judged.overall.judgement)).toEqual(['low', 'high']);
    expect(seen.map(one => one.state)).toEqual(['to-settle', 'to-settle']);
    const lists = await Promise.all(twins.map(twin => must(twin.ann, 'get', `${twin.at}/appraisals`)));
    expect(lists.map(list => list.agreement[0].domains[0].shareAgreed)).toEqual([1, 0]);
  });
});

describe('an assessor who has finished, while the other has not', () => {
  it('may open the own assessment again', async () => {
    const twin = await createTwin(['extractor']);
    await answerAll(twin, twin.ann, 0, {});
    expect((await finish(twin, twin.ann, 0)).status).toBe(204);
    const path = `${twin.at}/appraisals/${twin.appraisalIds[0]}`;
    expect((await twin.ann.agent.put(`${path}/answers/1.1`).send({ answer: 'N' })).status).toBe(403);
    expect((await finish(twin, twin.ann, 0, false)).status).toBe(204);
    expect((await twin.ann.agent.put(`${path}/answers/1.1`).send({ answer: 'N' })).status).toBe(204);
    const { others, state } = await must(twin.ben, 'get', path);
    expect({ others, state }).toEqual({ others: [], state: 'open' });
    await twin.world.close();
  });
});

describe('a lead who has no seat among the two assessors', () => {
  it('takes the whole review along, and not while a seat is free', async () => {
    const twin = await createTwin(['extractor']);
    const archive = async () =>
      (await twin.lead.agent.post(`${twin.at}/prepared-exports`).send({ file: 'review.zip' })).status;
    await answerAll(twin, twin.ann, 0, {});
    expect(await archive()).toBe(403);
    await answerAll(twin, twin.ben, 0, {});
    expect(await archive()).toBe(202);
    const { others } = await must(twin.lead, 'get', `${twin.at}/appraisals/${twin.appraisalIds[0]}`);
    expect(others).toEqual([]);
    await twin.world.close();
  });
});
