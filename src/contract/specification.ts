import { z } from 'zod';
import { SequentialChoices } from '#contract/sequentialChoices';
import { FIXED_METHODS, INTERVAL_METHODS, MODELS, usualZeroCells } from '#core/synthesis/analysisSpec';
import { ACCURACY_MODELS } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { DOSE_CURVES } from '#core/synthesis/doseResponse/doseAnalysis';
import { ZERO_RULES } from '#core/synthesis/effects/effectSize';
import { GENERALISED_MODELS } from '#core/synthesis/generalised/generalisedMeta';
import { PREDICTION_INTERVALS } from '#core/synthesis/predictionInterval';
import { SUBGROUP_VARIANCES } from '#core/synthesis/specification';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';
import { MEASURES } from '#core/vocabulary';

const Treatments = z.array(z.string().trim().min(1).max(200)).min(1, 'Name at least one treatment').max(50);

const ZeroCells = z.object({ add: z.number().min(0).max(1), to: z.enum(ZERO_RULES) });

/** How an outcome is pooled: every choice that a protocol would name. */
export const Specification = z.object({
  measure: z.enum(MEASURES),
  model: z.enum(MODELS).default('random'),
  fixedMethod: z.enum(FIXED_METHODS).default('inverse-variance'),
  tauSquared: z.enum(TAU_SQUARED_METHODS).default('REML'),
  interval: z.enum(INTERVAL_METHODS).default('knapp-hartung-guarded'),
  predictionInterval: z.enum([...PREDICTION_INTERVALS, 'none']).default('t-k-1'),
  level: z.number().gt(50).lt(100).default(95),
  zeroCells: ZeroCells.default({ add: 0.5, to: 'only0' }),
  generalised: z.enum(GENERALISED_MODELS).nullable().default(null),
  comparison: z.object({ first: Treatments, second: Treatments }).nullable().default(null),
  subgroups: z
    .object({ by: z.string().min(1).max(60), tauSquared: z.enum(SUBGROUP_VARIANCES).default('common') })
    .nullable()
    .default(null),
  moderators: z
    .array(z.string().min(1).max(200))
    .max(12, 'Up to twelve moderators and interactions')
    .default([])
    .describe('characteristics by id; "one:other" is the interaction of two that are named too'),
  reference: z.string().max(200).nullable().default(null),
  sequential: SequentialChoices.nullable().default(null),
  accuracy: z
    .object({
      model: z.enum(ACCURACY_MODELS).default('normal'),
      method: z.enum(['REML', 'ML']).default('REML'),
    })
    .nullable()
    .default(null),
  doseResponse: z
    .object({
      curve: z.enum(DOSE_CURVES).default('spline'),
      knots: z.union([z.literal(3), z.literal(4), z.literal(5)]).default(3),
      method: z.enum(['REML', 'ML', 'FE']).default('REML'),
      reference: z.number().nullable().default(null),
      per: z.number().positive('A step of exposure is above 0').default(1),
    })
    .nullable()
    .default(null),
  dependence: z
    .object({
      by: z.string().min(1).max(60),
      correlation: z.number().min(0).max(0.99, 'Errors that are all the same leave nothing to weigh').default(0),
    })
    .nullable()
    .default(null)
    .describe('effects with the same value of a characteristic belong together'),
});

/** As it is asked for: what is added to zero cells may be left to the measure, as escalc of metafor leaves it. */
export const AskedSpecification = Specification.extend({ zeroCells: ZeroCells.optional() }).transform(asked => ({
  ...asked,
  zeroCells: asked.zeroCells ?? usualZeroCells(asked.measure),
}));
