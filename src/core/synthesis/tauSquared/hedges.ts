import { dot } from '#core/numeric/matrices';
import { project, traces, weightedGram } from '#core/synthesis/projection';
import type { TauProblem, TauSquaredEstimator } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** (RSS - tr P0 V)/(k - p) without weights. Source: Hedges and Olkin (1985), Statistical Methods for Meta-Analysis. */
export const hedges: TauSquaredEstimator = {
  estimate: problem => Math.max(0, untruncatedHedges(problem)),
  standardError: ({ yi, vi, design }, tauSquared) => {
    const w = vi.map(() => 1);
    const { pv, pvpv } = traces(design, project(design, yi, w).bread, w, vi);
    const df = design.k - design.p;
    return Math.sqrt((2 * pvpv + 4 * tauSquared * pv + 2 * tauSquared ** 2 * df) / df ** 2);
  },
};

/** Also where the likelihood methods begin their search. */
export function untruncatedHedges({ yi, vi, design }: TauProblem): number {
  const [only, other] = design.basis;
  if (only && design.p === 1) return onOneColumn(only, yi, vi) / (design.k - 1);
  if (only && other && design.p === 2) return onTwoColumns(only, other, yi, vi) / (design.k - 2);
  const w = vi.map(() => 1);
  const { rss, bread } = project(design, yi, w);
  let sampling = 0;
  for (const v of vi) sampling += v;
  const shared = weightedGram(design, vi).reduce((total, row, i) => total + dot(row, bread[i] ?? []), 0);
  return (rss - sampling + shared) / (design.k - design.p);
}

/** RSS less tr P0 V, in two passes. */
function onOneColumn(column: readonly number[], yi: readonly number[], vi: readonly number[]): number {
  let gram = 0;
  let right = 0;
  let sampling = 0;
  let shared = 0;
  for (let s = 0; s < yi.length; s++) {
    const x = column[s] ?? 0;
    const v = vi[s] ?? 0;
    gram += x * x;
    right += x * (yi[s] ?? 0);
    sampling += v;
    shared += v * x * x;
  }
  const coefficient = right / gram;
  let rss = 0;
  for (let s = 0; s < yi.length; s++) rss += ((yi[s] ?? Number.NaN) - coefficient * (column[s] ?? 0)) ** 2;
  return rss - (sampling - shared / gram);
}

/** The same for a moderator beside the intercept: a line through the effects, and the variance that it takes up. */
function onTwoColumns(
  x: readonly number[],
  z: readonly number[],
  yi: readonly number[],
  vi: readonly number[],
): number {
  let xx = 0;
  let xz = 0;
  let zz = 0;
  let vxx = 0;
  let vxz = 0;
  let vzz = 0;
  let rx = 0;
  let rz = 0;
  let sampling = 0;
  for (let s = 0; s < yi.length; s++) {
    const xs = x[s] ?? 0;
    const zs = z[s] ?? 0;
    const v = vi[s] ?? 0;
    xx += xs * xs;
    xz += xs * zs;
    zz += zs * zs;
    vxx += v * xs * xs;
    vxz += v * xs * zs;
    vzz += v * zs * zs;
    rx += xs * (yi[s] ?? 0);
    rz += zs * (yi[s] ?? 0);
    sampling += v;
  }
  const ratio = xz / xx;
  const rest = zz - ratio * xz;
  const ofZ = (rz - ratio * rx) / rest;
  const ofX = rx / xx - ratio * ofZ;
  let rss = 0;
  for (let s = 0; s < yi.length; s++) {
    rss += ((yi[s] ?? Number.NaN) - ofX * (x[s] ?? 0) - ofZ * (z[s] ?? 0)) ** 2;
  }
  return rss - sampling + vxx / xx + (ratio * ratio * vxx - 2 * ratio * vxz + vzz) / rest;
}
