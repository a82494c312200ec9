import { rootBetween } from '#core/numeric/roots';
import { columnSums, tracePOf, tracePPOf } from '#core/synthesis/columnSums';
import { pairFit } from '#core/synthesis/pairFit';
import { project, traceP, traces } from '#core/synthesis/projection';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** (Q - (k - p))/tr P with w = 1/vi. Source: DerSimonian and Laird (1986), doi:10.1016/0197-2456(86)90046-2. */
export const dersimonianLaird: TauSquaredEstimator = {
  estimate: problem => momentEstimate(problem, 0),
  standardError: (problem, tauSquared) => momentError(problem, tauSquared, 0),
};

/**
 * The same equation solved again with w = 1/(vi + tau^2) until it stands still, from 0. Where it swings instead of
 * closing in, the place where it would stand still is found between no variance and more than all of the scatter.
 */
export const iteratedDersimonianLaird: TauSquaredEstimator = {
  estimate: problem => {
    const { yi, vi, design } = problem;
    const next = (tauSquared: number) => {
      const w = inverse(vi, tauSquared);
      const { rss, bread } = project(design, yi, w);
      return Math.max(0, (rss - (design.k - design.p)) / traceP(design, bread, w));
    };
    let tauSquared = 0;
    for (let step = 0; step < 200; step++) {
      const after = next(tauSquared);
      if (Math.abs(after - tauSquared) <= 1e-15 * after) return after;
      tauSquared = after;
    }
    let high = Math.max(tauSquared, ...vi);
    while (next(high) > high) high *= 2;
    return rootBetween(at => next(at) - at, 0, high);
  },
  standardError: (problem, tauSquared) => momentError(problem, tauSquared, tauSquared),
};

function momentEstimate({ yi, vi, design, sumsAtZero }: TauProblem, inWeights: number): number {
  const df = design.k - design.p;
  const [only, other] = design.basis;
  if (only && design.p === 1) {
    const sums = (inWeights === 0 ? sumsAtZero : undefined) ?? columnSums(only, yi, vi, inWeights);
    return Math.max(0, (sums.rss - df) / tracePOf(sums));
  }
  if (only && other && design.p === 2) {
    const { rss, total, explained } = pairFit(only, other, yi, vi, inWeights);
    return Math.max(0, (rss - df) / (total - explained));
  }
  const w = inverse(vi, inWeights);
  const { rss, bread } = project(design, yi, w);
  return Math.max(0, (rss - df) / traceP(design, bread, w));
}

function momentError({ yi, vi, design, sumsAtZero }: TauProblem, tauSquared: number, inWeights: number): number {
  const df = design.k - design.p;
  const errorOf = (p: number, pp: number) =>
    Math.sqrt((2 * df + 4 * tauSquared * p + 2 * tauSquared ** 2 * pp) / p ** 2);
  const [only] = design.basis;
  if (only && design.p === 1) {
    const sums = (inWeights === 0 ? sumsAtZero : undefined) ?? columnSums(only, yi, vi, inWeights);
    return errorOf(tracePOf(sums), tracePPOf(sums));
  }
  const w = inverse(vi, inWeights);
  const { p, pp } = traces(design, project(design, yi, w).bread, w, vi);
  return errorOf(p, pp);
}
