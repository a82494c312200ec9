import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('homes', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let projectId: string;
  let reviewId: string;
  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead', 'faculty');
    ann = await world.person('Ann Asked');
    ({ projectId, reviewId } = await beginReview(lead));
    await join(lead, projectId, ann, ['screener']);
    await importText(world, lead, reviewId, inventedRis(4));
    await must(lead, 'post', `/api/reviews/${reviewId}/duplicate-runs`);
    await world.runJobs();
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/title-and-abstract`, {
      personIds: [ann.personId, lead.personId],
      dueOn: '2199-01-01',
    });
    const { records } = await must(lead, 'get', `/api/reviews/${reviewId}/records`);
    const path = `/api/reviews/${reviewId}/screening/title-and-abstract/records/${records[0].recordId}/decision`;
    await must(ann, 'put', path, { choice: 'include' });
  });
  afterAll(() => world.close());

  it('tell a lead who has how much open work, most first, and a member nothing of it', async () => {
    const { workloads } = await must(lead, 'get', '/api/home/teams');
    expect(workloads.map((one: Body) => [one.person.name, one.done, one.given, one.dueOn])).toEqual([
      ['Lena Lead', 0, 4, '2199-01-01'],
      ['Ann Asked', 1, 4, '2199-01-01'],
    ]);
    expect(await must(ann, 'get', '/api/home/teams')).toEqual({ workloads: [], posts: [] });
  });

  it('tell a lead how far screeners agree once that may be known, and of retractions; a member nothing of it', async () => {
    const watch = async (person: Somebody): Promise<Body[]> => (await must(person, 'get', '/api/home/watch')).reviews;
    // The lead screens too, and is blind to what Ann decided: there is no agreement to tell.
    expect(await watch(lead)).toMatchObject([{ reviewId, agreement: null, retractions: null }]);
    const watcher = await world.person('Wanda Watch', 'faculty');
    const other = await world.person('Olu Other');
    const third = await world.person('Tom Third');
    const { projectId: apart, reviewId: watched } = await beginReview(watcher, 'Watched');
    for (const person of [other, third]) await join(watcher, apart, person, ['screener']);
    await importText(world, watcher, watched, inventedRis(4));
    await must(watcher, 'post', `/api/reviews/${watched}/duplicate-runs`);
    await world.runJobs();
    const at = `/api/reviews/${watched}`;
    const personIds = [other.personId, third.personId];
    await must(watcher, 'post', `${at}/assignments/title-and-abstract`, { personIds });
    const { records } = await must(watcher, 'get', `${at}/records`);
    for (const [place, { recordId }] of records.entries()) {
      const path = `${at}/screening/title-and-abstract/records/${recordId}/decision`;
      for (const person of [other, third])
        await must(person, 'put', path, { choice: place < 2 ? 'include' : 'exclude' });
    }
    await world.database.query(
      `insert into retraction_alarms (review_id, record_id, is_retracted, notices, found_at) values ($1, $2, true, '["1"]', now())`,
      [watched, records[0].recordId],
    );
    const found = (await watch(watcher)).find(one => one.reviewId === watched);
    expect(found.agreement).toMatchObject({ stage: 'title-and-abstract', records: 4, kappa: 1 });
    expect(found.retractions).toMatchObject({ open: 1, isIncluded: true, title: records[0].title });
    for (const person of [ann, other, third]) expect(await watch(person)).toEqual([]);
  });

  it('show the five best of the applicants, without telling them that they were seen', async () => {
    const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
      role: 'screener',
      title: 'Second screener',
    });
    const people: Somebody[] = [];
    for (let nth = 0; nth < 6; nth++) {
      const person = await world.person(`Person ${nth}`);
      people.push(person);
      await must(person, 'post', `/api/openings/${openingId}/applications`, { note: `Number ${nth}` });
    }
    const { posts } = await must(lead, 'get', '/api/home/teams');
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ title: 'Second screener', toAnswer: 6 });
    expect(posts[0].best).toHaveLength(5);
    const [first] = people;
    if (!first) throw new Error('nobody applied');
    expect((await must(first, 'get', '/api/applications')).applications[0].seenAt).toBeNull();
    expect((await must(first, 'get', '/api/notifications')).notifications).toEqual([]);
  });

  it('hold the agreements that lack one’s signature and the claims that wait for one’s word, until they have it', async () => {
    const lines = [
      { personId: ann.personId, does: 'screens', earns: 'acknowledgement' },
      { personId: lead.personId, does: 'leads', earns: 'nothing-yet' },
    ];
    await must(lead, 'post', `/api/projects/${projectId}/agreement`, { basedOn: 0, lines });
    await must(ann, 'post', `/api/reviews/${reviewId}/credit-claims`, { role: 'investigation' });
    const ofAnn = await must(ann, 'get', '/api/home/approvals');
    expect(ofAnn).toMatchObject({ agreements: [{ projectId, version: 1 }], claims: [] });
    const ofLead = await must(lead, 'get', '/api/home/approvals');
    expect(ofLead.claims).toMatchObject([{ reviewId, count: 1 }]);
    const { claims } = await must(lead, 'get', `/api/reviews/${reviewId}/credit`);
    const answer = `/api/reviews/${reviewId}/credit-claims/${claims[0].claimId}/answer`;
    await must(lead, 'put', answer, { verdict: 'confirmed', reason: '' });
    expect((await must(lead, 'get', '/api/home/approvals')).claims).toEqual([]);
    const kinds = async (who: Somebody) =>
      (await must(who, 'get', '/api/notifications')).notifications.map((one: Body) => one.kind);
    expect(await kinds(ann)).toEqual(['claim-answered', 'agreement-to-sign', 'work-given']);
    expect(await kinds(lead)).toContain('role-claimed');
  });

  it('sum up one’s own work alone', async () => {
    const mine = await must(ann, 'get', '/api/home/credit');
    expect(mine).toMatchObject({ recordsScreened: 1, studiesExtracted: 0, reviews: 1, roles: ['investigation'] });
    expect(await must(lead, 'get', '/api/home/credit')).toMatchObject({ recordsScreened: 0, reviews: 1 });
  });
});
