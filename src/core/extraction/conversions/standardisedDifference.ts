/** The distribution thought to lie behind a dichotomy: logistic (Hasselblad and Hedges) or Cox's 1.65. */
export const DIFFERENCE_FACTORS = { hasselblad_hedges: Math.PI / Math.sqrt(3), cox: 1.65 } as const;
export type DifferenceFactor = keyof typeof DIFFERENCE_FACTORS;

export interface Converted {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Log odds ratio from a standardised mean difference.
 * Sources: Hasselblad and Hedges (1995), doi:10.1037/0033-2909.117.1.167; Sánchez-Meca et al. (2003),
 * doi:10.1037/1082-989X.8.4.448 (Cox).
 */
export function logOddsRatioFromDifference(given: Converted, factor: DifferenceFactor): Converted {
  const by = DIFFERENCE_FACTORS[factor];
  return { estimate: given.estimate * by, standardError: given.standardError * by };
}

/** Standardised mean difference from a log odds ratio. Same sources. */
export function differenceFromLogOddsRatio(given: Converted, factor: DifferenceFactor): Converted {
  const by = DIFFERENCE_FACTORS[factor];
  return { estimate: given.estimate / by, standardError: given.standardError / by };
}
