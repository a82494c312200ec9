import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Goal, GoalLine } from '#contract/goals';
import { Day, Id, Instant, Made, PersonName, WhyNot } from '#contract/shapes';
import { AGENDA_QUESTIONS } from '#core/mentoring/agenda';
import {
  CHECK_IN_AUDIENCES,
  CHECK_IN_RHYTHMS,
  CHECK_IN_STATES,
  MENTOR_TASKS,
  MENTORSHIP_STATES,
} from '#core/people/vocabulary';

const Note = z.string().trim().max(2000, 'Keep it under 2,000 characters');

export const MentorshipRow = z.object({
  mentorshipId: Id,
  /** The other one of the two. */
  with: PersonName,
  isMentor: z.boolean(),
  task: z.enum(MENTOR_TASKS),
  state: z.enum(MENTORSHIP_STATES),
  note: z.string(),
  askedAt: Instant,
  /** The next meeting, or the last planned one that nobody has said anything about. */
  next: z.object({ checkInId: Id, onDay: Day, startsAt: Instant.nullable(), place: z.string() }).nullable(),
  held: z.number().int(),
});

export const getMentoring = endpoint({
  method: 'GET',
  path: '/api/mentoring',
  summary: 'My mentors, my mentees, who asks, my goals, and what I offer as a mentor',
  reply: z.object({
    seat: z.object({ tasks: z.array(z.enum(MENTOR_TASKS)), capacity: z.number().int(), about: z.string() }).nullable(),
    mentorships: z.array(MentorshipRow),
    goals: z.array(Goal),
  }),
});

export const saveMentorSeat = endpoint({
  method: 'PUT',
  path: '/api/mentoring/seat',
  summary: 'Say for what and for how many one is a mentor; 0 takes nobody new',
  body: z.object({
    tasks: z.array(z.enum(MENTOR_TASKS)).max(3),
    capacity: z.number().int().min(0).max(12, 'Nobody can mentor more than twelve at once'),
    about: Note.default(''),
  }),
});

export const findMentors = endpoint({
  method: 'GET',
  path: '/api/mentors',
  summary: 'Who has room as a mentor, nearest in topic first; like path counts only when asked for',
  query: z.object({
    task: z.enum(MENTOR_TASKS),
    /** Prefer who comes from a like school, language or visa path: only at the mentee’s own wish. */
    likePath: z.enum(['yes', 'no']).default('no'),
  }),
  reply: z.object({
    mentors: z.array(
      z.object({
        person: PersonName,
        headline: z.string(),
        about: z.string(),
        free: z.number().int(),
        /** Why they stand where they stand, in words. */
        reasons: z.array(z.string()),
        may: z.object({ ask: WhyNot }),
      }),
    ),
  }),
});

export const askForMentor = endpoint({
  method: 'POST',
  path: '/api/mentorships',
  summary: 'Ask somebody to be one’s mentor for a task',
  body: z.object({ mentorId: Id, task: z.enum(MENTOR_TASKS), note: Note.default('') }),
  reply: Made,
  status: 201,
});

export const listInvitable = endpoint({
  method: 'GET',
  path: '/api/mentoring/people',
  summary: 'People whom a mentor may invite by name: of a shared project, application, mentorship or community',
  reply: z.object({ people: z.array(PersonName.extend({ headline: z.string() })) }),
});

export const inviteMentee = endpoint({
  method: 'POST',
  path: '/api/mentoring/invitations',
  summary: 'Invite somebody as one’s mentee for a task, with the rhythm that one proposes',
  body: z.object({
    menteeId: Id,
    task: z.enum(MENTOR_TASKS),
    note: Note.default(''),
    rhythm: z.enum(CHECK_IN_RHYTHMS),
    everyWeeks: z.number().int().min(1).max(13).default(2),
  }),
  reply: Made,
  status: 201,
});

const MentorshipParams = z.object({ mentorshipId: Id });

export const answerMentorship = endpoint({
  method: 'PATCH',
  path: '/api/mentorships/:mentorshipId',
  summary: 'Agree with a rhythm of check-ins, decline, withdraw a request or an invitation, or end a mentorship',
  params: MentorshipParams,
  body: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('active'),
      rhythm: z.enum(CHECK_IN_RHYTHMS),
      startsOn: Day,
      everyWeeks: z.number().int().min(1).max(13).default(2),
    }),
    z.object({ state: z.enum(['declined', 'withdrawn', 'ended']) }),
  ]),
});

