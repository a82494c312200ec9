import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#services/context';
import { giveReminders } from '#services/notifications/giveReminders';
import { sendLetters } from '#services/notifications/sendLetters';
import { writeLetters } from '#services/notifications/writeLetters';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { startMailServer } from '../support/startMailServer.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const told = async (person: Somebody, query = ''): Promise<Body[]> =>
  (await must(person, 'get', `/api/notifications${query}`)).notifications;
const kindsOf = async (person: Somebody) => (await told(person)).map(one => one.kind);

async function openSeat(lead: Somebody) {
  const { projectId, reviewId } = await beginReview(lead);
  const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
    role: 'viewer',
    title: 'A seat',
    capacity: 2,
  });
  return { projectId, reviewId, openingId };
}

describe('notifications', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead', 'faculty');
    ann = await world.person('Ann Asked');
  });
  afterAll(() => world.close());

  it('tell both sides how an application goes, once each, and nobody of their own deed', async () => {
    const { openingId } = await openSeat(lead);
    await must(ann, 'post', `/api/openings/${openingId}/applications`, { note: 'I would like to.' });
    const [sent] = await told(lead);
    expect(sent).toMatchObject({ kind: 'application-sent', title: 'Ann Asked applies: A seat', isRead: false });
    expect(sent?.link).toBe(`/openings/${openingId}/applicants`);
    expect(await told(ann)).toEqual([]);
    await must(lead, 'get', `/api/openings/${openingId}/applications`);
    await must(lead, 'get', `/api/openings/${openingId}/applications`);
    expect(await kindsOf(ann)).toEqual(['application-seen']);
    const { id: offerId } = await must(lead, 'post', `/api/openings/${openingId}/offers`, {
      personId: ann.personId,
      answerBy: '2199-12-24',
    });
    expect(await kindsOf(ann)).toEqual(['offer-made', 'application-seen']);
    await must(ann, 'post', `/api/offers/${offerId}/acceptance`);
    await must(ann, 'post', `/api/offers/${offerId}/acceptance`);
    expect((await told(lead))[0]).toMatchObject({ kind: 'offer-answered', title: 'Ann Asked takes the seat: A seat' });
    expect((await kindsOf(lead)).filter(kind => kind === 'offer-answered')).toHaveLength(1);
  });

  it('are not written when the deed that they follow from fails', async () => {
    const before = await told(lead);
    const { openingId } = await openSeat(lead);
    const refused = await lead.agent.post(`/api/openings/${openingId}/applications`).send({ note: 'Me' });
    expect(refused.status).toBe(409);
    expect(await told(lead)).toEqual(before);
  });

  it('are counted, filtered, read one by one and all at once, but not those that came after the page', async () => {
    const cai = await world.person('Cai Counts');
    for (const title of ['First', 'Second', 'Third']) {
      const { projectId } = await beginReview(lead, title);
      const { id } = await must(lead, 'post', `/api/projects/${projectId}/openings`, { role: 'viewer', title });
      await must(lead, 'post', `/api/openings/${id}/offers`, { personId: cai.personId });
    }
    expect(await must(cai, 'get', '/api/unread')).toEqual({ notifications: 3, messages: 0 });
    const list = await told(cai);
    expect(list.map(one => one.title)).toEqual(
      ['Third', 'Second', 'First'].map(title => `You are offered a seat: ${title}`),
    );
    const [, second] = list;
    for (let twice = 0; twice < 2; twice++) {
      await must(cai, 'put', `/api/notifications/${second?.notificationId}`, { isRead: true });
    }
    expect((await told(cai, '?show=unread')).map(one => one.title.slice(-5))).toEqual(['Third', 'First']);
    expect(await told(cai, '?topic=credit')).toEqual([]);
    await must(cai, 'put', '/api/notifications', { readUntil: list[1]?.at });
    expect(await must(cai, 'get', '/api/unread')).toMatchObject({ notifications: 1 });
    await must(cai, 'put', '/api/notifications', { readUntil: new Date().toISOString() });
    expect(await told(cai, '?show=unread')).toEqual([]);
    const { notifications, next } = await must(cai, 'get', '/api/notifications?limit=2');
    expect(notifications).toHaveLength(2);
    expect(await told(cai, `?limit=2&cursor=${next}`)).toHaveLength(1);
    const other = await lead.agent.put(`/api/notifications/${second?.notificationId}`).send({ isRead: false });
    expect(other.status, 'nobody marks another one’s').toBe(404);
  });

  it('keep away what a person does not want to be told, and settings that are not hours are refused', async () => {
    const quiet = await world.person('Quin Quiet');
    const hours = { quietFrom: 22, quietUntil: 7, digestHour: 8, digestWeekday: 1, isMailOff: false };
    const choices = { 'offer-made': { isOnPage: false, mail: 'off' } };
    await must(quiet, 'put', '/api/notification-settings', { ...hours, choices });
    const { openingId } = await openSeat(lead);
    await must(lead, 'post', `/api/openings/${openingId}/offers`, { personId: quiet.personId });
    expect(await told(quiet)).toEqual([]);
    const { kinds } = await must(quiet, 'get', '/api/notification-settings');
    expect(kinds.find((one: Body) => one.kind === 'offer-made')).toMatchObject({ isOnPage: false, mail: 'off' });
    expect(kinds.find((one: Body) => one.kind === 'message')).toMatchObject({ isOnPage: true, mail: 'at-once' });
    const wrong = await quiet.agent.put('/api/notification-settings').send({ ...hours, quietFrom: 24 });
    expect(wrong.status).toBe(422);
  });

  it('remind of offers, records and check-ins that are due, once however often they are looked for', async () => {
    const due = await world.person('Dee Due');
    const { projectId, reviewId, openingId } = await openSeat(lead);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const other = await world.person('Ola Other');
    await must(lead, 'post', `/api/openings/${openingId}/offers`, { personId: other.personId, answerBy: tomorrow });
    await join(lead, projectId, due, ['screener']);
    await importText(world, lead, reviewId, inventedRis(3));
    await must(lead, 'post', `/api/reviews/${reviewId}/duplicate-runs`);
    await world.runJobs();
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/title-and-abstract`, {
      personIds: [due.personId, lead.personId],
      dueOn: tomorrow,
    });
    await must(lead, 'put', '/api/mentoring/seat', { tasks: ['faculty'], capacity: 3 });
    const { id } = await must(due, 'post', '/api/mentorships', { mentorId: lead.personId, task: 'faculty' });
    await must(lead, 'patch', `/api/mentorships/${id}`, {
      state: 'active',
      rhythm: 'weekly-then-monthly',
      startsOn: tomorrow,
    });
    await Promise.all([giveReminders(world.context()), giveReminders(world.context())]);
    expect(await giveReminders(world.context()), 'nothing is left to tell').toBe(0);
    expect((await kindsOf(other)).sort()).toEqual(['offer-ends', 'offer-made']);
    expect((await kindsOf(due)).sort()).toEqual(['check-in-due', 'mentor-answered', 'work-due', 'work-given']);
    const [work] = (await told(due)).filter(one => one.kind === 'work-due');
    expect(work?.title).toMatch(/^3 records left by/);
    expect(await kindsOf(lead)).toContain('mentor-asked');
  });

  it('ask both how a check-in went that nobody spoke of', async () => {
    const later: Context = { ...world.context(), now: () => new Date(Date.now() + 5 * 86_400_000) };
    await giveReminders(later);
    expect((await kindsOf(lead)).filter(kind => kind === 'check-in-unanswered')).toHaveLength(1);
    await giveReminders(later);
    expect((await kindsOf(lead)).filter(kind => kind === 'check-in-unanswered')).toHaveLength(1);
  });

  it('tell of conflicts who settles them, and a blind screener nothing of the kind', async () => {
    const settler = await world.person('Seth Settler');
    const [one, two] = [await world.person('Una One'), await world.person('Tom Two')];
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, settler, ['adjudicator']);
    for (const person of [one, two]) await join(lead, projectId, person, ['screener']);
    await importText(world, lead, reviewId, inventedRis(2));
    await must(lead, 'post', `/api/reviews/${reviewId}/duplicate-runs`);
    await world.runJobs();
    const at = `/api/reviews/${reviewId}`;
    const { id: criterionId } = await must(lead, 'post', `${at}/criteria`, { kind: 'exclude', text: 'Not a trial' });
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [one.personId, two.personId] });
    const { records } = await must(lead, 'get', `${at}/records`);
    for (const { recordId } of records) {
      const path = `${at}/screening/title-and-abstract/records/${recordId}/decision`;
      await must(one, 'put', path, { choice: 'include' });
      await must(two, 'put', path, { choice: 'exclude', criterionId });
    }
    await giveReminders(world.context());
    await giveReminders(world.context());
    const [waiting] = await told(settler);
    expect(waiting).toMatchObject({
      kind: 'conflicts-waiting',
      link: `/reviews/${reviewId}/conflicts/title-and-abstract`,
    });
    expect((await kindsOf(settler)).filter(kind => kind === 'conflicts-waiting')).toHaveLength(1);
    for (const blind of [one, two]) expect(await kindsOf(blind)).toEqual(['work-given']);
  });

  it('tell of new openings that a kept search finds, and again only of newer ones', async () => {
    const seeker = await world.person('Sal Seeker');
    await must(seeker, 'post', '/api/opening-alerts', { name: 'Zebrafish', wish: { text: 'zebrafish' } });
    const open = async () => {
      const { projectId } = await beginReview(lead, 'Zebrafish hearts');
      await must(lead, 'post', `/api/projects/${projectId}/openings`, {
        role: 'screener',
        title: 'Zebrafish screener',
      });
    };
    await open();
    for (let twice = 0; twice < 2; twice++) await giveReminders(world.context());
    expect((await told(seeker)).map(one => one.title)).toEqual(['1 new opening for “Zebrafish”']);
    await open();
    await giveReminders(world.context());
    expect((await told(seeker)).map(one => one.title)).toEqual([
      '2 new openings for “Zebrafish”',
      '1 new opening for “Zebrafish”',
    ]);
  });
});

describe('letters of notifications', () => {
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

  /** A context whose clock stands at an hour of Greenwich today, or some days later. */
  const clockAt = (hour: number, days = 0): Context => {
    const at = new Date(Date.now() + days * 86_400_000);
    at.setUTCHours(hour, 30, 0, 0);
    return { ...world.context(), now: () => at };
  };
  const offer = async (person: Somebody, title = 'A seat') => {
    const { projectId } = await beginReview(lead);
    const { id } = await must(lead, 'post', `/api/projects/${projectId}/openings`, { role: 'viewer', title });
    await must(lead, 'post', `/api/openings/${id}/offers`, { personId: person.personId });
  };
  const lettersTo = (person: Somebody) => mail.letters.filter(letter => letter.to.includes(person.email));

  it('leave outside quiet hours, once, with both forms and a way to stop them', async () => {
    const ann = await world.person('Ann Asked');
    await offer(ann, 'Ärztin <gesucht>');
    expect(await writeLetters(clockAt(23, 1))).toBe(0);
    const noon = clockAt(12, 2);
    await Promise.all([writeLetters(noon), writeLetters(noon)]);
    await Promise.all([sendLetters(noon), sendLetters(noon)]);
    expect([await writeLetters(noon), await sendLetters(noon)]).toEqual([0, 0]);
    const [letter, ...more] = lettersTo(ann);
    expect(more).toEqual([]);
    const raw = (letter?.raw ?? '').replace(/=\r\n/g, '');
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/im);
    expect(raw).toMatch(/^List-Unsubscribe: ?\s*<http/im);
    expect(letter?.raw).toMatch(/^Message-ID:\s*<[0-9a-f-]{36}@pooled>/im);
    const token = /\/unsubscribe\/([\w-]{20,})/.exec(raw)?.[1] ?? 'none';
    const stop = (key: string) => world.visitor().post(`/api/unsubscriptions/${key}`);
    expect([(await stop('y'.repeat(32))).status, (await stop(token)).status, (await stop(token)).status]).toEqual([
      404, 204, 204,
    ]);
    await offer(ann);
    expect(await writeLetters(clockAt(12, 3))).toBe(0);
    expect(await told(ann, '?show=unread')).toHaveLength(2);
  });

  it('of the day hold all of the day, but nothing that was read meanwhile', async () => {
    const cai = await world.person('Cai Counts');
    await must(cai, 'put', '/api/notification-settings', {
      ...{ quietFrom: 0, quietUntil: 0, digestHour: 8, digestWeekday: 1, isMailOff: false },
      choices: { 'offer-made': { isOnPage: true, mail: 'daily' } },
    });
    for (const title of ['First', 'Second', 'Third']) await offer(cai, title);
    const [newest] = await told(cai);
    await must(cai, 'put', `/api/notifications/${newest?.notificationId}`, { isRead: true });
    const morning = clockAt(8, 2);
    expect(await writeLetters(morning)).toBe(1);
    expect(await sendLetters(morning)).toBe(1);
    const raw = (lettersTo(cai)[0]?.raw ?? '').replace(/=\r\n/g, '');
    expect(raw).toContain('Subject: 2 notifications from Pooled');
    expect(raw).toContain('First');
    expect(raw).not.toContain('Third');
  });

  it('that a server does not take wait longer each time, and leave when it does', async () => {
    const dee = await world.person('Dee Due');
    await offer(dee);
    let isUp = false;
    let clock = Date.now() + 10 * 86_400_000;
    const noon = new Date(clock);
    noon.setUTCHours(12);
    clock = noon.getTime();
    const flaky = (): Context => ({
      ...world.context(),
      now: () => new Date(clock),
      mail: { isConfigured: true, send: async letter => (isUp ? world.context().mail.send(letter) : 'refused') },
    });
    expect(await writeLetters(flaky())).toBe(1);
    expect([await sendLetters(flaky()), await sendLetters(flaky())]).toEqual([0, 0]);
    isUp = true;
    clock += 30_000;
    expect(await sendLetters(flaky()), 'not before the minute is over').toBe(0);
    clock += 40_000;
    expect([await sendLetters(flaky()), await sendLetters(flaky())]).toEqual([1, 0]);
    expect(lettersTo(dee)).toHaveLength(1);
  });
});
