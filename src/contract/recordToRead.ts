import { z } from 'zod';
import { Id } from '#contract/shapes';

export const AbstractPart = z.object({ label: z.string().nullable(), text: z.string() });

/** A record as a person reads it. */
export const RecordToRead = z.object({
  recordId: Id,
  title: z.string(),
  authorsText: z.string(),
  year: z.number().int().nullable(),
  journal: z.string().nullable(),
  citation: z.string(),
  doi: z.string().nullable(),
  pmid: z.string().nullable(),
  pmcid: z.string().nullable(),
  abstract: z.array(AbstractPart),
  meshHeadings: z.array(z.string()),
  keywords: z.array(z.string()),
  publicationTypes: z.array(z.string()),
  languages: z.array(z.string()),
  isRetracted: z.boolean(),
  sourceName: z.string(),
});
