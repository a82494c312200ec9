import { z } from 'zod';
import { Problem } from '#core/problem';
import type { FlowCounts } from '#core/reporting/flowCounts';
import { readPrismaCsv } from '#core/reporting/readPrismaCsv';
import { parseJson } from '#scripts/commands/plot/parseJson';

// Numbers that are no counts pass: the identities name them, every one with its place.
const count = z.number();
const namedCount = z.object({ name: z.string(), n: count });
const pair = z.object({ studies: count, reports: count });

const reportCounts = z.object({
  sought: count,
  notRetrieved: count,
  retrievalWaiting: count.default(0),
  assessed: count,
  eligibilityWaiting: count.default(0),
  excluded: z.array(namedCount),
  included: count,
});

export const flowSchema = z.object({
  kind: z.enum(['new', 'updated']).default('new'),
  previous: z.exactOptional(pair),
  databases: z.array(namedCount).default([]),
  registers: z.array(namedCount).default([]),
  stated: z.exactOptional(z.object({ databases: z.exactOptional(count), registers: z.exactOptional(count) })),
  removed: z.object({
    duplicates: count,
    byAutomation: count.default(0),
    otherReasons: count.default(0),
    automation: z.exactOptional(z.string()),
  }),
  screening: z.object({
    screened: count,
    waiting: count.default(0),
    excluded: count,
    excludedByAutomation: z.exactOptional(count),
    passed: z.object({ records: count, reports: count }),
  }),
  reports: reportCounts,
  other: z.exactOptional(
    z.object({
      identified: z.array(namedCount.extend({ kind: z.enum(['website', 'organisation', 'citation', 'other']) })),
      removed: z.object({ duplicates: count, irrelevant: count }).default({ duplicates: 0, irrelevant: 0 }),
      reports: reportCounts,
    }),
  ),
  included: pair.extend({
    reportsFoundBothWays: z.exactOptional(count),
    studiesBehindReports: z.exactOptional(count),
    knownStudiesBehindReports: z.exactOptional(count),
  }),
  total: z.exactOptional(pair),
  metaAnalysis: z.exactOptional(pair),
});

/** Counts as JSON, or a PRISMA2020 file as comma-separated text. */
export function flowInput(source: string): FlowCounts {
  if (!source.trimStart().startsWith('{')) {
    if (!/^\uFEFF?"?data"?,/.test(source)) {
      throw new Problem(
        'invalid',
        'the file is neither counts as JSON nor a PRISMA2020 file (CSV beginning with "data,")',
      );
    }
    return readPrismaCsv(source);
  }
  return parseJson(flowSchema, source);
}
