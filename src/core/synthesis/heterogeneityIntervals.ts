import type { ModelOptions } from '#core/synthesis/fitModel';
import { fitModel } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';
import {
  profileLikelihoodInterval,
  qProfileInterval,
  type TauSquaredInterval,
} from '#core/synthesis/tauSquaredInterval';

/** Limits of heterogeneity by one method: of τ², and of I² (percent) and H² that follow from it. */
export interface HeterogeneityLimits {
  readonly method: 'q-profile' | 'profile-likelihood';
  readonly tauSquared: TauSquaredInterval;
  readonly iSquaredPercent: { readonly lower: number; readonly upper: number };
  readonly hSquared: { readonly lower: number; readonly upper: number };
}

export interface HeterogeneityIntervals {
  readonly tauSquared: number;
  readonly qProfile: HeterogeneityLimits;
  /** Null where τ² was not estimated by a likelihood. */
  readonly profileLikelihood: HeterogeneityLimits | null;
}

/**
 * Intervals of τ², I² and H²: by the Q-profile method, and by profile likelihood where τ² was estimated by a likelihood.
 * I² and H² follow by the typical sampling variance (Higgins and Thompson 2002, doi:10.1002/sim.1186). Scale: that of yi
 * squared for τ². Takes at least two studies. See tauSquaredInterval for sources; agrees with metafor's confint.
 */
export function heterogeneityIntervals(effects: Effects, options: ModelOptions): HeterogeneityIntervals {
  const { method, level = 95 } = options;
  const { typicalVariance, tauSquared } = fitModel(effects, options);
  const share = (value: number) =>
    value === Number.POSITIVE_INFINITY ? 100 : (100 * value) / (value + typicalVariance);
  const of = (name: HeterogeneityLimits['method'], limits: TauSquaredInterval): HeterogeneityLimits => ({
    method: name,
    tauSquared: limits,
    iSquaredPercent: { lower: share(limits.lower), upper: share(limits.upper) },
    hSquared: { lower: limits.lower / typicalVariance + 1, upper: limits.upper / typicalVariance + 1 },
  });
  const byLikelihood = method === 'REML' || method === 'ML';
  return {
    tauSquared,
    qProfile: of('q-profile', qProfileInterval(effects, level)),
    profileLikelihood: byLikelihood
      ? of('profile-likelihood', profileLikelihoodInterval(effects, tauSquared, method === 'REML', level))
      : null,
  };
}
