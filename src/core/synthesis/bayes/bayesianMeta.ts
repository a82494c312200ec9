import { rootBetween } from '#core/numeric/roots';
import { type GivenTau, givenTau, logLikelihoodAtMean, type MeanPrior } from '#core/synthesis/bayes/givenTau';
import {
  mixtureDeviation,
  mixtureLowerTail,
  mixtureMean,
  mixtureQuantile,
  mixtureShortest,
  type NormalMixture,
} from '#core/synthesis/bayes/normalMixture';
import { type TauPosterior, tauPosterior } from '#core/synthesis/bayes/tauPosterior';
import { hasMoment, rangeOf, type TauPrior, whyNotPrior } from '#core/synthesis/bayes/tauPrior';
import type { Interval } from '#core/synthesis/predictionInterval';
import type { Effects } from '#core/synthesis/projection';

export interface BayesianPriors {
  readonly tau: TauPrior;
  /** Null: flat, with density 1 everywhere. */
  readonly mean: MeanPrior;
}

/** A posterior distribution in few numbers. */
export interface PosteriorSummary {
  /** Null where the expectation does not exist: a heavy-tailed prior of tau and very few studies. */
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly median: number;
  /** Equal tails. */
  readonly interval: Interval;
}

export interface SummaryWithShortest extends PosteriorSummary {
  /** Null where the density is infinite at 0, so that it is not unique. */
  readonly shortest: Interval | null;
}

export interface BayesianMeta {
  readonly k: number;
  readonly mean: SummaryWithShortest & { readonly probabilityBelowZero: number };
  readonly tau: SummaryWithShortest;
  /** The effect of a new study. */
  readonly predictive: SummaryWithShortest & { readonly probabilityBelowZero: number };
  /** The effect of each study, drawn towards the mean. */
  readonly studies: readonly PosteriorSummary[];
  /** log p(y); null with a flat prior of the mean, which is no distribution. */
  readonly logMarginal: number | null;
  /** log p(y | tau = 0) - log p(y): below 0 speaks for heterogeneity. */
  readonly logBayesFactorNoHeterogeneity: number;
  /** log p(y | mean = 0) - log p(y): below 0 speaks for an effect; null with a flat prior of the mean. */
  readonly logBayesFactorNoEffect: number | null;
}

/**
 * Bayesian random-effects meta-analysis by numerical integration: no sampling, no noise. Given tau everything is normal;
 * so each posterior is a mixture of normals over the posterior of tau, of which moments, quantiles and shortest
 * intervals are taken. Scale: that of yi. Takes effects with variances, priors, and the level in percent.
 * Throws RangeError without a study or when the prior of tau is none.
 * Source: Röver (2020), Bayesian random-effects meta-analysis using the bayesmeta R package, doi:10.18637/jss.v093.i06.
 * Agrees with the reference cases (R integrate; Röver's Crins example) within 1e-8.
 */
export function bayesianMeta(effects: Effects, priors: BayesianPriors, level = 95): BayesianMeta {
  const { yi, vi } = effects;
  const k = yi.length;
  const why = whyNotPrior(priors.tau);
  if (k === 0 || why) throw new RangeError(`bayesianMeta: ${why ?? 'at least one study is needed'}`);
  const share = level / 100;
  const smallest = Math.sqrt(Math.min(...vi));
  const fall = priors.mean ? k : k - 1;
  const power = [2, 1, 0].find(one => hasMoment(priors.tau, fall, one)) ?? 0;
  const likelihood = (tauSquared: number) => givenTau(effects, tauSquared, priors.mean).logLikelihood;
  const tau = tauPosterior(priors.tau, likelihood, smallest, power);
  const given = tau.places.map(place => givenTau(effects, place.tau ** 2, priors.mean));
  const of = (mean: (at: GivenTau, tau: number) => number, variance: (at: GivenTau, tau: number) => number) =>
    mixtureOver(tau, given, mean, variance);
  // With a normal prior the mean stays bounded however large tau; a new study's effect does not.
  const meanPower = priors.mean ? 2 : power;
  const meanMixture = of(
    at => at.mean,
    at => at.variance,
  );
  const newStudy = of(
    at => at.mean,
    (at, value) => at.variance + value ** 2,
  );
  const noEffect = (tauSquared: number) => logLikelihoodAtMean(effects, tauSquared, 0);
  return {
    k,
    mean: { ...withShortest(meanMixture, share, meanPower), probabilityBelowZero: mixtureLowerTail(meanMixture, 0) },
    tau: { ...summaryOfTau(tau, share, power), shortest: shortestOfTau(priors.tau, tau, share) },
    predictive: { ...withShortest(newStudy, share, power), probabilityBelowZero: mixtureLowerTail(newStudy, 0) },
    studies: yi.map((y, i) => {
      const v = vi[i] ?? Number.NaN;
      const kept = (value: number) => value ** 2 / (value ** 2 + v);
      const shrunken = of(
        (at, value) => kept(value) * y + (1 - kept(value)) * at.mean,
        (at, value) => kept(value) * v + (1 - kept(value)) ** 2 * at.variance,
      );
      return summaryOf(shrunken, share, 2);
    }),
    logMarginal: priors.mean ? tau.logMarginal : null,
    logBayesFactorNoHeterogeneity: likelihood(0) - tau.logMarginal,
    logBayesFactorNoEffect: priors.mean
      ? tauPosterior(priors.tau, noEffect, smallest, 0).logMarginal - tau.logMarginal
      : null,
  };
}

