import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Body, beginReview, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

let world: World;
let lead: Somebody;
let at: string;
let studyIds: string[];

beforeAll(async () => {
  world = await createWorld();
  lead = await world.person('Lena Lead');
  const { reviewId } = await beginReview(lead);
  at = `/api/reviews/${reviewId}`;
  studyIds = [];
  for (const label of ['Adams 1990', 'Baker 1995', 'Clark 2001'])
    studyIds.push((await must(lead, 'post', `${at}/studies`, { label })).id);
});
afterAll(() => world.close());

const outcomeOf = async (name: string, kind: string): Promise<string> =>
  (await must(lead, 'post', `${at}/outcomes`, { name, kind, unit: 'g a day' })).id;

const counts = (studyId: string, outcomeId: string) => `${at}/studies/${studyId}/counts/${outcomeId}`;

it('four counts of each study become pooled accuracy, saved with the analysis and stale when a count changes', async () => {
  const outcomeId = await outcomeOf('Sepsis', 'accuracy');
  const tables = [
    { tp: 30, fp: 5, fn: 4, tn: 60 },
    { tp: 22, fp: 9, fn: 6, tn: 71 },
    { tp: 41, fp: 3, fn: 9, tn: 55 },
  ];
  for (const [place, table] of tables.entries())
    await must(lead, 'put', counts(studyIds[place] ?? '', outcomeId), { counts: { kind: 'accuracy', ...table } });
  const data = await must(lead, 'get', `${at}/outcomes/${outcomeId}/data`);
  expect(data.studies[0].numbers).toMatchObject({ tp: 30, ai: 30, n1i: 34, ci: 5, n2i: 65 });
  const specification = { measure: 'OR', accuracy: { model: 'normal' } };
  const { id } = await must(lead, 'post', `${at}/analyses`, { name: 'Accuracy', outcomeId, specification });
  const saved = await must(lead, 'get', `${at}/analyses/${id}`);
  expect(saved.result.accuracy.value.summary.sensitivity.estimate).toBeGreaterThan(0.7);
  expect(saved.isStale).toBe(false);
  await must(lead, 'put', counts(studyIds[0] ?? '', outcomeId), {
    counts: { kind: 'accuracy', tp: 29, fp: 5, fn: 5, tn: 60 },
  });
  expect((await must(lead, 'get', `${at}/analyses/${id}`)).isStale).toBe(true);
  const forest = await lead.agent.get(`${at}/analyses/${id}/forest.svg`);
  expect(String(forest.body)).toContain('Diagnostic odds ratio');
});

it('levels of exposure become a curve, and each study’s own slope for the step that is asked for', async () => {
  const outcomeId = await outcomeOf('Stroke', 'dose-response');
  for (const [place, studyId] of studyIds.entries()) {
    const level = (dose: number, cases: number, ratio: number | null) => ({
      ...{ dose, cases, total: 400, ratio },
      ...(ratio === null ? {} : { lower: ratio * 0.7, upper: ratio / 0.7 }),
    });
    const levels = [level(0, 20, null), level(10 + place, 26, 1.2), level(25, 30 + place, 1.5)];
    const body = { counts: { kind: 'dose-response', design: 'cumulative-incidence', levels }, foundAt: 'Table 2' };
    await must(lead, 'put', counts(studyId, outcomeId), body);
  }
  const specification = { measure: 'GEN', doseResponse: { curve: 'linear', per: 10 } };
  const { id } = await must(lead, 'post', `${at}/analyses`, { name: 'Curve', outcomeId, specification });
  const { result, data } = await must(lead, 'get', `${at}/analyses/${id}`);
  const [slope] = result.doseResponse.value.fit.coefficients;
  expect(slope).toBeCloseTo(Math.log(1.5) / 25, 2);
  expect(result.studies[0].effect.value.yi).toBeCloseTo(10 * slope, 1);
  expect(data[0].dose.levels).toHaveLength(3);
});

it('counts that can’t be are refused field by field, and so are those of another kind of outcome', async () => {
  const outcomeId = await outcomeOf('Delirium', 'accuracy');
  const path = counts(studyIds[0] ?? '', outcomeId);
  const nobody = await lead.agent.put(path).send({ counts: { kind: 'accuracy', tp: 0, fn: 0, fp: 4, tn: 9 } });
  expect(nobody.status).toBe(422);
  expect((nobody.body as Body).fields[0].pointer).toBe('/body/counts/fn');
  const levels = [0, 5].map(dose => ({ dose, cases: 3, total: 30 }));
  const other = await lead.agent.put(path).send({ counts: { kind: 'dose-response', design: 'case-control', levels } });
  expect((other.body as Body).fields[0].pointer).toBe('/body/counts/kind');
});

it('an outcome of accuracy is not pooled without saying how', async () => {
  const outcomeId = await outcomeOf('Frailty', 'accuracy');
  const specification = { measure: 'OR' };
  const refused = await lead.agent.post(`${at}/analyses`).send({ name: 'No model', outcomeId, specification });
  expect(refused.status).toBe(422);
});

it('counts say in which report, on which page and in which words they were read', async () => {
  const outcomeId = await outcomeOf('Shock', 'accuracy');
  const [studyId = ''] = studyIds;
  const rects = [{ x: 0.1, y: 0.2, width: 0.3, height: 0.02 }];
  const source = { recordId: null, page: 4, quote: '5 of 6 with shock', rects };
  const body = { counts: { kind: 'accuracy', tp: 5, fn: 1, fp: 2, tn: 9 }, foundAt: 'Table 3', source };
  await must(lead, 'put', counts(studyId, outcomeId), body);
  const { studies } = await must(lead, 'get', `${at}/extraction`);
  const kept = studies[0].studyCounts.find((one: Body) => one.outcomeId === outcomeId);
  expect(kept.source).toEqual(source);
});

it('counts are removed with the rest of what a study says on an outcome', async () => {
  const outcomeId = await outcomeOf('Falls', 'accuracy');
  const [studyId = ''] = studyIds;
  await must(lead, 'put', counts(studyId, outcomeId), { counts: { kind: 'accuracy', tp: 5, fn: 1, fp: 2, tn: 9 } });
  await must(lead, 'delete', counts(studyId, outcomeId));
  const { studies } = await must(lead, 'get', `${at}/extraction`);
  expect(studies[0].studyCounts.filter((one: Body) => one.outcomeId === outcomeId)).toEqual([]);
});
