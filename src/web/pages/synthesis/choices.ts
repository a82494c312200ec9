import { MEASURE_WORDS } from '#core/reporting/measureWords';
import type { FixedMethod, IntervalMethod } from '#core/synthesis/analysisSpec';
import type { AccuracyModel } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { DoseCurveWord } from '#core/synthesis/doseResponse/doseAnalysis';
import type { ZeroRule } from '#core/synthesis/effects/effectSize';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import type { GeneralisedModel } from '#core/synthesis/generalised/generalisedMeta';
import type { MultivariateMethod } from '#core/synthesis/multilevel/multivariateMeta';
import type { PredictionInterval } from '#core/synthesis/predictionInterval';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

export interface Choice<Word extends string> {
  readonly value: Word;
  readonly label: string;
}

/** Measures whose name on a figure doesn't tell them apart. */
const OWN_NAMES: Readonly<Partial<Record<EffectMeasure, string>>> = {
  SMDH: 'Standardised mean difference, unequal variances',
  SMD1: 'Glass’s difference, by the second group',
  PLO: 'Proportion, logit',
  PLN: 'Proportion, log',
  PAS: 'Proportion, arcsine',
  PFT: 'Proportion, Freeman–Tukey',
  PR: 'Proportion, as it is',
  ZCOR: 'Correlation, Fisher’s z',
  COR: 'Correlation, as it is',
  IRLN: 'Rate, log',
  IR: 'Rate, as it is',
  IRS: 'Rate, square root',
  MN: 'Mean, as it is',
  MNLN: 'Mean, log',
  SMN: 'Mean over its SD',
  SMD1H: 'Glass’s difference, unequal variances',
  UCOR: 'Correlation, bias-corrected',
  IRSD: 'Difference of root rates',
  SMCC: 'Mean change over the SD of changes',
  SMCR: 'Mean change over the first SD',
  SMCRH: 'Mean change over the first SD, unequal variances',
  ROMC: 'Ratio of means, paired',
  VRC: 'Ratio of SDs, paired',
  CVRC: 'Ratio of variation coefficients, paired',
  ARAW: 'Cronbach’s alpha, as it is',
  AHW: 'Cronbach’s alpha, cube root',
  ABT: 'Cronbach’s alpha, log',
  GEN: 'Each study’s own estimate',
};

export function measureName(measure: EffectMeasure): string {
  return OWN_NAMES[measure] ?? MEASURE_WORDS[measure].title;
}

const GENERALISED_LABELS: Readonly<Record<GeneralisedModel, string>> = {
  'UM.FS': 'Counts, fixed study effects',
  'UM.RS': 'Counts, random study effects',
  'CM.EL': 'Counts, exact conditional',
  'CM.AL': 'Counts, conditional (approx.)',
};

/** From what a measure can be pooled: effects with variances, or the counts themselves by the mixed models made for it. */
export function generalisedChoices(models: readonly GeneralisedModel[]): readonly Choice<GeneralisedModel | 'none'>[] {
  const [only] = models;
  // Of one group there is one mixed model, with no study effects to be told of.
  const counts =
    only && models.length === 1
      ? [{ value: only, label: 'Counts (mixed model)' }]
      : models.map(value => ({ value, label: GENERALISED_LABELS[value] }));
  return [{ value: 'none', label: 'Effects and variances' }, ...counts];
}

export const TAU_CHOICES: readonly Choice<TauSquaredMethod>[] = [
  { value: 'REML', label: 'REML' },
  { value: 'DL', label: 'DerSimonian–Laird' },
  { value: 'PM', label: 'Paule–Mandel' },
  { value: 'ML', label: 'Maximum likelihood' },
  { value: 'EB', label: 'Empirical Bayes' },
  { value: 'HE', label: 'Hedges' },
  { value: 'HS', label: 'Hunter–Schmidt' },
  { value: 'HSk', label: 'Hunter–Schmidt, small samples' },
  { value: 'SJ', label: 'Sidik–Jonkman' },
  { value: 'SJIT', label: 'Sidik–Jonkman, iterated' },
  { value: 'DL2', label: 'DerSimonian–Laird, two steps' },
  { value: 'DLIT', label: 'DerSimonian–Laird, iterated' },
  { value: 'PMM', label: 'Paule–Mandel, median-unbiased' },
  { value: 'GENQ', label: 'Generalised Q, weights 1/v' },
];

export const INTERVAL_CHOICES: readonly Choice<IntervalMethod>[] = [
  { value: 'knapp-hartung-guarded', label: 'Hartung–Knapp, guarded' },
  { value: 'knapp-hartung', label: 'Hartung–Knapp' },
  { value: 't', label: 'Wald with t' },
  { value: 'wald', label: 'Wald, normal' },
];

export const PREDICTION_CHOICES: readonly Choice<PredictionInterval | 'none'>[] = [
  { value: 't-k-1', label: 't with k − 1' },
  { value: 't-k-2', label: 't with k − 2' },
  { value: 'normal', label: 'Normal' },
  { value: 'none', label: 'None' },
];

export const FIXED_CHOICES: readonly Choice<FixedMethod>[] = [
  { value: 'inverse-variance', label: 'Inverse variance' },
  { value: 'mantel-haenszel', label: 'Mantel–Haenszel' },
  { value: 'peto', label: 'Peto' },
];

/** Whether a fixed-effect method is made for the measure. */
export function suits(method: FixedMethod, measure: EffectMeasure): boolean {
  if (method === 'inverse-variance') return true;
  return method === 'peto' ? measure === 'OR' : ['RR', 'OR', 'RD', 'IRR'].includes(measure);
}

export const ZERO_CHOICES: readonly Choice<ZeroRule>[] = [
  { value: 'only0', label: 'If zero' },
  { value: 'if0all', label: 'All, if zero' },
  { value: 'all', label: 'All studies' },
  { value: 'none', label: 'None' },
];

export const LEVELS = ['90', '95', '99'] as const;

export const ACCURACY_CHOICES: readonly Choice<AccuracyModel>[] = [
  { value: 'normal', label: 'Bivariate, normal' },
  { value: 'binomial', label: 'Bivariate, binomial' },
];

export const LIKELIHOOD_CHOICES: readonly Choice<'REML' | 'ML'>[] = [
  { value: 'REML', label: 'REML' },
  { value: 'ML', label: 'Maximum likelihood' },
];

export const DOSE_CURVE_CHOICES: readonly Choice<DoseCurveWord>[] = [
  { value: 'spline', label: 'Restricted cubic spline' },
  { value: 'linear', label: 'Straight line' },
];

export const KNOT_CHOICES: readonly Choice<'3' | '4' | '5'>[] = [
  { value: '3', label: '3 (percentiles 10, 50, 90)' },
  { value: '4', label: '4 (percentiles 5, 35, 65, 95)' },
  { value: '5', label: '5 (percentiles 5, 27.5, 50, 72.5, 95)' },
];

export const DOSE_METHOD_CHOICES: readonly Choice<MultivariateMethod>[] = [
  { value: 'REML', label: 'Random effects, REML' },
  { value: 'ML', label: 'Random effects, ML' },
  { value: 'FE', label: 'Fixed effects' },
];
