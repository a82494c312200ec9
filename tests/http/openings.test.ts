import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('openings', () => {
  let world: World;
  let root: Somebody;
  let lead: Somebody;
  let ada: Somebody;
  let ben: Somebody;
  let projectId: string;

  beforeAll(async () => {
    world = await createWorld();
    root = await world.person('Root Account');
    lead = await world.person('Arjun Menon', 'faculty');
    ada = await world.person('Ada Quist');
    ben = await world.person('Ben Okoro');
    ({ id: projectId } = await must(lead, 'post', '/api/projects', {
      title: 'Catheter ablation in atrial fibrillation',
      specialty: 'Cardiology',
      studyType: 'network-meta-analysis',
      pay: 'unpaid',
      workPlace: 'remote',
      graduatedSince: 2015,
      visaRule: 'no-need',
      letter: 'possible',
    }));
  });
  afterAll(() => world.close());

  const open = async (fields: object = {}) =>
    (
      await must(lead, 'post', `/api/projects/${projectId}/openings`, {
        role: 'screener',
        title: 'Screener B',
        ...fields,
      })
    ).id as string;
  const read = (who: Somebody, openingId: string) => must(who, 'get', `/api/openings/${openingId}`);
  const titles = (reply: { openings: { title: string }[] }) => reply.openings.map(one => one.title);
  const close = (openingId: string) =>
    must(lead, 'put', `/api/openings/${openingId}`, { role: 'screener', title: 'x', state: 'closed' });

  it('are tied to real work, and say what the project asks and brings', async () => {
    const openingId = await open({ workCount: 400, workUnit: 'records', totalHours: 6, dueOn: '2027-03-12' });
    expect(await read(ada, openingId)).toMatchObject({
      ...{ workCount: 400, workUnit: 'records', totalHours: 6, dueOn: '2027-03-12', isNew: true },
      post: { studyType: 'network-meta-analysis', pay: 'unpaid', letter: 'possible' },
      eligibility: [
        { rule: 'Graduated in 2015 or later', isMet: null },
        { rule: 'Needs no visa', isMet: null },
      ],
    });
    await close(openingId);
  });

  it('that ask for money are refused with the words that do', async () => {
    const reply = await lead.agent
      .post(`/api/projects/${projectId}/openings`)
      .send({ role: 'screener', title: 'Author', earns: 'Second author for a fee of 200 USD.' });
    expect(reply.status).toBe(422);
    expect(reply.body.fields).toMatchObject([{ pointer: '/body/earns' }]);
    expect(reply.body.detail).toContain('fee of 200 USD');
  });

  it('are found by their words, by the lead’s name, and in spite of a misspelling', async () => {
    const openingId = await open({ title: 'Extractor of trials', role: 'extractor' });
    const search = async (text: string) =>
      titles(await must(ada, 'get', `/api/openings?text=${encodeURIComponent(text)}`));
    expect(await search('ablating')).toEqual(['Extractor of trials']);
    expect(await search('Menon')).toEqual(['Extractor of trials']);
    expect(await search('cathetr ablaton')).toEqual(['Extractor of trials']);
    expect(await search('dermatology')).toEqual([]);
    await close(openingId);
  });

  it('whose rules speak against somebody refuse them, and a blank is never a no', async () => {
    const openingId = await open();
    expect((await read(ada, openingId)).may.apply).toBeNull();
    await must(ada, 'patch', '/api/profile', { graduationYear: 2010 });
    expect((await read(ada, openingId)).may.apply).toContain('graduated in 2015 or later');
    const refused = await ada.agent.post(`/api/openings/${openingId}/applications`).send({});
    expect(refused.status).toBe(409);
    await must(ada, 'patch', '/api/profile', { graduationYear: null });
    await close(openingId);
  });

  it('hold nobody’s other roles against an application: who applies looks for that seat', async () => {
    const openingId = await open();
    const cai = await world.person('Cai Wright');
    await must(cai, 'patch', '/api/profile', {
      interests: 'ablation',
      rolesWanted: ['extractor'],
      audiences: { rolesWanted: 'applied' },
    });
    expect((await read(cai, openingId)).fit.excludedBecause).toMatch(/looked for: extractor/);
    await must(cai, 'post', `/api/openings/${openingId}/applications`, { note: 'I would screen as well.' });
    const { applicants } = await must(lead, 'get', `/api/openings/${openingId}/applications`);
    expect(applicants[0].fit).toMatchObject({ excludedBecause: null });
    await close(openingId);
  });

  it('close when the last seat is taken, keep a waiting list, and let it in when a seat comes free', async () => {
    const openingId = await open();
    const { id: first } = await must(ada, 'post', `/api/openings/${openingId}/applications`, {});
    const { id: offerId } = await must(lead, 'post', `/api/openings/${openingId}/offers`, { personId: ada.personId });
    await must(ada, 'post', `/api/offers/${offerId}/acceptance`);
    expect(first).toBeDefined();
    expect(await read(ben, openingId)).toMatchObject({ state: 'closed', seatsLeft: 0, may: { apply: null } });
    await must(ben, 'post', `/api/openings/${openingId}/applications`, { note: 'If a seat comes free' });
    expect((await read(ben, openingId)).myApplication.state).toBe('waiting');

    await must(lead, 'delete', `/api/projects/${projectId}/members/${ada.personId}`);
    expect((await read(ben, openingId)).seatsLeft).toBe(1);
    await must(lead, 'put', `/api/openings/${openingId}`, { role: 'screener', title: 'Screener B', state: 'open' });
    expect((await read(ben, openingId)).myApplication.state).toBe('sent');
  });

  it('tell a declined applicant why, if the lead says so', async () => {
    const { applications } = await must(ben, 'get', '/api/applications');
    const { applicationId } = applications[0];
    const answer = { state: 'declined', reason: 'many-applied', note: 'Thank you.' };
    await must(lead, 'put', `/api/applications/${applicationId}/state`, answer);
    const [declined] = (await must(ben, 'get', '/api/applications')).applications;
    expect(declined).toMatchObject({ state: 'declined', declineReason: 'many-applied', declineNote: 'Thank you.' });
  });

  it('take at most six open applications of one person', async () => {
    const eve = await world.person('Eve Many');
    const openingIds = [];
    for (let i = 0; i < 7; i++) openingIds.push(await open({ title: `Seat ${i}` }));
    for (const openingId of openingIds.slice(0, 6))
      await must(eve, 'post', `/api/openings/${openingId}/applications`, {});
    const seventh = await eve.agent.post(`/api/openings/${openingIds[6]}/applications`).send({});
    expect(seventh.status).toBe(409);
    expect(seventh.body.detail).toContain('6 open applications');
    expect((await read(eve, openingIds[6] ?? '')).myOpenApplications).toBe(6);
  });

  it('are kept as searches that count what is new', async () => {
    const fay = await world.person('Fay Keeps');
    const wish = { text: '', roles: ['librarian'] };
    const { id: alertId } = await must(fay, 'post', '/api/opening-alerts', { name: 'Librarians', wish });
    const alert = async () => (await must(fay, 'get', '/api/opening-alerts')).alerts[0];
    expect(await alert()).toMatchObject({ found: 0, fresh: 0 });
    await open({ role: 'librarian', title: 'Three databases' });
    expect(await alert()).toMatchObject({ found: 1, fresh: 1 });
    await must(fay, 'post', `/api/opening-alerts/${alertId}/look`);
    expect(await alert()).toMatchObject({ found: 1, fresh: 0 });
    expect((await ben.agent.delete(`/api/opening-alerts/${alertId}`)).status).toBe(404);
    await must(fay, 'delete', `/api/opening-alerts/${alertId}`);
  });

  it('that were reported are taken out of sight by an administrator, with a reason that the lead reads', async () => {
    const openingId = await open({ title: 'Doubtful seat' });
    await must(ben, 'post', `/api/openings/${openingId}/reports`, { reason: 'unfair', note: 'No credit' });
    const again = await ben.agent.post(`/api/openings/${openingId}/reports`).send({ reason: 'other' });
    expect(again.status).toBe(409);
    const { openings } = await must(root, 'get', '/api/moderation');
    expect(openings).toMatchObject([
      { title: 'Doubtful seat', reports: [{ reason: 'unfair', reportedBy: 'Ben Okoro' }] },
    ]);
    expect((await root.agent.put(`/api/moderation/${openingId}`).send({ isHidden: true })).status).toBe(422);
    await must(root, 'put', `/api/moderation/${openingId}`, { isHidden: true, because: 'It promises authorship.' });
    expect((await ben.agent.get(`/api/openings/${openingId}`)).status).toBe(404);
    expect(titles(await must(ben, 'get', '/api/openings'))).not.toContain('Doubtful seat');
    expect(await read(lead, openingId)).toMatchObject({ hiddenBecause: 'It promises authorship.' });
    await must(root, 'put', `/api/moderation/${openingId}`, { isHidden: false });
    expect((await read(ben, openingId)).hiddenBecause).toBeNull();
  });
});
