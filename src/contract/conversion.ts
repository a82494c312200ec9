import { z } from 'zod';
import { Id } from '#contract/shapes';
import { CONVERSIONS } from '#core/extraction/conversionForms';
import { ARM_KINDS } from '#core/vocabulary';

/** What a report gives in place of the numbers: by the fields and choices of the conversion's form. */
export const ConversionAsked = z.object({
  conversion: z.enum(CONVERSIONS),
  given: z.record(z.string().max(60), z.number()),
  choices: z.record(z.string().max(60), z.string().max(60)).default({}),
});

/** How the numbers came from what the report gives. */
export const ConversionMade = ConversionAsked.extend({
  sentence: z.string(),
  assumptions: z.array(z.string()),
  source: z.string(),
});

/** A result of a study whose numbers were converted; no arm where it is the study's own estimate. */
export const ConvertedResultOf = z.object({
  studyId: Id,
  label: z.string(),
  arm: z.object({ name: z.string(), kind: z.enum(ARM_KINDS) }).nullable(),
  provenance: ConversionMade.pick({ sentence: true, assumptions: true, source: true }).extend({
    conversion: z.enum([...CONVERSIONS, 'unit-or-direction']),
  }),
});
