import * as goals from '#contract/goals';
import * as contract from '#contract/mentoring';
import { type Route, route } from '#http/bind';
import { mentoringCalendar } from '#services/mentoring/calendar';
import {
  answerAgenda,
  keepPromise,
  makePromise,
  planCheckIn,
  removeCheckInNote,
  writeCheckInNote,
} from '#services/mentoring/checkIns';
import { findMentors } from '#services/mentoring/findMentors';
import { addGoal, changeGoal, removeGoal } from '#services/mentoring/goals';
import { acceptMentor, inviteMentee, listInvitable } from '#services/mentoring/invitations';
import { agreeToMentor, askForMentor, closeMentorship, saveMentorSeat } from '#services/mentoring/mentorships';
import { readMentoring, readMentorship } from '#services/mentoring/readMentoring';

export const mentoringRoutes: readonly Route[] = [
  route(contract.getMentoring, (ctx, actor) => readMentoring(ctx, actor)),
  route(contract.saveMentorSeat, (ctx, actor, { body }) => saveMentorSeat(ctx, actor, body)),
  route(contract.findMentors, async (ctx, actor, { query }) => ({
    mentors: await findMentors(ctx, actor, query.task, query.likePath === 'yes'),
  })),
  route(contract.askForMentor, (ctx, actor, { body }) => askForMentor(ctx, actor, body)),
  route(contract.listInvitable, async (ctx, actor) => ({ people: await listInvitable(ctx, actor) })),
  route(contract.inviteMentee, (ctx, actor, { body }) => inviteMentee(ctx, actor, body)),
  route(contract.acceptMentor, (ctx, actor, { params, body }) =>
    acceptMentor(ctx, actor, params.mentorshipId, body.startsOn),
  ),
  route(contract.answerMentorship, (ctx, actor, { params, body }) =>
    body.state === 'active'
      ? agreeToMentor(ctx, actor, params.mentorshipId, body)
      : closeMentorship(ctx, actor, params.mentorshipId, body.state),
  ),
  route(contract.getMentorship, (ctx, actor, { params }) => readMentorship(ctx, actor, params.mentorshipId)),
  route(contract.planCheckIn, (ctx, actor, { params, body }) => planCheckIn(ctx, actor, params.checkInId, body)),
  route(contract.answerAgenda, (ctx, actor, { params, body }) =>
    answerAgenda(ctx, actor, { checkInId: params.checkInId, question: params.item }, body.answer),
  ),
  route(contract.writeCheckInNote, (ctx, actor, { params, body }) =>
    writeCheckInNote(ctx, actor, params.checkInId, body),
  ),
  route(contract.removeCheckInNote, (ctx, actor, { params }) => removeCheckInNote(ctx, actor, params.noteId)),
  route(contract.makePromise, (ctx, actor, { params, body }) => makePromise(ctx, actor, params.mentorshipId, body)),
  route(contract.keepPromise, (ctx, actor, { params, body }) => keepPromise(ctx, actor, params.promiseId, body.isKept)),
  route(goals.addGoal, (ctx, actor, { body }) => addGoal(ctx, actor, body)),
  route(goals.changeGoal, (ctx, actor, { params, body }) => changeGoal(ctx, actor, params.goalId, body)),
  route(goals.removeGoal, (ctx, actor, { params }) => removeGoal(ctx, actor, params.goalId)),
  route(contract.getMentoringCalendar, async (ctx, actor) => ({
    fileName: 'mentoring.ics',
    contentType: 'text/calendar; charset=utf-8',
    content: await mentoringCalendar(ctx, actor),
  })),
];
