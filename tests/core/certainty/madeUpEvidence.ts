import type { Evidence } from '#core/certainty/evidence';

/** Invented evidence on a counted outcome: twelve trials, a risk ratio of 0.5, nothing against it. */
export function madeUpEvidence(more: Partial<Evidence> = {}): Evidence {
  return {
    outcomeKind: 'dichotomous',
    measure: 'RR',
    measureTitle: 'Risk ratio',
    isRatio: true,
    isOfOneGroup: false,
    noEffect: 1,
    isLowerBetter: true,
    unit: '',
    k: 12,
    people: 9000,
    events: 900,
    effect: { estimate: 0.5, lower: 0.4, upper: 0.6 },
    prediction: { lower: 0.3, upper: 0.8 },
    iSquaredPercent: 10,
    tauSquared: 0.01,
    riskOfBias: { judged: 12, high: 0, percentHigh: 0, withoutHigh: null },
    smallStudyP: 0.45,
    controlRisks: [0.1, 0.1, 0.2, 0.2],
    threshold: 20,
    ...more,
  };
}
