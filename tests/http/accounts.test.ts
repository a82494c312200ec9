import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, PASSWORD, type World } from '../support/world.ts';

describe('accounts', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('makes the first person of an installation its administrator, and nobody after', async () => {
    const first = await world.person('Ada First');
    const second = await world.person('Ben Second');
    expect((await first.agent.get('/api/session')).body.person.isAdministrator).toBe(true);
    expect((await second.agent.get('/api/session')).body.person.isAdministrator).toBe(false);
  });

  it('signs in with the right password under a new session number', async () => {
    const person = await world.person('Cleo Signer');
    const agent = world.visitor();
    const before = await agent.post('/api/session').send({ email: person.email.toUpperCase(), password: PASSWORD });
    const after = await agent.post('/api/session').send({ email: person.email, password: PASSWORD });
    expect(before.status).toBe(200);
    expect(before.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/);
    expect(after.headers['set-cookie']?.[0]).not.toBe(before.headers['set-cookie']?.[0]);
  });

  it('never says whether the address or the password was wrong', async () => {
    const person = await world.person('Dora Known');
    const agent = world.visitor();
    const wrongPassword = await agent.post('/api/session').send({ email: person.email, password: 'not the one' });
    const unknown = await agent.post('/api/session').send({ email: 'nobody@example.org', password: 'not the one' });
    expect([wrongPassword.status, unknown.status]).toEqual([401, 401]);
    expect(wrongPassword.body.detail).toBe(unknown.body.detail);
  });

  it('refuses a second account for the same address in words', async () => {
    const person = await world.person('Eve Twice');
    const again = await world
      .visitor()
      .post('/api/accounts')
      .send({ name: 'Eve', email: person.email.toUpperCase(), password: PASSWORD });
    expect(again.status).toBe(409);
    expect(again.body.detail).toMatch(/account with this e-mail/);
  });

  it('lists all that is wrong with a sign-up at once, each with a pointer', async () => {
    const reply = await world.visitor().post('/api/accounts').send({ name: ' ', email: 'x', password: 'short' });
    expect(reply.status).toBe(422);
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    expect(reply.body.fields.map((field: { pointer: string }) => field.pointer)).toEqual([
      '/body/name',
      '/body/email',
      '/body/password',
    ]);
  });

  it('refuses a write that comes from another site’s page', async () => {
    const person = await world.person('Finn Victim');
    const bySite = await person.agent.delete('/api/session').set('Sec-Fetch-Site', 'cross-site');
    const byOrigin = await person.agent.delete('/api/session').set('Origin', 'https://evil.example');
    expect([bySite.status, byOrigin.status]).toEqual([403, 403]);
    expect((await person.agent.get('/api/session')).body.person.personId).toBe(person.personId);
  });

  it('refuses a deed of a page that is somebody else’s than who has signed in since', async () => {
    const [ann, bob] = [await world.person('Ann Earlier'), await world.person('Bob Later')];
    const begin = (header: string | null) => {
      const request = bob.agent.post('/api/projects');
      return (header === null ? request : request.set('Pooled-Person', header)).send({ title: 'Whose project' });
    };
    const refused = await begin(ann.personId);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ facts: { signedIn: 'somebody-else' } });
    expect(refused.body.detail).toMatch(/nothing was done in your name/);
    expect((await bob.agent.get('/api/projects')).text).not.toContain('Whose project');
    expect([(await begin(bob.personId)).status, (await begin(null)).status]).toEqual([201, 201]);
    // Reading is nobody's deed, and the way out is open to everybody.
    expect((await bob.agent.get('/api/projects').set('Pooled-Person', ann.personId)).status).toBe(200);
    expect((await bob.agent.delete('/api/session').set('Pooled-Person', ann.personId)).status).toBe(204);
  });

  it('signs out for good', async () => {
    const person = await world.person('Gina Leaver');
    expect((await person.agent.delete('/api/session')).status).toBe(204);
    expect((await person.agent.get('/api/session')).body.person).toBeNull();
  });

  it('sets a new password once with an administrator’s link, and ends the old sessions', async () => {
    const admin = (await world.database.query('select person_id from persons where is_administrator')) as {
      person_id: string;
    }[];
    const person = await world.person('Hal Forgetful');
    const links = await import('#services/people/resetPassword');
    const actor = { personId: String(admin[0]?.person_id), isAdministrator: true };
    const { link } = await links.makePasswordResetLink(world.context(), actor, person.personId);
    const token = link.split('/').at(-1);
    const set = () => world.visitor().put(`/api/password-resets/${token}`).send({ password: 'another good one' });
    expect((await set()).status).toBe(204);
    expect((await set()).status).toBe(404);
    expect((await person.agent.get('/api/session')).body.person).toBeNull();
    const agent = world.visitor();
    expect((await agent.post('/api/session').send({ email: person.email, password: 'another good one' })).status).toBe(
      200,
    );
  });

  it('stops guesses after a number of tries and says how long to wait', async () => {
    const strict = await createWorld({}, { SIGN_IN_ATTEMPTS_PER_MINUTE: '3' });
    try {
      const tries = [];
      for (let n = 0; n < 4; n++) {
        tries.push(await strict.visitor().post('/api/session').send({ email: 'one@example.org', password: 'guess' }));
      }
      expect(tries.map(reply => reply.status)).toEqual([401, 401, 401, 429]);
      expect(Number(tries[3]?.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });
});
