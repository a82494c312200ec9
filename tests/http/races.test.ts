import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#core/vocabulary';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, join, must, type SmallReview, upload } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.person('Root Account');
});
afterAll(() => world.close());

async function count(sql: string, values: unknown[]): Promise<number> {
  const rows: { n: number }[] = await world.database.query(sql, values);
  return Number(rows[0]?.n);
}

const eventsOf = (reviewId: string, deed: string) =>
  count('select count(*)::int as n from audit_events where review_id = $1 and deed = $2', [reviewId, deed]);

interface Team extends SmallReview {
  readonly at: string;
  readonly lead: Somebody;
  readonly others: readonly Somebody[];
}

async function team(...roles: readonly (readonly Role[])[]): Promise<Team> {
  const lead = await world.person('Lena Lead');
  const { projectId, reviewId } = await beginReview(lead);
  const others = [];
  for (const [place, own] of roles.entries()) {
    const person = await world.person(`Member ${'ABCDE'.charAt(place)}`);
    await join(lead, projectId, person, own);
    others.push(person);
  }
  return { projectId, reviewId, at: `/api/reviews/${reviewId}`, lead, others };
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`there is no ${place} of ${list.length}`);
  return found;
}

async function recordIdsOf({ at: path, lead }: Team): Promise<string[]> {
  return (await must(lead, 'get', `${path}/records`)).records.map((record: Body) => record.recordId);
}

