import { becauseWords } from '#core/reporting/becauseWords';
import { decimalText, pText } from '#core/reporting/numbers';
import type { Analysis } from '#core/synthesis/analyse';
import type { AnalysisSpec, FixedMethod, IntervalMethod } from '#core/synthesis/analysisSpec';
import type { HeterogeneitySummary } from '#core/synthesis/pooledStudies';

const FIXED_WORDS: Readonly<Record<FixedMethod, string>> = {
  'inverse-variance': 'Inverse variance',
  'mantel-haenszel': 'Mantel–Haenszel',
  peto: 'Peto',
};

export function modelName({ model }: Pick<AnalysisSpec, 'model'>): string {
  return model === 'random' ? 'Random-effects model' : 'Fixed-effect model';
}

/** Two decimals, more for small values, so that a variance that isn't zero is never written as zero. */
function varianceText(value: number): string {
  if (value === 0) return '0';
  if (value >= 0.01) return decimalText(value, 2);
  return value >= 0.0001 ? decimalText(value, 4) : '< 0.0001';
}

/**
 * Limits of I² from those of τ²: both are the share of τ² in τ² plus the typical sampling variance, which follows from
 * the two estimates (Higgins JPT, Thompson SG 2002, doi:10.1002/sim.1186). Percent. None where either is zero.
 */
export function iSquaredBounds({ iSquaredPercent, tauSquared, tauSquaredInterval }: HeterogeneitySummary) {
  if (!tauSquared || !tauSquaredInterval || tauSquaredInterval.isEmpty) return undefined;
  if (iSquaredPercent <= 0 || iSquaredPercent >= 100) return undefined;
  const typicalVariance = (tauSquared * (100 - iSquaredPercent)) / iSquaredPercent;
  const share = (tau: number) => (100 * tau) / (tau + typicalVariance);
  return { lower: share(tauSquaredInterval.lower), upper: share(tauSquaredInterval.upper) };
}

/** What stands at the lower left of a forest plot: τ² and I² with intervals, Q with its test. */
export function heterogeneityLines({ heterogeneity, spec }: Pick<Analysis, 'heterogeneity' | 'spec'>): string[] {
  if (!heterogeneity.estimable) return [`Heterogeneity not estimable: ${becauseWords(heterogeneity.because)}`];
  const summary = heterogeneity.value;
  const { tauSquared, tauSquaredInterval, iSquaredPercent, q, df, p } = summary;
  const lines: string[] = [];
  if (tauSquared !== null) {
    const bounds = !tauSquaredInterval
      ? ''
      : tauSquaredInterval.isEmpty
        ? ` (${spec.level} % CI empty)`
        : ` (${spec.level} % CI ${varianceText(tauSquaredInterval.lower)} to ${varianceText(tauSquaredInterval.upper)})`;
    lines.push(`τ² = ${varianceText(tauSquared)}${bounds}`.replace('= <', '<'));
  }
  const bounds = iSquaredBounds(summary);
  const share = bounds ? ` (${decimalText(bounds.lower, 0)} to ${decimalText(bounds.upper, 0)} %)` : '';
  lines.push(`I² = ${decimalText(iSquaredPercent, 0)} %${share}`);
  lines.push(`Q = ${decimalText(q, 1)}, df = ${df}, ${pText(p)}`);
  return lines;
}

function intervalWords(interval: IntervalMethod, df: number | null): string[] {
  const distribution = df === null ? 'normal' : `t(${df})`;
  switch (interval) {
    case 'wald':
      return [`Wald, ${distribution}`];
    case 't':
      return [`Wald, ${distribution}`];
    case 'knapp-hartung':
      return [`Hartung–Knapp, ${distribution}`];
    case 'knapp-hartung-guarded':
      return [`Hartung–Knapp, ${distribution}`, 'never narrower than Wald'];
    default: {
      const missing: never = interval;
      throw new RangeError(`intervalWords: no words for ${String(missing)}`);
    }
  }
}

/** What stands at the lower right: how τ² was estimated, and by which method the interval was made. */
export function methodLines({ spec, interval, pooled }: Pick<Analysis, 'spec' | 'interval' | 'pooled'>): string[] {
  const estimator =
    spec.model === 'fixed'
      ? FIXED_WORDS[spec.fixedMethod]
      : spec.generalised
        ? `Generalised linear mixed model, ${spec.generalised}`
        : spec.tauSquared;
  return [estimator, ...intervalWords(interval, pooled.estimable ? pooled.value.df : null)];
}
