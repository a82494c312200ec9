import { rootBetween } from '#core/numeric/roots';
import { median } from '#core/numeric/sums';
import { logLikelihood } from '#core/synthesis/likelihood';
import { project, traceP, tracePP } from '#core/synthesis/projection';
import { untruncatedHedges } from '#core/synthesis/tauSquared/hedges';
import { inverse, type TauProblem, type TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

interface Score {
  /** Slope of the log-likelihood, times two. */
  readonly slope: number;
  /** Expected information, times two. */
  readonly information: number;
}

function scoreAt({ yi, vi, design }: TauProblem, tauSquared: number, restricted: boolean): Score {
  const w = inverse(vi, tauSquared);
  const { residuals, bread } = project(design, yi, w);
  let quadratic = 0;
  let total = 0;
  let squares = 0;
  for (let s = 0; s < w.length; s++) {
    const weight = w[s] ?? 0;
    quadratic += (weight * (residuals[s] ?? 0)) ** 2;
    total += weight;
    squares += weight * weight;
  }
  return restricted
    ? { slope: quadratic - traceP(design, bread, w), information: tracePP(design, bread, w) }
    : { slope: quadratic - total, information: squares };
}

/**
 * The maximum of the (restricted) likelihood by Fisher scoring from Hedges' estimate. A step below zero is halved; where
 * scoring circles instead of closing in, the slope is solved between the two sides seen. Ends at exactly 0 when the
 * likelihood is highest there.
 */
function maximise(problem: TauProblem, restricted: boolean): number {
  const score = (at: number) => scoreAt(problem, at, restricted);
  const scale = median(problem.vi);
  let tauSquared = Math.max(0, untruncatedHedges(problem));
  let rising = Number.NaN;
  let falling = Number.NaN;
  for (let step = 0; step < 10_000; step++) {
    const { slope, information } = score(tauSquared);
    if (slope > 0) rising = tauSquared;
    else falling = tauSquared;
    if (tauSquared === 0 && slope <= 0) break;
    let change = slope / information;
    while (tauSquared + change < 0) change /= 2;
    if (step > 60 && rising < falling) {
      tauSquared = rootBetween(at => score(at).slope, rising, falling);
      break;
    }
    tauSquared += change;
    if (Math.abs(change) <= 1e-15 * tauSquared || tauSquared < 1e-14 * scale) break;
  }
  if (tauSquared < 1e-7 * scale && score(0).slope <= 0) return 0;
  const { yi, vi, design } = problem;
  const at = (value: number) => logLikelihood({ yi, vi }, design, value)[restricted ? 'restricted' : 'full'];
  return at(0) >= at(tauSquared) ? 0 : tauSquared;
}

/** Maximum likelihood. Source: Hardy and Thompson (1996), doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A. */
export const maximumLikelihood: TauSquaredEstimator = {
  estimate: problem => maximise(problem, false),
  standardError: (problem, tauSquared) => Math.sqrt(2 / scoreAt(problem, tauSquared, false).information),
};

/** Restricted maximum likelihood. Source: Viechtbauer (2005), doi:10.3102/10769986030003261. */
export const restrictedMaximumLikelihood: TauSquaredEstimator = {
  estimate: problem => maximise(problem, true),
  standardError: (problem, tauSquared) => Math.sqrt(2 / scoreAt(problem, tauSquared, true).information),
};
