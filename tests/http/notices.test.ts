import { randomUUID } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isKind, type NotificationKind } from '#core/notifications/kinds';
import { createMail } from '#gateways/mail';
import type { Context } from '#services/context';
import { giveReminders } from '#services/notifications/giveReminders';
import { sendLetters } from '#services/notifications/sendLetters';
import { writeLetters } from '#services/notifications/writeLetters';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { startMailServer } from '../support/startMailServer.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const told = async (person: Somebody): Promise<Body[]> =>
  (await must(person, 'get', '/api/notifications?limit=100')).notifications;
const ofKind = async (person: Somebody, kind: NotificationKind) =>
  (await told(person)).filter(one => one.kind === kind);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Something that happens, whom it tells of what, and where the notice leads. */
interface Event {
  readonly kind: NotificationKind;
  readonly title: RegExp;
  readonly link: RegExp;
  readonly to: () => Somebody;
  readonly happens: () => Promise<unknown>;
}

describe('whatever waits for somebody tells them once, on the page and by mail', () => {
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let settler: Somebody;
  let guest: Somebody;
  let projectId: string;
  let reviewId: string;
  let at: string;

  beforeAll(async () => {
    mail = await startMailServer();
    world = await createWorld({}, { SMTP_URL: mail.url, MAIL_FROM: 'Pooled <pooled@hospital.example>' });
    lead = await world.person('Lena Lead', 'faculty');
    ann = await world.person('Ann Asked');
    ben = await world.person('Ben Other');
    settler = await world.person('Cai Settler');
    guest = await world.person('Gus Guest');
    ({ projectId, reviewId } = await beginReview(lead));
    at = `/api/reviews/${reviewId}`;
    for (const person of [ann, ben]) await join(lead, projectId, person, ['screener', 'extractor']);
    await join(lead, projectId, settler, ['adjudicator']);
  });
  afterAll(async () => {
    await world.close();
    await mail.close();
  });

  let studyId = '';
  let appraisalIds: string[] = [];
  let recordId = '';
  let mentorshipId = '';
  let communityId = '';
  let openingId = '';
  const sheet = (person: Somebody, path: string, isFinished: boolean) =>
    must(person, 'put', `${at}/studies/${studyId}/sheet/${path}`, { isFinished });
  const EVENTS: Readonly<Record<string, Event>> = {
    'a person whom the lead knows is invited': {
      ...{ kind: 'invited', title: /^Lena Lead invites you: Second project/, link: /^\/invitations\/[\w-]{20,}$/ },
      to: () => ann,
      happens: async () => {
        const { id } = await must(lead, 'post', '/api/projects', { title: 'Second project' });
        const invitation = { roles: ['screener'], personId: ann.personId };
        expect((await must(lead, 'post', `/api/projects/${id}/invitations`, invitation)).toldName).toBe('Ann Asked');
      },
    },
    'an address with an account is invited': {
      ...{ kind: 'invited', title: /^Lena Lead invites you to a project$/, link: /^\/projects$/ },
      to: () => guest,
      happens: () =>
        must(lead, 'post', `/api/projects/${projectId}/invitations`, { roles: ['screener'], email: guest.email }),
    },
    'roles in a team change': {
      ...{ kind: 'seat-changed', title: /^Your roles change/, link: /^\/projects\// },
      to: () => ben,
      happens: async () => {
        const path = `/api/projects/${projectId}/members/${ben.personId}`;
        for (let twice = 0; twice < 2; twice++) {
          await must(lead, 'put', path, { roles: ['screener', 'extractor', 'writer'] });
        }
      },
    },
    'a study is there to extract': {
      ...{ kind: 'extraction-waiting', title: /^Studies, 1 to extract: /, link: /extraction$/ },
      to: () => ann,
      happens: async () => {
        await must(lead, 'put', `${at}/extraction-mode`, { mode: 'double' });
        ({ id: studyId } = await must(lead, 'post', `${at}/studies`, { label: 'Firstson 2001' }));
      },
    },
    'a lead frees a seat at a study': {
      ...{ kind: 'seat-freed', title: /^Your seat at Firstson 2001 is free/, link: /extraction$/ },
      to: () => ben,
      happens: async () => {
        const { id: outcomeId } = await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'generic' });
        const estimate = { estimate: 1, lower: 0.5, upper: 2, isRatio: true };
        for (const person of [ben, ann])
          await must(person, 'put', `${at}/studies/${studyId}/results/${outcomeId}`, estimate);
        const path = `${at}/studies/${studyId}/extraction-seats/${ben.personId}`;
        await must(lead, 'delete', path);
        expect((await lead.agent.delete(path)).status).toBe(404);
        await must(ben, 'put', `${at}/studies/${studyId}/results/${outcomeId}`, estimate);
      },
    },
    'two have extracted a study': {
      ...{ kind: 'extraction-waiting', title: /^Studies, 1 to settle: /, link: /extraction$/ },
      to: () => settler,
      happens: async () => {
        await sheet(ann, 'finished', true);
        await giveReminders(world.context());
        expect(await ofKind(settler, 'extraction-waiting'), 'one of two is nothing to tell').toEqual([]);
        await sheet(ben, 'finished', true);
      },
    },
    'appraisals are planned': {
      ...{ kind: 'work-given', title: /^1 appraisal of risk of bias: /, link: /risk-of-bias$/ },
      to: () => ann,
      happens: async () => {
        await must(settler, 'put', `${at}/studies/${studyId}/extraction-consensus`, { picks: {}, note: '' });
        for (let twice = 0; twice < 2; twice++)
          await must(lead, 'post', `${at}/appraisals`, { tool: 'rob2', variant: 'assignment' });
        const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
        appraisalIds = appraisals.map((one: Body) => one.appraisalId);
      },
    },
    'two have judged a risk of bias': {
      ...{ kind: 'appraisal-waiting', title: /^Appraisals of risk of bias, 1 to agree on: /, link: /risk-of-bias$/ },
      to: () => settler,
      happens: async () => {
        const one = `${at}/appraisals/${appraisalIds[0]}`;
        const says = { '1.1': 'Y', '1.2': 'Y', '1.3': 'N', '2.1': 'N', '2.2': 'N', '2.6': 'Y', '3.1': 'Y', '4.1': 'N' };
        const more = { '4.2': 'N', '4.3': 'N', '5.1': 'Y', '5.2': 'N', '5.3': 'N' };
        for (const person of [ann, ben]) {
          for (const [question, answer] of Object.entries({ ...says, ...more }))
            await must(person, 'put', `${one}/answers/${question}`, { answer, quote: 'q', page: '1' });
          await must(person, 'put', `${one}/finished`, { isFinished: true });
          await giveReminders(world.context());
        }
      },
    },
    'a conflict is opened to those who decided': {
      ...{ kind: 'discussion', title: /^A decision of yours is discussed/, link: /discussions$/ },
      to: () => ann,
      happens: async () => {
        await importText(world, lead, reviewId, SMALL_RIS);
        const { records } = await must(lead, 'get', `${at}/records`);
        recordId = records[0].recordId;
        await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [ann.personId, ben.personId] });
        const path = `${at}/screening/title-and-abstract/records/${recordId}`;
        await must(ann, 'put', `${path}/decision`, { choice: 'include' });
        await must(ben, 'put', `${path}/decision`, { choice: 'exclude' });
        for (let twice = 0; twice < 2; twice++) await must(settler, 'put', `${path}/discussion`);
      },
    },
    'records are taken back': {
      ...{ kind: 'work-given', title: /^2 records are no longer asked of you/, link: /^\/reviews\// },
      to: () => ben,
      happens: async () => {
        for (let twice = 0; twice < 2; twice++)
          await must(lead, 'delete', `${at}/assignments/title-and-abstract/people/${ben.personId}`);
      },
    },
    'the order of authors changes': {
      ...{ kind: 'authors-ordered', title: /^The order of authors changes/, link: /credit$/ },
      to: () => settler,
      happens: async () => {
        const personIds = [settler.personId, lead.personId];
        for (let twice = 0; twice < 2; twice++) await must(lead, 'put', `${at}/authors`, { personIds });
      },
    },
    'a draft is frozen': {
      ...{ kind: 'draft-frozen', title: /^Draft 1 waits for your approval/, link: /manuscript$/ },
      to: () => settler,
      happens: async () => {
        for (let twice = 0; twice < 2; twice++) await must(lead, 'post', `${at}/manuscript/frozen-drafts`);
      },
    },
    'a goal is due': {
      ...{ kind: 'goal-due', title: /^A goal of yours is due by/, link: /^\/mentoring/ },
      to: () => ann,
      happens: () => must(ann, 'post', '/api/goals', { text: 'Register the protocol', dueOn: inDays(2) }),
    },
    'a check-in is moved': {
      ...{ kind: 'check-in-changed', title: /^Ann Asked changes your check-in/, link: /^\/mentoring\?with=/ },
      to: () => lead,
      happens: async () => {
        await must(lead, 'put', '/api/mentoring/seat', { tasks: ['faculty'], capacity: 3 });
        const asked = { mentorId: lead.personId, task: 'faculty' };
        ({ id: mentorshipId } = await must(ann, 'post', '/api/mentorships', asked));
        const plan = { state: 'active', rhythm: 'weekly-then-monthly', startsOn: inDays(9) };
        await must(lead, 'patch', `/api/mentorships/${mentorshipId}`, plan);
        const { checkIns } = await must(ann, 'get', `/api/mentorships/${mentorshipId}`);
        for (let twice = 0; twice < 2; twice++)
          await must(ann, 'patch', `/api/check-ins/${checkIns[0].checkInId}`, { onDay: inDays(10) });
      },
    },
    'somebody is invited to a community by name': {
      ...{ kind: 'invited', title: /^Lena Lead invites you: Lakeside group/, link: /^\/community-invitations\// },
      to: () => settler,
      happens: async () => {
        ({ id: communityId } = await must(lead, 'post', '/api/communities', { name: 'Lakeside group' }));
        const invitation = { part: 'mentee', personId: settler.personId };
        await must(lead, 'post', `/api/communities/${communityId}/invitations`, invitation);
      },
    },
    'a community plans an event': {
      ...{ kind: 'event-planned', title: /^Do you come\? Journal club/, link: /communities/ },
      to: () => settler,
      happens: async () => {
        const [{ link }] = (await ofKind(settler, 'invited')) as [Body];
        const accept = `/api${link}/acceptance`;
        expect((await guest.agent.post(accept).send({})).status, 'a link made for another').toBe(409);
        await must(settler, 'post', accept, {});
        const startsAt = new Date(Date.now() + 20 * 3_600_000).toISOString();
        const { id } = await must(lead, 'post', `/api/communities/${communityId}/events`, {
          ...{ title: 'Journal club', about: '', place: 'Room 4', startsAt, minutes: 60, capacity: null },
        });
        await must(settler, 'put', `/api/community-events/${id}/answer`, { isComing: true });
      },
    },
    'an event begins within a day': {
      ...{ kind: 'event-due', title: /^Within a day: Journal club/, link: /communities/ },
      ...{ to: () => settler, happens: async () => undefined },
    },
    'all seats of an opening are taken': {
      ...{
        kind: 'application-waits',
        title: /^All seats are taken, you are on the waiting list/,
        link: /applications/,
      },
      to: () => guest,
      happens: async () => {
        const opening = { role: 'viewer', title: 'A seat', capacity: 1 };
        ({ id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, opening));
        await must(guest, 'post', `/api/openings/${openingId}/applications`, { note: 'Me.' });
        const other = await world.person('Oda Other');
        const { id } = await must(lead, 'post', `/api/openings/${openingId}/offers`, { personId: other.personId });
        for (let twice = 0; twice < 2; twice++) await must(other, 'post', `/api/offers/${id}/acceptance`);
      },
    },
    'somebody becomes an administrator': {
      ...{ kind: 'house-word', title: /^You are an administrator/, link: /moderation/ },
      to: () => guest,
      happens: async () => {
        for (let twice = 0; twice < 2; twice++)
          await must(lead, 'put', `/api/people/${guest.personId}/administration`, { isAdministrator: true });
      },
    },
    'a mentor notes what the other one promised': {
      ...{ kind: 'check-in-changed', title: /^Lena Lead notes a promise of yours/, link: /^\/mentoring\?with=/ },
      to: () => ann,
      happens: async () => {
        const path = `/api/mentorships/${mentorshipId}/promises`;
        await must(ann, 'post', path, { text: 'Read the protocol', isMine: true });
        await must(lead, 'post', path, { text: 'Send the abstract', isMine: false });
      },
    },
    'a community does not take somebody in': {
      ...{ kind: 'community-joined', title: /^You were not taken into Lakeside group$/, link: /communities/ },
      to: () => guest,
      happens: async () => {
        await must(guest, 'put', `/api/communities/${communityId}/membership`, { part: 'mentee' });
        const path = `/api/communities/${communityId}/members/${guest.personId}`;
        await must(lead, 'patch', path, { state: 'declined' });
        await lead.agent.patch(path).send({ state: 'declined' });
      },
    },
    'a place in a community ends': {
      ...{ kind: 'community-joined', title: /^Your place ends in Lakeside group$/, link: /communities/ },
      to: () => settler,
      happens: async () => {
        const path = `/api/communities/${communityId}/members/${settler.personId}`;
        for (let twice = 0; twice < 2; twice++) await must(lead, 'patch', path, { state: 'left' });
      },
    },
    'an administrator stops the messages of somebody': {
      ...{ kind: 'house-word', title: /^An administrator has stopped your messages$/, link: /^\/messages$/ },
      to: () => ben,
      happens: async () => {
        const written = await must(ben, 'post', `/api/conversations/${ann.personId}/messages`, {
          text: 'Pay me first.',
          key: randomUUID(),
        });
        await must(ann, 'post', `/api/messages/${written.id}/reports`, { reason: 'asks-for-money' });
        const { reports } = await must(lead, 'get', '/api/message-reports');
        const stop = { isStopped: true, because: 'Seats cost nothing here.' };
        for (let twice = 0; twice < 2; twice++)
          await must(lead, 'put', `/api/message-reports/${reports[0].reportId}`, stop);
      },
    },
    'a seat in a team ends': {
      ...{ kind: 'seat-changed', title: /^Your seat ends: /, link: /^\/projects$/ },
      to: () => ben,
      happens: async () => {
        const path = `/api/projects/${projectId}/members/${ben.personId}`;
        await must(lead, 'delete', path);
        expect((await lead.agent.delete(path)).status).toBe(404);
      },
    },
  };

  it.each(Object.entries(EVENTS))('%s', async (_event, { kind, title, link, to, happens }) => {
    await happens();
    await Promise.all([giveReminders(world.context()), giveReminders(world.context())]);
    await giveReminders(world.context());
    const found = (await ofKind(to(), kind)).filter(one => title.test(one.title));
    expect(found.map(one => one.title)).toHaveLength(1);
    expect(found[0].link).toMatch(link);
  });

  it('with everything in one letter of the day or letters at once, each thing in one letter, and an invitation in its own', async () => {
    for (const days of [1, 2]) {
      const day = new Date(Date.now() + days * 86_400_000);
      day.setUTCHours(9, 0, 0, 0);
      const later: Context = { ...world.context(), now: () => day };
      await writeLetters(later);
      await sendLetters(later);
      await sendLetters(later);
    }
    for (const { kind, title, to } of Object.values(EVENTS)) {
      const mine = mail.letters.filter(one => one.to.includes(to().email)).map(one => one.raw.replace(/=\r\n/g, ''));
      const [notice] = (await ofKind(to(), kind)).filter(one => title.test(one.title));
      const letters = mine.filter(text => text.includes(`\n${notice.title}`));
      expect(letters.length, notice.title).toBe(kind === 'invited' && notice.link === '/projects' ? 0 : 1);
    }
    const toGuest = mail.letters.filter(one => one.to.includes(guest.email) && one.raw.includes('/invitations/'));
    expect(toGuest, 'the letter of the invitation itself').toHaveLength(1);
  });

  it('and to no one whom the lead does not know by name, nor to a stranger who holds the link of another', async () => {
    const path = `/api/projects/${projectId}/invitations`;
    const stranger = await world.person('Sam Stranger');
    const refused = await lead.agent.post(path).send({ roles: ['screener'], personId: stranger.personId });
    expect([refused.status, refused.body.fields[0]?.pointer]).toEqual([422, '/body/personId']);
    const [{ link }] = (await ofKind(ann, 'invited')) as [Body];
    expect((await must(stranger, 'get', `/api${link}`)).whyNot).toMatch(/one person alone/);
    expect((await stranger.agent.post(`/api${link}/acceptance`)).status).toBe(409);
    await must(ann, 'post', `/api${link}/acceptance`);
    expect((await told(stranger)).length).toBe(0);
  });

  it('of kinds that the settings offer', async () => {
    for (const { kind } of Object.values(EVENTS)) expect(isKind(kind)).toBe(true);
  });
});

