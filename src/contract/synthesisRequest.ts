import { z } from 'zod';
import { SequentialChoices } from '#contract/sequentialChoices';
import { DEFAULT_ANALYSIS, FIXED_METHODS, INTERVAL_METHODS } from '#core/synthesis/analysisSpec';
import {
  PRIOR_COMPARISONS,
  RHODES_OUTCOMES,
  type RhodesOutcome,
  TURNER_OUTCOMES,
  type TurnerOutcome,
} from '#core/synthesis/bayes/empiricalPriors';
import { USUAL_KNOTS } from '#core/synthesis/doseResponse/doseBasis';
import { DOSE_DESIGNS } from '#core/synthesis/doseResponse/greenlandLongnecker';
import { VARIANCE_KINDS, ZERO_RULES } from '#core/synthesis/effects/effectSize';
import { type EffectMeasure, MEASURE_FUNCTIONS } from '#core/synthesis/effects/measures';
import { GENERALISED_MODELS } from '#core/synthesis/generalised/generalisedMeta';
import { ROBUST_KINDS } from '#core/synthesis/multilevel/robustVariance';
import { NETWORK_MODELS } from '#core/synthesis/network/networkTauSquared';
import { PREDICTION_INTERVALS } from '#core/synthesis/predictionInterval';
import { REPORT_ITEMS, REQUEST_MODELS } from '#core/synthesis/request/synthesisRequest';
import { SELECTION_KINDS } from '#core/synthesis/selection/selectionFunctions';
import { SUBGROUP_VARIANCES } from '#core/synthesis/specification';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';

// The words are the keys of the table of measures.
const MEASURE_WORDS = Object.keys(MEASURE_FUNCTIONS) as EffectMeasure[];

// The words are the keys of the tables of priors.
const TURNER_WORDS = Object.keys(TURNER_OUTCOMES) as TurnerOutcome[];
const RHODES_WORDS = Object.keys(RHODES_OUTCOMES) as RhodesOutcome[];

const dataRow = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
const positive = z.number().positive();

const tauPrior = z.discriminatedUnion('family', [
  z.strictObject({ family: z.literal('half-normal'), scale: positive }),
  z.strictObject({ family: z.literal('half-cauchy'), scale: positive }),
  z.strictObject({ family: z.literal('half-t'), scale: positive, df: positive }),
  z.strictObject({ family: z.literal('exponential'), rate: positive }),
  z.strictObject({ family: z.literal('uniform'), least: z.number().min(0).default(0), most: positive }),
  z.strictObject({ family: z.literal('log-normal-tau-squared'), mean: z.number(), deviation: positive }),
  z.strictObject({ family: z.literal('log-t-tau-squared'), location: z.number(), scale: positive, df: positive }),
  z.strictObject({
    family: z.literal('turner').describe('empirical, for log odds ratios: Turner et al. 2015, table IV'),
    outcome: z.enum(TURNER_WORDS).default('any'),
    comparison: z.enum(PRIOR_COMPARISONS).default('drug-placebo'),
  }),
  z.strictObject({
    family: z.literal('rhodes').describe('empirical, for standardised mean differences: Rhodes et al. 2015, table 3'),
    outcome: z.enum(RHODES_WORDS).default('any'),
    comparison: z.enum(PRIOR_COMPARISONS).default('drug-placebo'),
  }),
]);

const bayes = z.strictObject({
  tau: tauPrior.describe(
    'prior of tau; turner and rhodes are empirical ones by name; log-…-tau-squared are priors of tau²',
  ),
  mean: z
    .strictObject({ mean: z.number().default(0), deviation: positive })
    .nullable()
    .default(null)
    .describe('normal prior of the mean effect; null: flat'),
});

const sequential = SequentialChoices.extend({
  orderBy: z.string().optional().describe('column by which the trials come in order, such as year'),
});

const multilevel = z.strictObject({
  levels: z.array(z.string()).min(1).max(4).describe('columns of the groups that rows lie in, outermost first'),
  correlation: z.number().min(0).lt(1).default(0).describe('assumed for the errors of rows within a group'),
  correlatedWithin: z.string().optional(),
  method: z.enum(['REML', 'ML']).default('REML'),
});

const selection = z.strictObject({
  kind: z.enum(SELECTION_KINDS),
  favoured: z.enum(['greater', 'less']),
  steps: z.array(z.number().gt(0).lte(1)).default([0.025]).describe('one-sided p-values, of a step function'),
});

