import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, JobStarted, ReviewParams, WhyNot } from '#contract/shapes';
import { PAIR_STATES } from '#core/vocabulary';

/** A record as it stands beside another one. */
export const ComparedRecord = z.object({
  recordId: Id,
  title: z.string(),
  authorsText: z.string(),
  year: z.number().int().nullable(),
  journal: z.string().nullable(),
  volume: z.string().nullable(),
  issue: z.string().nullable(),
  pages: z.string().nullable(),
  doi: z.string().nullable(),
  pmid: z.string().nullable(),
  abstractText: z.string(),
  sourceName: z.string(),
});

export const Pair = z.object({
  pairId: Id,
  state: z.enum(PAIR_STATES),
  probability: z.number(),
  reasons: z.array(z.string()),
  /** Fields in which the two differ. */
  differs: z.array(z.string()),
  a: ComparedRecord,
  b: ComparedRecord,
  decidedByName: z.string().nullable(),
  decidedAt: Instant,
});

export const findDuplicates = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/duplicate-runs',
  summary: 'Find duplicates as a job: certain pairs are merged, doubtful ones are asked',
  params: ReviewParams,
  reply: JobStarted,
  status: 202,
});

export const listPairs = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/duplicate-pairs',
  summary: 'Pairs of records: doubtful ones to decide, or those that were merged or kept apart',
  params: ReviewParams,
  query: z.object({
    state: z.enum(PAIR_STATES).default('doubtful'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    pairs: z.array(Pair),
    counts: z.object({
      doubtful: z.number().int(),
      same: z.number().int(),
      different: z.number().int(),
      related: z.number().int(),
      clusters: z.number().int(),
      removed: z.number().int(),
    }),
    may: z.object({ decide: WhyNot, find: WhyNot }),
  }),
});

export const decidePair = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/duplicate-pairs/:pairId/state',
  summary:
    'Say of two records that they are the same report, different ones, or different reports of one study; "doubtful" takes it back',
  params: ReviewParams.extend({ pairId: Id }),
  body: z.object({ state: z.enum(PAIR_STATES) }),
});

export const Cluster = z.object({
  clusterId: Id,
  primaryRecordId: Id,
  records: z.array(ComparedRecord),
});

export const listClusters = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/duplicate-clusters',
  summary: 'Records that were merged, each copy kept',
  params: ReviewParams,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ clusters: z.array(Cluster), total: z.number().int() }),
});

export const unmergeRecord = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/duplicate-clusters/:clusterId/records/:recordId',
  summary: 'Take a record out of its cluster: it stands for itself again, and the finder won’t merge it back',
  params: ReviewParams.extend({ clusterId: Id, recordId: Id }),
});
