import { z } from 'zod';
import { Id, Instant } from '#contract/shapes';
import { JOB_STATES } from '#core/vocabulary';

/** How far long work is. */
export const WORK_DONE = {
  state: z.enum(JOB_STATES),
  doneCount: z.number().int(),
  totalCount: z.number().int().nullable(),
  sentence: z.string(),
  isCancelRequested: z.boolean(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
};

/** A file that long work makes for the person who asked. */
export const FileInTheMaking = z.object({
  exportId: Id,
  ...WORK_DONE,
  bytes: z.number().int().nullable(),
  askedAt: Instant,
  /** Until when the file can be had; null where there is none. */
  keptUntil: Instant.nullable(),
});
