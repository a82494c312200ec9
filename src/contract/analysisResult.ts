import { z } from 'zod';

const numberOrNull = z.number().nullable();

/** A value, or why there is none. */
function estimableOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('estimable', [
    z.object({ estimable: z.literal(true), value }),
    z.object({ estimable: z.literal(false), because: z.string() }),
  ]);
}

const Interval = z.object({ lower: z.number(), upper: z.number() });

/** What the analysis gives, on the analysis scale (log for ratios), as `core/synthesis/analyse` computes it. */
export const AnalysisResult = z.object({
  interval: z.string(),
  k: z.number().int(),
  studies: z.array(
    z.object({
      studyId: z.string(),
      label: z.string(),
      effect: estimableOf(
        z.object({ yi: z.number(), vi: z.number(), standardError: z.number(), lower: z.number(), upper: z.number() }),
      ),
      weightPercent: numberOrNull,
    }),
  ),
  leftOut: z.array(z.object({ studyId: z.string(), label: z.string(), because: z.string() })),
  pooled: estimableOf(
    z.object({
      estimate: z.number(),
      standardError: z.number(),
      statistic: numberOrNull,
      df: numberOrNull,
      p: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  predictionInterval: estimableOf(Interval),
  heterogeneity: estimableOf(
    z.object({
      q: z.number(),
      df: z.number(),
      p: z.number(),
      iSquaredPercent: z.number(),
      hSquared: z.number(),
      tauSquared: numberOrNull,
      tau: numberOrNull,
      tauSquaredError: numberOrNull,
      tauSquaredInterval: z.unknown(),
    }),
  ),
  /** By a saved analysis' choices: `core/synthesis/subgroupAnalysis` and `moderatorAnalysis`. */
  subgroups: z.unknown().optional(),
  regression: z.unknown().optional(),
});

/** Row less column, by the order of treatments. */
const Grid = z.array(z.array(z.number()));

/** A network's result: as `core/synthesis/request/networkOf` gives it, on the analysis scale. */
export const NetworkResult = z.object({
  treatments: z.array(z.string()),
  model: z.string(),
  tauSquared: z.number(),
  league: z.object({ estimate: Grid, standardError: Grid, lower: Grid, upper: Grid, p: Grid }),
  pScores: z.array(z.number()),
  decomposition: z.unknown(),
  directAndIndirect: z.array(z.unknown()),
  contrasts: z.array(z.unknown()),
});
