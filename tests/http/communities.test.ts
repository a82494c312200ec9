import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, join, must } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

describe('a community', () => {
  let world: World;
  let ruth: Somebody;
  let senior: Somebody;
  let committee: Somebody;
  let stranger: Somebody;
  const mentees: Somebody[] = [];
  let at: string;
  let communityId: string;
  const seenBy = (person: Somebody): Promise<Body> => must(person, 'get', at);

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    ruth = await world.person('Ruth Core', 'faculty');
    senior = await world.person('Daniel Senior');
    committee = await world.person('Cora Committee');
    stranger = await world.person('Sam Stranger');
    for (const name of ['Minh', 'Nadia', 'Arjun', 'Lucia', 'Omar']) mentees.push(await world.person(`${name} Mentee`));
    ({ id: communityId } = await must(ruth, 'post', '/api/communities', {
      name: 'Lakeside IMG group',
      about: 'One programme',
    }));
    at = `/api/communities/${communityId}`;
  });
  afterAll(() => world.close());

  const m = (nth: number) => mentees[nth] as Somebody; // five were made

  it('is joined by request with approval, or by a link; whoever asks sees nothing of the inside before', async () => {
    await must(m(0), 'put', `${at}/membership`, { part: 'mentee', wants: 'first review' });
    await must(m(0), 'put', `${at}/membership`, { part: 'mentee', wants: 'my first review' });
    const before = await seenBy(m(0));
    expect([before.mine.state, before.people, before.events, before.members]).toEqual(['asked', [], [], 1]);
    expect((await seenBy(ruth)).requests).toMatchObject([{ name: 'Minh Mentee', wants: 'my first review' }]);
    const own = await m(0)
      .agent.patch(`${at}/members/${m(0).personId}`)
      .send({ state: 'member' });
    expect(own.status).toBe(403);
    await must(ruth, 'patch', `${at}/members/${m(0).personId}`, { state: 'member' });
    for (const one of [...mentees.slice(1)]) {
      const { link } = await must(ruth, 'post', `${at}/invitations`, { part: 'mentee' });
      const token = link.split('/').at(-1);
      expect((await must(one, 'get', `/api/community-invitations/${token}`)).name).toBe('Lakeside IMG group');
      await must(one, 'post', `/api/community-invitations/${token}/acceptance`, { wants: 'cardiology' });
      await must(one, 'post', `/api/community-invitations/${token}/acceptance`, {});
    }
    const { link } = await must(ruth, 'post', `${at}/invitations`, { part: 'senior' });
    await must(senior, 'post', `/api/community-invitations/${link.split('/').at(-1)}/acceptance`, { places: 1 });
    const asked = await must(ruth, 'post', `${at}/invitations`, { part: 'committee' });
    await must(committee, 'post', `/api/community-invitations/${asked.link.split('/').at(-1)}/acceptance`, {});
    expect((await seenBy(m(0))).people).toHaveLength(8);
    const outside = await seenBy(stranger);
    expect([outside.people, outside.pairs, outside.members]).toEqual([[], [], 8]);
    expect((await stranger.agent.post(`${at}/invitations`).send({ part: 'mentee' })).status).toBe(403);
  });

  it('the last of the core team takes somebody else in before leaving', async () => {
    const left = await ruth.agent.delete(`${at}/membership`);
    expect([left.status, left.body.detail]).toEqual([
      403,
      'You are the whole core team. Take somebody else into it first.',
    ]);
    const deleted = await ruth.agent.post('/api/account/deletion').send({ password: PASSWORD });
    expect(deleted.status).toBe(409);
  });

  it('an event with one place takes one; the other waits and moves up; the calendar has it in UTC', async () => {
    const plan = {
      title: 'Mock interviews',
      startsAt: '2031-12-03T18:00:00+01:00',
      minutes: 90,
      capacity: 1,
      place: 'Room 2',
    };
    expect((await m(0).agent.post(`${at}/events`).send(plan)).status).toBe(403);
    const past = await ruth.agent.post(`${at}/events`).send({ ...plan, startsAt: '2020-01-01T10:00:00Z' });
    expect([past.status, past.body.fields[0].pointer]).toEqual([422, '/body/startsAt']);
    const { id } = await must(ruth, 'post', `${at}/events`, plan);
    const answer = (who: Somebody, isComing: boolean) =>
      must(who, 'put', `/api/community-events/${id}/answer`, { isComing });
    await Promise.all([m(0), m(1)].map(one => answer(one, true)));
    const stand = async (who: Somebody) => (await seenBy(who)).events[0];
    expect([(await stand(m(0))).coming, (await stand(m(0))).waiting]).toEqual([1, 1]);
    const [first, second] = (await stand(m(0))).mine === 'coming' ? [m(0), m(1)] : [m(1), m(0)];
    await answer(first, false);
    expect([(await stand(second)).mine, (await stand(second)).waiting]).toEqual(['coming', 0]);
    expect((await stranger.agent.put(`/api/community-events/${id}/answer`).send({ isComing: true })).status).toBe(404);
    expect((await committee.agent.get(`${at}/calendar.ics`)).status).toBe(403);
    const ics = (await m(0).agent.get(`${at}/calendar.ics`).buffer(true)).text;
    expect(ics).toContain('DTSTART:20311203T170000Z');
    expect(ics).toContain('SUMMARY:Mock interviews');
    await must(ruth, 'delete', `/api/community-events/${id}`);
    expect((await m(0).agent.put(`/api/community-events/${id}/answer`).send({ isComing: true })).body.detail).toBe(
      'This event was cancelled.',
    );
  });

  it('a pair is proposed with reasons, offered, declined without a reason, and those two are never offered again', async () => {
    expect((await m(0).agent.get(`${at}/pair-proposals`)).status).toBe(403);
    const { newcomers } = await must(ruth, 'get', `${at}/pair-proposals`);
    expect(newcomers).toHaveLength(5);
    const placed = newcomers.filter((one: Body) => one.proposed !== null);
    expect(placed).toMatchObject([{ proposed: { name: 'Daniel Senior' }, reasons: ['has 0 of 1 places used'] }]);
    const pair = { newcomerId: placed[0].newcomer.personId, memberId: senior.personId };
    const chosen = mentees.find(one => one.personId === pair.newcomerId) ?? m(0);
    expect(await must(ruth, 'post', `${at}/pairs`, { pairs: [pair] })).toEqual({ offered: 1 });
    expect(await must(ruth, 'post', `${at}/pairs`, { pairs: [pair] })).toEqual({ offered: 0 });
    const [row] = (await seenBy(senior)).pairs;
    const other = mentees.find(one => one !== chosen) ?? m(1);
    expect((await seenBy(other)).pairs).toEqual([]);
    expect((await other.agent.patch(`/api/community-pairs/${row.pairId}`).send({ state: 'met' })).status).toBe(404);
    await must(chosen, 'patch', `/api/community-pairs/${row.pairId}`, { state: 'met' });
    expect((await seenBy(senior)).pairs).toMatchObject([
      { state: 'offered', newcomerAgreed: true, memberAgreed: false },
    ]);
    await must(senior, 'patch', `/api/community-pairs/${row.pairId}`, { state: 'declined' });
    const again = await ruth.agent.post(`${at}/pairs`).send({ pairs: [pair] });
    expect([again.status, again.body.detail]).toEqual([409, 'They were offered to each other before.']);
    const full = { newcomerId: other.personId, memberId: senior.personId };
    await must(ruth, 'post', `${at}/pairs`, { pairs: [full] });
    const third = mentees.find(one => one !== chosen && one !== other) ?? m(2);
    const beyond = await ruth.agent.post(`${at}/pairs`).send({ pairs: [{ ...full, newcomerId: third.personId }] });
    expect([beyond.status, beyond.body.detail]).toEqual([409, 'All places are used.']);
  });

  it('a committee reads numbers alone, none about fewer than five people, and no note', async () => {
    const inside = await seenBy(committee);
    expect([inside.people, inside.events, inside.pairs, inside.requests]).toEqual([[], [], [], []]);
    expect((await m(0).agent.get(`${at}/outcomes`)).status).toBe(403);
    await must(ruth, 'put', '/api/mentoring/seat', { tasks: ['faculty'], capacity: 12 });
    const today = new Date().toISOString().slice(0, 10);
    const meet = async (mentee: Somebody) => {
      const { id } = await must(mentee, 'post', '/api/mentorships', { mentorId: ruth.personId, task: 'faculty' });
      await must(ruth, 'patch', `/api/mentorships/${id}`, { state: 'active', rhythm: 'own', startsOn: today });
      const [first] = (await must(mentee, 'get', `/api/mentorships/${id}`)).checkIns;
      await must(ruth, 'post', `/api/check-ins/${first.checkInId}/notes`, { text: 'hesitates', audience: 'private' });
      await must(ruth, 'patch', `/api/check-ins/${first.checkInId}`, { state: 'held' });
    };
    for (const one of mentees.slice(0, 4)) await meet(one);
    const few = await must(committee, 'get', `${at}/outcomes`);
    expect([few.checkIns.kept, few.mentees]).toEqual([null, { all: 5, withMentor: 4, withLetter: 0 }]);
    await meet(m(4));
    const enough = await must(committee, 'get', `${at}/outcomes`);
    expect([enough.checkIns.kept, enough.checkIns.due, enough.mentees.withMentor]).toEqual([5, 5, 5]);
    for (const letter of ['planned', 'none']) {
      const { id } = await must(ruth, 'post', '/api/projects', { title: `A letter: ${letter}`, letter });
      await join(ruth, id, m(letter === 'planned' ? 0 : 1), ['screener']);
    }
    expect((await must(committee, 'get', `${at}/outcomes`)).mentees.withLetter, 'of the one that plans one').toBe(1);
    const csv = (await committee.agent.get(`${at}/outcomes.csv`).buffer(true)).text;
    expect(csv).toContain('check-ins kept,twelve months,5');
    expect(`${csv}${JSON.stringify(enough)}`).not.toMatch(/hesitates|Mentee/);
    await must(m(4), 'put', `${at}/membership`, { part: 'mentee', isCounted: false });
    expect((await must(committee, 'get', `${at}/outcomes`)).mentees.all).toBeNull();
  });

  it('who leaves is out of pairs and events, and may ask again', async () => {
    await must(m(1), 'delete', `${at}/membership`);
    await must(m(1), 'delete', `${at}/membership`);
    expect((await seenBy(ruth)).people.map((one: Body) => one.personId)).not.toContain(m(1).personId);
    await must(m(1), 'put', `${at}/membership`, { part: 'mentee' });
    expect((await seenBy(m(1))).mine.state).toBe('asked');
  });
});
