import type { Provenance } from '#core/extraction/convert';
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

type Shown = EstimateNumbers & {
  readonly percentConfidence: number;
  readonly conversion: Provenance | null;
  readonly foundAt?: string;
};

export function estimateText(stored: Shown | undefined): EstimateText {
  // A number that was converted is shown short; every digit of it stays stored.
  const shown = (value: number | undefined) =>
    numberText(value === undefined ? null : stored?.conversion ? Number(value.toPrecision(5)) : value);
  return {
    estimate: shown(stored?.estimate),
    lower: shown(stored?.lower),
    upper: shown(stored?.upper),
    percentConfidence: numberText(stored?.percentConfidence ?? 95),
    isRatio: stored?.isRatio ?? true,
    foundAt: stored?.foundAt ?? '',
  };
}

/** Whether the numbers are those that are stored, wherever they were found. */
export function sameAsStored(text: EstimateText, stored: Study['studyResults'][number] | undefined): boolean {
  const said = (one: EstimateText) => JSON.stringify([estimateOf(one), one.isRatio]);
  return stored !== undefined && said(text) === said(estimateText(stored));
}

/** The estimate to work with: every digit of a stored one that was left alone. */
export function usedEstimate(text: EstimateText, stored: Study['studyResults'][number] | undefined) {
  if (!stored || !sameAsStored(text, stored)) return estimateOf(text);
  const { estimate, lower, upper, percentConfidence, isRatio } = stored;
  return { estimate, lower, upper, percentConfidence, isRatio };
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
