import { rootBetween } from '#core/numeric/roots';
import { logLikelihood } from '#core/synthesis/likelihood';
import { untruncatedHedges } from '#core/synthesis/tauSquared/hedges';
import { likelihoodScore } from '#core/synthesis/tauSquared/likelihoodScore';
import type { TauProblem, TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** Fisher's steps lead to the hill; once they are this small beside tau², Newton's climb its last part. */
const NEAR = 0.1;
/** A Newton step this small leaves an error of its square: nothing. */
const THERE = 1e-9;
const MOST_SCORING = 60;
const MOST_STEPS = 10_000;

/**
 * The maximum of the (restricted) likelihood by Fisher scoring from Hedges' estimate, then Newton's method. A step below
 * zero is halved; where scoring circles instead of closing in, the slope is solved between the two sides seen. Ends at
 * exactly 0 when the likelihood is highest there. Throws RangeError, with the steps made, should neither end.
 */
function maximise(problem: TauProblem, restricted: boolean): number {
  const score = likelihoodScore(problem, restricted);
  const scale = harmonicMean(problem.vi);
  let tauSquared = Math.max(0, untruncatedHedges(problem));
  let rising = Number.NaN;
  let falling = Number.NaN;
  let isNear = false;
  for (let step = 0; ; step++) {
    if (step >= MOST_STEPS) throw new RangeError(`maximumLikelihood: tau² not found in ${step} steps`);
    const { slope, information, observed } = score(tauSquared);
    if (slope > 0) rising = tauSquared;
    else falling = tauSquared;
    if (tauSquared === 0 && slope <= 0) break;
    const isNewton = isNear && observed > 0;
    let change = slope / (isNewton ? observed : information);
    while (tauSquared + change < 0) change /= 2;
    if (step > MOST_SCORING && rising < falling) {
      tauSquared = rootBetween(at => score(at).slope, rising, falling);
      break;
    }
    tauSquared += change;
    const size = Math.abs(change);
    if (size <= (isNewton ? THERE : 1e-15) * tauSquared || tauSquared < 1e-14 * scale) break;
    isNear = size < NEAR * tauSquared;
  }
  if (tauSquared < 1e-7 * scale && score(0).slope <= 0) return 0;
  const { yi, vi, design } = problem;
  const at = (value: number) => logLikelihood({ yi, vi }, design, value)[restricted ? 'restricted' : 'full'];
  return at(0) >= at(tauSquared) ? 0 : tauSquared;
}

/** What a sampling variance is like, found without sorting. */
function harmonicMean(vi: readonly number[]): number {
  let total = 0;
  for (const v of vi) total += 1 / v;
  return vi.length / total;
}

/** Maximum likelihood. Source: Hardy and Thompson (1996), doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A. */
export const maximumLikelihood: TauSquaredEstimator = {
  estimate: problem => maximise(problem, false),
  standardError: (problem, tauSquared) => Math.sqrt(2 / likelihoodScore(problem, false)(tauSquared).information),
};

/** Restricted maximum likelihood. Source: Viechtbauer (2005), doi:10.3102/10769986030003261. */
export const restrictedMaximumLikelihood: TauSquaredEstimator = {
  estimate: problem => maximise(problem, true),
  standardError: (problem, tauSquared) => Math.sqrt(2 / likelihoodScore(problem, true)(tauSquared).information),
};
