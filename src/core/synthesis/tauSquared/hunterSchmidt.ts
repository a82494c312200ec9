import { project, traces } from '#core/synthesis/projection';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** (factor Q - k)/sum w with w = 1/vi. Source: Hunter and Schmidt (2004), Methods of Meta-Analysis. */
function hunterSchmidtWith(factor: (problem: TauProblem) => number): TauSquaredEstimator {
  return {
    estimate: problem => {
      const w = inverse(problem.vi, 0);
      const { rss } = project(problem.design, problem.yi, w);
      return Math.max(0, (factor(problem) * rss - problem.design.k) / w.reduce((a, b) => a + b, 0));
    },
    standardError: (problem, tauSquared) => {
      const { yi, vi, design } = problem;
      const w = inverse(vi, 0);
      const { p, pp } = traces(design, project(design, yi, w).bread, w, vi);
      const variance = 2 * (design.k - design.p) + 4 * tauSquared * p + 2 * tauSquared ** 2 * pp;
      return (factor(problem) * Math.sqrt(variance)) / w.reduce((a, b) => a + b, 0);
    },
  };
}

export const hunterSchmidt = hunterSchmidtWith(() => 1);
/** With the small-sample factor k/(k - p). */
export const hunterSchmidtCorrected = hunterSchmidtWith(({ design }) => design.k / (design.k - design.p));
