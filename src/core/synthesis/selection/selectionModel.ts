import {
  chiSquareUpperTail,
  normalLowerTail,
  normalQuantile,
  normalTwoSided,
  normalUpperTail,
} from '#core/numeric/distributions';
import { symmetricInverse } from '#core/numeric/matrices';
import { derivatives, minimise } from '#core/numeric/minimise';
import { normalDensity } from '#core/numeric/normalTail';
import { median } from '#core/numeric/sums';
import { fitModel } from '#core/synthesis/fitModel';
import { logLikelihood } from '#core/synthesis/likelihood';
import type { Effects } from '#core/synthesis/projection';
import { SELECTION_FUNCTIONS, type SelectionKind, stepWeight } from '#core/synthesis/selection/selectionFunctions';

export interface SelectionModel {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  readonly tauSquared: number;
  /** 0 where tau² is held at its edge of 0. */
  readonly tauSquaredError: number;
  /** Parameters of the selection; a step function's first is fixed at 1. */
  readonly delta: readonly number[];
  /** Null for what is fixed. */
  readonly deltaError: readonly (number | null)[];
  readonly logLikelihood: number;
  /** Of the model without selection. */
  readonly logLikelihoodWithout: number;
  readonly likelihoodRatio: number;
  readonly likelihoodRatioP: number;
  /** Rounds of the search for the maximum, and whether it ended there: where it didn't, the numbers are its last place. */
  readonly iterations: number;
  readonly converged: boolean;
}

/** The direction in which a result is more likely to be published. */
export type Favoured = 'greater' | 'less';

const REACH = 40;
/** Width of the grid where the weight has kinks at the cuts, and where it is smooth: there the rule converges at once. */
const KINKED_STEP = 0.05;
const SMOOTH_STEP = 0.1;

/** Mean selection weight of a study: integral of w(p(u)) over u = y/se ~ N(mean, sd). */
type MeanWeight = (mean: number, sd: number, delta: readonly number[]) => number;

/** Closed form for steps: between limits the weight is constant. */
function meanOfSteps(steps: readonly number[], sign: number): MeanWeight {
  // One-sided p below a step means u beyond this limit.
  const limits = steps.filter(step => step < 1).map(step => normalQuantile(step, false));
  return (mean, sd, delta) => {
    let total = 0;
    let before = 0;
    for (let j = 0; j <= limits.length; j++) {
      const limit = limits[j];
      const below = limit === undefined ? 1 : normalUpperTail((limit - sign * mean) / sd);
      total += (j === 0 ? 1 : (delta[j - 1] ?? Number.NaN)) * (below - before);
      before = below;
    }
    return total;
  };
}

/** By the trapezoidal rule on a grid of u shared by all studies; beyond it p, and so the weight, no longer moves. */
function meanOnGrid(weightOf: (p: number, delta: readonly number[]) => number, sign: number, step: number): MeanWeight {
  const count = Math.round((2 * REACH) / step) + 1;
  const pAt = Float64Array.from({ length: count }, (_, i) => normalUpperTail(sign * (i * step - REACH)));
  let known: readonly number[] | null = null;
  let weights = new Float64Array(count);
  return (mean, sd, delta) => {
    if (known !== delta) {
      weights = Float64Array.from(pAt, p => weightOf(p, delta));
      known = delta;
    }
    const first = Math.max(0, Math.floor((mean - 9 * sd + REACH) / step));
    const last = Math.min(count - 1, Math.ceil((mean + 9 * sd + REACH) / step));
    let total = 0;
    for (let i = first; i <= last; i++) {
      const edge = i === 0 || i === count - 1 ? 0.5 : 1;
      total += edge * (weights[i] ?? 0) * normalDensity((i * step - REACH - mean) / sd);
    }
    return (
      (total * step) / sd +
      (weights[0] ?? 0) * normalLowerTail((-REACH - mean) / sd) +
      (weights[count - 1] ?? 0) * normalUpperTail((REACH - mean) / sd)
    );
  };
}

/**
 * A random-effects model fitted together with a selection function by maximum likelihood: what the pooled effect would
 * be if publication depended on the p-value in that way. Takes `steps` for step functions.
 * Standard errors are NaN where the information matrix is singular at the optimum.
 * Sources: Vevea and Hedges (1995), doi:10.1007/BF02294384; Citkowicz and Vevea (2017), doi:10.1037/met0000119;
 * Preston et al. (2004). Agrees with metafor 3.8-1 selmodel within 2e-3.
 */
