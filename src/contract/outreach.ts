import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, Instant, Made, ReviewParams } from '#contract/shapes';
import { OUTREACH_STATES } from '#core/people/vocabulary';

const Logged = z.object({
  outreachId: Id,
  authorKey: z.string(),
  name: z.string(),
  affiliation: z.string(),
  state: z.enum(OUTREACH_STATES),
  letter: z.string(),
  note: z.string(),
  contactedOn: Day.nullable(),
  remindOn: Day.nullable(),
  isDue: z.boolean(),
  createdAt: Instant,
});

export const findFaculty = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/faculty',
  summary: 'Who publishes most on the topic of the records found, and whom we have written to (lead)',
  params: ReviewParams,
  reply: z.object({
    authors: z.array(
      z.object({
        authorKey: z.string(),
        name: z.string(),
        orcid: z.string().nullable(),
        affiliation: z.string(),
        records: z.number().int(),
        firstYear: z.number().int().nullable(),
        lastYear: z.number().int().nullable(),
        newestTitle: z.string(),
        topics: z.array(z.string()),
        letter: z.string(),
      }),
    ),
    /** Of so many records, the newest. */
    read: z.number().int(),
    outreach: z.array(Logged),
  }),
});

export const planOutreach = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/outreach',
  summary: 'Put an author on the list of those to write to, with the letter (lead)',
  params: ReviewParams,
  body: z.object({
    authorKey: z.string().min(1).max(300),
    name: z.string().trim().min(1).max(300),
    affiliation: z.string().trim().max(1000).default(''),
    letter: z.string().max(10_000).default(''),
  }),
  reply: Made,
  status: 201,
});

export const logOutreach = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/outreach/:outreachId',
  summary: 'Note that somebody was contacted, answered or declined, and when to be reminded (lead)',
  params: ReviewParams.extend({ outreachId: Id }),
  body: z.object({
    state: z.enum(OUTREACH_STATES),
    letter: z.string().max(10_000),
    note: z.string().trim().max(2000).default(''),
    contactedOn: Day.nullable().default(null),
    remindOn: Day.nullable().default(null),
  }),
});
