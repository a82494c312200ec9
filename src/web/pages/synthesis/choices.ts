import type { FixedMethod, IntervalMethod } from '#core/synthesis/analysisSpec';
import type { ZeroRule } from '#core/synthesis/effects/effectSize';
import type { PredictionInterval } from '#core/synthesis/predictionInterval';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';
import type { Measure } from '#core/vocabulary';

export interface Choice<Word extends string> {
  readonly value: Word;
  readonly label: string;
}

export const MEASURE_CHOICES: Readonly<Record<Measure, string>> = {
  RR: 'Risk ratio',
  OR: 'Odds ratio',
  RD: 'Risk difference',
  MD: 'Mean difference',
  SMD: 'Standardised mean difference',
  AS: 'Arcsine difference',
  SMDH: 'Standardised mean difference, unequal variances',
  ROM: 'Ratio of means',
  VR: 'Ratio of standard deviations',
  CVR: 'Ratio of variation coefficients',
  GEN: 'Each study’s own estimate',
};

export const TAU_CHOICES: readonly Choice<TauSquaredMethod>[] = [
  { value: 'REML', label: 'REML' },
  { value: 'DL', label: 'DerSimonian–Laird' },
  { value: 'PM', label: 'Paule–Mandel' },
  { value: 'ML', label: 'Maximum likelihood' },
  { value: 'EB', label: 'Empirical Bayes' },
  { value: 'HE', label: 'Hedges' },
  { value: 'HS', label: 'Hunter–Schmidt' },
  { value: 'SJ', label: 'Sidik–Jonkman' },
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

/** Which measures a fixed-effect method is made for. */
export const FIXED_METHOD_SUITS: Readonly<Record<FixedMethod, readonly Measure[]>> = {
  'inverse-variance': ['RR', 'OR', 'RD', 'MD', 'SMD', 'GEN'],
  'mantel-haenszel': ['RR', 'OR', 'RD'],
  peto: ['OR'],
};

export const ZERO_CHOICES: readonly Choice<ZeroRule>[] = [
  { value: 'only0', label: 'If zero' },
  { value: 'if0all', label: 'All, if zero' },
  { value: 'all', label: 'All studies' },
  { value: 'none', label: 'None' },
];

export const LEVELS = ['90', '95', '99'] as const;
