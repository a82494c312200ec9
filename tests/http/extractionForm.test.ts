import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('an extraction form that the lead makes', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let at: string;
  let studyId: string;
  let armIds: string[];
  const DESIGN = {
    name: 'Design',
    block: 'study',
    kind: 'category',
    choices: ['Parallel', 'Cluster'],
    isRequired: true,
  };
  const DOSE = { name: 'Dose', block: 'arms', kind: 'number', unit: 'mg', lowest: 0 };
  const form = () => must(lead, 'get', `${at}/extraction-form`);
  const save = async (fields: readonly object[]) => {
    const { version } = await form();
    return lead.agent.put(`${at}/extraction-form`).send({ fields, basedOn: version });
  };

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Extractor');
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['extractor']);
    at = `/api/reviews/${reviewId}`;
    studyId = (await must(lead, 'post', `${at}/studies`, { label: 'Firstson 2001' })).id;
    const { studies } = await must(lead, 'get', `${at}/extraction`);
    armIds = studies[0].arms.map((arm: Body) => arm.armId);
  });
  afterAll(() => world.close());

  it('is saved as versions, and asks extractors for what it requires', async () => {
    expect((await save([DESIGN, DOSE])).body).toEqual({ version: 1 });
    expect((await ann.agent.put(`${at}/extraction-form`).send({ fields: [], basedOn: 1 })).status).toBe(403);
    const sheet = await must(ann, 'get', `${at}/studies/${studyId}/sheet`);
    expect(sheet.missing.map((one: Body) => one.name)).toEqual(['Design']);
    expect((await form()).fields.map((one: Body) => one.name)).toEqual(['Design', 'Dose']);
  });

  it('takes values that fit, with their source, of the study and of each arm', async () => {
    const [design, dose] = (await form()).fields;
    const of = (field: Body) => `${at}/characteristics/${field.characteristicId}/studies/${studyId}`;
    const refused = await ann.agent.put(of(design)).send({ value: 'Cross-over' });
    expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('none of: Parallel, Cluster')]);
    const rect = { x: 0.1, y: 0.2, width: 0.3, height: 0.02 };
    const source = { page: 3, quote: 'clusters were randomised', rects: [rect] };
    await must(ann, 'put', of(design), { value: 'cluster', source });
    await must(ann, 'put', `${of(dose)}/arms/${armIds[0]}`, { value: 12.5 });
    await must(ann, 'put', `${of(dose)}/arms/${armIds[1]}`, { value: null, isNotReported: true });
    expect((await ann.agent.put(of(dose)).send({ value: 1 })).status).toBe(409);
    const { values, missing } = await must(ann, 'get', `${at}/studies/${studyId}/sheet`);
    expect(missing).toEqual([]);
    expect(values).toContainEqual(
      expect.objectContaining({
        value: 'Cluster',
        source: { recordId: null, ...source },
        recordedByName: 'Ann Extractor',
      }),
    );
    expect(values).toContainEqual(expect.objectContaining({ armId: armIds[0], value: 12.5 }));
    expect(values).toContainEqual(expect.objectContaining({ armId: armIds[1], value: null, isNotReported: true }));
  });

  it('shows before what a change does, and keeps a value that fits no more without using it', async () => {
    const [design, dose] = (await form()).fields;
    const fields = [{ ...design, choices: ['Parallel'] }, dose];
    const { effects } = await must(lead, 'post', `${at}/extraction-form/preview`, { fields });
    expect(effects).toEqual([
      expect.objectContaining({
        name: 'Design',
        fitting: 0,
        unfit: [expect.objectContaining({ place: 'Firstson 2001', value: 'Cluster' })],
      }),
    ]);
    const known = async () => (await must(lead, 'get', `${at}/characteristics`)).values.length;
    expect(await known()).toBe(1);
    await save(fields);
    expect(await known()).toBe(0);
    const { values } = await must(ann, 'get', `${at}/studies/${studyId}/sheet`);
    expect(values[0]).toMatchObject({ value: 'Cluster', misfit: expect.stringContaining('none of') });
    await save([design, dose]);
    expect(await known()).toBe(1);
  });

  it('puts a field away with its values and brings both back', async () => {
    const [design, dose] = (await form()).fields;
    await save([dose]);
    expect((await form()).putAway.map((one: Body) => one.name)).toEqual(['Design']);
    expect((await save([dose, { ...DESIGN, name: 'design' }])).body.detail).toContain('Bring it back');
    await save([design, dose]);
    const { values } = await must(ann, 'get', `${at}/studies/${studyId}/sheet`);
    expect(values.some((one: Body) => one.value === 'Cluster')).toBe(true);
    expect((await form()).version).toBe(5);
  });

  it('refuses a version that somebody else has changed meanwhile', async () => {
    const reply = await lead.agent.put(`${at}/extraction-form`).send({ fields: [], basedOn: 1 });
    expect([reply.status, reply.body.detail]).toEqual([409, expect.stringContaining('newer version')]);
  });

  it('lets two fields swap their names', async () => {
    const [design, dose] = (await form()).fields;
    const swapped = await save([
      { ...design, name: dose.name },
      { ...dose, name: design.name },
    ]);
    expect(swapped.status).toBe(200);
  });
});
