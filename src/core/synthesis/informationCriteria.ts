import type { ModelFit } from '#core/synthesis/fitModel';
import { logLikelihood } from '#core/synthesis/likelihood';
import type { Effects } from '#core/synthesis/projection';

export interface Criteria {
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
}

/**
 * Log-likelihood with Akaike's and Schwarz's criteria of a fit, full and restricted, at its own coefficients and tau^2.
 * `tauSquaredKnown`: the variance between studies was given, not estimated.
 */
export function informationCriteria(
  effects: Effects,
  fit: ModelFit,
  tauSquaredKnown = false,
): { full: Criteria; restricted: Criteria } {
  const values = logLikelihood(effects, fit.design, fit.tauSquared, fit.residuals);
  const parameters = fit.p + (fit.method === 'EE' || tauSquaredKnown ? 0 : 1);
  const criteria = (value: number, n: number): Criteria => ({
    logLikelihood: value,
    aic: 2 * parameters - 2 * value,
    bic: parameters * Math.log(n) - 2 * value,
  });
  return { full: criteria(values.full, fit.k), restricted: criteria(values.restricted, fit.k - fit.p) };
}
