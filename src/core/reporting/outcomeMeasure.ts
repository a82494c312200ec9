import type { OutcomeKind } from '#core/extraction/vocabulary';
import { measureOfAnalysis } from '#core/reporting/measureOfAnalysis';
import type { MeasureWords } from '#core/reporting/measureWords';
import type { Analysis } from '#core/synthesis/analyse';
import type { EffectMeasure } from '#core/synthesis/effects/measures';

/**
 * What the pooled effect is called where the measure alone doesn't say it: ready-made estimates may be ratios, odds ratios
 * of a test's counts are diagnostic ones, and slopes are ratios for so much more of the exposure. Null: as the measure.
 */
export function outcomeMeasure(
  { kind, unit }: { readonly kind: OutcomeKind; readonly unit: string },
  isRatio: boolean | null,
  per: number,
): MeasureWords | null {
  const ratio = (title: string, analysed: string): MeasureWords => ({ title, scale: 'log', noEffect: 0, analysed });
  if (kind === 'accuracy') return ratio('Diagnostic odds ratio', 'log diagnostic odds ratio');
  if (kind === 'dose-response') {
    const step = [String(per), unit].filter(Boolean).join(' ');
    return ratio(`Ratio for each ${step} more`, `log ratio for each ${step} more`);
  }
  if (kind === 'time-to-event') return ratio('Hazard ratio', 'log hazard ratio');
  if (kind !== 'generic') return null;
  return isRatio
    ? ratio('Ratio', 'log ratio')
    : { title: 'Estimate', scale: 'identity', noEffect: 0, analysed: 'estimate' };
}

/** The same, or as the measure: rates say for which time they are told. */
export function measureOfOutcome(
  analysis: { readonly spec: { readonly measure: EffectMeasure }; readonly studies: Analysis['studies'] },
  outcome: { readonly kind: OutcomeKind; readonly unit: string },
  isRatio: boolean | null,
  per: number,
): MeasureWords {
  const own = outcomeMeasure(outcome, isRatio, per);
  if (own) return own;
  const words = measureOfAnalysis(analysis);
  const isRate = PER_TIME.has(analysis.spec.measure) && outcome.unit !== '';
  const perTime = ` per ${oneOf(outcome.unit)}`;
  return isRate ? { ...words, title: `${words.title}${perTime}`, analysed: `${words.analysed}${perTime}` } : words;
}

const PER_TIME: ReadonlySet<string> = new Set(['IR', 'IRLN', 'IRS', 'IRD']);

/** One of what a unit names: `patient-years` is per patient-year. */
function oneOf(unit: string): string {
  return unit.replace(/(year|month|week|day|hour|minute)s$/, '$1');
}
