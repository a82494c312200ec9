import { estimable, notEstimable } from '#core/estimable';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import { tableOf } from '#core/synthesis/effects/twoByTwoTable';
import type { GeneralisedData } from '#core/synthesis/generalised/countsOfStudies';
import {
  type GeneralisedFit,
  type GeneralisedModel,
  generalisedMeta,
} from '#core/synthesis/generalised/generalisedMeta';
import { type PooledStudies, shares } from '#core/synthesis/pooledStudies';
import { predictionInterval } from '#core/synthesis/predictionInterval';
import type { Effects } from '#core/synthesis/projection';

/** Measures whose counts a mixed model can pool, with the models made for each. */
export const GENERALISED_FOR: Readonly<Record<string, readonly GeneralisedModel[]>> = {
  OR: ['UM.FS', 'UM.RS', 'CM.EL', 'CM.AL'],
  IRR: ['UM.FS', 'UM.RS', 'CM.EL'],
  PLO: ['UM.FS'],
  IRLN: ['UM.FS'],
};

function countsOf(measure: string, numbers: readonly StudyNumbers[]): GeneralisedData | null {
  const of = (study: StudyNumbers, name: string) => study[name] ?? Number.NaN;
  switch (measure) {
    case 'OR':
      return { kind: 'tables', tables: numbers.map(tableOf) };
    case 'IRR':
      return {
        kind: 'rates',
        rates: numbers.map(study => ({
          x1: of(study, 'x1i'),
          t1: of(study, 't1i'),
          x2: of(study, 'x2i'),
          t2: of(study, 't2i'),
        })),
      };
    case 'PLO':
      return { kind: 'proportions', proportions: numbers.map(study => ({ x: of(study, 'xi'), n: of(study, 'ni') })) };
    case 'IRLN':
      return { kind: 'singleRates', rates: numbers.map(study => ({ x: of(study, 'xi'), t: of(study, 'ti') })) };
    default:
      return null;
  }
}

function fitOrNull(data: GeneralisedData, model: GeneralisedModel, level: number): GeneralisedFit | null {
  try {
    const fit = generalisedMeta(data, model, true, level);
    return Number.isFinite(fit.estimate) && Number.isFinite(fit.standardError) ? fit : null;
  } catch (error) {
    // The search for the maximum says so when it finds none; anything else is our own mistake.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Random-effects mean from the counts themselves by a generalised linear mixed model (see generalisedMeta). Log scale
 * (logit for proportions). The model gives studies no weights: those here are the inverse variances of their own effects
 * and the model's tau^2, so that a figure can size its squares.
 * I^2 compares tau^2 with the typical variance of the studies' own effects. Q is the likelihood-ratio test.
 * Not estimable: `model-not-for-this-measure`, `did-not-converge`, `one-study-only`.
 */
export function poolGeneralised(
  spec: AnalysisSpec,
  model: GeneralisedModel,
  { vi }: Effects,
  numbers: readonly StudyNumbers[],
): PooledStudies {
  const none = (because: string): PooledStudies => {
    const reason = notEstimable(because);
    return { pooled: reason, predictionInterval: reason, heterogeneity: reason, weightsPercent: vi.map(() => 0) };
  };
  const data = countsOf(spec.measure, numbers);
  if (!data || !GENERALISED_FOR[spec.measure]?.includes(model)) return none('model-not-for-this-measure');
  const k = vi.length;
  if (k < 2) return none('one-study-only');
  const fit = fitOrNull(data, model, spec.level);
  if (!fit) return none('did-not-converge');
  const search = { iterations: fit.iterations, converged: fit.converged };
  if (!fit.converged) return { ...none('did-not-converge'), search };
  const { estimate, standardError, statistic, p, lower, upper, tauSquared } = fit;
  const w = vi.map(v => 1 / v);
  const total = w.reduce((a, b) => a + b, 0);
  const typical = (k - 1) / (total - w.reduce((sum, weight) => sum + weight * weight, 0) / total);
  return {
    pooled: estimable({ estimate, standardError, statistic, df: null, p, lower, upper }),
    predictionInterval:
      spec.predictionInterval === 'none'
        ? notEstimable('not-asked-for')
        : k < 3
          ? notEstimable('too-few-studies')
          : predictionInterval({ estimate, standardError, tauSquared, k }, spec.predictionInterval, spec.level),
    heterogeneity: estimable({
      q: fit.likelihoodRatio.statistic,
      df: fit.df,
      p: fit.likelihoodRatio.p,
      iSquaredPercent: (100 * tauSquared) / (typical + tauSquared),
      hSquared: tauSquared / typical + 1,
      tauSquared,
      tau: Math.sqrt(tauSquared),
      tauSquaredError: null,
      tauSquaredInterval: null,
    }),
    weightsPercent: shares(vi.map(v => 1 / (v + tauSquared))),
    search,
  };
}
