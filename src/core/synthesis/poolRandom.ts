import { estimable, notEstimable } from '#core/estimable';
import type { AnalysisSpec, IntervalMethod } from '#core/synthesis/analysisSpec';
import { fitModel, type Test } from '#core/synthesis/fitModel';
import { finiteOrNull, type PooledStudies, shares } from '#core/synthesis/pooledStudies';
import { predictionInterval } from '#core/synthesis/predictionInterval';
import type { Effects } from '#core/synthesis/projection';
import { qProfileInterval } from '#core/synthesis/tauSquaredInterval';

/** The test behind each interval word. */
export const TEST_OF: Readonly<Record<IntervalMethod, Test>> = {
  wald: 'z',
  t: 't',
  'knapp-hartung': 'knha',
  'knapp-hartung-guarded': 'adhoc',
};

/**
 * Random-effects mean of at least one study: weights 1/(vi + tau^2), the interval as chosen, a prediction interval from
 * three studies on. Agrees with metafor 3.8-1 rma.uni within 1e-9 (iterated methods 1e-7).
 */
export function poolRandom(spec: AnalysisSpec, effects: Effects): PooledStudies {
  const fit = fitModel(effects, { method: spec.tauSquared, test: TEST_OF[spec.interval], level: spec.level });
  const [estimate = Number.NaN] = fit.coefficients;
  const [standardError = Number.NaN] = fit.standardErrors;
  const { tauSquared, k } = fit;
  return {
    pooled: estimable({
      estimate,
      standardError,
      statistic: finiteOrNull(fit.statistics[0] ?? Number.NaN),
      df: fit.df,
      p: fit.pValues[0] ?? Number.NaN,
      lower: fit.lower[0] ?? Number.NaN,
      upper: fit.upper[0] ?? Number.NaN,
    }),
    predictionInterval:
      spec.predictionInterval === 'none'
        ? notEstimable('not-asked-for')
        : k < 3
          ? notEstimable('too-few-studies')
          : predictionInterval({ estimate, standardError, tauSquared, k }, spec.predictionInterval, spec.level),
    heterogeneity:
      k < 2
        ? notEstimable('one-study-only')
        : estimable({
            q: fit.q,
            df: fit.qDf,
            p: fit.qP,
            iSquaredPercent: fit.iSquaredPercent,
            hSquared: fit.hSquared,
            tauSquared,
            tau: Math.sqrt(tauSquared),
            tauSquaredError: finiteOrNull(fit.tauSquaredError),
            tauSquaredInterval: qProfileInterval(effects, spec.level),
          }),
    weightsPercent: shares(fit.weights),
  };
}
