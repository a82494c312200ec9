import { expect, it } from 'vitest';
import { beginReview, must } from '../support/reviewWorld.ts';
import { createWorld } from '../support/world.ts';

it('a study in another unit and direction is pooled on the review’s scale; what was extracted stays', async () => {
  const world = await createWorld();
  await world.person('Root Account');
  const lead = await world.person('Lena Lead');
  const { reviewId } = await beginReview(lead);
  const at = `/api/reviews/${reviewId}`;
  const outcome = {
    name: 'Fasting glucose',
    kind: 'continuous',
    unit: 'mmol/L',
    windowFromDays: 80,
    windowToDays: 100,
  };
  const { id: outcomeId } = await must(lead, 'post', `${at}/outcomes`, outcome);
  const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label: 'Firstson 2001' });
  const [study] = (await must(lead, 'get', `${at}/extraction`)).studies;
  for (const [place, mean] of [126, 144].entries()) {
    const numbers = { mean, standardDeviation: 18, total: 40 };
    await must(lead, 'put', `${at}/studies/${studyId}/arms/${study.arms[place].armId}/results/${outcomeId}`, numbers);
  }
  const path = `${at}/outcomes/${outcomeId}/reporting`;
  const say = (body: object) => lead.agent.put(`${path}/${studyId}`).send(body);
  const refused = await say({ unit: 'mg/dL' });
  expect([refused.status, refused.body.fields[0].pointer]).toEqual([422, '/body/analyte']);
  expect((await say({ unit: 'furlongs' })).status).toBe(422);
  expect((await say({ unit: 'mg/dL', analyte: 'glucose', timepointDays: 182, name: 'FPG' })).status).toBe(204);
  const [reported] = (await must(lead, 'get', path)).studies;
  expect(reported).toMatchObject({ name: 'FPG', isOutsideWindow: true, because: null });
  expect(reported.numbers[0]).toEqual({
    arm: 'Intervention',
    reported: '126, SD 18, n 40',
    used: '6.9939, SD 0.99913, n 40',
  });
  const pooled = async () => (await must(lead, 'get', `${at}/outcomes/${outcomeId}/data`)).studies[0];
  const { numbers } = await pooled();
  // 126 and 144 mg/dL of glucose are 6.99 and 7.99 mmol/L by the published factor of 0.0555.
  expect([numbers.m1i, numbers.m2i, numbers.sd1i].map((one: number) => one.toFixed(2))).toEqual([
    '6.99',
    '7.99',
    '1.00',
  ]);
  expect((await must(lead, 'get', `${at}/extraction`)).studies[0].armResults[0].mean).toBe(126);
  await say({ unit: 'mg/dL', analyte: 'glucose', isReversed: true });
  expect((await pooled()).numbers.m1i).toBeCloseTo(-6.99, 2);
  await must(lead, 'put', `${at}/outcomes/${outcomeId}`, { ...outcome, unit: 'kg' });
  const barred = await pooled();
  expect([barred.numbers, barred.because]).toEqual([{}, expect.stringContaining('unit')]);
  await world.close();
});