export const acceptMentor = endpoint({
  method: 'PUT',
  path: '/api/mentorships/:mentorshipId/acceptance',
  summary: 'Accept a mentor’s invitation: the check-ins that they propose are planned from this day',
  params: MentorshipParams,
  body: z.object({ startsOn: Day }),
});

export const CheckInRow = z.object({
  checkInId: Id,
  onDay: Day,
  startsAt: Instant.nullable(),
  place: z.string(),
  state: z.enum(CHECK_IN_STATES),
  agenda: z.array(z.object({ question: z.enum(AGENDA_QUESTIONS), asked: z.string(), answer: z.string() })),
  notes: z.array(
    z.object({
      noteId: Id,
      name: z.string(),
      isMine: z.boolean(),
      audience: z.enum(CHECK_IN_AUDIENCES),
      text: z.string(),
      writtenAt: Instant,
    }),
  ),
});

export const getMentorship = endpoint({
  method: 'GET',
  path: '/api/mentorships/:mentorshipId',
  summary: 'Check-ins with agenda and the notes that one may read, promises, and the mentee’s shared goals',
  params: MentorshipParams,
  reply: MentorshipRow.extend({
    mentor: PersonName,
    mentee: PersonName,
    rhythm: z.enum(CHECK_IN_RHYTHMS).nullable(),
    /** Weeks between two check-ins of an own rhythm, as an invitation proposes it. */
    everyWeeks: z.number().int().nullable(),
    checkIns: z.array(CheckInRow),
    promises: z.array(
      z.object({ promiseId: Id, by: PersonName, isMine: z.boolean(), text: z.string(), keptAt: Instant.nullable() }),
    ),
    goals: z.array(Goal),
    may: z.object({ agree: WhyNot, accept: WhyNot, end: WhyNot, answerAgenda: WhyNot }),
  }),
});

const CheckInParams = z.object({ checkInId: Id });

export const planCheckIn = endpoint({
  method: 'PATCH',
  path: '/api/check-ins/:checkInId',
  summary: 'Move a check-in, agree on its hour and place, or say whether it took place',
  params: CheckInParams,
  body: z.object({
    onDay: Day.optional(),
    startsAt: z.iso.datetime({ offset: true }).nullable().optional(),
    place: z.string().trim().max(300).optional(),
    state: z.enum(CHECK_IN_STATES).optional(),
  }),
});

export const answerAgenda = endpoint({
  method: 'PUT',
  path: '/api/check-ins/:checkInId/agenda/:item',
  summary: 'Answer a question of the agenda before the check-in (mentee)',
  params: CheckInParams.extend({ item: z.enum(AGENDA_QUESTIONS) }),
  body: z.object({ answer: Note }),
});

export const writeCheckInNote = endpoint({
  method: 'POST',
  path: '/api/check-ins/:checkInId/notes',
  summary: 'Write a note at a check-in, for both or for oneself alone',
  params: CheckInParams,
  body: z.object({ text: Note.min(1, 'Write something here'), audience: z.enum(CHECK_IN_AUDIENCES) }),
  reply: Made,
  status: 201,
});

export const removeCheckInNote = endpoint({
  method: 'DELETE',
  path: '/api/check-in-notes/:noteId',
  summary: 'Remove an own note of a check-in',
  params: z.object({ noteId: Id }),
});

export const makePromise = endpoint({
  method: 'POST',
  path: '/api/mentorships/:mentorshipId/promises',
  summary: 'Note what one of the two will do until they meet again',
  params: MentorshipParams,
  body: z.object({ text: GoalLine, isMine: z.boolean() }),
  reply: Made,
  status: 201,
});

export const keepPromise = endpoint({
  method: 'PATCH',
  path: '/api/mentoring-promises/:promiseId',
  summary: 'Tick a promise as kept, or take the tick back',
  params: z.object({ promiseId: Id }),
  body: z.object({ isKept: z.boolean() }),
});

export const getMentoringCalendar = endpoint({
  method: 'GET',
  path: '/api/mentoring/calendar.ics',
  summary: 'My planned check-ins and the days of my goals as a calendar file',
  replyKind: 'file',
});
