import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { normalQuantile } from '#core/numeric/distributions';
import type { AnalysisSpec, IntervalMethod } from '#core/synthesis/analysisSpec';
import type { EffectSize, StudyNumbers, VarianceKind } from '#core/synthesis/effects/effectSize';
import { effectSizes } from '#core/synthesis/effects/measures';
import type { FitSearch, HeterogeneitySummary, Pooled } from '#core/synthesis/pooledStudies';
import { poolStudies } from '#core/synthesis/poolStudies';
import type { Interval } from '#core/synthesis/predictionInterval';

/** One study's numbers under the field's short names (ai n1i ci n2i, m1i sd1i …, or yi with vi or sei). */
export interface AnalysedStudy {
  readonly studyId: string;
  readonly label: string;
  readonly numbers: StudyNumbers;
}

export interface StudyEffect extends EffectSize {
  readonly standardError: number;
  /** Normal interval at the level of the analysis. */
  readonly lower: number;
  readonly upper: number;
}

export interface StudyInAnalysis {
  readonly studyId: string;
  readonly label: string;
  readonly effect: Estimable<StudyEffect>;
  /** Share of the pooled estimate; null when the study is left out. */
  readonly weightPercent: number | null;
}

export interface Analysis {
  readonly spec: AnalysisSpec;
  /** The interval that was in fact computed: fixed and generalised models always have Wald's. */
  readonly interval: IntervalMethod;
  readonly studies: readonly StudyInAnalysis[];
  /** Studies that are in the pooled estimate. */
  readonly k: number;
  readonly leftOut: readonly { readonly studyId: string; readonly label: string; readonly because: string }[];
  readonly pooled: Estimable<Pooled>;
  readonly predictionInterval: Estimable<Interval>;
  readonly heterogeneity: Estimable<HeterogeneitySummary>;
  /** Of a mixed model of counts, also where it did not converge. */
  readonly search?: FitSearch;
}

const RATIOS_OF_COUNTS: ReadonlySet<string> = new Set(['OR', 'RR', 'PETO', 'IRR']);

/**
 * The whole synthesis of one outcome: an effect for every study, the pooled effect with its interval, prediction
 * interval and heterogeneity, and which studies were left out and why.
 * Scale: the analysis scale of the measure (log for ratios); nothing is back-transformed.
 * Takes the choices and the studies in any order. Gives plain data, the same on server and page.
 * Studies without an event (or without a non-event) in both groups say nothing about a ratio and are left out of OR and
 * RR. Not estimable: `no-study-with-an-effect`; a prediction interval needs random effects and three studies.
 * Agrees with metafor 3.8-1 within 1e-9 (iterated methods 1e-7), see the files of each step.
 */
export function analyse(
  spec: AnalysisSpec,
  studies: readonly AnalysedStudy[],
  variance: VarianceKind = 'LS',
): Analysis {
  const usesPeto = spec.model === 'fixed' && spec.fixedMethod === 'peto' && spec.measure === 'OR';
  const effects = effectSizes(
    usesPeto ? 'PETO' : spec.measure,
    studies.map(study => study.numbers),
    usesPeto
      ? { to: 'none', drop00: true }
      : { add: spec.zeroCells.add, to: spec.zeroCells.to, drop00: RATIOS_OF_COUNTS.has(spec.measure), variance },
  );
  const included = effects.flatMap((effect, i) => (effect.estimable ? [{ i, ...effect.value }] : []));
  const result = poolStudies(
    spec,
    { yi: included.map(({ yi }) => yi), vi: included.map(({ vi }) => vi) },
    included.map(({ i }) => studies[i]?.numbers ?? {}),
  );
  const weights = new Map(included.map(({ i }, place) => [i, result.weightsPercent[place] ?? 0]));
  const z = normalQuantile(0.5 + spec.level / 200);
  return {
    spec,
    interval: spec.model === 'fixed' || spec.generalised ? 'wald' : spec.interval,
    studies: studies.map(({ studyId, label }, i) => ({
      studyId,
      label,
      effect: withInterval(effects[i] ?? notEstimable('numbers-missing'), z),
      weightPercent: weights.get(i) ?? null,
    })),
    k: included.length,
    leftOut: studies.flatMap(({ studyId, label }, i) => {
      const effect = effects[i];
      return effect && !effect.estimable ? [{ studyId, label, because: effect.because }] : [];
    }),
    pooled: result.pooled,
    predictionInterval: result.predictionInterval,
    heterogeneity: result.heterogeneity,
    ...(result.search ? { search: result.search } : {}),
  };
}

function withInterval(effect: Estimable<EffectSize>, z: number): Estimable<StudyEffect> {
  if (!effect.estimable) return effect;
  const { yi, vi } = effect.value;
  const standardError = Math.sqrt(vi);
  return estimable({ yi, vi, standardError, lower: yi - z * standardError, upper: yi + z * standardError });
}
