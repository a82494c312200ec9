import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, LongText, Made, PersonName, ShortText } from '#contract/shapes';

const CommunityParams = z.object({ communityId: Id });

const EventBody = z.object({
  title: ShortText,
  about: LongText.default(''),
  place: z.string().trim().max(300).default(''),
  startsAt: z.iso.datetime({ offset: true, error: 'Choose a day and an hour' }),
  minutes: z
    .number()
    .int()
    .min(5, 'An event takes at least 5 minutes')
    .max(1440, 'An event ends within a day')
    .default(60),
  capacity: z.number().int().min(1, 'An event has at least one place').max(10_000).nullable().default(null),
});

export const planEvent = endpoint({
  method: 'POST',
  path: '/api/communities/:communityId/events',
  summary: 'Plan an event of a community (core team)',
  params: CommunityParams,
  body: EventBody,
  reply: Made,
  status: 201,
});

const EventParams = z.object({ eventId: Id });

export const changeEvent = endpoint({
  method: 'PUT',
  path: '/api/community-events/:eventId',
  summary: 'Change an event; with more places those who wait move up (core team)',
  params: EventParams,
  body: EventBody,
});

export const cancelEvent = endpoint({
  method: 'DELETE',
  path: '/api/community-events/:eventId',
  summary: 'Cancel an event: it stays in sight, crossed out (core team)',
  params: EventParams,
});

export const answerEvent = endpoint({
  method: 'PUT',
  path: '/api/community-events/:eventId/answer',
  summary: 'Say whether one comes; where all places are taken one waits',
  params: EventParams,
  body: z.object({ isComing: z.boolean() }),
});

export const getCommunityCalendar = endpoint({
  method: 'GET',
  path: '/api/communities/:communityId/calendar.ics',
  summary: 'The community’s events as a calendar file',
  params: CommunityParams,
  replyKind: 'file',
});

export const proposePairs = endpoint({
  method: 'GET',
  path: '/api/communities/:communityId/pair-proposals',
  summary: 'Newcomers with the member each would be paired with, and why; nothing is offered yet (core team)',
  params: CommunityParams,
  reply: z.object({
    newcomers: z.array(
      z.object({
        newcomer: PersonName,
        joinedAt: Instant,
        wants: z.string(),
        /** Who is proposed, and whom else the core team may choose; all suit the hard rules. */
        proposed: PersonName.nullable(),
        because: z.string().nullable(),
        reasons: z.array(z.string()),
        others: z.array(PersonName.extend({ reasons: z.array(z.string()) })),
      }),
    ),
  }),
});

export const offerPairs = endpoint({
  method: 'POST',
  path: '/api/communities/:communityId/pairs',
  summary: 'Offer pairs to newcomers and members; each of the two agrees or declines (core team)',
  params: CommunityParams,
  body: z.object({
    pairs: z
      .array(z.object({ newcomerId: Id, memberId: Id }))
      .min(1, 'Choose a pair')
      .max(200),
  }),
  reply: z.object({ offered: z.number().int() }),
});

export const answerPair = endpoint({
  method: 'PATCH',
  path: '/api/community-pairs/:pairId',
  summary: 'Agree to a pair, decline it, or end it; declining needs no reason',
  params: z.object({ pairId: Id }),
  body: z.object({ state: z.enum(['met', 'declined', 'ended']) }),
});

/** A number of people's work; null where fewer than five people are behind it. */
const Protected = z.number().int().nullable();

export const getCommunityOutcomes = endpoint({
  method: 'GET',
  path: '/api/communities/:communityId/outcomes',
  summary: 'A community’s last twelve months in numbers; no number about fewer than five people (core team, committee)',
  params: CommunityParams,
  reply: z.object({
    until: Instant,
    leastPeople: z.number().int(),
    /** Members whose work counts. */
    counted: z.number().int(),
    projects: z.object({ now: Protected, months: z.array(z.object({ month: z.string(), count: Protected })) }),
    publications: z.object({
      lastYear: Protected,
      years: z.array(z.object({ year: z.number().int(), count: Protected })),
    }),
    checkIns: z.object({
      kept: Protected,
      due: Protected,
      months: z.array(z.object({ month: z.string(), kept: Protected, due: Protected })),
    }),
    mentees: z.object({
      all: Protected,
      withMentor: Protected,
      /** Who has had a seat in a project whose post says that a letter is planned or possible. */
      withLetter: Protected,
    }),
  }),
});

export const exportCommunityOutcomes = endpoint({
  method: 'GET',
  path: '/api/communities/:communityId/outcomes.csv',
  summary: 'The same numbers as a table',
  params: CommunityParams,
  replyKind: 'file',
});
