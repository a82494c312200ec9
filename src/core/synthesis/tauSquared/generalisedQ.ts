import { project, traces } from '#core/synthesis/projection';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

const given = ({ weights, vi }: TauProblem) => weights ?? inverse(vi, 0);

/** Moment estimate with weights of the user's choice. Source: DerSimonian and Kacker (2007), doi:10.1016/j.cct.2006.04.004. */
export const generalisedQ: TauSquaredEstimator = {
  estimate: problem => {
    const w = given(problem);
    const { rss, bread } = project(problem.design, problem.yi, w);
    const { p, pv } = traces(problem.design, bread, w, problem.vi);
    return Math.max(0, (rss - pv) / p);
  },
  standardError: (problem, tauSquared) => {
    const w = given(problem);
    const { p, pp, pvp, pvpv } = traces(problem.design, project(problem.design, problem.yi, w).bread, w, problem.vi);
    return Math.sqrt((2 * pvpv + 4 * tauSquared * pvp + 2 * tauSquared ** 2 * pp) / p ** 2);
  },
};
