import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountExport } from '#entities/AccountExport';
import { sealEvents } from '#services/audit/sealEvents';
import { verifyReview } from '#services/audit/verifyAudit';
import { removeKeptLongEnough } from '#services/madeFiles/makeFile';
import { archiveEntries } from '#services/reporting/exportReview';
import { standInReview } from '#services/standing';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

/** Every row of every table as text: what the database still knows. */
async function allThatIsKnown(world: World): Promise<string> {
  const tables: { tablename: string }[] = await world.database.query(
    "select tablename from pg_tables where schemaname = 'public'",
  );
  const texts: string[] = [];
  for (const { tablename } of tables) {
    const rows: { row: string }[] = await world.database.query(`select t::text as row from "${tablename}" t`);
    texts.push(...rows.map(({ row }) => `${tablename}: ${row}`));
  }
  return texts.join('\n');
}

describe('an account that its owner takes along and deletes', () => {
  let world: World;
  let root: Somebody;
  let lead: Somebody;
  let quill: Somebody;
  let other: Somebody;
  let mentor: Somebody;
  let projectId: string;
  let at: string;
  let recordId: string;
  let mentorshipId: string;

  beforeAll(async () => {
    world = await createWorld();
    root = await world.person('Root Account');
    lead = await world.person('Lena Lead');
    quill = await world.person('Zephyrine Quill');
    other = await world.person('Otto Other');
    mentor = await world.person('Mia Mentor', 'faculty');
    const review = await beginReview(lead);
    projectId = review.projectId;
    at = `/api/reviews/${review.reviewId}`;
    for (const one of [quill, other]) await join(lead, projectId, one, ['screener']);
    await importText(world, lead, review.reviewId, SMALL_RIS);
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [quill.personId, other.personId] });
    const { records } = await must(quill, 'get', `${at}/records`);
    recordId = records[0].recordId;
    const decision = `${at}/screening/title-and-abstract/records/${recordId}/decision`;
    await must(quill, 'put', decision, { choice: 'include', note: 'quillish thought' });
    await must(other, 'put', decision, { choice: 'exclude', note: 'ottonian thought' });
    await must(quill, 'post', `${at}/records/${recordId}/notes`, { text: 'quillish secret', audience: 'own' });
    await must(quill, 'patch', '/api/profile', { headline: 'Quillish headline', interests: 'catheter ablation' });
    await must(quill, 'post', '/api/goals', { text: 'quillish goal' });
    await must(mentor, 'put', '/api/mentoring/seat', { tasks: ['faculty'], capacity: 2 });
    ({ id: mentorshipId } = await must(quill, 'post', '/api/mentorships', {
      ...{ mentorId: mentor.personId, task: 'faculty', note: 'quillish wish' },
    }));
    const plan = { state: 'active', rhythm: 'own', everyWeeks: 2, startsOn: '2026-12-01' };
    await must(mentor, 'patch', `/api/mentorships/${mentorshipId}`, plan);
    const [first] = (await must(quill, 'get', `/api/mentorships/${mentorshipId}`)).checkIns;
    await must(quill, 'post', `/api/check-ins/${first.checkInId}/notes`, {
      ...{ text: 'quillish worry', audience: 'private' },
    });
    await must(mentor, 'post', `/api/check-ins/${first.checkInId}/notes`, { text: 'mentorly', audience: 'private' });
    await must(quill, 'post', `${at}/certificates`);
    const { id: communityId } = await must(mentor, 'post', '/api/communities', { name: 'A group' });
    await must(quill, 'put', `/api/communities/${communityId}/membership`, { part: 'mentee', wants: 'quillish hope' });
  });
  afterAll(() => world.close());

  it('gives its owner alone an archive of what is theirs, and nothing of what the other screener chose', async () => {
    const { id } = await must(quill, 'post', '/api/account/exports');
    expect((await must(quill, 'post', '/api/account/exports')).id).toBe(id);
    await world.runJobs();
    const { lastExport } = await must(quill, 'get', '/api/account');
    expect(lastExport).toMatchObject({ exportId: id, state: 'done', sentence: 'Your archive is ready.' });
    const file = `/api/account/exports/${id}/account.zip`;
    expect((await other.agent.get(file)).status).toBe(404);
    const reply = await quill.agent.get(file).buffer(true).responseType('blob');
    expect([reply.status, reply.body.length]).toEqual([200, lastExport.bytes]);
    const files = await unpacked(world, id);
    const all = [...files.values()].join('\n');
    for (const own of [
      'Zephyrine Quill',
      'Quillish headline',
      'quillish secret',
      'quillish worry',
      'quillish goal',
      'quillish hope',
    ]) {
      expect(all).toContain(own);
    }
    expect(JSON.parse(files.get('decisions.json') ?? '')).toMatchObject([
      { stage: 'title-and-abstract', choice: 'include', note: 'quillish thought' },
    ]);
    for (const foreign of ['ottonian', 'mentorly', 'Otto', 'Mia', 'exclude']) expect(all).not.toContain(foreign);
    const [, ledger] = JSON.parse(files.get('credit.json') ?? '');
    expect(ledger.ledger.length).toBeGreaterThan(0);
  });

  it('is gathered again after a stop, and its file goes after a week', async () => {
    const { id } = await must(quill, 'post', '/api/account/exports');
    await must(quill, 'delete', `/api/account/exports/${id}`);
    await world.runJobs();
    expect((await must(quill, 'get', '/api/account')).lastExport.state).toBe('cancelled');
    expect((await other.agent.delete(`/api/account/exports/${id}`)).status).toBe(404);
    const inTenDays = { ...world.context(), now: () => new Date(Date.now() + 10 * 86_400_000) };
    expect(await removeKeptLongEnough(inTenDays, AccountExport)).toBe(1);
    const { id: again } = await must(quill, 'post', '/api/account/exports');
    await world.runJobs();
    await must(quill, 'delete', `/api/account/exports/${again}`);
    expect((await quill.agent.get(`/api/account/exports/${again}/account.zip`)).status).toBe(404);
  });

  it('shows first what deleting it does, and asks for the password', async () => {
    const { leaving, may, confirmsBy } = await must(quill, 'get', '/api/account');
    expect([leaving, may.remove, confirmsBy]).toEqual([
      { seats: 1, openApplications: 0, mentorships: 1, decisions: 1, aloneIn: [] },
      null,
      'password',
    ]);
    const wrong = await quill.agent.post('/api/account/deletion').send({ password: 'not mine' });
    expect([wrong.status, wrong.body.fields[0].pointer]).toEqual([422, '/body/password']);
    expect((await quill.agent.get('/api/session')).body.person.name).toBe('Zephyrine Quill');
  });

  it('a sole lead hands over first, and is told of which project and how', async () => {
    const refused = await lead.agent.post('/api/account/deletion').send({ password: PASSWORD });
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'You are the only lead of “Invented remedies”, and others work there. Make one of them a lead first, on the page of the team.',
    ]);
    expect((await must(lead, 'get', '/api/account')).may.remove).toBe(refused.body.detail);
  });

  it('leaves nothing of the person anywhere, keeps the decision under "former member", and the chain holds', async () => {
    const again = world.visitor();
    await again.post('/api/session').send({ email: quill.email, password: PASSWORD });
    await must(quill, 'post', '/api/account/deletion', { password: PASSWORD });
    expect((await quill.agent.get('/api/session')).body.person).toBeNull();
    expect((await again.get('/api/session')).body.person).toBeNull();
    const signIn = await again.post('/api/session').send({ email: quill.email, password: PASSWORD });
    expect(signIn.status).toBe(401);
    expect((await mentor.agent.get(`/api/people/${quill.personId}`)).status).toBe(404);

    const known = await allThatIsKnown(world);
    for (const personal of [
      'Quill',
      quill.email,
      'Quillish',
      'quillish secret',
      'quillish worry',
      'quillish goal',
      'quillish hope',
    ]) {
      expect(known.split('\n').filter(line => line.includes(personal))).toEqual([]);
    }
    expect(known).toContain('quillish thought');
    const seenByMentor = await must(mentor, 'get', `/api/mentorships/${mentorshipId}`);
    expect([seenByMentor.state, seenByMentor.mentee.name]).toEqual(['ended', 'former member']);

    const board = await must(lead, 'get', `${at}/assignments/title-and-abstract`);
    expect(JSON.stringify(board)).toContain('former member');
    const { events } = await must(lead, 'get', `${at}/audit-events`);
    expect(events.find((one: Body) => one.deed === 'delete-account')).toMatchObject({ actorName: 'former member' });
    await sealEvents(world.context());
    expect((await verifyReview(world.context(), at.split('/').at(-1) ?? '')).chain.holds).toBe(true);
  });

  it('two who left are told apart, on pages and in the archive of the review', async () => {
    await must(other, 'post', '/api/account/deletion', { password: PASSWORD });
    const board = JSON.stringify(await must(lead, 'get', `${at}/assignments/title-and-abstract`));
    expect(board).toContain('"former member"');
    expect(board).toContain('"former member 2"');
    const ctx = world.context();
    const viewer = await standInReview(ctx, { ...lead, isAdministrator: false }, at.split('/').at(-1) ?? '');
    const archive = JSON.stringify(await archiveEntries(ctx, viewer));
    expect(archive).toContain('former member 2');
    expect(archive).not.toContain('Otto');
  });

  it('a lead who is alone goes at once, and the openings of the project close; so is an address free again', async () => {
    const { id } = await must(mentor, 'post', '/api/projects', { title: 'Alone' });
    const { id: openingId } = await must(mentor, 'post', `/api/projects/${id}/openings`, {
      ...{ role: 'screener', title: 'A seat' },
    });
    expect((await must(mentor, 'get', '/api/account')).leaving.aloneIn).toEqual(['Alone']);
    await must(mentor, 'post', '/api/account/deletion', { password: PASSWORD });
    expect((await must(lead, 'get', `/api/openings/${openingId}`)).state).toBe('closed');
    const body = { name: 'Somebody Else', email: mentor.email, password: PASSWORD };
    expect((await world.visitor().post('/api/accounts').send(body)).status).toBe(201);
  });

  it('the only administrator makes somebody else one first', async () => {
    const refused = await root.agent.post('/api/account/deletion').send({ password: PASSWORD });
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'You are the only administrator here. Make somebody else one first, on their page.',
    ]);
    const asLead = await lead.agent.put(`/api/people/${lead.personId}/administration`).send({ isAdministrator: true });
    expect(asLead.status).toBe(403);
    await must(root, 'put', `/api/people/${lead.personId}/administration`, { isAdministrator: true });
    await must(root, 'post', '/api/account/deletion', { password: PASSWORD });
    expect((await lead.agent.get('/api/session')).body.person.isAdministrator).toBe(true);
  });
});

async function unpacked(world: World, exportId: string): Promise<Map<string, string>> {
  const [row]: { file_hash: string }[] = await world.database.query(
    'select file_hash from account_exports where export_id = $1',
    [exportId],
  );
  const files = new Map<string, string>();
  for await (const { name, content } of world.context().files.entriesOf(row?.file_hash ?? '')) {
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part);
    files.set(name, Buffer.concat(parts).toString('utf8'));
  }
  return files;
}
