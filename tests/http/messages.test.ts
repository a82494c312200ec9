import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

describe('private messages', () => {
  let world: World;
  let root: Somebody;
  let lead: Somebody;
  beforeAll(async () => {
    world = await createWorld();
    root = await world.person('Root Account');
    lead = await world.person('Lena Lead', 'faculty');
  });
  afterAll(() => world.close());

  const write = (
    from: Somebody,
    to: { readonly personId: string },
    text = 'Good morning',
    key: string = randomUUID(),
  ) => from.agent.post(`/api/conversations/${to.personId}/messages`).send({ text, key });
  const open = (from: Somebody, to: { readonly personId: string }) =>
    from.agent.get(`/api/conversations/${to.personId}`);
  const team = async (...people: Somebody[]) => {
    const { projectId } = await beginReview(lead);
    for (const person of people) await join(lead, projectId, person, ['screener']);
    return projectId;
  };

  it('go between people who share a project, once for each click, and count as unread until they are seen', async () => {
    const ann = await world.person('Ann Asked');
    await team(ann);
    const key = randomUUID();
    const replies = await Promise.all([1, 2, 3].map(() => write(ann, lead, 'May I ask something?', key)));
    expect(replies.map(reply => reply.status)).toEqual([201, 201, 201]);
    await write(ann, lead, 'And this?');
    expect(await must(lead, 'get', '/api/unread')).toMatchObject({ messages: 2 });
    const { conversations } = await must(lead, 'get', '/api/conversations');
    expect(conversations[0]).toMatchObject({
      with: { name: 'Ann Asked' },
      unread: 2,
      last: { excerpt: 'And this?', isMine: false },
    });
    const { messages, may } = (await open(lead, ann)).body;
    expect(messages.map((one: Body) => one.text)).toEqual(['May I ask something?', 'And this?']);
    expect(may.write).toBeNull();
    const { notifications } = await must(lead, 'get', '/api/notifications?topic=messages');
    expect(notifications, 'one notification until it is read').toHaveLength(1);
    expect(notifications[0]).toMatchObject({
      title: 'Ann Asked writes to you',
      link: `/messages?with=${ann.personId}`,
    });
    await must(lead, 'put', `/api/conversations/${ann.personId}/read-mark`, { messageId: messages[1].messageId });
    expect(await must(lead, 'get', '/api/unread')).toMatchObject({ messages: 0 });
    expect((await must(lead, 'get', '/api/notifications?topic=messages&show=unread')).notifications).toEqual([]);
    expect((await open(ann, lead)).body.messages.every((one: Body) => one.isRead)).toBe(true);
  });

  it('tell nobody who has an account: a stranger and nobody are answered in the same words', async () => {
    const [ann, stranger] = [await world.person('Ann Asked'), await world.person('Sam Stranger')];
    const nobody = { personId: randomUUID() };
    for (const ask of [open, write]) {
      const [known, unknown] = [await ask(ann, stranger), await ask(ann, nobody)];
      expect(known.status).toBe(404);
      expect({ ...known.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    }
    for (const [path, body] of [
      ['block', { isBlocked: true }],
      ['read-mark', { messageId: randomUUID() }],
    ] as const) {
      const put = (id: string) => ann.agent.put(`/api/conversations/${id}/${path}`).send(body);
      const [known, unknown] = [await put(stranger.personId), await put(nobody.personId)];
      expect([known.status, known.body.detail]).toEqual([404, unknown.body.detail]);
    }
    expect((await must(ann, 'get', '/api/conversations')).contacts).toEqual([]);
  });

  it('shield a lead: who applied writes when the lead has, or has offered a seat', async () => {
    const ann = await world.person('Ann Applies');
    const projectId = await team();
    const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
      role: 'viewer',
      title: 'A seat',
    });
    expect((await write(lead, ann)).status, 'nothing ties them yet').toBe(404);
    await must(ann, 'post', `/api/openings/${openingId}/applications`, { note: 'I would like to' });
    const refused = await write(ann, lead);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('They answer first')]);
    expect((await must(ann, 'get', '/api/conversations')).contacts).toEqual([]);
    expect((await must(lead, 'get', '/api/conversations')).contacts.map((one: Body) => one.person.name)).toContain(
      'Ann Applies',
    );
    expect((await write(lead, ann, 'When could you begin?')).status).toBe(201);
    expect((await write(ann, lead, 'In May')).status).toBe(201);
    await must(
      lead,
      'put',
      `/api/applications/${(await must(ann, 'get', '/api/applications')).applications[0].applicationId}/state`,
      { state: 'declined' },
    );
    const over = await write(ann, lead, 'Why?');
    expect([over.status, over.body.detail]).toEqual([409, 'You share no project, application or mentorship any more.']);
  });

  it('stop where somebody takes none, in both directions, and begin again when they do', async () => {
    const ann = await world.person('Ann Blocks');
    await team(ann);
    await write(lead, ann);
    const block = (isBlocked: boolean) => must(ann, 'put', `/api/conversations/${lead.personId}/block`, { isBlocked });
    await block(true);
    await block(true);
    expect((await write(lead, ann)).status).toBe(409);
    expect((await write(ann, lead)).status).toBe(409);
    await block(false);
    expect((await write(lead, ann)).status).toBe(201);
  });

  it('can be reported by whom they were sent to; the administrator reads that one and may stop the writer', async () => {
    const [ann, rude] = [await world.person('Ann Reports'), await world.person('Rudy Rude')];
    await team(ann, rude);
    await write(rude, ann, 'Only between us');
    const { id } = (await write(rude, ann, 'Pay me')).body;
    const report = (who: Somebody) => who.agent.post(`/api/messages/${id}/reports`).send({ reason: 'asks-for-money' });
    expect((await report(lead)).status, 'nobody else knows of it').toBe(404);
    expect((await report(rude)).status).toBe(403);
    expect([(await report(ann)).status, (await report(ann)).status]).toEqual([201, 201]);
    expect((await ann.agent.get('/api/message-reports')).status).toBe(403);
    const { reports } = await must(root, 'get', '/api/message-reports');
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      reason: 'asks-for-money',
      message: { text: 'Pay me', from: { name: 'Rudy Rude' } },
    });
    const settle = (body: object) => root.agent.put(`/api/message-reports/${reports[0].reportId}`).send(body);
    expect((await settle({ isStopped: true })).status, 'a reason is asked for').toBe(422);
    expect((await settle({ isStopped: true, because: 'No fees here' })).status).toBe(204);
    expect((await write(rude, lead)).body.detail).toContain('No fees here');
    expect((await settle({ isStopped: false })).status).toBe(204);
    expect((await write(rude, lead)).status).toBe(201);
  });

  it('are measured: nobody writes more than twenty in a minute', async () => {
    const ann = await world.person('Ann Hastes');
    await team(ann);
    for (let nth = 0; nth < 20; nth++) expect((await write(ann, lead, `${nth}`)).status).toBe(201);
    expect((await write(ann, lead)).status).toBe(429);
  });

  it('go to nobody whose account was deleted, though an application still ties the two', async () => {
    const ann = await world.person('Ann Gone');
    const { projectId } = await beginReview(lead);
    const { id } = await must(lead, 'post', `/api/projects/${projectId}/openings`, { role: 'viewer', title: 'A seat' });
    await must(ann, 'post', `/api/openings/${id}/applications`, { note: 'Me.' });
    expect((await write(lead, ann)).status).toBe(201);
    await must(ann, 'post', '/api/account/deletion', { password: PASSWORD });
    expect((await open(lead, ann)).body.may.write).toMatch(/deleted/);
    const refused = await write(lead, ann, 'Are you there?');
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/deleted/)]);
  });

  it('come in pages, the newest first asked for', async () => {
    const ann = await world.person('Ann Long');
    await team(ann);
    for (const text of ['one', 'two', 'three']) await write(ann, lead, text);
    const page = await must(lead, 'get', `/api/conversations/${ann.personId}?limit=2`);
    expect(page.messages.map((one: Body) => one.text)).toEqual(['two', 'three']);
    const before = await must(lead, 'get', `/api/conversations/${ann.personId}?limit=2&cursor=${page.earlier}`);
    expect([before.messages.map((one: Body) => one.text), before.earlier]).toEqual([['one'], null]);
  });
});
