import type { ReplyOf } from '#contract/endpoint';
import type { getAnalysisVersion } from '#contract/synthesis';
import { valueWriter } from '#core/reporting/displayScale';
import { MEASURE_WORDS } from '#core/reporting/measureWords';
import { decimalText } from '#core/reporting/numbers';
import { measureName } from './choices.ts';
import { varianceText } from './resultNumbers.ts';

type Version = ReplyOf<typeof getAnalysisVersion>;

export interface ComparedRow {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
}

function pooledText({ result, specification }: Version): string {
  if (!result) return 'not computed';
  const { pooled } = result;
  if (!pooled.estimable) return 'not pooled';
  const { estimate, lower, upper } = pooled.value;
  const write = valueWriter(MEASURE_WORDS[specification.measure].scale, [estimate, lower, upper]);
  return `${write(estimate)} (${write(lower)} to ${write(upper)})`;
}

const ROWS: readonly { readonly name: string; readonly of: (version: Version) => string }[] = [
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
      model === 'fixed' ? `Fixed, ${fixedMethod}` : `Random, ${generalised ?? tauSquared}`,
  },
  { name: 'Interval', of: ({ specification: { interval, level } }) => `${interval}, ${level} %` },
  { name: 'Prediction interval', of: ({ specification }) => specification.predictionInterval ?? 'none' },
  {
    name: 'Zero cells',
    of: ({ specification: { zeroCells } }) => (zeroCells ? `${zeroCells.add} to ${zeroCells.to}` : '–'),
  },
  {
    name: 'Comparison',
    of: ({ specification: { comparison } }) =>
      comparison ? `${comparison.first.join(', ')} against ${comparison.second.join(', ')}` : 'by kind of arm',
  },
  {
    name: 'Left out by hand',
    of: ({ leftOut }) => (leftOut.length === 0 ? 'none' : leftOut.map(({ reason }) => reason).join('; ')),
  },
  { name: 'Name', of: ({ name }) => name },
];

/** Results and choices of two versions beside each other. */
export function versionRows(left: Version, right: Version): ComparedRow[] {
  return ROWS.map(({ name, of }) => ({ name, left: of(left), right: of(right), isSame: of(left) === of(right) }));
}
