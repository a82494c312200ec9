import { normalLowerTail } from '#core/numeric/distributions';
import { normalDensity } from '#core/numeric/normalTail';
import { rootBetween } from '#core/numeric/roots';

/** Normal distributions with their weights; the weights add up to 1. A deviation of 0 is a point. */
export interface NormalMixture {
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** P(X <= x). */
export function mixtureLowerTail({ weights, means, deviations }: NormalMixture, x: number): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++)
    total += (weights[i] ?? 0) * normalLowerTail((x - (means[i] ?? 0)) / (deviations[i] ?? 1));
  return total;
}

/** Density and its slope at x. */
function densityAt({ weights, means, deviations }: NormalMixture, x: number): { density: number; slope: number } {
  let density = 0;
  let slope = 0;
  for (let i = 0; i < weights.length; i++) {
    const deviation = deviations[i] ?? 1;
    const z = (x - (means[i] ?? 0)) / deviation;
    const term = ((weights[i] ?? 0) * normalDensity(z)) / deviation;
    density += term;
    slope -= (term * z) / deviation;
  }
  return { density, slope };
}

export function mixtureMean({ weights, means }: NormalMixture): number {
  return weights.reduce((total, weight, i) => total + weight * (means[i] ?? 0), 0);
}

export function mixtureDeviation(mixture: NormalMixture): number {
  const mean = mixtureMean(mixture);
  const { weights, means, deviations } = mixture;
  const variance = weights.reduce(
    (total, weight, i) => total + weight * ((deviations[i] ?? 0) ** 2 + ((means[i] ?? 0) - mean) ** 2),
    0,
  );
  return Math.sqrt(variance);
}

/** The x with P(X <= x) = p, for 0 < p < 1: bracketed by the outermost quantile of the parts, exact to rounding. */
export function mixtureQuantile(mixture: NormalMixture, p: number): number {
  const { means, deviations } = mixture;
  let low = means[0] ?? 0;
  let high = low;
  for (let reach = 1; reach < 1e6; reach *= 2) {
    low = Math.min(low, ...means.map((mean, i) => mean - reach * (deviations[i] ?? 0)));
    high = Math.max(high, ...means.map((mean, i) => mean + reach * (deviations[i] ?? 0)));
    if (mixtureLowerTail(mixture, low) < p && mixtureLowerTail(mixture, high) > p) break;
  }
  // The parts with tiny weights may be very wide: halve until the ends are near, then Brent's method.
  for (let halving = 0; halving < 60 && high - low > 8 * mixtureWidth(mixture); halving++) {
    const middle = (low + high) / 2;
    if (mixtureLowerTail(mixture, middle) < p) low = middle;
    else high = middle;
  }
  return rootBetween(x => mixtureLowerTail(mixture, x) - p, low, high);
}

const mixtureWidth = ({ weights, deviations }: NormalMixture) =>
  weights.reduce((total, weight, i) => total + weight * (deviations[i] ?? 0), 0);

/**
 * The shortest interval that holds a share of the probability: equal density at both ends. Newton's method from the
 * interval with equal tails, then, should it not settle, a search over the share that is left below.
 */
export function mixtureShortest(mixture: NormalMixture, share: number): { lower: number; upper: number } {
  let lower = mixtureQuantile(mixture, (1 - share) / 2);
  let upper = mixtureQuantile(mixture, (1 + share) / 2);
  for (let step = 0; step < 50; step++) {
    const a = densityAt(mixture, lower);
    const b = densityAt(mixture, upper);
    const missing = share - (mixtureLowerTail(mixture, upper) - mixtureLowerTail(mixture, lower));
    const unequal = b.density - a.density;
    // Solves -a.density·da + b.density·db = missing and a.slope·da - b.slope·db = unequal.
    const moveLower = (missing * b.slope + b.density * unequal) / (b.density * a.slope - a.density * b.slope);
    const moveUpper = (missing + a.density * moveLower) / b.density;
    if (!Number.isFinite(moveLower) || !Number.isFinite(moveUpper) || a.slope <= 0 || b.slope >= 0) break;
    lower += moveLower;
    upper += moveUpper;
    if (Math.abs(moveLower) + Math.abs(moveUpper) < 1e-14 * (Math.abs(lower) + Math.abs(upper)) + 1e-300)
      return { lower, upper };
    if (step > 6 && Math.abs(moveLower) + Math.abs(moveUpper) < 1e-11 * (upper - lower)) return { lower, upper };
  }
  return shortestBySearch(mixture, share);
}

function shortestBySearch(mixture: NormalMixture, share: number): { lower: number; upper: number } {
  const ends = (below: number) => ({
    lower: mixtureQuantile(mixture, below),
    upper: mixtureQuantile(mixture, below + share),
  });
  const excess = (below: number) => {
    const { lower, upper } = ends(below);
    return densityAt(mixture, lower).density - densityAt(mixture, upper).density;
  };
  return ends(rootBetween(excess, 1e-9 * (1 - share), (1 - 1e-9) * (1 - share)));
}
