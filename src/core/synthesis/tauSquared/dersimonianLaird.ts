import { project, traceP, traces } from '#core/synthesis/projection';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** (Q - (k - p))/tr P with w = 1/vi. Source: DerSimonian and Laird (1986), doi:10.1016/0197-2456(86)90046-2. */
export const dersimonianLaird: TauSquaredEstimator = {
  estimate: ({ yi, vi, design }) => {
    const w = inverse(vi, 0);
    const { rss, bread } = project(design, yi, w);
    return Math.max(0, (rss - (design.k - design.p)) / traceP(design, bread, w));
  },
  standardError: (problem, tauSquared) => momentError(problem, tauSquared, 0),
};

/** The same equation solved again with w = 1/(vi + tau^2) until it stands still, from 0. */
export const iteratedDersimonianLaird: TauSquaredEstimator = {
  estimate: problem => {
    const { yi, vi, design } = problem;
    let tauSquared = 0;
    for (let step = 0; step < 100_000; step++) {
      const w = inverse(vi, tauSquared);
      const { rss, bread } = project(design, yi, w);
      const next = Math.max(0, (rss - (design.k - design.p)) / traceP(design, bread, w));
      if (Math.abs(next - tauSquared) <= 1e-15 * next) return next;
      tauSquared = next;
    }
    return tauSquared;
  },
  standardError: (problem, tauSquared) => momentError(problem, tauSquared, tauSquared),
};

function momentError({ yi, vi, design }: TauProblem, tauSquared: number, inWeights: number): number {
  const w = inverse(vi, inWeights);
  const { p, pp } = traces(design, project(design, yi, w).bread, w, vi);
  return Math.sqrt((2 * (design.k - design.p) + 4 * tauSquared * p + 2 * tauSquared ** 2 * pp) / p ** 2);
}
