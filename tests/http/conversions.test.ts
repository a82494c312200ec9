import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert } from '#core/extraction/convert';
import { type Body, beginReview, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

let world: World;
let lead: Somebody;
let at: string;
let outcomeId: string;
let hazardId: string;
let studyId: string;
let armId: string;

beforeAll(async () => {
  world = await createWorld();
  lead = await world.person('Lena Lead');
  const { reviewId } = await beginReview(lead);
  at = `/api/reviews/${reviewId}`;
  outcomeId = (await must(lead, 'post', `${at}/outcomes`, { name: 'Pain', kind: 'continuous' })).id;
  hazardId = (await must(lead, 'post', `${at}/outcomes`, { name: 'Death', kind: 'generic' })).id;
  studyId = (await must(lead, 'post', `${at}/studies`, { label: 'Adams 1990' })).id;
  armId = (await study()).arms[0].armId;
});
afterAll(() => world.close());

async function study(): Promise<Body> {
  const { studies } = await must(lead, 'get', `${at}/extraction`);
  return studies.find((one: Body) => one.studyId === studyId);
}

const asked = { conversion: 'sd-from-se', given: { mean: 12, se: 0.6, total: 49 }, choices: {} } as const;
const used = { mean: 12, standardDeviation: 4.2, total: 49 };
const armPath = () => `${at}/studies/${studyId}/arms/${armId}/results/${outcomeId}`;
const save = (body: object) => lead.agent.put(armPath()).send(body);

describe('a converted result', () => {
  it('is kept with what the report gave, the conversion and a sentence', async () => {
    await must(lead, 'put', armPath(), { ...used, conversion: asked, foundAt: 'p. 3' });
    const [result] = (await study()).armResults;
    expect(result).toMatchObject({
      mean: 12,
      standardDeviation: 4.2,
      conversion: { ...asked, sentence: 'SD 4.2 from SE 0.6 and n = 49' },
    });
  });

  it('is refused when its numbers don’t follow from what was given, and nothing changes', async () => {
    const reply = await save({ ...used, standardDeviation: 4.3, conversion: asked });
    expect(reply.status).toBe(422);
    expect(reply.body.fields[0]).toMatchObject({ pointer: '/body/conversion' });
    expect((await study()).armResults[0].standardDeviation).toBe(4.2);
  });

  it('is refused in words when the conversion can’t be made or is made for another kind of outcome', async () => {
    const unmade = await save({ ...used, conversion: { ...asked, given: { mean: 12, total: 49 } } });
    expect(unmade.status).toBe(422);
    expect(unmade.body.detail).toContain('Standard error');
    const given = { observedMinusExpected: -7, variance: 20 };
    const other = await save({ ...used, conversion: { conversion: 'hazard-ratio-from-log-rank', given } });
    expect(other.status).toBe(422);
  });

  it('takes no sentence from whoever sends it', async () => {
    const reply = await save({ ...used, conversion: { ...asked, sentence: 'SD as the oracle says' } });
    expect(reply.status).toBeLessThan(500);
    expect((await study()).armResults[0].conversion.sentence).toBe('SD 4.2 from SE 0.6 and n = 49');
  });

  it('is named in the log, without its numbers', async () => {
    const rows = await world.database.query(
      `select facts from audit_events where deed = 'extract-results' and subject_id = $1`,
      [studyId],
    );
    expect(rows).toContainEqual({ facts: { conversion: 'sd-from-se' } });
  });

  it('marks its study in the forest plot, with a note on how it was made', async () => {
    const other = (await study()).arms[1].armId;
    const path = `${at}/studies/${studyId}/arms/${other}/results/${outcomeId}`;
    await must(lead, 'put', path, { mean: 14, standardDeviation: 4, total: 50 });
    const data = await must(lead, 'get', `${at}/outcomes/${outcomeId}/data`);
    expect(data.conversions).toEqual([expect.objectContaining({ studyId, label: 'Adams 1990' })]);
    const specification = { measure: 'MD' };
    const { id } = await must(lead, 'post', `${at}/analyses`, { name: 'Pain', outcomeId, specification });
    const figure = await lead.agent.get(`${at}/analyses/${id}/forest.svg`).buffer(true);
    const drawn = figure.body.toString('utf8') || figure.text;
    expect(drawn).toContain('Adams 1990 †');
    expect(drawn).toContain('SD from a standard error');
  });

  it('stands in the table of extracted data', async () => {
    const table = await lead.agent.get(`${at}/exports/extraction.csv`).buffer(true);
    expect(table.text).toContain('SD 4.2 from SE 0.6 and n = 49');
  });

  it('is as reported again once the numbers are typed', async () => {
    await must(lead, 'put', armPath(), { ...used, standardDeviation: 4.3 });
    expect((await study()).armResults.find((one: Body) => one.armId === armId).conversion).toBeNull();
    const { conversions } = await must(lead, 'get', `${at}/outcomes/${outcomeId}/data`);
    expect(conversions).toEqual([]);
  });
});

describe('a converted estimate', () => {
  const request = {
    conversion: 'hazard-ratio-from-log-rank',
    given: { observedMinusExpected: -7.3, variance: 21.5 },
    choices: {},
  } as const;

  it('is kept and refused by the same rule', async () => {
    const made = convert(request);
    if (!made.estimable) throw new Error(made.because);
    const path = `${at}/studies/${studyId}/results/${hazardId}`;
    await must(lead, 'put', path, { ...made.value.numbers, conversion: request });
    const [stored] = (await study()).studyResults;
    expect(stored.conversion.sentence).toContain('O − E = −7.3 and V = 21.5');
    const { studies } = await must(lead, 'get', `${at}/outcomes/${hazardId}/data`);
    expect(studies[0].numbers.sei).toBeCloseTo(1 / Math.sqrt(21.5), 10);
    const wrong = await lead.agent.put(path).send({ ...made.value.numbers, upper: 3, conversion: request });
    expect(wrong.status).toBe(422);
  });
});

describe('a question on numbers', () => {
  it('stays answered until other numbers are saved', async () => {
    const answered = ['se-taken-for-sd'];
    await must(lead, 'put', armPath(), { mean: 12, standardDeviation: 0.5, total: 49, answered });
    const stored = async () => (await study()).armResults.find((one: Body) => one.armId === armId).answered;
    expect(await stored()).toEqual(answered);
    await must(lead, 'put', armPath(), { mean: 12, standardDeviation: 0.4, total: 49 });
    expect(await stored()).toEqual([]);
  });
});