export function selectionModel(
  effects: Effects,
  kind: SelectionKind,
  favoured: Favoured,
  givenSteps: readonly number[] = [],
  level = 95,
): SelectionModel {
  const { yi, vi } = effects;
  const sign = favoured === 'greater' ? 1 : -1;
  const steps = givenSteps.filter(step => step < 1);
  const shape = kind === 'stepfun' ? null : SELECTION_FUNCTIONS[kind];
  const cut = shape?.cut ?? 0;
  const weight = (p: number, delta: readonly number[]) =>
    shape ? shape.weight(Math.min(1 - cut, Math.max(cut, p)), delta) : stepWeight(p, steps, delta);
  const meanWeight = shape ? meanOnGrid(weight, sign, cut > 0 ? KINKED_STEP : SMOOTH_STEP) : meanOfSteps(steps, sign);
  const se = vi.map(Math.sqrt);
  const pValues = yi.map((y, i) => normalUpperTail((sign * y) / (se[i] ?? Number.NaN)));
  const minusLog = (mu: number, tauSquared: number, delta: readonly number[]) => {
    let total = 0;
    for (let i = 0; i < yi.length; i++) {
      const variance = (vi[i] ?? 0) + tauSquared;
      const scale = se[i] ?? 1;
      const seen = weight(pValues[i] ?? 0, delta);
      const mean = meanWeight(mu / scale, Math.sqrt(variance) / scale, delta);
      total += 0.5 * (Math.log(2 * Math.PI * variance) + ((yi[i] ?? 0) - mu) ** 2 / variance) - Math.log(seen / mean);
    }
    return total;
  };
  const plain = fitModel(effects, { method: 'ML', test: 'z' });
  const [centre = 0] = plain.coefficients;
  const logWithout = logLikelihood(effects, plain.design, plain.tauSquared).full;
  const scale = median(vi);
  // Variances and parameters on the log scale, so that they stay positive; the effect in units of a standard error.
  const unit = Math.sqrt(scale);
  const open = (x: readonly number[]) =>
    [(x[0] ?? 0) * unit, scale * Math.exp(x[1] ?? 0), x.slice(2).map(Math.exp)] as const;
  const objective = (x: readonly number[]) => ((x[1] ?? 0) < -25 ? Number.NaN : minusLog(...open(x)));
  const starts = shape ? shape.start : steps.map(() => 1);
  const first = [centre / unit, Math.log(Math.max(plain.tauSquared, scale / 10) / scale), ...starts.map(Math.log)];
  const found = minimise(objective, first);
  const [estimate, reached, delta] = open(found.at);
  // An optimum at the edge is an optimum at exactly 0, held there when the curvature is asked for the standard errors.
  const isAtEdge = reached < 1e-8 * scale && minusLog(estimate, 0, delta) <= found.value + 1e-9;
  const tauSquared = isAtEdge ? 0 : reached;
  const errors = errorsAt(minusLog, [estimate, tauSquared, ...delta], isAtEdge, [
    unit * 1e-3,
    1e-3 * tauSquared,
    // A smooth function may be crossed at zero, a step's weight may not.
    ...delta.map(value => (shape && value < 1e-4 ? 1e-4 : 1e-3 * value)),
  ]);
  const [standardError = Number.NaN, tauSquaredError = Number.NaN, ...deltaErrors] = errors;
  const margin = normalQuantile(0.5 + level / 200) * standardError;
  const likelihoodRatio = Math.max(0, 2 * (-found.value - logWithout));
  return {
    estimate,
    standardError,
    statistic: estimate / standardError,
    p: normalTwoSided(estimate / standardError),
    lower: estimate - margin,
    upper: estimate + margin,
    tauSquared,
    tauSquaredError,
    delta: shape ? delta : [1, ...delta],
    deltaError: shape ? deltaErrors : [null, ...deltaErrors],
    logLikelihood: -found.value,
    logLikelihoodWithout: logWithout,
    likelihoodRatio,
    likelihoodRatioP: chiSquareUpperTail(likelihoodRatio, delta.length),
    iterations: found.iterations,
    converged: found.converged,
  };
}

/** Square roots of the inverse curvature at the optimum; 0 for tau² where it is held at the edge. */
function errorsAt(
  minusLog: (mu: number, tauSquared: number, delta: readonly number[]) => number,
  optimum: readonly number[],
  isAtEdge: boolean,
  steps: readonly number[],
): number[] {
  const free = optimum.flatMap((_, i) => (isAtEdge && i === 1 ? [] : [i]));
  const { hessian } = derivatives(
    values => {
      const [mu = 0, tauSquared = 0, ...delta] = optimum.map((value, i) => values[free.indexOf(i)] ?? value);
      return minusLog(mu, tauSquared, delta);
    },
    free.map(i => optimum[i] ?? 0),
    free.map(i => steps[i] ?? 1),
  );
  const covariance = symmetricInverse(hessian);
  return optimum.map((_, i) => {
    const place = free.indexOf(i);
    return place < 0 ? 0 : Math.sqrt(covariance?.[place]?.[place] ?? Number.NaN);
  });
}
