import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginReview, must } from '../support/reviewWorld.ts';
import { startMailServer } from '../support/startMailServer.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('letters', () => {
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let world: World;
  let lead: Somebody;
  beforeAll(async () => {
    mail = await startMailServer();
    world = await createWorld({}, { SMTP_URL: mail.url, MAIL_FROM: 'Pooled <pooled@hospital.example>' });
    lead = await world.person('Lena Lead');
  });
  afterAll(async () => {
    await world.close();
    await mail.close();
  });

  const lastLetter = () => {
    const letter = mail.letters.at(-1);
    if (!letter) throw new Error('no letter came');
    return letter;
  };
  const tokenIn = (text: string) => /\/(?:invitations|password)\/([\w-]{20,})/.exec(text)?.[1] ?? 'no token';

  it('carry an invitation to who was invited, whose link works', async () => {
    const { projectId } = await beginReview(lead, 'Ärzte & Führung');
    const made = await must(lead, 'post', `/api/projects/${projectId}/invitations`, {
      roles: ['screener'],
      email: 'guest@example.org',
    });
    expect(made.isSent).toBe(true);
    const letter = lastLetter();
    expect(letter).toMatchObject({ from: 'pooled@hospital.example', to: ['guest@example.org'] });
    expect(letter.text).toContain('Ärzte & Führung');
    expect(letter.text).toContain(made.link);
    const guest = await world.person('Gus Guest');
    const accepted = await guest.agent.post(`/api/invitations/${tokenIn(letter.text)}/acceptance`);
    expect(accepted.body).toEqual({ projectId });
  });

  it('are not sent for an invitation without an address', async () => {
    const { projectId } = await beginReview(lead);
    const before = mail.letters.length;
    const made = await must(lead, 'post', `/api/projects/${projectId}/invitations`, { roles: ['viewer'] });
    expect(made.isSent).toBe(false);
    expect(mail.letters).toHaveLength(before);
  });

  it('let nobody write further lines into their head', async () => {
    const { projectId } = await beginReview(lead, 'Title\r\nBcc: victim@example.org');
    await must(lead, 'post', `/api/projects/${projectId}/invitations`, { roles: ['viewer'], email: 'one@example.org' });
    const letter = lastLetter();
    expect(letter.to).toEqual(['one@example.org']);
    expect(letter.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  });

  it('carry a link for a new password, once, and only to who has an account', async () => {
    const forgetful = await world.person('Fay Forgetful');
    const before = mail.letters.length;
    const known = await world.visitor().post('/api/password-resets').send({ email: forgetful.email });
    const unknown = await world.visitor().post('/api/password-resets').send({ email: 'nobody@example.org' });
    expect(known.body).toEqual(unknown.body);
    await world.asideDone();
    expect(mail.letters).toHaveLength(before + 1);
    const letter = lastLetter();
    expect(letter.to).toEqual([forgetful.email]);
    const token = tokenIn(letter.text);
    const set = () => world.visitor().put(`/api/password-resets/${token}`).send({ password: 'a new long password' });
    expect([(await set()).status, (await set()).status]).toEqual([204, 404]);
    const again = await world.visitor().post('/api/session').send({
      email: forgetful.email,
      password: 'a new long password',
    });
    expect(again.status).toBe(200);
  });

  it('are not waited for when a new password is asked for: neither words nor time tell who has an account', async () => {
    const forgetful = await world.person('Fay Forgetful');
    const asked: string[] = [];
    let deliver: (delivery: 'taken') => void = () => undefined;
    const delivered = new Promise<'taken'>(resolve => {
      deliver = resolve;
    });
    const send = (letter: { to: string }) => {
      asked.push(letter.to);
      return delivered;
    };
    const slow = await createWorld({ mail: { isConfigured: true, send } });
    try {
      const other = await slow.person('Sam Slow');
      // The letter isn't delivered before both answers are there.
      const known = await slow.visitor().post('/api/password-resets').send({ email: other.email });
      const unknown = await slow.visitor().post('/api/password-resets').send({ email: forgetful.email });
      expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
      expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
      deliver('taken');
      await slow.asideDone();
      expect(asked).toEqual([other.email]);
    } finally {
      await slow.close();
    }
  });

  it('that can’t be delivered don’t lose the invitation', async () => {
    const silent = await createWorld({}, { SMTP_URL: 'smtp://127.0.0.1:1' });
    try {
      const other = await silent.person('Lena Lead');
      const { projectId } = await beginReview(other);
      const reply = await other.agent
        .post(`/api/projects/${projectId}/invitations`)
        .send({ roles: ['viewer'], email: 'guest@example.org' });
      expect(reply.status).toBe(201);
      expect(reply.body.isSent).toBe(false);
      expect(reply.body.link).toMatch(/\/invitations\//);
      const asked = await silent.visitor().post('/api/password-resets').send({ email: other.email });
      const unknown = await silent.visitor().post('/api/password-resets').send({ email: 'nobody@example.org' });
      expect([asked.status, asked.body], 'a broken mail server tells nobody who has an account').toEqual([
        unknown.status,
        unknown.body,
      ]);
    } finally {
      await silent.close();
    }
  });
});
