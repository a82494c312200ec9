/** Measures that turn a risk without treatment into a risk with it. */
export const RISK_MEASURES = ['RR', 'OR', 'HR', 'RD'] as const;
export type RiskMeasure = (typeof RISK_MEASURES)[number];

export function isRiskMeasure(word: string): word is RiskMeasure {
  return RISK_MEASURES.some(measure => measure === word);
}

/**
 * Risk with treatment, from a relative or absolute effect (natural scale) and the risk without. Not cut to 0–1: a risk
 * ratio of 2.7 at a risk of 0.45 says that it can't be applied there, and the caller should say so.
 * Hazard ratios: proportional hazards over the time the risk is for. Source: Cochrane Handbook 6.5, section 15.4.4.
 */
export function riskAtBaseline(measure: RiskMeasure, effect: number, baseline: number): number {
  switch (measure) {
    case 'RR':
      return baseline * effect;
    case 'RD':
      return baseline + effect;
    case 'HR':
      return baseline >= 1 ? 1 : -Math.expm1(effect * Math.log1p(-baseline));
    case 'OR':
      return (baseline * effect) / (1 - baseline + baseline * effect);
  }
}

/** The same effect in all words, at one baseline risk. */
export interface EffectAtBaseline {
  readonly risk: number;
  readonly riskRatio: number;
  readonly riskDifference: number;
  /** Null unless the risk with treatment lies between 0 and 1. */
  readonly oddsRatio: number | null;
}

/** Risk ratio, risk difference and odds ratio that an effect means at one baseline risk (between 0 and 1). */
export function effectAtBaseline(measure: RiskMeasure, effect: number, baseline: number): EffectAtBaseline {
  const risk = riskAtBaseline(measure, effect, baseline);
  const odds = (p: number) => p / (1 - p);
  return {
    risk,
    riskRatio: risk / baseline,
    riskDifference: risk - baseline,
    oddsRatio: risk > 0 && risk < 1 ? odds(risk) / odds(baseline) : null,
  };
}
