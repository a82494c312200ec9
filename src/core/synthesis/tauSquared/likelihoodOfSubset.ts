import { interceptOnly } from '#core/synthesis/design';
import { TAU_SQUARED_ESTIMATORS } from '#core/synthesis/tauSquared/estimators';

const MOST_STEPS = 60;

/** Twice the slope of the log-likelihood and twice its expected information. */
function scoreAt(yi: Float64Array, vi: Float64Array, k: number, tauSquared: number, restricted: boolean) {
  let [total, squares, cubes, pull] = [0, 0, 0, 0];
  for (let i = 0; i < k; i++) {
    const weight = 1 / ((vi[i] ?? 0) + tauSquared);
    const square = weight * weight;
    total += weight;
    squares += square;
    cubes += square * weight;
    pull += weight * (yi[i] ?? 0);
  }
  const mean = pull / total;
  let quadratic = 0;
  for (let i = 0; i < k; i++) {
    const pulled = ((yi[i] ?? 0) - mean) / ((vi[i] ?? 0) + tauSquared);
    quadratic += pulled * pulled;
  }
  const share = squares / total;
  return restricted
    ? { slope: quadratic - total + share, information: squares - (2 * cubes) / total + share * share }
    : { slope: quadratic - total, information: squares };
}

/** Twice the log-likelihood, without its constants. */
function likelihoodAt(yi: Float64Array, vi: Float64Array, k: number, tauSquared: number, restricted: boolean): number {
  let [total, pull, logs] = [0, 0, 0];
  for (let i = 0; i < k; i++) {
    const variance = (vi[i] ?? 0) + tauSquared;
    total += 1 / variance;
    pull += (yi[i] ?? 0) / variance;
    logs += Math.log(variance);
  }
  const mean = pull / total;
  let quadratic = 0;
  for (let i = 0; i < k; i++) quadratic += ((yi[i] ?? 0) - mean) ** 2 / ((vi[i] ?? 0) + tauSquared);
  return -logs - quadratic - (restricted ? Math.log(total) : 0);
}

function hedges(yi: Float64Array, vi: Float64Array, k: number): number {
  let [mean, variance] = [0, 0];
  for (let i = 0; i < k; i++) {
    mean += (yi[i] ?? 0) / k;
    variance += (vi[i] ?? 0) / k;
  }
  let spread = 0;
  for (let i = 0; i < k; i++) spread += ((yi[i] ?? 0) - mean) ** 2;
  return Math.max(0, spread / (k - 1) - variance);
}

/**
 * The maximum-likelihood tau^2 (restricted or full) of the first k effects without moderators, where it is asked for a
 * million times: the same scoring as `maximumLikelihood` without its small matrices, and that one itself where scoring
 * doesn't close in. Takes at least two effects. Agrees with it within 1e-9 of the largest variance.
 */
export function likelihoodOfSubset(yi: Float64Array, vi: Float64Array, k: number, restricted: boolean): number {
  let tauSquared = hedges(yi, vi, k);
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < k; i++) smallest = Math.min(smallest, vi[i] ?? smallest);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, information } = scoreAt(yi, vi, k, tauSquared, restricted);
    if (tauSquared === 0 && slope <= 0) return 0;
    let change = slope / information;
    while (tauSquared + change < 0) change /= 2;
    tauSquared += change;
    if (tauSquared < 1e-12 * smallest) return 0;
    if (Math.abs(change) <= 1e-12 * tauSquared) {
      const isHigher = likelihoodAt(yi, vi, k, tauSquared, restricted) > likelihoodAt(yi, vi, k, 0, restricted);
      return isHigher ? tauSquared : 0;
    }
  }
  const problem = { yi: Array.from(yi.subarray(0, k)), vi: Array.from(vi.subarray(0, k)), design: interceptOnly(k) };
  return TAU_SQUARED_ESTIMATORS[restricted ? 'REML' : 'ML'].estimate(problem);
}
