import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { chiSquareUpperTail } from '#core/numeric/distributions';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import { ratesOf } from '#core/synthesis/effects/rates';
import { type Table, tableOf } from '#core/synthesis/effects/twoByTwoTable';
import { fitModel } from '#core/synthesis/fitModel';
import type { FixedPool } from '#core/synthesis/fixed/fixedPool';
import {
  mantelHaenszelOddsRatio,
  mantelHaenszelRiskDifference,
  mantelHaenszelRiskRatio,
} from '#core/synthesis/fixed/mantelHaenszel';
import {
  mantelHaenszelRateDifference,
  mantelHaenszelRateRatio,
  type RateTable,
} from '#core/synthesis/fixed/mantelHaenszelRates';
import { observedLessExpected, petoOddsRatio } from '#core/synthesis/fixed/peto';
import { finiteOrNull, fromQ, type Pooled, type PooledStudies, shares } from '#core/synthesis/pooledStudies';
import type { Effects } from '#core/synthesis/projection';

/**
 * The common effect of a fixed model: by inverse variance, or from the tables themselves by Mantel and Haenszel's or
 * Peto's method. Intervals are normal. Not estimable: `method-does-not-fit-the-measure`, `no-events-to-compare`.
 * Agrees with metafor 3.8-1 rma.uni, rma.mh and rma.peto within 1e-9.
 */
export function poolFixed(spec: AnalysisSpec, effects: Effects, numbers: readonly StudyNumbers[]): PooledStudies {
  if (spec.fixedMethod === 'inverse-variance') return byInverseVariance(spec, effects);
  if (spec.fixedMethod === 'peto') return byPeto(spec, numbers);
  return byMantelHaenszel(spec, effects, numbers);
}

function byInverseVariance(spec: AnalysisSpec, effects: Effects): PooledStudies {
  const fit = fitModel(effects, { method: 'EE', test: 'z', level: spec.level });
  return {
    pooled: estimable({
      estimate: fit.coefficients[0] ?? Number.NaN,
      standardError: fit.standardErrors[0] ?? Number.NaN,
      statistic: finiteOrNull(fit.statistics[0] ?? Number.NaN),
      df: null,
      p: fit.pValues[0] ?? Number.NaN,
      lower: fit.lower[0] ?? Number.NaN,
      upper: fit.upper[0] ?? Number.NaN,
    }),
    predictionInterval: notEstimable('fixed-model'),
    heterogeneity: fromQ(fit.q, fit.qDf, fit.qP),
    weightsPercent: shares(fit.weights),
  };
}

function byPeto(spec: AnalysisSpec, numbers: readonly StudyNumbers[]): PooledStudies {
  if (spec.measure !== 'OR') return unfit(numbers.length);
  const tables = numbers.map(tableOf);
  const pool = petoOddsRatio(tables, spec.level);
  return {
    pooled: toPooled(pool),
    predictionInterval: notEstimable('fixed-model'),
    heterogeneity: pool.estimable ? fromQ(pool.value.q, pool.value.qDf, pool.value.qP) : pool,
    weightsPercent: shares(tables.map(table => observedLessExpected(table).variance)),
  };
}

const TABLE_METHODS: Readonly<
  Record<
    string,
    { pool: (tables: readonly Table[], level: number) => Estimable<FixedPool>; weight: (table: Table) => number }
  >
> = {
  OR: { pool: mantelHaenszelOddsRatio, weight: ({ b, c, n1, n2 }) => (b * c) / (n1 + n2) },
  RR: { pool: mantelHaenszelRiskRatio, weight: ({ c, n1, n2 }) => (c * n1) / (n1 + n2) },
  RD: { pool: mantelHaenszelRiskDifference, weight: ({ n1, n2 }) => (n1 * n2) / (n1 + n2) },
};
const RATE_METHODS: Readonly<
  Record<
    string,
    {
      pool: (tables: readonly RateTable[], level: number) => Estimable<FixedPool>;
      weight: (table: RateTable) => number;
    }
  >
> = {
  IRR: { pool: mantelHaenszelRateRatio, weight: ({ x2, t1, t2 }) => (x2 * t1) / (t1 + t2) },
  IRD: { pool: mantelHaenszelRateDifference, weight: ({ t1, t2 }) => (t1 * t2) / (t1 + t2) },
};

function byMantelHaenszel(spec: AnalysisSpec, effects: Effects, numbers: readonly StudyNumbers[]): PooledStudies {
  const ofTables = TABLE_METHODS[spec.measure];
  if (ofTables) {
    const tables = numbers.map(tableOf);
    return around(ofTables.pool(tables, spec.level), effects, tables.map(ofTables.weight));
  }
  const ofRates = RATE_METHODS[spec.measure];
  if (!ofRates) return unfit(numbers.length);
  const rates = numbers.map(study => {
    const [one, two] = ratesOf(study);
    return { x1: one.events, t1: one.time, x2: two.events, t2: two.time };
  });
  return around(ofRates.pool(rates, spec.level), effects, rates.map(ofRates.weight));
}

/** Q of the studies' own effects around the pooled one. */
function around(pool: Estimable<FixedPool>, { yi, vi }: Effects, weights: readonly number[]): PooledStudies {
  const df = yi.length - 1;
  const q = pool.estimable ? yi.reduce((total, y, i) => total + (y - pool.value.estimate) ** 2 / (vi[i] ?? 1), 0) : 0;
  return {
    pooled: toPooled(pool),
    predictionInterval: notEstimable('fixed-model'),
    heterogeneity: pool.estimable ? fromQ(q, df, df > 0 ? chiSquareUpperTail(q, df) : 1) : pool,
    weightsPercent: shares(weights),
  };
}

function toPooled(pool: Estimable<FixedPool>): Estimable<Pooled> {
  if (!pool.estimable) return pool;
  const { estimate, standardError, statistic, p, lower, upper } = pool.value;
  return estimable({ estimate, standardError, statistic: finiteOrNull(statistic), df: null, p, lower, upper });
}

function unfit(count: number): PooledStudies {
  const because = 'method-does-not-fit-the-measure';
  return {
    pooled: notEstimable(because),
    predictionInterval: notEstimable('fixed-model'),
    heterogeneity: notEstimable(because),
    weightsPercent: new Array<number>(count).fill(0),
  };
}
