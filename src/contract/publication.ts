import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Instant, ReviewParams, WhyNot } from '#contract/shapes';

export const getPublication = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/publication',
  summary: 'Whether the review is public, and who of the team agrees to be named there',
  params: ReviewParams,
  reply: z.object({
    publication: z
      .object({
        version: z.number().int(),
        doi: z.string(),
        publishedAt: Instant,
        withdrawnAt: Instant.nullable(),
        withdrawnBecause: z.string(),
      })
      .nullable(),
    address: z.string(),
    isNamed: z.boolean(),
    members: z.array(z.object({ name: z.string(), isNamed: z.boolean() })),
    may: z.object({ publish: WhyNot }),
  }),
});

export const publishReview = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/publication',
  summary: 'Make a finished review public as it is now: a copy that anybody may read (lead)',
  params: ReviewParams,
  body: z.object({
    doi: z
      .string()
      .trim()
      .max(200)
      .regex(/^(10\.\d{4,9}\/\S+)?$/, 'A DOI begins with 10. and a slash, such as 10.5555/example')
      .default(''),
  }),
  reply: z.object({ version: z.number().int() }),
});

export const withdrawPublication = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/publication/withdrawal',
  summary: 'Take the public page back: it then tells only that, when and why (lead)',
  params: ReviewParams,
  body: z.object({ reason: z.string().trim().min(1, 'Write why').max(2000) }),
});

export const agreeToBeNamed = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/publication/my-name',
  summary: 'Say for oneself whether the public page may tell one’s name',
  params: ReviewParams,
  body: z.object({ isNamed: z.boolean() }),
});

const TextTable = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  below: z.array(z.string()),
});

export const getPublished = endpoint({
  method: 'GET',
  path: '/api/published/:reviewId',
  summary: 'The public page of a finished review, for anybody',
  access: 'anyone',
  params: ReviewParams,
  reply: z.object({
    title: z.string(),
    version: z.number().int(),
    doi: z.string(),
    publishedAt: Instant,
    withdrawn: z.object({ at: Instant, because: z.string() }).nullable(),
    /** Null where it was withdrawn. */
    review: z
      .object({
        slots: z.array(z.object({ slot: z.string(), text: z.string() })),
        answer: z.array(z.string()),
        steps: z.array(z.object({ n: z.number().int(), what: z.string(), more: z.string() })),
        figures: z.array(z.object({ name: z.string(), caption: z.string(), svg: z.string() })),
        findings: TextTable,
        characteristics: TextTable,
        excluded: TextTable,
        searches: TextTable,
        references: z.array(z.string()),
        deviations: z.array(z.object({ on: Day, what: z.string(), reason: z.string() })),
        /** Null for who did not agree to be named. */
        people: z.array(z.object({ name: z.string().nullable(), roles: z.array(z.string()) })),
        chain: z.object({ events: z.number().int(), fingerprint: z.string(), sentence: z.string() }),
        files: z.array(z.object({ name: z.string(), bytes: z.number().int() })),
      })
      .nullable(),
  }),
});

export const getPublishedData = endpoint({
  method: 'GET',
  path: '/api/published/:reviewId/data.zip',
  summary: 'Data, scripts for R, searches and figures of a public review, for anybody',
  access: 'anyone',
  params: ReviewParams,
  replyKind: 'file',
});
