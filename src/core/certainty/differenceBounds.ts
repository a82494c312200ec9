import type { Evidence } from '#core/certainty/evidence';
import { isRiskMeasure } from '#core/extraction/conversions/riskAtBaseline';
import { absoluteEffects } from '#core/reporting/absoluteEffects';

export interface Bounds {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** `per 1,000`, or the unit of the outcome. */
  readonly unit: string;
}

const IN_DEVIATIONS: ReadonlySet<string> = new Set(['SMD', 'SMDH', 'SMCC', 'SMCR']);

/**
 * The effect as the difference that a threshold is set in: people per 1,000 at a risk without treatment, or units of the
 * outcome. None where the measure has no such difference (a ratio without a risk).
 */
export function differenceBounds(evidence: Evidence, baseline: number | null): Bounds | null {
  const { effect, measure, outcomeKind, unit } = evidence;
  if (effect === null) return null;
  if (outcomeKind === 'dichotomous' || measure === 'HR') {
    if (baseline === null || !isRiskMeasure(measure)) return null;
    const { difference } = absoluteEffects(measure, effect, baseline);
    return { ...ordered(difference), unit: 'per 1,000' };
  }
  if (evidence.isRatio || evidence.noEffect === null) return null;
  return { ...ordered(effect), unit: IN_DEVIATIONS.has(measure) ? 'standard deviations' : unit };
}

function ordered({ estimate, lower, upper }: { estimate: number; lower: number; upper: number }) {
  return { estimate, lower: Math.min(lower, upper), upper: Math.max(lower, upper) };
}
