import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { PALETTE_NAMES } from '#core/reporting/palette';

export const listFlowSnapshots = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/flow-snapshots',
  summary: 'Frozen flow diagrams with their dates, and whether the numbers are still the same',
  params: ReviewParams,
  reply: z.object({
    snapshots: z.array(
      z.object({
        snapshotId: Id,
        number: z.number().int(),
        frozenAt: Instant,
        byName: z.string(),
        isToday: z.boolean(),
      }),
    ),
    may: z.object({ freeze: WhyNot, setEarlier: WhyNot }),
  }),
});

export const freezeFlow = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/flow-snapshots',
  summary: 'Freeze the flow diagram with its date; refused while anything waits or a sum fails',
  params: ReviewParams,
  reply: z.object({ number: z.number().int() }),
  status: 201,
});

export const getFlowSnapshot = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/flow-snapshots/:snapshotId/flow.svg',
  summary: 'A frozen flow diagram as SVG',
  params: ReviewParams.extend({ snapshotId: Id }),
  query: z.object({ palette: z.enum(PALETTE_NAMES).default('print') }),
  replyKind: 'file',
});

export const setEarlierVersion = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/earlier-version',
  summary: 'Say that the review updates an earlier version and what that one included, or that it is new',
  params: ReviewParams,
  body: z.object({
    earlier: z
      .object({
        studies: z.number().int().min(0).max(100_000),
        reports: z.number().int().min(0).max(100_000),
      })
      .nullable(),
  }),
});

export const readFlowFile = endpoint({
  method: 'POST',
  path: '/api/flow-readings',
  summary: 'Read an interchange file of the PRISMA2020 package: its diagram and whether its numbers agree',
  body: z.object({ text: z.string().max(200_000), palette: z.enum(PALETTE_NAMES).default('print') }),
  reply: z.object({
    svg: z.string(),
    checks: z.array(z.object({ identity: z.string(), holds: z.boolean(), sentence: z.string() })),
  }),
});
