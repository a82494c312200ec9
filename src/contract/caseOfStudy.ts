import { z } from 'zod';
import { Instant, PersonName, WhyNot } from '#contract/shapes';
import { EXTRACTION_MODES } from '#core/extraction/vocabulary';

/** How far the extraction of a study is. Who has finished is told, never what they wrote. */
export const caseOfStudy = {
  mode: z.enum(EXTRACTION_MODES),
  state: z.enum(['open', 'done', 'to-settle', 'settled', 'to-check', 'checked']),
  mine: z.enum(['none', 'begun', 'finished']),
  extractors: z.array(PersonName.extend({ isFinished: z.boolean() })),
  settled: z.object({ byName: z.string(), at: Instant, note: z.string() }).nullable(),
  may: z.object({
    ...{ fill: WhyNot, reshape: WhyNot, finish: WhyNot, reopen: WhyNot, settle: WhyNot, check: WhyNot },
    /** Of anybody who has not finished; an extractor may always give the own seat back. */
    freeSeats: WhyNot,
  }),
};
