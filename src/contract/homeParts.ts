import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { FitOf } from '#contract/openings';
import { Day, Id, Instant, PersonName } from '#contract/shapes';
import { CREDIT_ROLE_SLUGS } from '#core/credit/creditRoles';
import { APPLICATION_STATES } from '#core/people/vocabulary';
import { STAGES } from '#core/vocabulary';

export const getHomeCredit = endpoint({
  method: 'GET',
  path: '/api/home/credit',
  summary: 'My work in numbers over all reviews, the roles that it supports, and claims of others that wait for me',
  reply: z.object({
    recordsScreened: z.number().int(),
    studiesExtracted: z.number().int(),
    hours: z.number(),
    reviews: z.number().int(),
    roles: z.array(z.enum(CREDIT_ROLE_SLUGS)),
  }),
});

export const getHomeTeams = endpoint({
  method: 'GET',
  path: '/api/home/teams',
  summary: 'For whom I lead: who has how much open work, most first, and the five best applicants for each opening',
  reply: z.object({
    workloads: z.array(
      z.object({
        reviewId: Id,
        reviewTitle: z.string(),
        stage: z.enum(STAGES),
        person: PersonName,
        given: z.number().int(),
        done: z.number().int(),
        perDay: z.number(),
        dueOn: Day.nullable(),
        lastAt: Instant.nullable(),
      }),
    ),
    posts: z.array(
      z.object({
        openingId: Id,
        title: z.string(),
        projectTitle: z.string(),
        /** How many have no answer yet. */
        toAnswer: z.number().int(),
        best: z.array(
          z.object({
            applicationId: Id,
            person: PersonName,
            headline: z.string(),
            state: z.enum(APPLICATION_STATES),
            fit: FitOf,
          }),
        ),
      }),
    ),
  }),
});

export const getHomeApprovals = endpoint({
  method: 'GET',
  path: '/api/home/approvals',
  summary: 'What waits for my word: agreements to sign, claims of roles to confirm',
  reply: z.object({
    agreements: z.array(z.object({ projectId: Id, projectTitle: z.string(), version: z.number().int() })),
    claims: z.array(z.object({ reviewId: Id, reviewTitle: z.string(), count: z.number().int() })),
  }),
});

export const getHomeWatch = endpoint({
  method: 'GET',
  path: '/api/home/watch',
  summary: 'For whom I lead: how far screeners agree in each review, and retractions that nobody has looked into',
  reply: z.object({
    reviews: z.array(
      z.object({
        reviewId: Id,
        title: z.string(),
        /** At the last stage where two have decided on anything; null for who is blind there, or where nobody has. */
        agreement: z
          .object({
            stage: z.enum(STAGES),
            records: z.number().int(),
            kappa: z.number().nullable(),
            because: z.string().nullable(),
          })
          .nullable(),
        retractions: z
          .object({ open: z.number().int(), title: z.string(), isIncluded: z.boolean().nullable() })
          .nullable(),
      }),
    ),
  }),
});
