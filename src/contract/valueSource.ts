import { z } from 'zod';
import { Id } from '#contract/shapes';

const Share = z.number().min(-0.1).max(1.1);

/** Where words stand on a page: shares of it from its top left corner. */
export const PageRects = z
  .array(z.object({ x: Share, y: Share, width: Share, height: Share }))
  .max(200)
  .default([]);

/** Where a value was read. */
export const ValueSource = z.object({
  recordId: Id.nullable().default(null),
  page: z.number().int().min(1).max(100_000).nullable().default(null),
  quote: z.string().trim().max(5000).default(''),
  rects: PageRects,
});

export const sourceField = { source: ValueSource.nullable().default(null) };
