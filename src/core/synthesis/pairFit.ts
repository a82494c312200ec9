import { NEGLIGIBLE } from '#core/numeric/matrices';
import type { Projection } from '#core/synthesis/projection';

type Column = readonly number[];

/** Weighted least squares on two columns x and z with w = 1/(vi + tau²): what the likelihood and the moments need. */
export interface PairFit {
  /** Sum of w, of log(vi + tau²), and of w r² with the residual r. */
  readonly total: number;
  readonly logVariances: number;
  readonly rss: number;
  /** log determinant of B'WB. */
  readonly logGram: number;
  /** tr (B'WB)^-1 B'W²B, what tr P is less than the sum of w. */
  readonly explained: number;
}

/**
 * One moderator beside the intercept at a tau², without an array or a small matrix: a permutation test fits it by the
 * thousand. Throws RangeError when the weights leave nothing to fit.
 */
export function pairFit(x: Column, z: Column, yi: Column, vi: Column, tauSquared: number): PairFit {
  let total = 0;
  let logVariances = 0;
  let xx = 0;
  let xz = 0;
  let zz = 0;
  let sxx = 0;
  let sxz = 0;
  let szz = 0;
  let rx = 0;
  let rz = 0;
  for (let s = 0; s < yi.length; s++) {
    const variance = (vi[s] ?? 0) + tauSquared;
    const w = 1 / variance;
    const px = w * (x[s] ?? 0);
    const pz = w * (z[s] ?? 0);
    total += w;
    logVariances += Math.log(variance);
    xx += px * (x[s] ?? 0);
    xz += px * (z[s] ?? 0);
    zz += pz * (z[s] ?? 0);
    sxx += px * px;
    sxz += px * pz;
    szz += pz * pz;
    rx += px * (yi[s] ?? 0);
    rz += pz * (yi[s] ?? 0);
  }
  const ratio = xz / xx;
  const rest = zz - ratio * xz;
  if (!(xx > 0 && rest > NEGLIGIBLE * zz)) throw new RangeError('pairFit: the weighted design is singular');
  const ofZ = (rz - ratio * rx) / rest;
  const ofX = rx / xx - ratio * ofZ;
  let rss = 0;
  for (let s = 0; s < yi.length; s++) {
    const r = (yi[s] ?? Number.NaN) - ofX * (x[s] ?? 0) - ofZ * (z[s] ?? 0);
    rss += (r * r) / ((vi[s] ?? 0) + tauSquared);
  }
  const explained = sxx / xx + (ratio * ratio * sxx - 2 * ratio * sxz + szz) / rest;
  return { total, logVariances, rss, logGram: Math.log(xx) + Math.log(rest), explained };
}

/** The same with weights that are given, and with all that a fit says of its studies. */
export function projectOnPair(x: Column, z: Column, yi: Column, w: Column): Projection {
  let xx = 0;
  let xz = 0;
  let zz = 0;
  let rx = 0;
  let rz = 0;
  for (let s = 0; s < yi.length; s++) {
    const px = (w[s] ?? 0) * (x[s] ?? 0);
    const pz = (w[s] ?? 0) * (z[s] ?? 0);
    xx += px * (x[s] ?? 0);
    xz += px * (z[s] ?? 0);
    zz += pz * (z[s] ?? 0);
    rx += px * (yi[s] ?? 0);
    rz += pz * (yi[s] ?? 0);
  }
  const ratio = xz / xx;
  const rest = zz - ratio * xz;
  if (!(xx > 0 && rest > NEGLIGIBLE * zz)) throw new RangeError('project: the weighted design is singular');
  const across = -ratio / rest;
  const ofZ = (rz - ratio * rx) / rest;
  const ofX = rx / xx - ratio * ofZ;
  const residuals = yi.slice();
  let rss = 0;
  for (let s = 0; s < yi.length; s++) {
    const residual = (yi[s] ?? Number.NaN) - ofX * (x[s] ?? 0) - ofZ * (z[s] ?? 0);
    residuals[s] = residual;
    rss += (w[s] ?? 0) * residual * residual;
  }
  const bread = [
    [1 / xx - ratio * across, across],
    [across, 1 / rest],
  ];
  return { basisCoefficients: [ofX, ofZ], bread, residuals, rss };
}
