import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { ReviewParams } from '#contract/shapes';
import { EXTRACTION_TABLES } from '#core/extraction/vocabulary';

const TableParams = ReviewParams.extend({ table: z.enum(EXTRACTION_TABLES) });

export const getExtractionTable = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/extraction-tables/:table',
  summary: 'The form’s values or the results as a table that can be edited in a spreadsheet',
  params: TableParams,
  reply: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
});

const Cell = z.string().max(20_000);

/** At most so many rows at once: a longer table is sent part by part. */
const Upload = z.object({
  head: z.array(Cell).max(400),
  rows: z.array(z.object({ line: z.number().int().min(1), cells: z.array(Cell).max(400) })).max(100),
});

export const compareExtractionTable = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/extraction-tables/:table/comparison',
  summary: 'What an edited table would change, and what of it is refused with line and column; nothing is changed',
  params: TableParams,
  body: Upload,
  reply: z.object({
    changes: z.array(
      z.object({
        line: z.number().int(),
        column: z.string(),
        place: z.string(),
        before: z.string(),
        after: z.string(),
        problem: z.string().nullable(),
      }),
    ),
  }),
});

export const takeExtractionTable = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/extraction-tables/:table/changes',
  summary: 'Take over what an edited table changes, each change as if it were typed',
  params: TableParams,
  body: Upload,
  reply: z.object({
    taken: z.number().int(),
    refused: z.array(z.object({ line: z.number().int(), column: z.string(), place: z.string(), problem: z.string() })),
  }),
});
