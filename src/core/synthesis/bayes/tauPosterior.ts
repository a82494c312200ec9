import { adaptivePanels, type Panel, panelOf } from '#core/numeric/adaptivePanels';
import { minimumBetween } from '#core/numeric/minimumBetween';
import { rootBetween } from '#core/numeric/roots';
import { logDensityOfLogTau, priorLowerTail, rangeOf, type TauPrior } from '#core/synthesis/bayes/tauPrior';

/**
 * The posterior of tau, held as places with their probabilities. Integration runs over log tau, so that priors with much
 * near 0 or far out keep their digits; the mass below the first panel, where the likelihood no longer changes, is known
 * from the prior and stands at 0.
 */
export interface TauPosterior {
  /** log of the integral of prior times likelihood. */
  readonly logMarginal: number;
  readonly places: readonly { readonly tau: number; readonly probability: number }[];
  /** P(tau <= x | data). */
  readonly lowerTail: (tau: number) => number;
  readonly quantile: (p: number) => number;
  /** Density of tau. */
  readonly density: (tau: number) => number;
}

/** Below this share of the smallest standard error tau changes the likelihood by less than rounding. */
const NEGLIGIBLE = 1e-9;
/** exp(-ENOUGH) of the peak is nothing. */
const ENOUGH = 42;
/** exp(340) squared is still a double. */
const FURTHEST = 340;

/**
 * Integrates prior × likelihood over tau. Takes the log-likelihood at tau², the smallest standard error of the studies as
 * its scale, and the highest power of tau whose expectation must be exact.
 */
export function tauPosterior(
  prior: TauPrior,
  logLikelihood: (tauSquared: number) => number,
  smallestError: number,
  power: number,
): TauPosterior {
  const { least, most } = rangeOf(prior);
  const low = Math.log(Math.max(least, NEGLIGIBLE * smallestError));
  const integrand = (u: number) => logDensityOfLogTau(prior, u) + logLikelihood(Math.exp(2 * u));
  const high = most < Number.POSITIVE_INFINITY ? Math.log(most) : upperEnd(integrand, low, power);
  const mode = high > low ? minimumBetween(u => -integrand(u), low, high, 256) : low;
  const peak = Math.max(integrand(mode), logLikelihood(0) - 700);
  const scaled = (u: number) => Math.exp(integrand(u) - peak);
  const moments = power > 0 ? [Math.exp, (u: number) => Math.exp(power * u)] : [];
  const panels = high > low ? adaptivePanels(scaled, breaksAround(low, high, mode), moments) : [];
  const massBelow = (tau: number) => priorLowerTail(prior, tau) * Math.exp(logLikelihood(0) - peak);
  const atZero = massBelow(Math.exp(low));
  const total = panels.reduce((sum, { mass }) => sum + mass, atZero);
  const places = panels
    .flatMap(panel => panel.places.map(({ x, weight }) => ({ tau: Math.exp(x), probability: weight / total })))
    .filter(({ probability }) => probability > 0);
  const lowerTail = lowerTailOf(panels, scaled, total, low, massBelow);
  return {
    logMarginal: Math.log(total) + peak,
    places: atZero > 0 ? [{ tau: 0, probability: atZero / total }, ...places] : places,
    lowerTail,
    quantile: p => Math.exp(rootBetween(u => lowerTail(Math.exp(u)) - p, Math.max(low - 600, -700), high)),
    density: tau => Math.exp(integrand(Math.log(tau)) - peak - Math.log(tau)) / total,
  };
}

/** Where the integrand and its highest moment have fallen away for good. */
function upperEnd(integrand: (u: number) => number, low: number, power: number): number {
  const steps = Array.from({ length: Math.ceil((FURTHEST - low) / 0.5) }, (_, i) => low + 0.5 * (i + 1));
  const values = steps.map(u => Math.max(integrand(u), integrand(u) + power * (u - low)));
  const highest = Math.max(...values);
  return steps[values.findLastIndex(value => value > highest - ENOUGH)] ?? FURTHEST;
}

/** Panels no wider than 1, with narrow ones beside the mode. */
function breaksAround(low: number, high: number, mode: number): number[] {
  const count = Math.max(1, Math.ceil(high - low));
  const even = Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
  const near = [-0.25, -0.06, 0, 0.06, 0.25].map(step => mode + step).filter(u => u > low && u < high);
  return [...new Set([...even, ...near])].sort((a, b) => a - b);
}

/** P(tau <= x): the panels below, and Gauss's rule on the rest of the panel that x is in. */
function lowerTailOf(
  panels: readonly Panel[],
  scaled: (u: number) => number,
  total: number,
  low: number,
  massBelow: (tau: number) => number,
): (tau: number) => number {
  let sum = massBelow(Math.exp(low));
  const before = panels.map(({ mass }) => {
    sum += mass;
    return sum - mass;
  });
  return tau => {
    const u = Math.log(tau);
    if (u <= low) return massBelow(tau) / total;
    const place = panels.findIndex(panel => u < panel.high);
    const panel = panels[place];
    return panel ? ((before[place] ?? 0) + panelOf(scaled, panel.low, u).mass) / total : 1;
  };
}
