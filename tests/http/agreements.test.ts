import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join, must } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

describe('an authorship agreement', () => {
  let world: World;
  let lead: Somebody;
  let ada: Somebody;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Helen Marsh', 'faculty');
    ada = await world.person('Ada Quist');
    const { id: projectId } = await must(lead, 'post', '/api/projects', { title: 'Latent infection' });
    await join(lead, projectId, ada, ['extractor']);
    at = `/api/projects/${projectId}/agreement`;
  });
  afterAll(() => world.close());

  const line = (change: object = {}) => ({
    ...{ personId: ada.personId, does: '24 studies, second extraction', byOn: '2027-01-30' },
    ...{ earns: 'acknowledgement', points: ['work'] },
    ...change,
  });
  const draft = (basedOn: number, lines: object[], rules: object = {}) =>
    lead.agent.post(at).send({ basedOn, lines, orderRule: 'By the log.', ...rules });
  const read = (who: Somebody) => must(who, 'get', at);
  const sign = async (who: Somebody, version: number, password: string) => {
    const { agreement } = await read(who);
    return who.agent.post(`${at}/${version}/signature`).send({ password, fingerprint: agreement.fingerprint });
  };

  it('is written by the lead, promises nobody what no journal gives, and costs nothing', async () => {
    expect((await ada.agent.post(at).send({ basedOn: 0, lines: [line()] })).status).toBe(403);
    const promised = await draft(0, [line({ earns: 'author' })]);
    expect(promised.status).toBe(422);
    expect(promised.body.fields).toMatchObject([{ pointer: '/body/lines/0/earns' }]);
    const fee = await draft(0, [line()], { ifChanges: 'Each author pays 100 euros.' });
    expect(fee.body.fields).toMatchObject([{ pointer: '/body/ifChanges' }]);
    const stranger = await world.person('Sam Stranger');
    expect((await draft(0, [line({ personId: stranger.personId })])).status).toBe(422);
    expect((await draft(0, [line()])).body).toEqual({ version: 1 });
    // A double click is a second version only for who read the first.
    expect((await draft(0, [line()])).status).toBe(409);
  });

  it('is asked to be changed by who is named and has not signed; leads are told, and read the words beside it', async () => {
    const ask = (who: Somebody, text: string) => who.agent.put(`${at}/1/change-request`).send({ text });
    expect((await ask(lead, 'x')).body.detail).toBe('Only who is named in this version asks for a change of it.');
    expect((await ask(ada, 'Pay me 100 euros first.')).status).toBe(422);
    expect((await ask(ada, 'By May, I sit an exam in April')).status).toBe(204);
    expect((await ask(ada, 'By May, I sit an exam in April')).status).toBe(204);
    const { agreement } = await read(lead);
    expect(agreement.wishes).toMatchObject([
      { name: 'Ada Quist', text: 'By May, I sit an exam in April', isMine: false },
    ]);
    const told = (await lead.agent.get('/api/notifications')).text;
    expect(told).toContain('Somebody asks for a change of the agreement');
  });

  it('is signed with the password of who is named, once', async () => {
    expect((await read(ada)).may.sign).toBeNull();
    expect((await read(lead)).may.sign).toContain('not named');
    const wrong = await sign(ada, 1, 'not my password');
    expect(wrong.status).toBe(422);
    expect((await sign(ada, 1, PASSWORD)).status).toBe(204);
    expect((await sign(ada, 1, PASSWORD)).status).toBe(204);
    expect(await read(lead)).toMatchObject({
      versions: [{ version: 1, signed: 1, of: 1 }],
      agreement: { lines: [{ name: 'Ada Quist', signedAt: expect.any(String) }] },
    });
  });

  it('loses its signatures with a new version, which says what changed', async () => {
    const points = ['work', 'text', 'approval', 'accountability'];
    const lines = [
      line({ does: '24 studies, and revises Results', earns: 'author', points }),
      line({ personId: lead.personId, does: 'leads', earns: 'author', points }),
    ];
    expect((await draft(1, lines)).body).toEqual({ version: 2 });
    const { agreement, versions } = await read(ada);
    expect(versions.map((one: { signed: number }) => one.signed)).toEqual([1, 0]);
    expect(agreement).toMatchObject({ version: 2, isNewest: true, lines: [{ signedAt: null }, { signedAt: null }] });
    expect(agreement.changes[0]).toMatchObject({ name: 'Ada Quist' });
    expect((await sign(ada, 1, PASSWORD)).status).toBe(204); // signed before: nothing changes
    expect((await sign(lead, 1, PASSWORD)).status).toBe(409);
    expect((await sign(lead, 2, PASSWORD)).status).toBe(204);
    const text = await ada.agent.get(`${at}/2/text`);
    expect(text.text).toContain('Ada Quist (extractor)');
    expect(text.text).toContain(agreement.fingerprint);
  });

  it('is nobody’s outside the project', async () => {
    const stranger = await world.person('Eve Outside');
    expect((await stranger.agent.get(at)).status).toBe(404);
  });
});
