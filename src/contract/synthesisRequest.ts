import { z } from 'zod';
import { DEFAULT_ANALYSIS, FIXED_METHODS, INTERVAL_METHODS, MODELS } from '#core/synthesis/analysisSpec';
import { VARIANCE_KINDS, ZERO_RULES } from '#core/synthesis/effects/effectSize';
import { type EffectMeasure, MEASURE_FUNCTIONS } from '#core/synthesis/effects/measures';
import { NETWORK_MODELS } from '#core/synthesis/network/networkTauSquared';
import { PREDICTION_INTERVALS } from '#core/synthesis/predictionInterval';
import { REPORT_ITEMS } from '#core/synthesis/request/synthesisRequest';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';

// The words are the keys of the table of measures.
const MEASURE_WORDS = Object.keys(MEASURE_FUNCTIONS) as EffectMeasure[];

/** What `pooled synthesise` and `POST /api/syntheses` read. Every choice but measure and data has the default that the product uses. */
export const synthesisRequest = z.strictObject({
  measure: z.enum(MEASURE_WORDS).describe('OR, RR, RD, MD, SMD, GEN and others, by their short names'),
  data: z
    .array(z.record(z.string(), z.union([z.number(), z.string(), z.null()])))
    .describe(
      'one study a row; columns ai bi ci di n1i n2i m1i sd1i m2i sd2i x1i t1i x2i t2i xi mi ni ri yi vi sei slab',
    ),
  effects: z
    .strictObject({
      add: z.number().min(0).default(DEFAULT_ANALYSIS.zeroCells.add),
      to: z.enum(ZERO_RULES).default(DEFAULT_ANALYSIS.zeroCells.to),
      variance: z.enum(VARIANCE_KINDS).default('LS'),
    })
    .prefault({}),
  model: z.enum(MODELS).default(DEFAULT_ANALYSIS.model),
  fixedMethod: z.enum(FIXED_METHODS).default(DEFAULT_ANALYSIS.fixedMethod),
  tauSquared: z.enum(TAU_SQUARED_METHODS).default(DEFAULT_ANALYSIS.tauSquared),
  interval: z.enum(INTERVAL_METHODS).default(DEFAULT_ANALYSIS.interval),
  predictionInterval: z.enum([...PREDICTION_INTERVALS, 'none']).default(DEFAULT_ANALYSIS.predictionInterval),
  level: z.number().gt(0).lt(100).default(DEFAULT_ANALYSIS.level),
  moderators: z.array(z.string()).default([]).describe('columns of data: numbers, or texts as categories'),
  cluster: z.string().optional().describe('column of data that names the cluster of a study'),
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
