import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { FitOf, OpeningParams } from '#contract/openings';
import { Day, Id, Instant, Made, PersonName, RoleWord } from '#contract/shapes';
import { OFFER_STATES } from '#core/people/vocabulary';

const OfferParams = z.object({ offerId: Id });

export const suggestPeople = endpoint({
  method: 'GET',
  path: '/api/openings/:openingId/suggestions',
  summary: 'People who would fit an opening, with reasons (lead)',
  params: OpeningParams,
  reply: z.object({
    people: z.array(
      z.object({
        person: PersonName,
        headline: z.string(),
        fit: FitOf,
        hasApplied: z.boolean(),
        hasOpenOffer: z.boolean(),
      }),
    ),
  }),
});

export const makeOffer = endpoint({
  method: 'POST',
  path: '/api/openings/:openingId/offers',
  summary: 'Offer a seat to a person (lead)',
  params: OpeningParams,
  body: z.object({
    personId: Id,
    note: z.string().trim().max(2000).default(''),
    answerBy: Day.nullable().default(null),
  }),
  reply: Made,
  status: 201,
});

export const OfferToMe = z.object({
  offerId: Id,
  openingId: Id,
  openingTitle: z.string(),
  projectId: Id,
  projectTitle: z.string(),
  role: RoleWord,
  madeBy: z.string(),
  note: z.string(),
  state: z.enum(OFFER_STATES),
  madeAt: Instant,
  /** The last day on which it can be taken; null where none was set. */
  answerBy: Day.nullable(),
});

export const listMyOffers = endpoint({
  method: 'GET',
  path: '/api/offers',
  summary: 'Offers made to me',
  reply: z.object({ offers: z.array(OfferToMe) }),
});

export const acceptOffer = endpoint({
  method: 'POST',
  path: '/api/offers/:offerId/acceptance',
  summary: 'Take an offered seat and become a member',
  params: OfferParams,
  reply: z.object({ projectId: Id }),
});

export const declineOffer = endpoint({
  method: 'POST',
  path: '/api/offers/:offerId/refusal',
  summary: 'Decline an offer',
  params: OfferParams,
});

export const withdrawOffer = endpoint({
  method: 'DELETE',
  path: '/api/offers/:offerId',
  summary: 'Take an open offer back (lead)',
  params: OfferParams,
});
