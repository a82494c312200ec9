import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('credit', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let at: string;
  let reviewId: string;
  const credit = (person: Somebody): Promise<Body> => must(person, 'get', `${at}/credit`);
  const claimsOf = async (person: Somebody) => (await credit(person)).claims;

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Asked');
    ben = await world.person('Ben Other');
    const begun = await beginReview(lead);
    reviewId = begun.reviewId;
    at = `/api/reviews/${reviewId}`;
    await join(lead, begun.projectId, ann, ['screener', 'librarian']);
    await join(lead, begun.projectId, ben, ['screener']);
    await importText(world, ann, reviewId, SMALL_RIS);
  });
  afterAll(() => world.close());

  it('a role is claimed by the person, once however often they press, and confirmed by a lead', async () => {
    const body = { role: 'investigation', degree: 'equal' };
    const [one, two] = await Promise.all([
      ann.agent.post(`${at}/credit-claims`).send(body),
      ann.agent.post(`${at}/credit-claims`).send(body),
    ]);
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
    const claims = await claimsOf(lead);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ personId: ann.personId, state: 'claimed', waitsFor: ['Lena Lead'] });
    const answer = `${at}/credit-claims/${claims[0].claimId}/answer`;
    expect((await ann.agent.put(answer).send({ verdict: 'confirmed' })).status).toBe(403);
    await must(ben, 'put', answer, { verdict: 'confirmed' });
    expect((await claimsOf(ann))[0].state).toBe('claimed');
    await must(lead, 'put', answer, { verdict: 'confirmed' });
    expect((await claimsOf(ann))[0].state).toBe('confirmed');
    expect((await credit(ben)).statement).toBe('Investigation: Ann Asked.');
  });

  it('a dispute needs its reason, takes the role out of the statement, and stays in the history when the mind changes', async () => {
    const [claim] = await claimsOf(ben);
    const answer = `${at}/credit-claims/${claim.claimId}/answer`;
    const refused = await ben.agent.put(answer).send({ verdict: 'disputed' });
    expect(refused.status).toBe(422);
    expect(refused.body.fields[0].pointer).toBe('/body/reason');
    await must(ben, 'put', answer, { verdict: 'disputed', reason: 'Only one file' });
    expect(await credit(ann)).toMatchObject({ statement: '', claims: [{ state: 'disputed' }] });
    await must(ben, 'put', answer, { verdict: 'confirmed' });
    const { history, claims } = await credit(ann);
    expect(claims[0].state).toBe('confirmed');
    expect(history.map((event: Body) => `${event.name} ${event.sentence}`)).toEqual([
      'Ben Other confirmed Ann Asked’s claim of Investigation',
      'Ben Other disputed Ann Asked’s claim of Investigation',
      'Lena Lead confirmed Ann Asked’s claim of Investigation',
      'Ben Other confirmed Ann Asked’s claim of Investigation',
      'Ann Asked claimed Investigation (equal)',
    ]);
  });

  it('another degree is another claim: who confirmed the first one has not confirmed it', async () => {
    const [before] = await claimsOf(ann);
    await must(ann, 'post', `${at}/credit-claims`, { role: 'investigation', degree: 'lead' });
    const [after] = await claimsOf(ann);
    expect(after).toMatchObject({ degree: 'lead', state: 'claimed', answers: [] });
    const late = await lead.agent.put(`${at}/credit-claims/${before.claimId}/answer`).send({ verdict: 'confirmed' });
    expect(late.status).toBe(409);
    expect((await lead.agent.delete(`${at}/credit-claims/${after.claimId}`)).status).toBe(403);
  });

  it('what no log shows is declared by the person, twice pressed once, and can be taken back', async () => {
    const path = `${at}/authorship-declarations/3`;
    const stateOf = async () =>
      (await credit(ben)).people.find((one: Body) => one.isMe).icmje.criteria.map((one: Body) => one.state);
    expect(await stateOf()).toEqual(['open', 'open', 'open', 'open']);
    await Promise.all([must(ben, 'put', path, { isDeclared: true }), must(ben, 'put', path, { isDeclared: true })]);
    expect(await stateOf()).toEqual(['open', 'open', 'supported', 'open']);
    const approvals = (await credit(ben)).history.filter(
      (event: Body) => event.sentence === 'approved the final version',
    );
    expect(approvals).toHaveLength(1);
    await must(ben, 'put', path, { isDeclared: false });
    expect(await stateOf()).toEqual(['open', 'open', 'open', 'open']);
  });

  it('the lead puts the authors in order; XML and thanks follow it', async () => {
    const stranger = await world.person('Sam Stranger');
    const refused = await lead.agent.put(`${at}/authors`).send({ personIds: [stranger.personId] });
    expect(refused.status).toBe(422);
    await must(lead, 'put', `${at}/authors`, { personIds: [ben.personId, lead.personId] });
    const xml = (await lead.agent.get(`${at}/credit/contributors.xml`)).text;
    expect(xml.indexOf('<surname>Other')).toBeLessThan(xml.indexOf('<surname>Lead'));
    expect(xml).not.toContain('Asked');
    expect((await credit(lead)).acknowledgements).toMatch(/^We thank Ann Asked, who imported a file of records\b/);
  });

  it('a certificate opens by its link for anybody, says what the log said, and ends when its owner withdraws it', async () => {
    const nothing = await ben.agent.post(`${at}/certificates`);
    expect([nothing.status, nothing.body.detail]).toEqual([409, 'The log shows nothing of yours in this review yet.']);
    const { id } = await must(ann, 'post', `${at}/certificates`);
    expect((await must(ann, 'post', `${at}/certificates`)).id).toBe(id);
    const [{ url }] = (await credit(ann)).certificates;
    const path = `/api${new URL(url).pathname}`;
    const anybody = world.visitor();
    const shown = (await anybody.get(path)).body;
    expect(shown).toMatchObject({ name: 'Ann Asked', reviewTitle: 'Invented remedies' });
    expect(shown.lines.map((line: Body) => line.label)).toContain('imported a file of records');
    expect((await anybody.get(path.slice(0, -1))).status).toBe(404);
    expect((await ben.agent.delete(`${at}/certificates/${id}`)).status).toBe(404);
    await must(ann, 'delete', `${at}/certificates/${id}`);
    expect((await anybody.get(path)).status).toBe(404);
  });

  it('looks for journals as a job, and says so when there are too few records to tell', async () => {
    const { jobId } = await must(ann, 'post', `${at}/journal-runs`);
    expect((await must(ann, 'post', `${at}/journal-runs`)).jobId).toBe(jobId);
    await world.runJobs();
    const job = await must(ann, 'get', `${at}/jobs/${jobId}`);
    expect(job).toMatchObject({ state: 'failed' });
    expect(job.sentence).toContain('ten are needed');
    const ris = Array.from({ length: 12 }, (_, place) =>
      [
        'TY  - JOUR',
        `TI  - Invented remedies, part ${place}`,
        `JO  - ${place % 3 === 0 ? 'Annals of Invention' : 'Remedy Letters'}`,
        `PY  - ${2010 + place}`,
        'ER  - ',
        '',
      ].join('\n'),
    ).join('\n');
    await importText(world, ann, reviewId, ris);
    await must(ann, 'post', `${at}/journal-runs`);
    await world.runJobs();
    const { found } = await must(ben, 'get', `${at}/journals`);
    expect(found.journals[0]).toMatchObject({ journal: 'Remedy Letters', included: null, lastYear: 2021 });
  });
});
