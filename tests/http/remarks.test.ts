import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('labels and notes on records', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let at: string;
  let recordIds: string[];
  let trial: string;

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    [lead, ann, ben] = [await world.person('Lena Lead'), await world.person('Ann'), await world.person('Ben')];
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener']);
    await join(lead, projectId, ben, ['screener']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, SMALL_RIS);
    const { records } = await must(lead, 'get', `${at}/records`);
    recordIds = records.map((record: { recordId: string }) => record.recordId);
    trial = (await must(lead, 'post', `${at}/labels`, { name: 'Trial', tint: 'blue' })).id;
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [ann.personId, ben.personId] });
  });
  afterAll(() => world.close());

  const remarks = (person: Somebody, place = 0) => must(person, 'get', `${at}/records/${recordIds[place]}/remarks`);
  const put = (person: Somebody, labelId: string, place = 0) =>
    must(person, 'put', `${at}/records/${recordIds[place]}/labels/${labelId}`);
  const decide = (person: Somebody, place: number) =>
    must(person, 'put', `${at}/screening/title-and-abstract/records/${recordIds[place]}/decision`, {
      choice: 'include',
    });

  it('keeps a label that the team shares and one of one’s own by the same name apart, and no name twice', async () => {
    await must(ann, 'post', `${at}/labels`, { name: 'trial', audience: 'own' });
    const again = await lead.agent.post(`${at}/labels`).send({ name: 'TRIAL' });
    expect(again.status).toBe(409);
    expect(again.body.detail ?? again.text).toContain('The team has a label with this name already.');
    const names = async (person: Somebody) =>
      (await must(person, 'get', `${at}/labels`)).labels.map((label: { name: string }) => label.name);
    expect(await names(ann)).toEqual(expect.arrayContaining(['Trial', 'trial']));
    expect(await names(ben)).toEqual(['Trial']);
  });

  it('shows others’ labels and notes to the lead once both have decided, and to a screener when the stage is closed', async () => {
    await put(ben, trial);
    await put(ben, trial);
    await must(ben, 'post', `${at}/records/${recordIds[0]}/notes`, { text: 'Looks randomised' });
    await must(ben, 'post', `${at}/records/${recordIds[0]}/notes`, { text: 'My own thought', audience: 'own' });
    expect((await remarks(ben)).notes).toHaveLength(2);
    expect(await remarks(lead)).toMatchObject({ labels: [], notes: [] });
    await decide(ben, 0);
    expect(await remarks(lead)).toMatchObject({ labels: [], notes: [] });
    await decide(ann, 0);
    expect(await remarks(lead)).toMatchObject({
      labels: [{ name: 'Trial', isMine: false, others: ['Ben'] }],
      notes: [{ text: 'Looks randomised', authorName: 'Ben' }],
    });
    expect(await remarks(ann)).toMatchObject({ labels: [], notes: [] });
    for (const place of [1, 2]) for (const person of [ann, ben]) await decide(person, place);
    await must(lead, 'put', `${at}/stages/title-and-abstract`, { isClosed: true });
    expect((await remarks(ann)).notes).toMatchObject([{ text: 'Looks randomised', isMine: false }]);
    await must(lead, 'put', `${at}/stages/title-and-abstract`, { isClosed: false });
  });

  it('takes off one’s own label alone', async () => {
    await put(lead, trial);
    await must(lead, 'delete', `${at}/records/${recordIds[0]}/labels/${trial}`);
    expect((await remarks(lead)).labels).toMatchObject([{ name: 'Trial', isMine: false, others: ['Ben'] }]);
    expect((await remarks(ben)).labels).toMatchObject([{ name: 'Trial', isMine: true }]);
  });

  it('answers for somebody else’s note or own label as if it were not there', async () => {
    const { id: noteId } = await must(ben, 'post', `${at}/records/${recordIds[1]}/notes`, { text: 'x' });
    expect((await ann.agent.delete(`${at}/notes/${noteId}`)).status).toBe(404);
    const { id: labelId } = await must(ben, 'post', `${at}/labels`, { name: 'Hm', audience: 'own' });
    expect((await lead.agent.delete(`${at}/labels/${labelId}`)).status).toBe(404);
    expect((await ann.agent.put(`${at}/records/${recordIds[1]}/labels/${labelId}`)).status).toBe(404);
    await must(ben, 'put', `${at}/notes/${noteId}`, { text: 'Changed', audience: 'shared' });
    await must(ben, 'delete', `${at}/notes/${noteId}`);
    expect((await remarks(ben, 1)).notes).toEqual([]);
  });

  it('lets a lead alone remove a label that the team shares', async () => {
    expect((await ben.agent.delete(`${at}/labels/${trial}`)).status).toBe(403);
    await must(lead, 'delete', `${at}/labels/${trial}`);
    expect((await remarks(ben)).labels).toEqual([]);
  });
});
