import { chiSquareQuantile } from '#core/numeric/distributions';
import { project } from '#core/synthesis/projection';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/**
 * The tau^2 at which the generalised Q equals a target, 0 when Q is below it already. Q falls and is convex, so that
 * Newton's method from the left approaches from one side and cannot overshoot.
 */
export function solveGeneralisedQ({ yi, vi, design }: TauProblem, target: number): number {
  let tauSquared = 0;
  for (let step = 0; step < 2000; step++) {
    const w = inverse(vi, tauSquared);
    const { rss, residuals } = project(design, yi, w);
    if (rss <= target) return tauSquared;
    let slope = 0;
    for (let s = 0; s < w.length; s++) slope += ((w[s] ?? 0) * (residuals[s] ?? 0)) ** 2;
    const next = tauSquared + (rss - target) / slope;
    if (!(next - tauSquared > 1e-15 * next)) return next;
    tauSquared = next;
  }
  return tauSquared;
}

/** Standard error shared by the methods that solve Q = k - p. */
export function empiricalBayesError({ vi, design }: TauProblem, tauSquared: number): number {
  const total = inverse(vi, tauSquared).reduce((a, b) => a + b, 0);
  return Math.sqrt((2 * design.k ** 2) / ((design.k - design.p) * total ** 2));
}

/** Q(tau^2) = k - p. Source: Paule and Mandel (1982), doi:10.6028/jres.087.022. */
export const pauleMandel: TauSquaredEstimator = {
  estimate: problem => solveGeneralisedQ(problem, problem.design.k - problem.design.p),
  standardError: empiricalBayesError,
};

/** Morris's empirical Bayes estimate solves the same equation (Morris 1983, doi:10.1080/01621459.1983.10477920). */
export const empiricalBayes: TauSquaredEstimator = pauleMandel;

/** Q(tau^2) = the median of the chi-square distribution: median unbiased. */
export const medianPauleMandel: TauSquaredEstimator = {
  estimate: problem => solveGeneralisedQ(problem, chiSquareQuantile(0.5, problem.design.k - problem.design.p)),
  standardError: empiricalBayesError,
};
