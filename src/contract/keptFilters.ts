import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { RecordFilters } from '#contract/records';
import { Id, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { CHOICES, RECORD_GAPS, REMARK_AUDIENCES, VERDICTS } from '#core/vocabulary';

const Audience = z.enum(REMARK_AUDIENCES);

/** Filters as they are kept: what a list of records was asked for, without its order. */
const AskedFilters = z.object({
  text: z.string(),
  import: Id.optional(),
  source: z.array(z.string()),
  yearFrom: z.number().int().optional(),
  yearTo: z.number().int().optional(),
  label: z.array(Id),
  missing: z.array(z.enum(RECORD_GAPS)),
  verdict: z.array(z.enum(VERDICTS)),
  mine: z.array(z.enum(CHOICES)),
  box: z.string().optional(),
  reason: Id.optional(),
});

export const KeptFilter = z.object({
  filterId: Id,
  name: z.string(),
  audience: Audience,
  asked: AskedFilters,
  may: z.object({ remove: WhyNot }),
});

export const listKeptFilters = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/kept-filters',
  summary: 'Searches among the records kept under a name: the viewer’s own, and those that the team shares',
  params: ReviewParams,
  reply: z.object({ filters: z.array(KeptFilter), may: z.object({ keep: WhyNot }) }),
});

export const keepFilter = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/kept-filters',
  summary: 'Keep what a list of records was asked for under a name, for oneself or for the team',
  params: ReviewParams,
  body: z.object({
    name: z.string().trim().min(1, 'Write a name').max(60, 'Keep it under 60 characters'),
    audience: Audience.default('own'),
    asked: RecordFilters,
  }),
  reply: Made,
  status: 201,
});

export const removeKeptFilter = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/kept-filters/:filterId',
  summary: 'Keep a search among the records no longer: who keeps it, or a lead what the team shares',
  params: ReviewParams.extend({ filterId: Id }),
});
