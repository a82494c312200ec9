import { symmetricLogDeterminant } from '#core/numeric/matrices';
import { columnSums } from '#core/synthesis/columnSums';
import type { Design } from '#core/synthesis/design';
import { pairFit } from '#core/synthesis/pairFit';
import { type Effects, project, weightedGram } from '#core/synthesis/projection';
import { inverse } from '#core/synthesis/tauSquared/tauSquaredMethod';

export interface LogLikelihoods {
  readonly full: number;
  /** Restricted likelihood with the constant log|X'X|/2, as most programs print it. */
  readonly restricted: number;
}

/**
 * Both normal log-likelihoods of a model at a given tau^2, with the coefficients that are best there (or, for a fit with
 * other weights, with the given residuals). Agrees with metafor 3.8-1 logLik within 1e-9.
 */
export function logLikelihood(
  { yi, vi }: Effects,
  design: Design,
  tauSquared: number,
  givenResiduals?: readonly number[],
): LogLikelihoods {
  const [only, other] = design.basis;
  if (only && design.p === 1 && !givenResiduals) return onOneColumn(only, { yi, vi }, design, tauSquared);
  if (only && other && design.p === 2 && !givenResiduals) {
    const { rss, logVariances, logGram } = pairFit(only, other, yi, vi, tauSquared);
    return both(design, logVariances + rss, logGram);
  }
  const w = inverse(vi, tauSquared);
  const residuals = givenResiduals ?? project(design, yi, w).residuals;
  let rss = 0;
  let logVariances = 0;
  for (let s = 0; s < w.length; s++) {
    rss += (w[s] ?? 0) * (residuals[s] ?? 0) ** 2;
    logVariances += Math.log((vi[s] ?? 0) + tauSquared);
  }
  return both(design, logVariances + rss, symmetricLogDeterminant(weightedGram(design, w)));
}

/** From the sum of log variances and weighted squares that both share, and the log determinant of B'WB. */
function both({ k, p, logGram }: Design, shared: number, logWeightedGram: number): LogLikelihoods {
  const logTwoPi = Math.log(2 * Math.PI);
  return {
    full: -0.5 * (k * logTwoPi + shared),
    restricted: -0.5 * ((k - p) * logTwoPi - logGram + shared + logWeightedGram),
  };
}

/** The usual case, without an array. */
function onOneColumn(
  column: readonly number[],
  { yi, vi }: Effects,
  design: Design,
  tauSquared: number,
): LogLikelihoods {
  const { rss, gram } = columnSums(column, yi, vi, tauSquared);
  let logVariances = 0;
  for (const v of vi) logVariances += Math.log(v + tauSquared);
  return both(design, logVariances + rss, Math.log(gram));
}
