import { mean } from '#core/numeric/sums';
import { project, traces } from '#core/synthesis/projection';
import { empiricalBayesError } from '#core/synthesis/tauSquared/pauleMandel';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

function crudeVariance({ yi, design }: TauProblem): number {
  const centre = mean(yi);
  return yi.reduce((total, y) => total + (y - centre) ** 2, 0) / design.k;
}

function improved({ yi, vi, design }: TauProblem, before: number): number {
  if (before === 0) return 0;
  return (before * project(design, yi, inverse(vi, before)).rss) / (design.k - design.p);
}

/** A crude variance of the effects, improved once. Source: Sidik and Jonkman (2005), doi:10.1111/j.1467-9876.2005.00489.x. */
export const sidikJonkman: TauSquaredEstimator = {
  estimate: problem => improved(problem, crudeVariance(problem)),
  standardError: (problem, tauSquared) => {
    const { yi, vi, design } = problem;
    const crude = crudeVariance(problem);
    if (crude === 0) return 0;
    const w = inverse(vi, crude);
    const { pvpv, pvp, pp } = traces(design, project(design, yi, w).bread, w, vi);
    return (crude / (design.k - design.p)) * Math.sqrt(2 * pvpv + 4 * tauSquared * pvp + 2 * tauSquared ** 2 * pp);
  },
};

/** The same, improved until it stands still. */
export const iteratedSidikJonkman: TauSquaredEstimator = {
  estimate: problem => {
    let tauSquared = crudeVariance(problem);
    const smallest = 1e-12 * Math.min(...problem.vi);
    for (let step = 0; step < 200_000; step++) {
      const next = improved(problem, tauSquared);
      if (next < smallest) return 0;
      if (Math.abs(next - tauSquared) <= 1e-15 * next) return next;
      tauSquared = next;
    }
    return tauSquared;
  },
  standardError: empiricalBayesError,
};
