import { project, traces } from '#core/synthesis/projection';
import { dersimonianLaird } from '#core/synthesis/tauSquared/dersimonianLaird';
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

const secondStep = (problem: TauProblem): TauProblem => ({
  ...problem,
  weights: inverse(problem.vi, dersimonianLaird.estimate(problem)),
});

/**
 * The two-step estimate: DerSimonian and Laird's first, then the moment estimate with its weights 1/(vi + tau²).
 * Source: DerSimonian and Kacker (2007), doi:10.1016/j.cct.2006.04.004, section 3. Agrees with metafor 3.8-1
 * rma(method = "GENQ", weights = 1/(vi + tau2 of DL)) within 1e-10.
 */
export const twoStepDersimonianLaird: TauSquaredEstimator = {
  estimate: problem => generalisedQ.estimate(secondStep(problem)),
  standardError: (problem, tauSquared) => generalisedQ.standardError(secondStep(problem), tauSquared),
};
