import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { OfferToMe } from '#contract/offers';
import { OpeningForAll } from '#contract/openings';
import { NextDeed, Step } from '#contract/reviews';
import { Id } from '#contract/shapes';

export const getHome = endpoint({
  method: 'GET',
  path: '/api/home',
  summary: 'What waits for me: my next deed in each review, offers, suggested openings, seats to fill',
  reply: z.object({
    reviews: z.array(
      z.object({
        reviewId: Id,
        title: z.string(),
        steps: z.array(Step),
        next: NextDeed.nullable(),
        openConflicts: z.number().int().nullable(),
      }),
    ),
    offers: z.array(OfferToMe),
    suggestedOpenings: z.array(OpeningForAll),
    seatsToFill: z.array(
      z.object({
        openingId: Id,
        projectTitle: z.string(),
        title: z.string(),
        seatsLeft: z.number().int(),
        applicants: z.number().int(),
        /** Of these, how many have no answer yet. */
        toAnswer: z.number().int(),
      }),
    ),
    profileIsEmpty: z.boolean(),
  }),
});

export const fillDemo = endpoint({
  method: 'POST',
  path: '/api/demo',
  summary: 'Fill an empty installation with the demo review and sign in as its lead',
  access: 'anyone',
  reply: z.object({ reviewId: Id, email: z.string(), password: z.string() }),
  status: 201,
});
