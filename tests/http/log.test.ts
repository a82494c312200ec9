import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#gateways/log';
import { passwords } from '#gateways/passwords';
import { beginReview, importText, must, upload } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

/** Words that nobody but people may read; none of them may come into the log. */
const SECRET = {
  name: 'Xanthippe',
  email: 'quillfeather',
  title: 'zwiebelkuchen',
  note: 'rhabarberbarbara',
  file: 'donaudampfschiff',
  search: 'kaiserschmarrn',
};

const RIS = `TY  - JOUR\nTI  - ${SECRET.title} in adults\nAB  - ${SECRET.note}\nDO  - 10.5555/one\nER  - \n`;

describe('the log', () => {
  let world: World;
  let lead: Somebody;
  let text = '';
  const kept = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  let breakHashing = false;

  beforeAll(async () => {
    world = await createWorld(
      {
        passwords: {
          ...passwords,
          // A failure of our own whose error quotes values, as the database's do.
          hash: password =>
            breakHashing ? world.database.query('select $1::uuid', [SECRET.email]) : passwords.hash(password),
        },
      },
      {},
      createLog('trace', kept),
    );
    lead = await world.person(SECRET.name);
  });
  afterAll(() => world.close());

  const lines = () =>
    text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));

  it('has a JSON line for each request, with its id, and no word of anybody’s work in it', async () => {
    const { projectId, reviewId } = await beginReview(lead, SECRET.title);
    const at = `/api/reviews/${reviewId}`;
    const invited = await must(lead, 'post', `/api/projects/${projectId}/invitations`, {
      roles: ['screener'],
      email: `${SECRET.email}@example.org`,
    });
    const token = invited.link.split('/').at(-1);
    await lead.agent.get(`/api/invitations/${token}`);
    await importText(world, lead, reviewId, RIS, `${SECRET.file}.ris`);
    await upload(lead, reviewId, '<broken', `${SECRET.file}.xml`);
    const found = await must(lead, 'get', `${at}/records?text=${SECRET.search}`);
    expect(found.total).toBe(0);
    const { records } = await must(lead, 'get', `${at}/records`);
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [lead.personId] });
    const decision = await lead.agent
      .put(`${at}/screening/title-and-abstract/records/${records[0].recordId}/decision`)
      .send({ choice: 'include', note: SECRET.note });
    await world
      .visitor()
      .post('/api/session')
      .send({ email: `${SECRET.email}@example.org`, password: PASSWORD });
    await world
      .visitor()
      .post('/api/password-resets')
      .send({ email: `${SECRET.email}@example.org` });
    await world.visitor().put(`/api/password-resets/${token}`).send({ password: PASSWORD });
    await world.visitor().post('/api/accounts').set('Content-Type', 'application/json').send(`{"name":"${SECRET.name}`);

    const requests = lines().filter(line => line.req);
    expect(requests.map(line => line.req.id)).toContain(decision.headers['x-request-id']);
    expect(requests.every(line => typeof line.res.status === 'number' && typeof line.responseTime === 'number')).toBe(
      true,
    );
    for (const secret of [...Object.values(SECRET), lead.email, token, PASSWORD, 'pooled.sid']) {
      expect(text.toLowerCase(), secret).not.toContain(secret.toLowerCase());
    }
  });

  it('tells of a failure where and of what kind it was, without the values that the database quotes', async () => {
    breakHashing = true;
    const reply = await world
      .visitor()
      .post('/api/accounts')
      .send({ name: SECRET.name, email: `${SECRET.email}@example.org`, password: PASSWORD });
    breakHashing = false;
    expect(reply.status).toBe(500);
    const failure = lines().find(line => line.msg === 'request failed');
    expect(failure.req.id).toBe(reply.body.requestId);
    expect(failure.err).toMatchObject({ type: 'QueryFailedError', code: '22P02' });
    expect(failure.err.stack).toContain('    at ');
    for (const secret of [...Object.values(SECRET), PASSWORD]) {
      expect(text.toLowerCase(), secret).not.toContain(secret.toLowerCase());
    }
    expect(reply.text).not.toContain(SECRET.email);
  });
});