describe('two people at the same moment', () => {
  it('gives the last seat to exactly one of five who take it', async () => {
    const { projectId, lead } = await team();
    const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
      role: 'screener',
      title: 'The last seat',
    });
    const offers = [];
    for (const name of ['Ann', 'Ben', 'Cai', 'Dan', 'Eve']) {
      const person = await world.person(`${name} Wanting`);
      const { id } = await must(lead, 'post', `/api/openings/${openingId}/offers`, { personId: person.personId });
      offers.push({ person, id });
    }
    const replies = await Promise.all(
      offers.map(({ person, id }) => person.agent.post(`/api/offers/${id}/acceptance`)),
    );
    expect(replies.map(reply => reply.status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect((await must(lead, 'get', `/api/projects/${projectId}`)).members).toHaveLength(2);
    for (const [place, reply] of replies.entries()) {
      const isIn = reply.status === 200;
      expect((await at(offers, place).person.agent.get(`/api/projects/${projectId}`)).status).toBe(isIn ? 200 : 404);
    }
  });

  it('lets one of two people use an invitation', async () => {
    const { projectId, lead } = await team();
    const { link } = await must(lead, 'post', `/api/projects/${projectId}/invitations`, { roles: ['viewer'] });
    const people = [await world.person('Ann Quick'), await world.person('Ben Quick')];
    const path = `/api/invitations/${link.split('/').at(-1)}/acceptance`;
    const replies = await Promise.all(people.map(person => person.agent.post(path)));
    expect(replies.map(reply => reply.status).sort()).toEqual([200, 409]);
  });

  it('lets one of two adjudicators settle a conflict, and tells the other', async () => {
    const review = await team(['screener'], ['screener'], ['adjudicator'], ['adjudicator']);
    await importText(world, review.lead, review.reviewId, inventedRis(1));
    const [recordId] = await recordIdsOf(review);
    const [ann, ben, cai, dan] = [0, 1, 2, 3].map(place => at(review.others, place)) as [
      // four members were asked for above
      Somebody,
      Somebody,
      Somebody,
      Somebody,
    ];
    await must(review.lead, 'post', `${review.at}/assignments/title-and-abstract`, {
      personIds: [ann.personId, ben.personId],
    });
    const record = `${review.at}/screening/title-and-abstract/records/${recordId}`;
    await must(ann, 'put', `${record}/decision`, { choice: 'include' });
    await must(ben, 'put', `${record}/decision`, { choice: 'exclude' });
    const replies = await Promise.all(
      [cai, dan].map(person =>
        person.agent.put(`${record}/adjudication`).send({ choice: 'include', reason: 'So be it' }),
      ),
    );
    expect(replies.map(reply => reply.status).sort()).toEqual([204, 409]);
    expect(await eventsOf(review.reviewId, 'adjudicate-record')).toBe(1);
  });

  it('gives each record out once when two leads give out at the same moment', async () => {
    const review = await team(['lead'], ['screener'], ['screener'], ['screener']);
    await importText(world, review.lead, review.reviewId, inventedRis(30));
    const personIds = review.others.slice(1).map(person => person.personId);
    const body = { personIds };
    const path = `${review.at}/assignments/title-and-abstract`;
    await Promise.all([
      must(review.lead, 'post', path, { ...body, seed: 1 }),
      must(at(review.others, 0), 'post', path, { ...body, seed: 2 }),
    ]);
    const rows: { n: number }[] = await world.database.query(
      'select count(*)::int as n from screening_assignments where review_id = $1 group by record_id',
      [review.reviewId],
    );
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map(row => row.n))).toEqual(new Set([2]));
  });

  it('keeps one lead when the last two leave at the same moment', async () => {
    const { projectId, lead, others } = await team(['lead']);
    const leads = [lead, at(others, 0)];
    const replies = await Promise.all(
      leads.map(person => person.agent.delete(`/api/projects/${projectId}/members/${person.personId}`)),
    );
    expect(replies.filter(reply => reply.status === 204)).toHaveLength(1);
    const left = await count(
      "select count(*)::int as n from memberships where project_id = $1 and left_at is null and 'lead' = any(roles)",
      [projectId],
    );
    expect(left).toBe(1);
  });

  it('keeps one lead when two leads make each other viewers at the same moment', async () => {
    const { projectId, lead, others } = await team(['lead']);
    const other = at(others, 0);
    const demote = (who: Somebody, whom: Somebody) =>
      who.agent.put(`/api/projects/${projectId}/members/${whom.personId}`).send({ roles: ['viewer'] });
    await Promise.all([demote(lead, other), demote(other, lead)]);
    const left = await count(
      "select count(*)::int as n from memberships where project_id = $1 and left_at is null and 'lead' = any(roles)",
      [projectId],
    );
    expect(left).toBe(1);
  });

  it('makes one administrator when six first accounts are made at the same moment', async () => {
    const fresh = await createWorld();
    try {
      const replies = await Promise.all(
        Array.from({ length: 6 }, (_, place) =>
          fresh
            .visitor()
            .post('/api/accounts')
            .send({ name: `First ${place}`, email: `first.${place}@example.org`, password: PASSWORD }),
        ),
      );
      expect(replies.map(reply => reply.status)).toEqual(Array(6).fill(201));
      expect(replies.filter(reply => reply.body.isAdministrator)).toHaveLength(1);
    } finally {
      await fresh.close();
    }
  });

  it('keeps the question of who saved first, and tells the other', async () => {
    const review = await team(['librarian']);
    const save = (person: Somebody, text: string) =>
      person.agent
        .post(`${review.at}/question-versions`)
        .send({ frame: 'PICO', basedOn: 0, slots: [{ slot: 'population', text }] });
    const replies = await Promise.all([save(review.lead, 'adults'), save(at(review.others, 0), 'children')]);
    expect(replies.map(reply => reply.status).sort()).toEqual([201, 409]);
  });

  it('begins one review when two leads begin the review of a project', async () => {
    const lead = await world.person('Lena Twice');
    const { id } = await must(lead, 'post', '/api/projects', { title: 'One review' });
    const begin = () => lead.agent.post(`/api/projects/${id}/review`).send({ title: 'One review' });
    const replies = await Promise.all([begin(), begin(), begin()]);
    expect(replies.map(reply => reply.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('double clicks', () => {
  it('starts one job when an import is confirmed four times at once', async () => {
    const { reviewId, lead, at: path } = await team();
    const { importId } = (await upload(lead, reviewId, inventedRis(5), 'x.ris')).body;
    const confirm = () => lead.agent.post(`${path}/imports/${importId}/confirmation`);
    const replies = await Promise.all([confirm(), confirm(), confirm(), confirm()]);
    expect(replies.map(reply => reply.status)).toEqual([202, 202, 202, 202]);
    expect(new Set(replies.map(reply => reply.body.jobId)).size).toBe(1);
    await world.runJobs();
    await confirm();
    await world.runJobs();
    expect((await must(lead, 'get', `${path}/records`)).total).toBe(5);
    expect(await eventsOf(reviewId, 'confirm-import')).toBe(1);
    expect(await eventsOf(reviewId, 'import-records')).toBe(1);
  });

  it('keeps one decision and one event when a decision is sent five times at once', async () => {
    const review = await team(['screener'], ['screener']);
    await importText(world, review.lead, review.reviewId, inventedRis(1));
    const [recordId] = await recordIdsOf(review);
    const personIds = review.others.map(person => person.personId);
    await must(review.lead, 'post', `${review.at}/assignments/title-and-abstract`, { personIds });
    const path = `${review.at}/screening/title-and-abstract/records/${recordId}/decision`;
    const decide = () => at(review.others, 0).agent.put(path).send({ choice: 'include' });
    const replies = await Promise.all([decide(), decide(), decide(), decide(), decide()]);
    expect(replies.map(reply => reply.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(replies.map(reply => reply.body.decisionId)).size).toBe(1);
    expect(await eventsOf(review.reviewId, 'record-decision')).toBe(1);
    const withdraw = () => at(review.others, 0).agent.delete(path);
    const gone = await Promise.all([withdraw(), withdraw()]);
    expect(gone.map(reply => reply.status)).toEqual([204, 204]);
    expect(await eventsOf(review.reviewId, 'withdraw-decision')).toBe(1);
  });

  it('makes a member once when an invitation is accepted three times by the same person', async () => {
    const { projectId, lead } = await team();
    const { link } = await must(lead, 'post', `/api/projects/${projectId}/invitations`, { roles: ['viewer'] });
    const ann = await world.person('Ann Clicker');
    const accept = () => ann.agent.post(`/api/invitations/${link.split('/').at(-1)}/acceptance`);
    const replies = await Promise.all([accept(), accept(), accept()]);
    expect(replies.map(reply => reply.status)).toEqual([200, 200, 200]);
    expect(
      await count("select count(*)::int as n from site_events where deed = 'accept-invitation' and actor_id = $1", [
        ann.personId,
      ]),
    ).toBe(1);
  });

  it('takes a seat once when an offer is accepted twice by the same person', async () => {
    const { projectId, lead } = await team();
    const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
      role: 'viewer',
      title: 'Two seats',
      capacity: 2,
    });
    const ann = await world.person('Ann Doubler');
    const { id } = await must(lead, 'post', `/api/openings/${openingId}/offers`, { personId: ann.personId });
    const accept = () => ann.agent.post(`/api/offers/${id}/acceptance`);
    expect((await Promise.all([accept(), accept()])).map(reply => reply.status)).toEqual([200, 200]);
    expect((await must(lead, 'get', `/api/openings/${openingId}`)).seatsLeft).toBe(1);
  });

  it('undoes an import once, and closes a stage once', async () => {
    const review = await team();
    const importId = await importText(world, review.lead, review.reviewId, inventedRis(2));
    const undo = () => review.lead.agent.delete(`${review.at}/imports/${importId}`);
    expect((await Promise.all([undo(), undo()])).map(reply => reply.status)).toEqual([202, 202]);
    await world.runJobs();
    expect((await undo()).body).toEqual({ jobId: null });
    expect(await eventsOf(review.reviewId, 'begin-undo')).toBe(1);
    expect(await eventsOf(review.reviewId, 'undo-import')).toBe(1);
    expect((await must(review.lead, 'get', `${review.at}/records`)).total).toBe(0);
  });
});
