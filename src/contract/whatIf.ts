import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, ReviewParams } from '#contract/shapes';
import { PALETTE_NAMES } from '#core/reporting/palette';

const Side = z.object({
  /** The forest plot; null where nothing is pooled. */
  svg: z.string().nullable(),
  effect: z.string().nullable(),
  studies: z.number().int(),
  people: z.number().nullable(),
  /** What the data suggest for each reason of certainty; people's answers stay as they are. */
  suggestions: z.array(z.object({ reason: z.string(), levels: z.array(z.number().int()), because: z.string() })),
});
const TextTable = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  below: z.array(z.string()),
});

export const compareWithout = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/what-if',
  summary: 'Every analysis with and without some studies, side by side; nothing is stored and nothing stored changes',
  params: ReviewParams,
  body: z.object({
    /** Leave out studies at high risk of bias for the outcome. */
    highRisk: z.boolean().default(false),
    studyIds: z.array(Id).max(2000).default([]),
    palette: z.enum(PALETTE_NAMES).default('light'),
  }),
  reply: z.object({
    studies: z.array(z.object({ studyId: Id, label: z.string(), isHighRisk: z.boolean(), isOff: z.boolean() })),
    analyses: z.array(z.object({ analysisId: Id, name: z.string(), isLocked: z.boolean(), before: Side, after: Side })),
    findings: z.object({ before: TextTable, after: TextTable }),
  }),
});
