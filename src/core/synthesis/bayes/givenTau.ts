import type { Effects } from '#core/synthesis/projection';

/** What is believed of the mean effect before the data: normal, or flat (with density 1 everywhere) when null. */
export type MeanPrior = { readonly mean: number; readonly deviation: number } | null;

/** All that follows from the data when tau is known. */
export interface GivenTau {
  readonly logLikelihood: number;
  /** The mean effect is normal with these. */
  readonly mean: number;
  readonly variance: number;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * The normal random-effects model at a known variance between studies: log marginal likelihood (the mean effect
 * integrated out, all constants kept) and the normal posterior of the mean effect. Scale: that of yi.
 * Source: Röver (2020), doi:10.18637/jss.v093.i06, section 2.
 */
export function givenTau({ yi, vi }: Effects, tauSquared: number, prior: MeanPrior): GivenTau {
  const priorWeight = prior ? 1 / prior.deviation ** 2 : 0;
  let precision = priorWeight;
  let weighted = prior ? priorWeight * prior.mean : 0;
  let logVariances = prior ? 2 * Math.log(prior.deviation) : 0;
  for (const [i, v] of vi.entries()) {
    const variance = v + tauSquared;
    precision += 1 / variance;
    weighted += (yi[i] ?? Number.NaN) / variance;
    logVariances += Math.log(variance);
  }
  const mean = weighted / precision;
  let squares = prior ? priorWeight * (prior.mean - mean) ** 2 : 0;
  for (const [i, v] of vi.entries()) squares += ((yi[i] ?? Number.NaN) - mean) ** 2 / (v + tauSquared);
  const constants = (vi.length + (prior ? 1 : 0) - 1) * LOG_TWO_PI;
  return {
    logLikelihood: -0.5 * (constants + logVariances + Math.log(precision) + squares),
    mean,
    variance: 1 / precision,
  };
}

/** Log-likelihood of tau when the mean effect is known to be `mean`. */
export function logLikelihoodAtMean({ yi, vi }: Effects, tauSquared: number, mean: number): number {
  let total = 0;
  for (const [i, v] of vi.entries()) {
    const variance = v + tauSquared;
    total += LOG_TWO_PI + Math.log(variance) + ((yi[i] ?? Number.NaN) - mean) ** 2 / variance;
  }
  return -0.5 * total;
}
