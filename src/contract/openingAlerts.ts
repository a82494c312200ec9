import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, RoleWord, ShortText } from '#contract/shapes';
import { EARNINGS, PAYS, REPORT_REASONS, WORK_PLACES } from '#core/people/vocabulary';

const Wish = z.object({
  text: z.string().trim().max(200).default(''),
  roles: z.array(RoleWord).max(9).default([]),
  mostHours: z.number().int().min(1).max(80).nullable().default(null),
  earns: z.array(z.enum(EARNINGS)).default([]),
  pays: z.array(z.enum(PAYS)).default([]),
  places: z.array(z.enum(WORK_PLACES)).default([]),
  isForMe: z.boolean().default(false),
  isNew: z.boolean().default(false),
});

export const keepSearch = endpoint({
  method: 'POST',
  path: '/api/opening-alerts',
  summary: 'Keep a search for openings, to hear of new ones',
  body: z.object({ name: ShortText, wish: Wish }),
  reply: Made,
  status: 201,
});

export const listAlerts = endpoint({
  method: 'GET',
  path: '/api/opening-alerts',
  summary: 'The searches that I keep, with what is new in each',
  reply: z.object({
    alerts: z.array(
      z.object({
        alertId: Id,
        name: z.string(),
        wish: Wish,
        createdAt: Instant,
        lookedAt: Instant,
        found: z.number().int(),
        fresh: z.number().int(),
      }),
    ),
  }),
});

export const lookAtAlert = endpoint({
  method: 'POST',
  path: '/api/opening-alerts/:alertId/look',
  summary: 'Note that I have looked at what is new in a kept search',
  params: z.object({ alertId: Id }),
});

export const dropAlert = endpoint({
  method: 'DELETE',
  path: '/api/opening-alerts/:alertId',
  summary: 'Keep a search no longer',
  params: z.object({ alertId: Id }),
});

export const reportOpening = endpoint({
  method: 'POST',
  path: '/api/openings/:openingId/reports',
  summary: 'Report an opening to the administrator',
  params: z.object({ openingId: Id }),
  body: z.object({ reason: z.enum(REPORT_REASONS), note: z.string().trim().max(2000).default('') }),
  reply: Made,
  status: 201,
});

export const listReportedOpenings = endpoint({
  method: 'GET',
  path: '/api/moderation',
  summary: 'Openings that were reported, with what they say and why (administrator)',
  reply: z.object({
    openings: z.array(
      z.object({
        openingId: Id,
        title: z.string(),
        projectTitle: z.string(),
        leadName: z.string(),
        asks: z.string(),
        earns: z.string(),
        hiddenAt: Instant.nullable(),
        hiddenBecause: z.string(),
        reports: z.array(
          z.object({
            reportId: Id,
            reason: z.enum(REPORT_REASONS),
            note: z.string(),
            reportedBy: z.string(),
            reportedAt: Instant,
            settledAt: Instant.nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const moderateOpening = endpoint({
  method: 'PUT',
  path: '/api/moderation/:openingId',
  summary: 'Take a reported opening out of sight with a reason, or leave it (administrator)',
  params: z.object({ openingId: Id }),
  body: z
    .object({ isHidden: z.boolean(), because: z.string().trim().max(500).default('') })
    .refine(one => !one.isHidden || one.because !== '', {
      message: 'Say why: the lead reads it',
      path: ['because'],
    }),
});
