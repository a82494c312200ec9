import { normalQuantile } from '#core/numeric/distributions';

/** What a trial big enough would be planned with: the effect worth finding, on the natural scale. */
export type AnticipatedEffect =
  | { readonly outcome: 'RR' | 'OR' | 'RD'; readonly controlRisk: number; readonly effect: number }
  | { readonly outcome: 'MD'; readonly effect: number; readonly deviation: number };

export interface Errors {
  readonly alpha: number;
  readonly beta: number;
  readonly sides: 1 | 2;
}

export interface RequiredSize {
  /** Risk with treatment; null for means. */
  readonly treatmentRisk: number | null;
  /** Variance of one person's outcome, and the difference to be found (control minus treatment for risks). */
  readonly variance: number;
  readonly difference: number;
  /** Persons in both groups together, not rounded. */
  readonly persons: number;
}

/**
 * The information size: persons (both groups together, equal groups) that one trial would need to find the anticipated
 * effect with power 1 - beta. Not rounded: round up at the very end. Source: Wetterslev et al. (2008),
 * doi:10.1016/j.jclinepi.2007.03.013. Agrees with the reference cases within 1e-10.
 */
export function requiredSize(anticipated: AnticipatedEffect, { alpha, beta, sides }: Errors): RequiredSize {
  const reach = normalQuantile(alpha / sides, false) + normalQuantile(beta, false);
  const sized = (treatmentRisk: number | null, variance: number, difference: number): RequiredSize => ({
    treatmentRisk,
    variance,
    difference,
    persons: (4 * reach ** 2 * variance) / difference ** 2,
  });
  if (anticipated.outcome === 'MD') return sized(null, anticipated.deviation ** 2, anticipated.effect);
  const { outcome, controlRisk: p, effect } = anticipated;
  const treated = outcome === 'RR' ? p * effect : outcome === 'RD' ? p + effect : (p * effect) / (1 - p + p * effect);
  const middle = (p + treated) / 2;
  return sized(treated, middle * (1 - middle), p - treated);
}

/** The size when trials differ: over 1 - D² (or 1 - I²), the share given as a fraction below 1. */
export function adjustedSize(persons: number, heterogeneity: number): number {
  return persons / (1 - heterogeneity);
}
