import { valueWriter } from '#core/reporting/displayScale';
import { decimalText } from '#core/reporting/numbers';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';

/** Writes the analysis' numbers as its figure does: turned back, all with the same count of decimals. */
export function writerOf(result: Result, data: OutcomeData): (analysis: number) => string {
  const values = result.studies.flatMap(({ effect }) =>
    effect.estimable ? [effect.value.yi, effect.value.lower, effect.value.upper] : [],
  );
  const pooled = result.pooled.estimable
    ? [result.pooled.value.estimate, result.pooled.value.lower, result.pooled.value.upper]
    : [];
  return valueWriter(measureOf(result, data).scale, [...values, ...pooled].filter(Number.isFinite));
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export function rangeText({ lower, upper }: Bounds, write: (value: number) => string): string {
  return `${write(lower)} to ${write(upper)}`;
}

export function holds({ lower, upper }: Bounds, value: number): boolean {
  return lower <= value && value <= upper;
}

/** Two decimals, four below 0.01: a variance that isn't zero is not written as zero. */
export function varianceText(value: number): string {
  if (value === 0) return '0';
  if (value >= 0.01) return decimalText(value, 2);
  return value >= 0.0001 ? decimalText(value, 4) : '< 0.0001';
}
