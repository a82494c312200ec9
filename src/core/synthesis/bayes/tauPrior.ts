import { normalLowerTail, normalTwoSided, tLowerTail, tTwoSided } from '#core/numeric/distributions';
import { logGamma } from '#core/numeric/logGamma';
import { normalDensity } from '#core/numeric/normalTail';

/**
 * What is believed of tau, the standard deviation between studies, before the data: a density on tau >= 0. The two
 * empirical families are on tau²: log tau² normal (Turner), or (log tau² - location)/scale with a t distribution (Rhodes).
 */
export type TauPrior =
  | { readonly family: 'half-normal'; readonly scale: number }
  | { readonly family: 'half-cauchy'; readonly scale: number }
  | { readonly family: 'half-t'; readonly scale: number; readonly df: number }
  | { readonly family: 'exponential'; readonly rate: number }
  | { readonly family: 'uniform'; readonly least: number; readonly most: number }
  | { readonly family: 'log-normal-tau-squared'; readonly mean: number; readonly deviation: number }
  | { readonly family: 'log-t-tau-squared'; readonly location: number; readonly scale: number; readonly df: number };

export const TAU_PRIOR_FAMILIES = [
  'half-normal',
  'half-cauchy',
  'half-t',
  'exponential',
  'uniform',
  'log-normal-tau-squared',
  'log-t-tau-squared',
] as const satisfies readonly TauPrior['family'][];

/** Log density of a t distribution. */
const logT = (x: number, df: number) =>
  logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI) - ((df + 1) / 2) * Math.log1p((x * x) / df);

/** Log density of log tau at u: that of tau times tau, finite also where tau itself leaves the range of doubles. */
export function logDensityOfLogTau(prior: TauPrior, u: number): number {
  const tau = Math.exp(u);
  switch (prior.family) {
    case 'half-normal':
      return u - 0.5 * (tau / prior.scale) ** 2 - Math.log(prior.scale) + 0.5 * Math.log(2 / Math.PI);
    case 'half-cauchy':
      return u - Math.log1p((tau / prior.scale) ** 2) - Math.log(prior.scale) + Math.log(2 / Math.PI);
    case 'half-t':
      return u + Math.LN2 + logT(tau / prior.scale, prior.df) - Math.log(prior.scale);
    case 'exponential':
      return u + Math.log(prior.rate) - prior.rate * tau;
    case 'uniform': {
      const isInside = tau >= prior.least * (1 - 1e-14) && tau <= prior.most * (1 + 1e-14);
      return isInside ? u - Math.log(prior.most - prior.least) : Number.NEGATIVE_INFINITY;
    }
    case 'log-normal-tau-squared':
      return (
        Math.LN2 - 0.5 * ((2 * u - prior.mean) / prior.deviation) ** 2 + Math.log(normalDensity(0) / prior.deviation)
      );
    case 'log-t-tau-squared':
      return Math.LN2 + logT((2 * u - prior.location) / prior.scale, prior.df) - Math.log(prior.scale);
  }
}

/** P(tau <= x) before the data. */
export function priorLowerTail(prior: TauPrior, x: number): number {
  if (!(x > 0)) return 0;
  switch (prior.family) {
    case 'half-normal':
      return x / prior.scale < 1e-8 ? (2 * normalDensity(0) * x) / prior.scale : 1 - normalTwoSided(x / prior.scale);
    case 'half-cauchy':
      return (2 / Math.PI) * Math.atan(x / prior.scale);
    case 'half-t':
      return x / prior.scale < 1e-8
        ? (2 * Math.exp(logT(0, prior.df)) * x) / prior.scale
        : 1 - tTwoSided(x / prior.scale, prior.df);
    case 'exponential':
      return -Math.expm1(-prior.rate * x);
    case 'uniform':
      return Math.min(1, Math.max(0, (x - prior.least) / (prior.most - prior.least)));
    case 'log-normal-tau-squared':
      return normalLowerTail((2 * Math.log(x) - prior.mean) / prior.deviation);
    case 'log-t-tau-squared':
      return tLowerTail((2 * Math.log(x) - prior.location) / prior.scale, prior.df);
  }
}

/** The stretch of tau outside of which the prior has nothing; Infinity where it has no end. */
export function rangeOf(prior: TauPrior): { least: number; most: number } {
  return prior.family === 'uniform'
    ? { least: prior.least, most: prior.most }
    : { least: 0, most: Number.POSITIVE_INFINITY };
}

/**
 * Whether the posterior expectation of tau^power exists when the likelihood falls as tau^-fall: the tail of half-Cauchy
 * and half-t priors may be too heavy for it.
 */
export function hasMoment(prior: TauPrior, fall: number, power: number): boolean {
  switch (prior.family) {
    case 'half-cauchy':
      return 1 + fall > power;
    case 'half-t':
      return prior.df + fall > power;
    case 'log-t-tau-squared':
      return fall >= power;
    default:
      return true;
  }
}

/** A reason why the prior is none, or null. */
export function whyNotPrior(prior: TauPrior): string | null {
  const positive = (name: string, value: number) =>
    value > 0 && Number.isFinite(value) ? null : `the ${name} of the prior of tau must be a number above 0`;
  switch (prior.family) {
    case 'half-normal':
    case 'half-cauchy':
      return positive('scale', prior.scale);
    case 'half-t':
    case 'log-t-tau-squared':
      return positive('scale', prior.scale) ?? positive('degrees of freedom', prior.df);
    case 'exponential':
      return positive('rate', prior.rate);
    case 'uniform':
      return prior.least >= 0 && prior.most > prior.least && Number.isFinite(prior.most)
        ? null
        : 'a uniform prior of tau lies between two numbers, the lower at least 0';
    case 'log-normal-tau-squared':
      return positive('standard deviation', prior.deviation);
  }
}