/** What is normal given tau, over the posterior of tau. Places with nothing to speak of are dropped. */
function mixtureOver(
  { places }: TauPosterior,
  given: readonly GivenTau[],
  mean: (at: GivenTau, tau: number) => number,
  variance: (at: GivenTau, tau: number) => number,
): NormalMixture {
  const parts = places.flatMap(({ tau, probability }, i) => {
    const at = given[i];
    const isWorthIt = at !== undefined && probability * Math.max(1, tau * tau) > 1e-22;
    return isWorthIt ? [{ weight: probability, mean: mean(at, tau), deviation: Math.sqrt(variance(at, tau)) }] : [];
  });
  return {
    weights: parts.map(({ weight }) => weight),
    means: parts.map(part => part.mean),
    deviations: parts.map(({ deviation }) => deviation),
  };
}

function summaryOf(mixture: NormalMixture, share: number, power: number): PosteriorSummary {
  return {
    mean: power >= 1 ? mixtureMean(mixture) : null,
    deviation: power >= 2 ? mixtureDeviation(mixture) : null,
    median: mixtureQuantile(mixture, 0.5),
    interval: {
      lower: mixtureQuantile(mixture, (1 - share) / 2),
      upper: mixtureQuantile(mixture, (1 + share) / 2),
    },
  };
}

function withShortest(mixture: NormalMixture, share: number, power: number): SummaryWithShortest {
  return { ...summaryOf(mixture, share, power), shortest: mixtureShortest(mixture, share) };
}

function summaryOfTau({ places, quantile }: TauPosterior, share: number, power: number): PosteriorSummary {
  const mean = places.reduce((total, { tau, probability }) => total + probability * tau, 0);
  const variance = places.reduce((total, { tau, probability }) => total + probability * (tau - mean) ** 2, 0);
  return {
    mean: power >= 1 ? mean : null,
    deviation: power >= 2 ? Math.sqrt(variance) : null,
    median: quantile(0.5),
    interval: { lower: quantile((1 - share) / 2), upper: quantile((1 + share) / 2) },
  };
}

const TRIES = 40;

/**
 * The shortest interval of tau: from an end of its range, or with equal density at both ends. A grid over the share that
 * is left below finds the valley, a root its floor.
 */
function shortestOfTau(prior: TauPrior, { quantile, density }: TauPosterior, share: number): Interval | null {
  if (prior.family === 'log-t-tau-squared') return null;
  const { least, most } = rangeOf(prior);
  const ends = (below: number): Interval => ({
    lower: below <= 0 ? least : quantile(below),
    upper: below >= 1 - share && most < Number.POSITIVE_INFINITY ? most : quantile(Math.min(1, below + share)),
  });
  // Without an upper end the last share below is just short of all.
  const last = (1 - share) * (most < Number.POSITIVE_INFINITY ? 1 : 1 - 1e-6);
  const tried = Array.from({ length: TRIES + 1 }, (_, i) => (last * i) / TRIES);
  const widths = tried.map(below => ends(below).upper - ends(below).lower);
  const best = widths.indexOf(Math.min(...widths));
  const excess = (below: number) => {
    const { lower, upper } = ends(below);
    return density(Math.max(lower, 1e-300)) - density(upper);
  };
  const low = tried[Math.max(0, best - 1)] ?? 0;
  const high = tried[Math.min(TRIES, best + 1)] ?? last;
  if (excess(low) >= 0) return ends(low);
  if (excess(high) <= 0) return ends(high);
  return ends(rootBetween(excess, low, high));
}
