import type { AnticipatedEffect } from '#core/synthesis/sequential/requiredSize';

/** What the required size is enlarged for: what the trials themselves show, nothing, or a share that a protocol names. */
export type SizeAdjustment = 'D2' | 'I2' | 'none' | { readonly percent: number };

/** The effect worth finding, where the risk without treatment or the scatter of persons may be left to the data. */
export type PlannedEffect =
  | { readonly outcome: 'RR' | 'OR' | 'RD'; readonly controlRisk: number | null; readonly effect: number }
  | { readonly outcome: 'MD'; readonly effect: number; readonly deviation: number | null };

/** How a trial sequential analysis is planned: every choice that a protocol would name. */
export interface SequentialChoices {
  readonly anticipated: PlannedEffect;
  readonly alpha: number;
  readonly beta: number;
  readonly sides: 1 | 2;
  readonly heterogeneity: SizeAdjustment;
  /** See `spendingNamed`. */
  readonly spending: string;
  readonly model: 'EE' | 'DL';
  /** Whether boundaries for giving up are asked for too; beta is then spent as alpha is. */
  readonly futility?: boolean | undefined;
}

/** Two sides of 5 %, power of 80 %, O'Brien and Fleming, random effects, adjusted for diversity. */
export const USUAL_SEQUENTIAL: Omit<SequentialChoices, 'anticipated'> = {
  alpha: 0.05,
  beta: 0.2,
  sides: 2,
  heterogeneity: 'D2',
  spending: 'obf',
  model: 'DL',
};

/**
 * Why no trial can be planned to find this effect, or null: `no-effect-to-find`, `risk-out-of-range` (either risk is not
 * between 0 and 1), `deviation-not-above-zero`. On the natural scale.
 */
export function whyNotPlan(anticipated: AnticipatedEffect): string | null {
  const { outcome, effect } = anticipated;
  if (!Number.isFinite(effect)) return 'no-effect-to-find';
  if (outcome === 'MD') {
    if (!(anticipated.deviation > 0)) return 'deviation-not-above-zero';
    return effect === 0 ? 'no-effect-to-find' : null;
  }
  const { controlRisk: p } = anticipated;
  if (!(p > 0 && p < 1)) return 'risk-out-of-range';
  if (outcome === 'RD') return effect === 0 ? 'no-effect-to-find' : isRisk(p + effect) ? null : 'risk-out-of-range';
  if (effect === 1) return 'no-effect-to-find';
  if (!(effect > 0)) return 'risk-out-of-range';
  return outcome === 'OR' || isRisk(p * effect) ? null : 'risk-out-of-range';
}

const isRisk = (risk: number) => risk > 0 && risk < 1;
