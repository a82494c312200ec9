import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const RECORDS = [
  ['Remedy against cough', 'Aronson, A', '2004', 'Registered as NCT01234567.'],
  ['Remedy against cough: five years later', 'Aronson, A', '2009', 'A follow-up of NCT 01234567.'],
  ['Another remedy', 'Brown, B', '2010', 'ISRCTN12345678'],
]
  .map(([title, author, year, text]) =>
    ['TY  - JOUR', `TI  - ${title}`, `AU  - ${author}`, `PY  - ${year}`, `AB  - ${text}`, 'ER  - ', ''].join('\r\n'),
  )
  .join('\r\n');

describe('reports of one study', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann');
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener', 'extractor']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, RECORDS);
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [ann.personId, lead.personId] });
  });
  afterAll(() => world.close());

  const suggested = async () => (await must(lead, 'get', `${at}/study-links`)).groups;

  it('are put together by the number of their trial, once it is known that they passed', async () => {
    expect(await suggested()).toEqual([]);
    const { records } = await must(lead, 'get', `${at}/records`);
    for (const { recordId } of records) {
      const path = `${at}/screening/title-and-abstract/records/${recordId}/decision`;
      for (const person of [ann, lead]) await must(person, 'put', path, { choice: 'include' });
    }
    const groups = await suggested();
    expect(groups).toMatchObject([
      { trialNumbers: ['NCT01234567'], label: 'Aronson 2004', studies: [], isLinked: false },
    ]);
    expect(groups[0].reports).toHaveLength(2);
    expect((await ann.agent.get(`${at}/study-links`)).status, 'it would tell a blind screener what passed').toBe(403);
  });

  it('are linked as a new study, and later ones to the study that is there', async () => {
    const [{ label, reports }] = await suggested();
    const [first, second] = reports.map((report: Body) => report.recordId);
    const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label, recordIds: [first] });
    expect(await suggested()).toMatchObject([{ studies: [{ studyId, label: 'Aronson 2004' }], isLinked: false }]);
    await must(lead, 'post', `${at}/studies/${studyId}/reports`, { recordIds: [first, second] });
    expect(await suggested()).toMatchObject([{ isLinked: true }]);
  });
});
