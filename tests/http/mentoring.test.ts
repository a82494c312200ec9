import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('mentoring', () => {
  let world: World;
  let mentor: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let id: string;
  const seen = (person: Somebody): Promise<Body> => must(person, 'get', `/api/mentorships/${id}`);

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    mentor = await world.person('Ruth Mentor', 'faculty');
    ann = await world.person('Ann Mentee');
    ben = await world.person('Ben Mentee');
    await must(mentor, 'put', '/api/mentoring/seat', { tasks: ['faculty'], capacity: 1, about: 'Career' });
  });
  afterAll(() => world.close());

  it('a mentee finds who has room, asks once however often they press, and nobody else learns of it', async () => {
    const { mentors } = await must(ann, 'get', '/api/mentors?task=faculty');
    expect(mentors).toMatchObject([{ person: { name: 'Ruth Mentor' }, about: 'Career', free: 1, may: { ask: null } }]);
    expect((await must(ann, 'get', '/api/mentors?task=peer')).mentors).toEqual([]);
    const body = { mentorId: mentor.personId, task: 'faculty', note: 'May I?' };
    ({ id } = await must(ann, 'post', '/api/mentorships', body));
    expect((await must(ann, 'post', '/api/mentorships', body)).id).toBe(id);
    expect((await ben.agent.get(`/api/mentorships/${id}`)).status).toBe(404);
    const own = await mentor.agent.post('/api/mentorships').send({ mentorId: mentor.personId, task: 'faculty' });
    expect([own.status, own.body.detail]).toEqual([409, 'You can’t be your own mentor.']);
  });

  it('who agrees gives a rhythm, and all its days are planned; only who was asked can agree', async () => {
    const plan = { state: 'active', rhythm: 'weekly-then-monthly', startsOn: '2026-12-01' };
    expect((await ann.agent.patch(`/api/mentorships/${id}`).send(plan)).status).toBe(403);
    await must(mentor, 'patch', `/api/mentorships/${id}`, plan);
    await must(mentor, 'patch', `/api/mentorships/${id}`, plan);
    const { checkIns, state } = await seen(ann);
    expect(state).toBe('active');
    expect(checkIns.slice(0, 2).map((one: Body) => one.onDay)).toEqual(['2026-12-01', '2026-12-08']);
    expect(checkIns).toHaveLength(14);
  });

  it('a mentor without room is not asked, and does not take on more by agreeing', async () => {
    const refused = await ben.agent.post('/api/mentorships').send({ mentorId: mentor.personId, task: 'faculty' });
    expect([refused.status, refused.body.detail]).toEqual([409, 'This mentor has no room at the moment.']);
  });

  it('two requests that are accepted at the same moment do not exceed the room', async () => {
    const kim = await world.person('Kim Mentor');
    await must(kim, 'put', '/api/mentoring/seat', { tasks: ['peer'], capacity: 1 });
    const asked = await Promise.all(
      [ann, ben].map(one => must(one, 'post', '/api/mentorships', { mentorId: kim.personId, task: 'peer' })),
    );
    const plan = { state: 'active', rhythm: 'own', everyWeeks: 4, startsOn: '2026-12-01' };
    const replies = await Promise.all(
      asked.map((one: Body) => kim.agent.patch(`/api/mentorships/${one.id}`).send(plan)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  it('a private note is read by nobody but its author; a shared one and the agenda by both', async () => {
    const [first] = (await seen(ann)).checkIns;
    const at = `/api/check-ins/${first.checkInId}`;
    await must(ann, 'put', `${at}/agenda/wanted`, { answer: 'A letter' });
    expect((await mentor.agent.put(`${at}/agenda/wanted`).send({ answer: 'No' })).status).toBe(403);
    await must(mentor, 'post', `${at}/notes`, { text: 'She hesitates', audience: 'private' });
    await must(mentor, 'post', `${at}/notes`, { text: 'Letter by May', audience: 'shared' });
    expect((await ben.agent.post(`${at}/notes`).send({ text: 'x', audience: 'shared' })).status).toBe(404);
    const [forAnn, forMentor] = [(await seen(ann)).checkIns[0], (await seen(mentor)).checkIns[0]];
    expect(JSON.stringify(await seen(ann))).not.toContain('hesitates');
    expect(forAnn.notes.map((note: Body) => note.text)).toEqual(['Letter by May']);
    expect(forMentor.notes.map((note: Body) => note.text)).toEqual(['She hesitates', 'Letter by May']);
    expect(forMentor.agenda.find((one: Body) => one.question === 'wanted')).toMatchObject({
      asked: 'What do you want Ruth to do for you?',
      answer: 'A letter',
    });
    expect((await ann.agent.delete(`/api/check-in-notes/${forMentor.notes[1].noteId}`)).status).toBe(404);
  });

  it('a check-in is moved, agreed on and held; the next agenda asks since then', async () => {
    const [first, second] = (await seen(ann)).checkIns;
    const clash = await ann.agent.patch(`/api/check-ins/${first.checkInId}`).send({ onDay: second.onDay });
    expect([clash.status, clash.body.detail]).toEqual([409, 'The two of you have a check-in on that day already.']);
    await must(ann, 'patch', `/api/check-ins/${first.checkInId}`, {
      ...{ onDay: '2026-12-02', startsAt: '2026-12-02T17:00:00+01:00', place: 'https://meet.example/r' },
    });
    const calendar = (await mentor.agent.get('/api/mentoring/calendar.ics')).text;
    expect(calendar).toContain('DTSTART:20261202T160000Z');
    expect(calendar).toContain('Check-in with Ann Mentee');
    expect(calendar).not.toContain('hesitates');
    await must(mentor, 'patch', `/api/check-ins/${first.checkInId}`, { state: 'held' });
    const { checkIns, held } = await seen(ann);
    expect(held).toBe(1);
    expect(checkIns[1].agenda[0].asked).toBe('What went well since 2 December?');
  });

  it('promises are ticked by either; a goal is shared with the mentor or kept', async () => {
    const { id: promiseId } = await must(ann, 'post', `/api/mentorships/${id}/promises`, {
      text: 'Introduce me',
      isMine: false,
    });
    expect((await seen(ann)).promises).toMatchObject([{ by: { name: 'Ruth Mentor' }, isMine: false, keptAt: null }]);
    expect((await ben.agent.patch(`/api/mentoring-promises/${promiseId}`).send({ isKept: true })).status).toBe(404);
    await must(mentor, 'patch', `/api/mentoring-promises/${promiseId}`, { isKept: true });
    expect((await seen(ann)).promises[0].keptAt).not.toBeNull();
    await must(ann, 'post', '/api/goals', { text: 'Step 3', dueOn: '2027-01-10' });
    const { id: goalId } = await must(ann, 'post', '/api/goals', { text: 'Another specialty', isShared: false });
    expect((await seen(mentor)).goals.map((goal: Body) => goal.text)).toEqual(['Step 3']);
    expect((await mentor.agent.patch(`/api/goals/${goalId}`).send({ isReached: true })).status).toBe(404);
    await must(ann, 'patch', `/api/goals/${goalId}`, { isReached: true });
    expect(
      (await must(ann, 'get', '/api/mentoring')).goals.find((one: Body) => one.goalId === goalId).reachedAt,
    ).not.toBeNull();
  });

  it('an ended mentorship keeps what was held and plans nothing more', async () => {
    await must(ann, 'patch', `/api/mentorships/${id}`, { state: 'ended' });
    const { checkIns, state, goals } = await seen(mentor);
    expect([state, goals]).toEqual(['ended', []]);
    expect(checkIns.map((one: Body) => one.state)).toEqual(['held']);
  });
});
