/** Number needed to treat for one more person to benefit (NNTB) or be harmed (NNTH). */
export interface NumberNeeded {
  readonly number: number;
  readonly label: 'NNTB' | 'NNTH';
}

export interface NumbersNeeded {
  readonly estimate: NumberNeeded | null;
  readonly atLower: NumberNeeded | null;
  readonly atUpper: NumberNeeded | null;
  /** The interval goes through infinity: from NNTB to infinity to NNTH. */
  readonly crossesZero: boolean;
  /** The estimate rounded up, as it is reported. */
  readonly rounded: number | null;
}

/** An outcome that people want to avoid, or want to reach. */
export type OutcomeValence = 'harmful' | 'beneficial';

/**
 * Numbers needed to treat from a risk difference and its bounds. Null where the difference is 0: nobody is helped.
 * Source: Altman (1998), doi:10.1136/bmj.317.7168.1309 (labels, and intervals through infinity).
 */
export function numberNeeded(
  riskDifference: number,
  lower: number,
  upper: number,
  outcome: OutcomeValence,
): NumbersNeeded {
  const of = (difference: number): NumberNeeded | null => {
    if (difference === 0) return null;
    const isGood = difference < 0 === (outcome === 'harmful');
    return { number: 1 / Math.abs(difference), label: isGood ? 'NNTB' : 'NNTH' };
  };
  const estimate = of(riskDifference);
  return {
    estimate,
    atLower: of(lower),
    atUpper: of(upper),
    crossesZero: lower < 0 && upper > 0,
    // 1/0.05 must not become 21 because the difference of two risks lost its last digit.
    rounded: estimate && Math.ceil(estimate.number * (1 - 1e-12)),
  };
}
