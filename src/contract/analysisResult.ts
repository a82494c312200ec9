import { z } from 'zod';

const numberOrNull = z.number().nullable();

/** A value, or why there is none. */
function estimableOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('estimable', [
    z.object({ estimable: z.literal(true), value }),
    z.object({ estimable: z.literal(false), because: z.string() }),
  ]);
}

/** How the search for a model's best fit went: its rounds, and whether it ended there or was given up. */
const FitSearch = z.object({ iterations: z.number().int(), converged: z.boolean() });

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
  /** How the search for a mixed model's best fit went. */
  search: FitSearch.optional(),
  /** By a saved analysis' choices: `core/synthesis/subgroupAnalysis`, `moderatorAnalysis` and `sequential/sequentialAnalysis`. */
  subgroups: z.unknown().optional(),
  regression: z.unknown().optional(),
  sequential: z.unknown().optional(),
  /** Of outcomes with a model of their own: `diagnostic/accuracyAnalysis` and `doseResponse/doseAnalysis`. */
  accuracy: z.unknown().optional(),
  doseResponse: z.unknown().optional(),
  /** Where effects belong together: `multilevel/dependentEffects`. */
  dependence: z.unknown().optional(),
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
  designByTreatment: z.unknown(),
  loops: z.unknown(),
  directAndIndirect: z.array(z.unknown()),
  contrasts: z.array(z.unknown()),
});

const ShareWithInterval = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() });
const LogRatio = z.object({ log: z.number(), standardError: z.number(), lower: z.number(), upper: z.number() });

/** Accuracy of a test: as `core/synthesis/request/diagnosticOf` gives it. */
export const DiagnosticResult = z.object({
  k: z.number().int(),
  model: z.string(),
  logitMeans: z.object({ sensitivity: z.number(), specificity: z.number() }),
  covariance: Grid,
  between: Grid,
  logLikelihood: z.number(),
  search: FitSearch,
  standardErrors: z.array(z.number()),
  correlation: estimableOf(z.number()),
  sensitivity: ShareWithInterval,
  specificity: ShareWithInterval,
  diagnosticOddsRatio: LogRatio,
  positiveLikelihoodRatio: LogRatio,
  negativeLikelihoodRatio: LogRatio,
  quantileChiSquare: z.number(),
  quantileF: numberOrNull,
  confidenceEllipse: z.unknown(),
  predictionEllipse: z.unknown(),
  hierarchical: z.unknown(),
  curve: z.unknown(),
});

/** A dose-response curve: as `core/synthesis/request/doseResponseOf` gives it, on the log scale. */
export const DoseResponseResult = z.object({
  k: z.number().int(),
  curve: z.string(),
  method: z.string(),
  reference: z.number(),
  coefficients: z.array(z.number()),
  standardErrors: z.array(z.number()),
  statistics: z.array(z.number()),
  pValues: z.array(z.number()),
  lower: z.array(z.number()),
  upper: z.array(z.number()),
  covariance: Grid,
  between: Grid,
  q: z.number(),
  qDf: z.number(),
  qP: numberOrNull,
  iSquaredPercent: numberOrNull,
  logLikelihood: z.number(),
  search: FitSearch,
  overall: z.unknown(),
  nonlinearity: z.unknown(),
  knots: z.array(z.number()),
  studies: z.array(z.unknown()),
  leftOut: z.array(z.object({ studyId: z.string(), because: z.string() })),
  predicted: z.array(
    z.object({
      dose: z.number(),
      logRatio: z.number(),
      standardError: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
});
