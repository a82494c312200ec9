import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { ProjectPost } from '#contract/projectPost';
import { Day, Id, Instant, LongText, Made, PersonName, RoleWord, ShortText, WhyNot } from '#contract/shapes';
import { APPLICATION_STATES, DECLINE_REASONS, EARNINGS, OPENING_STATES, WORK_UNITS } from '#core/people/vocabulary';

export const OpeningParams = z.object({ openingId: Id });

export const Reason = z.object({ kind: z.string(), term: z.string(), weight: z.number(), sentence: z.string() });

/** How well two sides fit, with the reasons; it commits nobody. */
export const FitOf = z.object({
  score: z.number(),
  percent: z.number(),
  fit: z.enum(['possible', 'good', 'strong']),
  reasons: z.array(Reason),
  excludedBecause: z.string().nullable(),
});

export const OpeningForAll = z.object({
  openingId: Id,
  projectId: Id,
  projectTitle: z.string(),
  projectSummary: z.string(),
  leadName: z.string(),
  role: RoleWord,
  title: z.string(),
  asks: z.string(),
  earns: z.string(),
  requiredSkills: z.array(z.string()),
  hoursPerWeek: z.number().nullable(),
  timeZone: z.string().nullable(),
  capacity: z.number().int(),
  seatsLeft: z.number().int(),
  closesOn: Day.nullable(),
  state: z.enum(OPENING_STATES),
  workCount: z.number().int().nullable(),
  workUnit: z.enum(WORK_UNITS).nullable(),
  totalHours: z.number().nullable(),
  startsOn: Day.nullable(),
  dueOn: Day.nullable(),
  languages: z.array(z.string()),
  earnsKind: z.enum(EARNINGS).nullable(),
  createdAt: Instant,
  /** It came within the last seven days. */
  isNew: z.boolean(),
  specialty: z.string(),
  post: ProjectPost,
  /** The project's rules, each with whether I meet it; null where my profile says nothing. */
  eligibility: z.array(z.object({ rule: z.string(), isMet: z.boolean().nullable() })),
  team: z.array(PersonName.extend({ roles: z.array(RoleWord) })),
  applicants: z.number().int(),
  myOpenApplications: z.number().int(),
  /** Why an administrator took it out of sight; for its lead alone. */
  hiddenBecause: z.string().nullable(),
  /** Fit with the person who asks; null where their profile says nothing yet. */
  fit: FitOf.nullable(),
  myApplication: z.object({ applicationId: Id, state: z.enum(APPLICATION_STATES) }).nullable(),
  may: z.object({ apply: WhyNot, seeApplicants: WhyNot, edit: WhyNot }),
});

const openingFields = {
  role: RoleWord,
  title: ShortText,
  asks: LongText.default(''),
  earns: z.string().trim().max(1000).default(''),
  requiredSkills: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  hoursPerWeek: z.number().int().min(1).max(80).nullable().default(null),
  timeZone: z.string().max(60).nullable().default(null),
  capacity: z.number().int().min(1).max(50).default(1),
  closesOn: Day.nullable().default(null),
  workCount: z.number().int().min(1).max(1_000_000).nullable().default(null),
  workUnit: z.enum(WORK_UNITS).nullable().default(null),
  totalHours: z.number().min(0.5).max(5000).nullable().default(null),
  startsOn: Day.nullable().default(null),
  dueOn: Day.nullable().default(null),
  languages: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  earnsKind: z.enum(EARNINGS).nullable().default(null),
};

export const createOpening = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/openings',
  summary: 'Open a seat in a project (lead)',
  params: z.object({ projectId: Id }),
  body: z.object(openingFields),
  reply: Made,
  status: 201,
});

export const updateOpening = endpoint({
  method: 'PUT',
  path: '/api/openings/:openingId',
  summary: 'Change an opening, or close it (lead)',
  params: OpeningParams,
  body: z.object({ ...openingFields, state: z.enum(OPENING_STATES) }),
});

export const listOpenings = endpoint({
  method: 'GET',
  path: '/api/openings',
  summary: 'Openings of all projects, those that fit me best first',
  query: z.object({
    text: z.string().trim().max(200).default(''),
    role: RoleWord.optional(),
    project: Id.optional(),
    state: z.enum(OPENING_STATES).default('open'),
  }),
  reply: z.object({ openings: z.array(OpeningForAll) }),
});

export const getOpening = endpoint({
  method: 'GET',
  path: '/api/openings/:openingId',
  summary: 'One opening',
  params: OpeningParams,
  reply: OpeningForAll,
});

export const applyForOpening = endpoint({
  method: 'POST',
  path: '/api/openings/:openingId/applications',
  summary: 'Apply for an opening',
  params: OpeningParams,
  body: z.object({
    note: z.string().trim().max(2000, 'Keep it under 2,000 characters').default(''),
    /** Opens what I bring (topics, skills, hours …, not my path) to leads whom I apply to. */
    shares: z.boolean().default(false),
  }),
  reply: Made,
  status: 201,
});

export const Applicant = z.object({
  applicationId: Id,
  person: PersonName,
  headline: z.string(),
  skills: z.array(z.string()),
  hoursPerWeek: z.number().nullable(),
  timeZone: z.string().nullable(),
  note: z.string(),
  state: z.enum(APPLICATION_STATES),
  sentAt: Instant,
  offerId: Id.nullable(),
  fit: FitOf,
});

export const listApplicants = endpoint({
  method: 'GET',
  path: '/api/openings/:openingId/applications',
  summary: 'Who applied, best fit first, with reasons (lead)',
  params: OpeningParams,
  reply: z.object({ applicants: z.array(Applicant) }),
});

export const listMyApplications = endpoint({
  method: 'GET',
  path: '/api/applications',
  summary: 'My applications',
  reply: z.object({
    applications: z.array(
      z.object({
        applicationId: Id,
        openingId: Id,
        openingTitle: z.string(),
        projectTitle: z.string(),
        role: RoleWord,
        state: z.enum(APPLICATION_STATES),
        sentAt: Instant,
        seenAt: Instant.nullable(),
        answeredAt: Instant.nullable(),
        declineReason: z.enum(DECLINE_REASONS).nullable(),
        declineNote: z.string(),
        leadName: z.string(),
      }),
    ),
  }),
});

export const answerApplication = endpoint({
  method: 'PUT',
  path: '/api/applications/:applicationId/state',
  summary: 'Withdraw my application, or decline one (lead)',
  params: z.object({ applicationId: Id }),
  body: z.object({
    state: z.enum(['withdrawn', 'declined']),
    /** For a decline; both may be left out. */
    reason: z.enum(DECLINE_REASONS).nullable().default(null),
    note: z.string().trim().max(1000).default(''),
  }),
});
