import type { EstimateNumbers } from '#core/extraction/impossibleResult';
import type { Study } from './extraction.ts';
import { numberText, readNumber } from './readNumber.ts';

/** A study's own estimate as it stands in its fields. */
export interface EstimateText {
  readonly estimate: string;
  readonly lower: string;
  readonly upper: string;
  readonly percentConfidence: string;
  readonly isRatio: boolean;
  readonly foundAt: string;
}

export const ESTIMATE_FIELDS = [
  { name: 'estimate', label: 'Estimate' },
  { name: 'lower', label: 'Lower bound' },
  { name: 'upper', label: 'Upper bound' },
  { name: 'percentConfidence', label: 'Interval, %' },
] as const;

export function estimateText(stored: Study['studyResults'][number] | undefined): EstimateText {
  return {
    estimate: numberText(stored?.estimate ?? null),
    lower: numberText(stored?.lower ?? null),
    upper: numberText(stored?.upper ?? null),
    percentConfidence: numberText(stored?.percentConfidence ?? 95),
    isRatio: stored?.isRatio ?? true,
    foundAt: stored?.foundAt ?? '',
  };
}

/** The estimate, when all of its numbers are there. */
export function estimateOf(text: EstimateText): (EstimateNumbers & { readonly percentConfidence: number }) | null {
  const [estimate, lower, upper, percentConfidence] = ESTIMATE_FIELDS.map(({ name }) => {
    const number = readNumber(text[name]);
    return number.isRead ? number.value : null;
  });
  if (typeof estimate !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return null;
  if (typeof percentConfidence !== 'number' || percentConfidence <= 50 || percentConfidence >= 100) return null;
  return { estimate, lower, upper, percentConfidence, isRatio: text.isRatio };
}

export function isEmptyEstimate({ estimate, lower, upper }: EstimateText): boolean {
  return [estimate, lower, upper].every(part => part.trim() === '');
}
