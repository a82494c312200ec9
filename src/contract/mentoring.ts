import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
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
const Line = z.string().trim().min(1, 'Write something here').max(300, 'Keep it under 300 characters');

export const Goal = z.object({
  goalId: Id,
  text: z.string(),
  dueOn: Day.nullable(),
  isShared: z.boolean(),
  reachedAt: Instant.nullable(),
});

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

const MentorshipParams = z.object({ mentorshipId: Id });

export const answerMentorship = endpoint({
  method: 'PATCH',
  path: '/api/mentorships/:mentorshipId',
  summary: 'Agree with a rhythm of check-ins, decline, withdraw the request, or end a mentorship',
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
    checkIns: z.array(CheckInRow),
    promises: z.array(
      z.object({ promiseId: Id, by: PersonName, isMine: z.boolean(), text: z.string(), keptAt: Instant.nullable() }),
    ),
    goals: z.array(Goal),
    may: z.object({ agree: WhyNot, end: WhyNot, answerAgenda: WhyNot }),
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
  body: z.object({ text: Line, isMine: z.boolean() }),
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

export const addGoal = endpoint({
  method: 'POST',
  path: '/api/goals',
  summary: 'Set a goal for oneself, with its day; mentors see a shared one',
  body: z.object({ text: Line, dueOn: Day.nullable().default(null), isShared: z.boolean().default(true) }),
  reply: Made,
  status: 201,
});

export const changeGoal = endpoint({
  method: 'PATCH',
  path: '/api/goals/:goalId',
  summary: 'Change an own goal, or say that it is reached',
  params: z.object({ goalId: Id }),
  body: z.object({
    text: Line.optional(),
    dueOn: Day.nullable().optional(),
    isShared: z.boolean().optional(),
    isReached: z.boolean().optional(),
  }),
});

export const removeGoal = endpoint({
  method: 'DELETE',
  path: '/api/goals/:goalId',
  summary: 'Remove an own goal',
  params: z.object({ goalId: Id }),
});

export const getMentoringCalendar = endpoint({
  method: 'GET',
  path: '/api/mentoring/calendar.ics',
  summary: 'My planned check-ins and the days of my goals as a calendar file',
  replyKind: 'file',
});
