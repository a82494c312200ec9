import { z } from 'zod';
import { USUAL_SEQUENTIAL } from '#core/synthesis/sequential/sequentialChoices';

const fromData = 'null or absent: taken from the data';

const anticipated = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.enum(['RR', 'OR', 'RD']),
    controlRisk: z.number().gt(0).lt(1).nullable().default(null).describe(fromData),
    effect: z.number(),
  }),
  z.strictObject({
    outcome: z.literal('MD'),
    effect: z.number(),
    deviation: z.number().positive().nullable().default(null).describe(fromData),
  }),
]);

/** How a trial sequential analysis is planned: the same in a saved analysis, in the API and at the command line. */
export const SequentialChoices = z.strictObject({
  anticipated: anticipated.describe('the effect worth finding, on the natural scale'),
  alpha: z.number().gt(0).lt(0.5).default(USUAL_SEQUENTIAL.alpha),
  beta: z.number().gt(0).lte(0.5).default(USUAL_SEQUENTIAL.beta),
  sides: z.union([z.literal(1), z.literal(2)]).default(USUAL_SEQUENTIAL.sides),
  heterogeneity: z
    .union([z.enum(['D2', 'I2', 'none']), z.strictObject({ percent: z.number().min(0).lt(100) })])
    .default('D2')
    .describe('what the required size is enlarged for; a protocol may name a percentage'),
  spending: z
    .string()
    .regex(/^(obf|pocock|power\d+(\.\d+)?|hsd-?\d+(\.\d+)?)$/, 'Write obf, pocock, power<number> or hsd<number>')
    .default(USUAL_SEQUENTIAL.spending)
    .describe('obf, pocock, power<number> or hsd<number>'),
  model: z.enum(['EE', 'DL']).default(USUAL_SEQUENTIAL.model),
  futility: z.boolean().optional().describe('boundaries for giving up too: beta is spent as alpha is, not binding'),
});
