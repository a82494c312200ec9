import { gaussHermite } from '#core/numeric/gaussHermite';
import { logGamma } from '#core/numeric/logGamma';
import { symmetricInverse } from '#core/numeric/matrices';
import { derivatives, minimise } from '#core/numeric/minimise';
import { type AccuracyFit, bivariateAccuracy } from '#core/synthesis/diagnostic/bivariateAccuracy';
import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';

/** Means of both logits and the triangular factor of their covariance: mean1, mean2, l11, l21, l22. */
type Parameters = readonly number[];

const logOnePlusExp = (x: number) => (x > 30 ? x : Math.log1p(Math.exp(x)));
const logChoose = (n: number, x: number) => logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
const expit = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * The bivariate binomial model of diagnostic accuracy: true positives and true negatives are binomial, their logits
 * normal between studies and correlated; maximum likelihood from the raw counts, no correction of zeros. The random
 * effects are integrated out by adaptive Gauss and Hermite quadrature with `points` in each direction; 1 is Laplace's
 * approximation. Scale: logit. Standard errors from the whole information. Throws RangeError for fewer than two studies.
 * Source: Chu and Cole (2006), doi:10.1016/j.jclinepi.2006.06.011; Pinheiro and Chao (2006),
 * doi:10.1198/106186006X96962. Agrees with the reference cases (lme4 glmer; trapezoid rule) within 1e-5.
 */
export function binomialAccuracy(tables: readonly DiagnosticTable[], points = 21): AccuracyFit {
  const start = bivariateAccuracy(tables, 'ML', { add: 0.5, to: 'only0' });
  const constant = tables.reduce(
    (total, { tp, fn, fp, tn }) => total + logChoose(tp + fn, tp) + logChoose(tn + fp, tn),
    0,
  );
  const minusLog = (at: Parameters) => -tables.reduce((total, table) => total + marginal(table, at, points), constant);
  const [[t11 = 0] = [], [t21 = 0, t22 = 0] = []] = start.between;
  const l11 = Math.sqrt(Math.max(t11, 0.01));
  const l22 = Math.sqrt(Math.max(t22 - (t21 / l11) ** 2, 0.01));
  const found = [
    [...start.means, l11, t21 / l11, l22],
    [...start.means, 0.5, 0, 0.5],
  ]
    .map(from => minimise(minusLog, from))
    .reduce((one, other) => (other.value < one.value - 1e-9 ? other : one));
  const [mean1 = Number.NaN, mean2 = Number.NaN, a = 0, b = 0, c = 0] = found.at;
  const { hessian } = derivatives(
    minusLog,
    found.at,
    found.at.map(x => 1e-3 * Math.max(1, Math.abs(x))),
  );
  const inverse = symmetricInverse(hessian);
  const covariance = [0, 1].map(i => [0, 1].map(j => inverse?.[i]?.[j] ?? Number.NaN));
  const between = [
    [a * a, a * b],
    [a * b, b * b + c * c],
  ];
  const { iterations, converged } = found;
  return {
    k: tables.length,
    means: [mean1, mean2],
    covariance,
    between,
    logLikelihood: -found.value,
    search: { iterations, converged },
  };
}

/** Log of the integral of a study's likelihood, without its binomial coefficients, over both random effects. */
function marginal({ tp, fn, fp, tn }: DiagnosticTable, at: Parameters, points: number): number {
  const [mean1 = 0, mean2 = 0, l11 = 0, l21 = 0, l22 = 0] = at;
  const [diseased, healthy] = [tp + fn, tn + fp];
  const joint = (u: number, v: number) => {
    const a = mean1 + l11 * u;
    const b = mean2 + l21 * u + l22 * v;
    return tp * a - diseased * logOnePlusExp(a) + tn * b - healthy * logOnePlusExp(b) - (u * u + v * v) / 2;
  };
  const curve = (u: number, v: number) => {
    const p = expit(mean1 + l11 * u);
    const q = expit(mean2 + l21 * u + l22 * v);
    const [slopeA, slopeB] = [tp - diseased * p, tn - healthy * q];
    const [weightA, weightB] = [diseased * p * (1 - p), healthy * q * (1 - q)];
    return {
      slope: [l11 * slopeA + l21 * slopeB - u, l22 * slopeB - v] as const,
      h11: l11 * l11 * weightA + l21 * l21 * weightB + 1,
      h12: l21 * l22 * weightB,
      h22: l22 * l22 * weightB + 1,
    };
  };
  let [u, v] = [0, 0];
  let value = joint(u, v);
  for (let step = 0; step < 100; step++) {
    const { slope, h11, h12, h22 } = curve(u, v);
    const determinant = h11 * h22 - h12 * h12;
    const du = (h22 * slope[0] - h12 * slope[1]) / determinant;
    const dv = (h11 * slope[1] - h12 * slope[0]) / determinant;
    let scale = 1;
    let reached = joint(u + du, v + dv);
    for (let halving = 0; halving < 30 && !(reached >= value - 1e-12 * Math.abs(value)); halving++) {
      scale /= 2;
      reached = joint(u + scale * du, v + scale * dv);
    }
    u += scale * du;
    v += scale * dv;
    value = reached;
    if (Math.abs(du) + Math.abs(dv) < 1e-11) break;
  }
  // The rule moved to the mode and scaled by the curvature there: (u, v) = mode + C^-T z with C C' the curvature.
  const { h11, h12, h22 } = curve(u, v);
  const c11 = Math.sqrt(h11);
  const c21 = h12 / c11;
  const c22 = Math.sqrt(h22 - c21 * c21);
  const laplace = value - Math.log(c11 * c22);
  if (points <= 1) return laplace;
  const { nodes, weights } = gaussHermite(points);
  let total = 0;
  for (const [j, second] of nodes.entries()) {
    const dv = second / c22;
    for (const [i, first] of nodes.entries()) {
      const du = (first - c21 * dv) / c11;
      const gain = joint(u + du, v + dv) - value + (first * first + second * second) / 2;
      total += (weights[i] ?? 0) * (weights[j] ?? 0) * Math.exp(gain);
    }
  }
  return laplace + Math.log(total);
}
