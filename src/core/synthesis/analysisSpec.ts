import type { ZeroRule } from '#core/synthesis/effects/effectSize';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import type { GeneralisedModel } from '#core/synthesis/generalised/generalisedMeta';
import type { PredictionInterval } from '#core/synthesis/predictionInterval';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** One true effect (fixed), or effects drawn from a distribution (random). */
export const MODELS = ['fixed', 'random'] as const;
export type Model = (typeof MODELS)[number];

export const FIXED_METHODS = ['inverse-variance', 'mantel-haenszel', 'peto'] as const;
export type FixedMethod = (typeof FIXED_METHODS)[number];

/** Interval of the random-effects mean; the guarded form of Knapp and Hartung never narrows the plain one. */
export const INTERVAL_METHODS = ['wald', 't', 'knapp-hartung', 'knapp-hartung-guarded'] as const;
export type IntervalMethod = (typeof INTERVAL_METHODS)[number];

/** How an outcome is to be synthesised: every choice that a protocol would name. */
export interface AnalysisSpec {
  readonly measure: EffectMeasure;
  readonly model: Model;
  /** Read only when the model is fixed. */
  readonly fixedMethod: FixedMethod;
  /** Read only when the model is random, as are `interval` and `predictionInterval`. */
  readonly tauSquared: TauSquaredMethod;
  readonly interval: IntervalMethod;
  readonly predictionInterval: PredictionInterval | 'none';
  /** Percent. */
  readonly level: number;
  /** Pools the counts themselves by a mixed model, in place of effects with variances; read when the model is random. */
  readonly generalised?: GeneralisedModel | null;
  /** What is added to the counts of a study with a zero before its own effect is computed. */
  readonly zeroCells: { readonly add: number; readonly to: ZeroRule };
}

/** Roots and arcsines are defined at zero: adding to their counts would only shift them. */
const DEFINED_AT_ZERO: ReadonlySet<string> = new Set(['AS', 'PHI', 'RTET', 'IRSD', 'PAS', 'PFT', 'IRS', 'IRFT']);

/** What is added to zero cells unless somebody chose: as escalc of metafor does, nothing where the measure needs nothing. */
export function usualZeroCells(measure: string): AnalysisSpec['zeroCells'] {
  return { add: 0.5, to: DEFINED_AT_ZERO.has(measure) ? 'none' : 'only0' };
}

/** Restricted maximum likelihood, guarded Knapp and Hartung interval, prediction interval with t(k - 1). */
export const DEFAULT_ANALYSIS: Omit<AnalysisSpec, 'measure'> = {
  model: 'random',
  fixedMethod: 'inverse-variance',
  tauSquared: 'REML',
  interval: 'knapp-hartung-guarded',
  predictionInterval: 't-k-1',
  level: 95,
  generalised: null,
  zeroCells: { add: 0.5, to: 'only0' },
};
