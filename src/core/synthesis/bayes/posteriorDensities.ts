import { type BayesianPriors, bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import { givenTau } from '#core/synthesis/bayes/givenTau';
import { tauPosterior } from '#core/synthesis/bayes/tauPosterior';
import type { Effects } from '#core/synthesis/projection';

export interface DensityPoint {
  readonly at: number;
  readonly density: number;
}

export interface PosteriorDensities {
  readonly mean: readonly DensityPoint[];
  /** Of the effect of a new study. */
  readonly predictive: readonly DensityPoint[];
  readonly tau: readonly DensityPoint[];
}

const STEPS = 240;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Posterior densities of the mean, of a new study's effect and of tau, for a figure: over the middle part of each, with a
 * margin. Scale: that of yi. Takes what `bayesianMeta` takes, and throws where it does. The densities are those that its
 * summaries come from: a mixture of normals over the posterior of tau.
 */
export function posteriorDensities(effects: Effects, priors: BayesianPriors): PosteriorDensities {
  const summary = bayesianMeta(effects, priors, 99);
  const smallest = Math.sqrt(Math.min(...effects.vi));
  const likelihood = (tauSquared: number) => givenTau(effects, tauSquared, priors.mean).logLikelihood;
  const posterior = tauPosterior(priors.tau, likelihood, smallest, 0);
  const parts = posterior.places.map(({ tau, probability }) => ({
    tau,
    probability,
    ...givenTau(effects, tau ** 2, priors.mean),
  }));
  const grid = (low: number, high: number) =>
    Array.from({ length: STEPS + 1 }, (_, step) => low + (step / STEPS) * (high - low));
  const mixture = (at: number, varianceOf: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => {
      const deviation = Math.sqrt(varianceOf(part));
      return (
        sum + (part.probability / (deviation * ROOT_TWO_PI)) * Math.exp(-0.5 * ((at - part.mean) / deviation) ** 2)
      );
    }, 0);
  const { lower, upper } = summary.predictive.interval;
  const around = grid(lower, upper);
  const highest = summary.tau.interval.upper;
  return {
    mean: around.map(at => ({ at, density: mixture(at, part => part.variance) })),
    predictive: around.map(at => ({ at, density: mixture(at, part => part.variance + part.tau ** 2) })),
    // At 0 itself a prior on log tau has no density: the curve begins just above.
    tau: grid(highest / STEPS, highest).map(at => ({ at, density: posterior.density(at) })),
  };
}
