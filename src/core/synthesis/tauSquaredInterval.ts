import { chiSquareQuantile } from '#core/numeric/distributions';
import { rootBetween, rootOfFalling } from '#core/numeric/roots';
import { median } from '#core/numeric/sums';
import { type Design, interceptOnly } from '#core/synthesis/design';
import { logLikelihood } from '#core/synthesis/likelihood';
import type { Interval } from '#core/synthesis/predictionInterval';
import { type Effects, project } from '#core/synthesis/projection';
import { solveGeneralisedQ } from '#core/synthesis/tauSquared/pauleMandel';

export interface TauSquaredInterval extends Interval {
  /** Even tau^2 = 0 leaves less scatter than chance explains: no value is compatible, both limits are 0. */
  readonly isEmpty: boolean;
}

/**
 * Interval of tau^2 by the Q-profile method: the values at which the generalised Q meets the chi-square quantiles.
 * Takes a level in percent. Needs at least two studies (RangeError).
 * Source: Viechtbauer (2007), doi:10.1002/sim.2514. Agrees with metafor 3.8-1 confint within 1e-7.
 */
export function qProfileInterval(
  effects: Effects,
  level = 95,
  design: Design = interceptOnly(effects.yi.length),
): TauSquaredInterval {
  const df = design.k - design.p;
  if (df < 1) throw new RangeError('qProfileInterval: at least one degree of freedom is needed');
  const problem = { ...effects, design };
  const tail = 0.5 - level / 200;
  const atZero = project(
    design,
    effects.yi,
    effects.vi.map(v => 1 / v),
  ).rss;
  const least = chiSquareQuantile(tail, df);
  if (atZero < least) return { lower: 0, upper: 0, isEmpty: true };
  return {
    lower: solveGeneralisedQ(problem, chiSquareQuantile(tail, df, false)),
    upper: solveGeneralisedQ(problem, least),
    isEmpty: false,
  };
}

/**
 * Interval of tau^2 by profile likelihood around a (restricted) maximum-likelihood estimate: where twice the
 * log-likelihood has fallen by the chi-square quantile. An upper limit that is never reached is Infinity.
 * Source: Hardy and Thompson (1996). Agrees with metafor 3.8-1 confint(type = "PL") within 1e-5.
 */
export function profileLikelihoodInterval(
  effects: Effects,
  estimate: number,
  restricted: boolean,
  level = 95,
  design: Design = interceptOnly(effects.yi.length),
): TauSquaredInterval {
  const at = (tauSquared: number) => logLikelihood(effects, design, tauSquared)[restricted ? 'restricted' : 'full'];
  const cut = at(estimate) - chiSquareQuantile(level / 100, 1) / 2;
  const above = (tauSquared: number) => at(tauSquared) - cut;
  const lower = estimate === 0 || above(0) >= 0 ? 0 : rootBetween(above, 0, estimate);
  const beyond = rootOfFalling(distance => above(estimate + distance), Math.max(estimate, median(effects.vi)));
  return {
    lower,
    upper: estimate + beyond,
    isEmpty: false,
  };
}
