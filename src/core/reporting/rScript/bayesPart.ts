import { type Check, ITERATED, rNumber, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { BayesianMeta, BayesianPriors } from '#core/synthesis/bayes/bayesianMeta';
import { type NamedTauPrior, resolvedTauPrior } from '#core/synthesis/bayes/empiricalPriors';
import type { TauPrior } from '#core/synthesis/bayes/tauPrior';

/** The density of tau before the data, as R writes it. */
function density(prior: TauPrior): string {
  switch (prior.family) {
    case 'half-normal':
      return `2 * dnorm(tau, 0, ${rNumber(prior.scale)})`;
    case 'half-cauchy':
      return `2 * dcauchy(tau, 0, ${rNumber(prior.scale)})`;
    case 'half-t':
      return `2 * dt(tau / ${rNumber(prior.scale)}, ${rNumber(prior.df)}) / ${rNumber(prior.scale)}`;
    case 'exponential':
      return `dexp(tau, ${rNumber(prior.rate)})`;
    case 'uniform':
      return `dunif(tau, ${rNumber(prior.least)}, ${rNumber(prior.most)})`;
    case 'log-normal-tau-squared':
      return `dnorm(log(tau^2), ${rNumber(prior.mean)}, ${rNumber(prior.deviation)}) * 2 / tau`;
    case 'log-t-tau-squared':
      return `dt((log(tau^2) - ${rNumber(prior.location)}) / ${rNumber(prior.scale)}, ${rNumber(prior.df)}) / ${rNumber(prior.scale)} * 2 / tau`;
  }
}

/** A uniform prior ends at once: the trapezoid rule comes less near there. */
const toleranceFor = (prior: TauPrior) => (prior.family === 'uniform' ? 100 : 10) * ITERATED;

/**
 * The Bayesian analysis anew in base R: given tau all is normal, and tau is summed out over a fine grid of its logarithm.
 * Reads `dat` with yi and vi, as the rest of the script makes it.
 */
export function bayesPart(
  found: BayesianMeta,
  priors: { readonly tau: TauPrior | NamedTauPrior; readonly mean: BayesianPriors['mean'] },
  level: number,
): ScriptPart {
  const tau = resolvedTauPrior(priors.tau);
  const tolerance = toleranceFor(tau);
  const precision = priors.mean ? 1 / priors.mean.deviation ** 2 : 0;
  const centre = priors.mean?.mean ?? 0;
  const checks: Check[] = [
    { what: 'mean effect, median', pooled: found.mean.median, r: 'of(m, s, 0.5)', tolerance },
    { what: 'mean effect, lower', pooled: found.mean.interval.lower, r: 'of(m, s, tail)', tolerance },
    { what: 'mean effect, upper', pooled: found.mean.interval.upper, r: 'of(m, s, 1 - tail)', tolerance },
    {
      what: 'probability below 0',
      pooled: found.mean.probabilityBelowZero,
      r: 'sum(post * pnorm(0, m, s))',
      tolerance,
    },
    {
      what: 'new study, lower',
      pooled: found.predictive.interval.lower,
      r: 'of(m, sqrt(s^2 + tau^2), tail)',
      tolerance,
    },
    {
      what: 'new study, upper',
      pooled: found.predictive.interval.upper,
      r: 'of(m, sqrt(s^2 + tau^2), 1 - tail)',
      tolerance,
    },
    { what: 'tau, median', pooled: found.tau.median, r: 'spread(0.5)', tolerance: 10 * tolerance },
    { what: 'tau, upper', pooled: found.tau.interval.upper, r: 'spread(1 - tail)', tolerance: 10 * tolerance },
  ];
  return {
    title: 'Bayesian analysis by numerical integration (base R; bayesmeta gives the same)',
    lines: [
      `prior <- function(tau) ${density(tau)}`,
      'u <- seq(-25, 15, by = 0.002); tau <- exp(u)',
      `w0 <- ${rNumber(precision)}; mu0 <- ${rNumber(centre)}  # prior of the mean; w0 = 0 is flat`,
      'sums <- vapply(tau^2, function(t2) {',
      '  w <- 1 / (dat$vi + t2); W <- sum(w) + w0; m <- (sum(w * dat$yi) + w0 * mu0) / W',
      '  c(m, sqrt(1 / W), -0.5 * (sum(log(dat$vi + t2)) + log(W) + sum(w * (dat$yi - m)^2) + w0 * (m - mu0)^2))',
      '}, numeric(3))',
      'm <- sums[1, ]; s <- sums[2, ]',
      'post <- prior(tau) * tau * exp(sums[3, ] - max(sums[3, ])); post <- post / sum(post)',
      `tail <- ${rNumber(0.5 - level / 200)}`,
      'of <- function(m, s, p) uniroot(function(q) sum(post * pnorm(q, m, s)) - p,',
      '                                range(c(dat$yi - 100 * sqrt(max(dat$vi)), dat$yi + 100 * sqrt(max(dat$vi)))), tol = 1e-12)$root',
      'cumulative <- cumsum(post) - post / 2',
      'inside <- cumulative > 1e-9 & cumulative < 1 - 1e-9',
      'spread <- function(p) exp(approx(cumulative[inside], u[inside], p)$y)',
    ],
    checks,
  };
}