const diagnostic = z.strictObject({
  model: z.enum(['normal', 'binomial']).default('normal'),
  method: z.enum(['ML', 'REML']).default('REML'),
  points: z.number().int().min(1).max(51).default(21),
  falsePositiveRates: z.array(z.number().gt(0).lt(1)).default([0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9]),
});

const doseResponse = z.strictObject({
  study: z.string().default('study'),
  design: z.union([z.enum(DOSE_DESIGNS), z.strictObject({ column: z.string() })]).default({ column: 'type' }),
  curve: z.enum(['linear', 'spline']).default('linear'),
  knotPercentiles: z.array(z.number().min(0).max(100)).default([...USUAL_KNOTS[3]]),
  method: z.enum(['FE', 'ML', 'REML']).default('REML'),
  doses: z.array(z.number()).default([]),
  reference: z.number().default(0),
});

/** What `pooled synthesise` and `POST /api/syntheses` read. Every choice but measure and data has the default that the product uses. */
export const synthesisRequest = z.strictObject({
  measure: z
    .enum(MEASURE_WORDS)
    .optional()
    .describe('OR, RR, RD, MD, SMD, HR, GEN and others, by their short names; not for diagnostic and doseResponse'),
  data: z
    .array(dataRow)
    .describe(
      'one study a row; columns ai bi ci di n1i n2i m1i sd1i m2i sd2i x1i t1i x2i t2i xi mi ni ri oe voe hr lb ub pval yi vi sei slab; tp fn fp tn; dose cases n logrr se',
    ),
  effects: z
    .strictObject({
      add: z.number().min(0).default(DEFAULT_ANALYSIS.zeroCells.add),
      /** Null: studies with a zero, but none where the measure is defined at zero (AS, PAS, PFT and kin). */
      to: z.enum(ZERO_RULES).nullable().default(null),
      variance: z.enum(VARIANCE_KINDS).default('LS'),
    })
    .prefault({}),
  model: z
    .enum(REQUEST_MODELS)
    .default(DEFAULT_ANALYSIS.model)
    .describe('glmm: the counts themselves by a mixed model'),
  generalised: z.enum(GENERALISED_MODELS).nullable().default(null).describe('which mixed model of the counts'),
  fixedMethod: z.enum(FIXED_METHODS).default(DEFAULT_ANALYSIS.fixedMethod),
  tauSquared: z.enum(TAU_SQUARED_METHODS).default(DEFAULT_ANALYSIS.tauSquared),
  interval: z.enum(INTERVAL_METHODS).default(DEFAULT_ANALYSIS.interval),
  predictionInterval: z.enum([...PREDICTION_INTERVALS, 'none']).default(DEFAULT_ANALYSIS.predictionInterval),
  level: z.number().gt(0).lt(100).default(DEFAULT_ANALYSIS.level),
  subgroups: z.strictObject({ by: z.string(), tauSquared: z.enum(SUBGROUP_VARIANCES).default('separate') }).optional(),
  moderators: z
    .array(z.string())
    .default([])
    .describe('columns of data: numbers, or texts as categories; "one:other" is their interaction'),
  predictAt: z.array(dataRow).default([]).describe('values of the moderators at which the regression is asked'),
  permutations: z.number().int().min(0).max(100_000).default(0).describe('orders of the permutation test'),
  seed: z.number().int().default(1),
  cluster: z.string().optional().describe('column of data that names the cluster of a study'),
  robust: z.enum(ROBUST_KINDS).default('CR2'),
  multilevel: multilevel.optional(),
  bayes: bayes.optional(),
  selection: z.array(selection).default([]),
  sequential: sequential.optional(),
  diagnostic: diagnostic.optional().describe('accuracy of a test; data are tables tp fn fp tn'),
  doseResponse: doseResponse.optional().describe('data are categories of exposure: dose cases n logrr se'),
  network: z
    .strictObject({
      study: z.string().default('study'),
      treatment: z.string().default('treatment'),
      model: z.enum(NETWORK_MODELS).default('random-REML'),
      smallIsBetter: z.boolean().default(false),
    })
    .optional()
    .describe(
      'data are arms, one a row, with xi ni (OR, RR, RD) or mi sdi ni (MD); names of the columns of study and treatment',
    ),
  report: z.array(z.enum(REPORT_ITEMS)).default([]),
});
