import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, type OpenIdProvider, startOpenIdProvider } from '../support/openIdProvider.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('sign-in by ORCID', () => {
  let provider: OpenIdProvider;
  let world: World;
  beforeAll(async () => {
    provider = await startOpenIdProvider();
    world = await createWorld(
      {},
      {
        ORCID_CLIENT_ID: CLIENT.clientId,
        ORCID_CLIENT_SECRET: CLIENT.clientSecret,
        ORCID_ISSUER: provider.issuer,
      },
    );
    await world.person('Root Account');
  });
  afterAll(async () => {
    await world.close();
    await provider.close();
  });

  type Agent = Somebody['agent'];
  const pathOf = (address: string) => {
    const { pathname, search } = new URL(address);
    return pathname + search;
  };

  /** The way of a browser: to Pooled, to the provider, and back. */
  async function visit(agent: Agent, returnTo = '/') {
    const begun = await agent.get('/api/orcid').query({ returnTo });
    expect(begun.status).toBe(302);
    return agent.get(pathOf(await provider.approve(String(begun.headers.location))));
  }

  const whoIs = async (agent: Agent) => (await agent.get('/api/session')).body.person;

  it('is offered where it is set up', async () => {
    expect((await world.visitor().get('/api/session')).body.signIn.hasOrcid).toBe(true);
    const without = await createWorld();
    try {
      expect((await without.visitor().get('/api/session')).body.signIn.hasOrcid).toBe(false);
      expect((await without.visitor().get('/api/orcid')).status).toBe(404);
    } finally {
      await without.close();
    }
  });

  it('makes an account at the first visit, and finds it at the second', async () => {
    provider.become({ orcid: '0000-0002-1825-0097', given: 'Josiah', family: 'Carberry' });
    const first = world.visitor();
    const reply = await visit(first, '/reviews');
    expect([reply.status, reply.headers.location]).toEqual([302, '/reviews']);
    const person = await whoIs(first);
    expect(person).toMatchObject({ name: 'Josiah Carberry', isAdministrator: false });
    const second = world.visitor();
    await visit(second);
    expect((await whoIs(second)).personId).toBe(person.personId);
  });

  it('comes under a new session number', async () => {
    const agent = world.visitor();
    const begun = await agent.get('/api/orcid');
    const back = await agent.get(pathOf(await provider.approve(String(begun.headers.location))));
    const number = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0];
    expect(number(begun.headers)).toMatch(/pooled\.sid=/);
    expect(number(back.headers)).not.toBe(number(begun.headers));
  });

  it('adds the iD to the account of who is signed in', async () => {
    const ann = await world.person('Ann Linker');
    provider.become({ orcid: '0000-0001-5109-3700' });
    await visit(ann.agent);
    expect((await whoIs(ann.agent)).personId).toBe(ann.personId);
    const later = world.visitor();
    await visit(later);
    expect((await whoIs(later)).personId).toBe(ann.personId);
  });

  it('refuses an iD that belongs to another account, and changes nothing', async () => {
    const ben = await world.person('Ben Taker');
    provider.become({ orcid: '0000-0001-5109-3700' });
    const reply = await visit(ben.agent);
    expect(reply.status).toBe(409);
    expect(reply.body.detail).toMatch(/ORCID iD belongs to another account/);
    expect((await whoIs(ben.agent)).personId).toBe(ben.personId);
  });

  it('leads who comes with a browser to a page that says why it came to nothing', async () => {
    const page = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const stranger = await world.visitor().get('/api/orcid/return?code=x&state=y').set(page);
    expect([stranger.status, stranger.headers.location]).toEqual([302, '/sign-in?orcid=expired']);
    const eve = await world.person('Eve Taker');
    provider.become({ orcid: '0000-0001-5109-3700' });
    const begun = await eve.agent.get('/api/orcid').set(page);
    const back = await eve.agent.get(pathOf(await provider.approve(String(begun.headers.location)))).set(page);
    expect([back.status, back.headers.location]).toEqual([302, '/profile?orcid=taken']);
  });

  it('makes one account when the first visit returns in two windows at once', async () => {
    provider.become({ orcid: '0000-0003-1415-9269' });
    const windows = [world.visitor(), world.visitor()];
    const replies = await Promise.all(windows.map(agent => visit(agent)));
    const rows = await world.database.query("select 1 from persons where orcid = '0000-0003-1415-9269'");
    expect(rows).toHaveLength(1);
    for (const reply of replies) expect([302, 409]).toContain(reply.status);
  });

  it.each(['nonce', 'signature', 'audience'] as const)('refuses an ID token with a wrong %s', async fault => {
    provider.become({ orcid: '0000-0002-0000-0001' });
    provider.spoil(fault);
    const agent = world.visitor();
    const reply = await visit(agent);
    expect(reply.status).toBe(401);
    expect(await whoIs(agent)).toBeNull();
  });

  it('refuses a return with another state', async () => {
    const agent = world.visitor();
    const begun = await agent.get('/api/orcid');
    const back = new URL(await provider.approve(String(begun.headers.location)));
    back.searchParams.set('state', 'a state that somebody else made up');
    expect((await agent.get(back.pathname + back.search)).status).toBe(401);
    expect(await whoIs(agent)).toBeNull();
  });

  it('refuses a return in a browser that did not begin it', async () => {
    const begun = await world.visitor().get('/api/orcid');
    const back = pathOf(await provider.approve(String(begun.headers.location)));
    const other = world.visitor();
    expect((await other.get(back)).status).toBe(422);
    expect(await whoIs(other)).toBeNull();
  });

  it('takes a code once', async () => {
    provider.become({ orcid: '0000-0002-1825-0097' });
    const agent = world.visitor();
    const begun = await agent.get('/api/orcid');
    const back = pathOf(await provider.approve(String(begun.headers.location)));
    expect((await agent.get(back)).status).toBe(302);
    expect((await agent.get(back)).status).toBeGreaterThanOrEqual(400);
  });

  it('tells in words that the person said no', async () => {
    const agent = world.visitor();
    const begun = await agent.get('/api/orcid');
    const state = new URL(String(begun.headers.location)).searchParams.get('state');
    const reply = await agent.get('/api/orcid/return').query({ error: 'access_denied', state });
    expect(reply.status).toBe(401);
    expect(reply.body.detail).toMatch(/did not confirm/);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never sends a person on to %s',
    async returnTo => {
      provider.become({ orcid: '0000-0002-1825-0097' });
      expect((await visit(world.visitor(), returnTo)).headers.location).toBe('/');
    },
  );

  it('says that ORCID is away, and works again when it is back', async () => {
    const passing = await startOpenIdProvider();
    const port = Number(new URL(passing.issuer).port);
    const settings = {
      ORCID_CLIENT_ID: CLIENT.clientId,
      ORCID_CLIENT_SECRET: CLIENT.clientSecret,
      ORCID_ISSUER: passing.issuer,
    };
    const there = await createWorld({}, settings);
    await passing.close();
    try {
      const away = await there.visitor().get('/api/orcid');
      expect(away.status).toBe(502);
      expect(away.body.detail).toMatch(/ORCID does not answer/);
      const back = await startOpenIdProvider(port);
      try {
        expect((await there.visitor().get('/api/orcid')).status).toBe(302);
      } finally {
        await back.close();
      }
    } finally {
      await there.close();
    }
  });
});