/** A server that takes the text of a letter and dies before it says so. */
async function startForgetfulServer() {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let isData = false;
    let text = '';
    socket.write('220 mail.test ESMTP\r\n');
    socket.on('data', bytes => {
      text += bytes.toString();
      if (isData && text.includes('\r\n.\r\n')) {
        taken.push(text);
        socket.destroy();
      } else if (!isData) {
        isData = text.includes('DATA\r\n');
        text = isData ? '' : text;
        socket.write(isData ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    ...{ taken, url: `smtp://127.0.0.1:${port}` },
    close: () =>
      new Promise<void>(done => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

describe('a letter that may have left', () => {
  let world: World;
  let lead: Somebody;
  let mail: Awaited<ReturnType<typeof startForgetfulServer>>;
  beforeAll(async () => {
    mail = await startForgetfulServer();
    world = await createWorld({}, { SMTP_URL: mail.url, MAIL_FROM: 'Pooled <pooled@hospital.example>' });
    lead = await world.person('Lena Lead');
  });
  afterAll(async () => {
    await world.close();
    await mail.close();
  });

  let clock = new Date();
  const context = (swaps: Partial<Context> = {}): Context => ({ ...world.context(), now: () => clock, ...swaps });
  /** An offer that a person wants to hear of by mail alone. */
  const offerByMail = async (person: Somebody) => {
    const hours = { quietFrom: 0, quietUntil: 0, digestHour: 8, digestWeekday: 1, isMailOff: false };
    const choices = { 'offer-made': { isOnPage: false, mail: 'at-once' } };
    await must(person, 'put', '/api/notification-settings', { ...hours, choices });
    const { projectId } = await beginReview(lead);
    const { id } = await must(lead, 'post', `/api/projects/${projectId}/openings`, { role: 'viewer', title: 'A seat' });
    await must(lead, 'post', `/api/openings/${id}/offers`, { personId: person.personId });
    clock = new Date(Date.now() + 60_000);
  };

  it('is not sent again when the server took it and died before it said so; what it tells stands on the page', async () => {
    const ann = await world.person('Ann Asked');
    await offerByMail(ann);
    expect(await told(ann)).toEqual([]);
    expect([await writeLetters(context()), await sendLetters(context())]).toEqual([1, 0]);
    expect(mail.taken).toHaveLength(1);
    clock = new Date(clock.getTime() + 86_400_000);
    expect([await sendLetters(context()), mail.taken.length]).toEqual([0, 1]);
    expect(await told(ann)).toMatchObject([{ kind: 'offer-made', isRead: false }]);
  });

  it('is not sent again when the worker was killed between sending and saying so', async () => {
    const ben = await world.person('Ben Other');
    await offerByMail(ben);
    expect(await writeLetters(context())).toBe(1);
    let sent = 0;
    const killed = {
      isConfigured: true,
      send: async () => {
        sent++;
        throw new Error('killed');
      },
    };
    await expect(sendLetters(context({ mail: killed }))).rejects.toThrow('killed');
    const again = async () => {
      sent++;
      return 'taken' as const;
    };
    for (const minutes of [1, 16, 300]) {
      clock = new Date(clock.getTime() + minutes * 60_000);
      await sendLetters(context({ mail: { isConfigured: true, send: again } }));
    }
    expect(sent).toBe(1);
    expect(await told(ben)).toMatchObject([{ kind: 'offer-made' }]);
  });

  it('is told from one that surely did not leave', async () => {
    const letter = { to: 'ann@hospital.example', subject: 'S', text: 'T', id: randomUUID() };
    const from = 'pooled@hospital.example';
    expect(await createMail({ url: mail.url, from }).send(letter)).toBe('unknown');
    expect(await createMail({ url: 'smtp://127.0.0.1:1', from }).send(letter)).toBe('refused');
  });
});
