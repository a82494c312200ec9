import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a mentor invites a mentee', () => {
  let world: World;
  let mentor: Somebody;
  let other: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let stranger: Somebody;
  let id: string;
  const invitation = (mentee: Somebody, more: object = {}) => ({
    ...{ menteeId: mentee.personId, task: 'senior', rhythm: 'own', everyWeeks: 3, note: 'Shall we?' },
    ...more,
  });
  const titles = async (person: Somebody): Promise<string[]> =>
    (await must(person, 'get', '/api/notifications')).notifications.map((one: Body) => one.title);
  const accept = (person: Somebody, mentorshipId: string) =>
    person.agent.put(`/api/mentorships/${mentorshipId}/acceptance`).send({ startsOn: '2026-12-01' });

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    mentor = await world.person('Ruth Mentor', 'faculty');
    other = await world.person('Otto Mentor', 'faculty');
    ann = await world.person('Ann Mentee');
    ben = await world.person('Ben Mentee');
    stranger = await world.person('Sam Stranger');
    for (const person of [mentor, other]) {
      await must(person, 'put', '/api/mentoring/seat', { tasks: ['senior', 'peer'], capacity: 2 });
    }
    const { id: communityId } = await must(mentor, 'post', '/api/communities', { name: 'Graduates', part: 'senior' });
    for (const [person, part] of [
      [other, 'faculty'],
      [ann, 'mentee'],
      [ben, 'mentee'],
    ] as const) {
      const { link } = await must(mentor, 'post', `/api/communities/${communityId}/invitations`, { part });
      await must(person, 'post', `/api/community-invitations/${link.split('/').at(-1)}/acceptance`, {});
    }
  });
  afterAll(() => world.close());

  it('by name, among the people of what they share; a stranger can’t be invited', async () => {
    const { people } = await must(mentor, 'get', '/api/mentoring/people');
    expect(people.map((one: Body) => one.name)).toEqual(['Ann Mentee', 'Ben Mentee', 'Otto Mentor']);
    const refused = await mentor.agent.post('/api/mentoring/invitations').send(invitation(stranger));
    expect([refused.status, refused.body.fields?.[0]?.pointer]).toEqual([422, '/body/menteeId']);
    expect((await must(stranger, 'get', '/api/mentoring/people')).people).toEqual([]);
  });

  it('once however often they press; the mentee is told, and nobody else learns of it', async () => {
    ({ id } = await must(mentor, 'post', '/api/mentoring/invitations', invitation(ann)));
    expect((await must(mentor, 'post', '/api/mentoring/invitations', invitation(ann))).id).toBe(id);
    const told = (await titles(ann)).filter(title => title === 'Ruth Mentor would like to be your mentor');
    expect(told).toHaveLength(1);
    const [row] = (await must(ann, 'get', '/api/mentoring')).mentorships;
    expect(row).toMatchObject({ mentorshipId: id, isMentor: false, state: 'invited', note: 'Shall we?' });
    expect((await ben.agent.get(`/api/mentorships/${id}`)).status).toBe(404);
    expect((await accept(ben, id)).status).toBe(404);
    expect((await accept(mentor, id)).status).toBe(403);
  });

  it('who asks the mentor that invited them is led to the invitation', async () => {
    const asked = await ann.agent.post('/api/mentorships').send({ mentorId: mentor.personId, task: 'senior' });
    expect([asked.status, asked.body.detail]).toEqual([409, 'This mentor has invited you: accept the invitation.']);
    const { mentors } = await must(ann, 'get', '/api/mentors?task=senior');
    const mine = mentors.find((one: Body) => one.person.personId === mentor.personId);
    expect(mine.may.ask).toBe('This mentor has invited you: accept the invitation.');
  });

  it('who accepts twice has each check-in of the proposed rhythm once', async () => {
    expect((await accept(ann, id)).status).toBe(204);
    expect((await accept(ann, id)).status).toBe(204);
    const { checkIns, state, rhythm } = await must(mentor, 'get', `/api/mentorships/${id}`);
    expect([state, rhythm]).toEqual(['active', 'own']);
    expect(checkIns.slice(0, 2).map((one: Body) => one.onDay)).toEqual(['2026-12-01', '2026-12-22']);
    expect(new Set(checkIns.map((one: Body) => one.onDay)).size).toBe(checkIns.length);
    expect(await titles(mentor)).toContain('Ann Mentee accepts you as a mentor');
    const events: { facts: object }[] = await world.database.query(
      "select facts from site_events where deed = 'accept-mentor'",
    );
    expect(events).toEqual([{ facts: { rhythm: 'own', checkIns: checkIns.length } }]);
  });

  it('a second mentor for the same task is invited without learning of the first, and cannot be accepted', async () => {
    const { id: second } = await must(other, 'post', '/api/mentoring/invitations', invitation(ann));
    const seen = await must(other, 'get', `/api/mentorships/${second}`);
    expect(seen.may.accept).toBe('Only who was invited can accept.');
    const refused = await accept(ann, second);
    expect([refused.status, refused.body.detail]).toEqual([
      ...[403, 'You have a mentor for this, or have asked one. End or withdraw that first.'],
    ]);
    await must(ann, 'patch', `/api/mentorships/${second}`, { state: 'declined' });
    await must(ann, 'patch', `/api/mentorships/${second}`, { state: 'declined' });
    expect(await titles(other)).toContain('Ann Mentee can’t take up your invitation at the moment');
    expect((await must(ann, 'get', '/api/mentoring')).mentorships).toHaveLength(1);
    // For another task they may be mentor and mentee after all.
    await must(other, 'post', '/api/mentoring/invitations', invitation(ann, { task: 'peer' }));
  });

  it('no more are invited than there is room for, and two who accept at once do not exceed it', async () => {
    await must(other, 'put', '/api/mentoring/seat', { tasks: ['senior', 'peer'], capacity: 2 });
    const { id: forBen } = await must(other, 'post', '/api/mentoring/invitations', invitation(ben));
    const third = await other.agent.post('/api/mentoring/invitations').send(invitation(ben, { task: 'peer' }));
    expect([third.status, third.body.detail]).toEqual([
      ...[409, expect.stringContaining('You have invited as many as you have room for')],
    ]);
    await must(other, 'put', '/api/mentoring/seat', { tasks: ['senior', 'peer'], capacity: 1 });
    const forAnn = (await must(ann, 'get', '/api/mentoring')).mentorships.find((one: Body) => one.state === 'invited');
    const replies = await Promise.all([accept(ann, forAnn.mentorshipId), accept(ben, forBen)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  it('an invitation is taken back by who sent it, and then cannot be accepted', async () => {
    const { id: own } = await must(mentor, 'post', '/api/mentoring/invitations', invitation(ben, { task: 'peer' }));
    expect((await ben.agent.patch(`/api/mentorships/${own}`).send({ state: 'withdrawn' })).status).toBe(403);
    await must(mentor, 'patch', `/api/mentorships/${own}`, { state: 'withdrawn' });
    expect((await accept(ben, own)).body.detail).toBe('This invitation is no longer open.');
    expect(await titles(ben)).toContain('Ruth Mentor takes back the invitation to be your mentor');
  });

  it('blocked people neither invite nor ask, and nothing of them arrives', async () => {
    const { id: own } = await must(mentor, 'post', '/api/mentoring/invitations', invitation(ben, { task: 'peer' }));
    await must(ben, 'put', `/api/conversations/${mentor.personId}/block`, { isBlocked: true });
    await must(ben, 'patch', `/api/mentorships/${own}`, { state: 'declined' });
    const invites = await mentor.agent.post('/api/mentoring/invitations').send(invitation(ben, { task: 'peer' }));
    expect([invites.status, invites.body.detail]).toEqual([403, 'This person takes no messages from you.']);
    const asks = await ben.agent.post('/api/mentorships').send({ mentorId: mentor.personId, task: 'peer' });
    expect([asks.status, asks.body.detail]).toEqual([
      ...[403, 'You take no messages from this person. Change that first.'],
    ]);
  });
});
