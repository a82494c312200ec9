import type { ReplyOf } from '#contract/endpoint';
import type { getAnalysisVersion } from '#contract/synthesis';
import { valueWriter } from '#core/reporting/displayScale';
import { measureOfAnalysis } from '#core/reporting/measureOfAnalysis';
import { decimalText } from '#core/reporting/numbers';
import { sequentialPlanText } from '#core/reporting/sequentialSentences';
import {
  type Choice,
  FIXED_CHOICES,
  INTERVAL_CHOICES,
  measureName,
  PREDICTION_CHOICES,
  ZERO_CHOICES,
} from './choices.ts';
import { varianceText } from './resultNumbers.ts';

type Version = ReplyOf<typeof getAnalysisVersion>;

export interface ComparedRow {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
}

function nameIn<Word extends string>(choices: readonly Choice<Word>[], word: string | undefined): string {
  return choices.find(({ value }) => value === word)?.label ?? word ?? '–';
}

function pooledText({ result, specification }: Version, isRatio: boolean): string {
  if (!result) return 'not computed';
  const { pooled } = result;
  if (!pooled.estimable) return 'not pooled';
  const { estimate, lower, upper } = pooled.value;
  // Ready-made estimates of ratios are pooled as logarithms.
  const scale =
    specification.measure === 'GEN' && isRatio
      ? 'log'
      : measureOfAnalysis({ spec: specification, studies: result.studies }).scale;
  const write = valueWriter(scale, [estimate, lower, upper]);
  return `${write(estimate)} (${write(lower)} to ${write(upper)})`;
}

const ROWS: readonly { readonly name: string; readonly of: (version: Version, isRatio: boolean) => string }[] = [
  { name: 'Pooled effect', of: pooledText },
  { name: 'Studies', of: ({ k }) => (k === null ? 'not computed' : String(k)) },
  {
    name: 'I²',
    of: ({ result }) =>
      result?.heterogeneity.estimable ? `${decimalText(result.heterogeneity.value.iSquaredPercent, 0)} %` : '–',
  },
  {
    name: 'τ²',
    of: ({ result }) =>
      result?.heterogeneity.estimable && result.heterogeneity.value.tauSquared !== null
        ? varianceText(result.heterogeneity.value.tauSquared)
        : '–',
  },
  { name: 'Measure', of: ({ specification }) => measureName(specification.measure) },
  {
    name: 'Model',
    of: ({ specification: { model, fixedMethod, tauSquared, generalised } }) =>
      model === 'fixed' ? `Fixed, ${nameIn(FIXED_CHOICES, fixedMethod)}` : `Random, ${generalised ?? tauSquared}`,
  },
  {
    name: 'Interval',
    of: ({ specification: { interval, level } }) => `${nameIn(INTERVAL_CHOICES, interval)}, ${level} %`,
  },
  {
    name: 'Prediction interval',
    of: ({ specification }) => nameIn(PREDICTION_CHOICES, specification.predictionInterval),
  },
  {
    name: 'Zero cells',
    of: ({ specification: { zeroCells } }) =>
      zeroCells ? `${zeroCells.add}, ${nameIn(ZERO_CHOICES, zeroCells.to).toLowerCase()}` : '–',
  },
  {
    name: 'Comparison',
    of: ({ specification: { comparison } }) =>
      comparison ? `${comparison.first.join(', ')} against ${comparison.second.join(', ')}` : 'by kind of arm',
  },
  {
    name: 'Trial sequential',
    of: ({ specification: { sequential } }) => (sequential ? sequentialPlanText(sequential) : 'not planned'),
  },
  {
    name: 'Dependent effects',
    of: ({ specification: { dependence } }) =>
      dependence ? `grouped, errors correlated ${decimalText(dependence.correlation, 2)}` : 'each for itself',
  },
  {
    name: 'Left out by hand',
    of: ({ leftOut }) =>
      leftOut.length === 0
        ? 'none'
        : `${leftOut.length}: ${[...new Set(leftOut.map(({ reason }) => reason))].join('; ')}`,
  },
  { name: 'Name', of: ({ name }) => name },
];

/** Results and choices of two versions beside each other. */
export function versionRows(left: Version, right: Version, isRatio: boolean): ComparedRow[] {
  return ROWS.map(({ name, of }) => {
    const [one, other] = [of(left, isRatio), of(right, isRatio)];
    return { name, left: one, right: other, isSame: one === other };
  });
}
