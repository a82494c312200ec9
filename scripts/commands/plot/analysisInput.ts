import { z } from 'zod';
import { synthesisRequest } from '#contract/synthesisRequest';
import type { DrawnAnalysis, ForestWords } from '#core/reporting/forestOfAnalysis';
import { FIXED_METHODS, INTERVAL_METHODS, MODELS } from '#core/synthesis/analysisSpec';
import { type StudyNumbers, ZERO_RULES } from '#core/synthesis/effects/effectSize';
import { type EffectMeasure, MEASURE_FUNCTIONS } from '#core/synthesis/effects/measures';
import { PREDICTION_INTERVALS } from '#core/synthesis/predictionInterval';
import { synthesise } from '#core/synthesis/request/synthesise';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';
import { parseJson } from '#scripts/commands/plot/parseJson';

// The words are the keys of the table of measures.
const MEASURE_KEYS = Object.keys(MEASURE_FUNCTIONS) as EffectMeasure[];

/** What the figure says beyond the numbers; may stand beside either kind of input. */
const figureWords = z.object({
  arms: z.exactOptional(z.object({ first: z.string(), second: z.string() })).describe('heads of the arm columns'),
  favours: z.exactOptional(z.object({ left: z.string(), right: z.string() })),
  footnotes: z.exactOptional(z.array(z.string())),
});

function estimable<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('estimable', [
    z.object({ estimable: z.literal(true), value }),
    z.object({ estimable: z.literal(false), because: z.string() }),
  ]);
}

const bounds = { lower: z.number(), upper: z.number() };

const analysisResult = z.object({
  spec: z.object({
    measure: z.enum(MEASURE_KEYS),
    model: z.enum(MODELS),
    fixedMethod: z.enum(FIXED_METHODS),
    tauSquared: z.enum(TAU_SQUARED_METHODS),
    interval: z.enum(INTERVAL_METHODS),
    predictionInterval: z.enum([...PREDICTION_INTERVALS, 'none']),
    level: z.number(),
    zeroCells: z.object({ add: z.number(), to: z.enum(ZERO_RULES) }),
  }),
  interval: z.enum(INTERVAL_METHODS),
  studies: z.array(
    z.object({
      studyId: z.string(),
      label: z.string(),
      effect: estimable(z.object({ yi: z.number(), vi: z.number(), standardError: z.number(), ...bounds })),
      weightPercent: z.number().nullable(),
    }),
  ),
  pooled: estimable(
    z.object({
      estimate: z.number(),
      standardError: z.number(),
      ...bounds,
      statistic: z.number().nullable(),
      df: z.number().nullable(),
      p: z.number(),
    }),
  ),
  predictionInterval: estimable(z.object(bounds)),
  heterogeneity: estimable(
    z.object({
      q: z.number(),
      df: z.number(),
      p: z.number(),
      iSquaredPercent: z.number(),
      hSquared: z.number(),
      tauSquared: z.number().nullable(),
      tau: z.number().nullable(),
      tauSquaredError: z.number().nullable(),
      tauSquaredInterval: z.object({ ...bounds, isEmpty: z.boolean() }).nullable(),
    }),
  ),
});

export const analysisSchema = z.union([
  analysisResult.extend(figureWords.shape),
  synthesisRequest.extend(figureWords.shape),
]);

export interface AnalysisInput {
  readonly analysis: DrawnAnalysis;
  readonly words: ForestWords;
  /** What each study reported, by studyId; empty where only a result was given. */
  readonly numbers: ReadonlyMap<string, StudyNumbers>;
}

function studyNumbers(row: Readonly<Record<string, string | number | null>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}

/** A result of `pooled synthesise`, or its input: then it is pooled here, and the arms' numbers stand beside. */
export function analysisInput(source: string): AnalysisInput {
  const loose = parseJson(z.looseObject(figureWords.shape), source);
  const { arms, favours, footnotes, ...rest } = loose;
  const words: ForestWords = {
    ...(arms ? { arms } : {}),
    ...(favours ? { favours } : {}),
    ...(footnotes ? { footnotes } : {}),
  };
  if (!('data' in rest)) return { analysis: parseJson(analysisResult, source), words, numbers: new Map() };
  const request = parseJson(synthesisRequest, JSON.stringify(rest));
  const analysis = synthesise(request);
  const numbers = new Map(
    analysis.studies.map(({ studyId }, place) => [studyId, studyNumbers(request.data[place] ?? {})] as const),
  );
  return { analysis, words: { ...words, numbers }, numbers };
}
