import { NEGLIGIBLE } from '#core/numeric/matrices';
import type { Effects } from '#core/synthesis/projection';
import type { Score } from '#core/synthesis/tauSquared/score';

type Column = readonly number[];

/**
 * The score of tau² (see likelihoodScore) with a design of two columns: one moderator beside the intercept. Everything by
 * hand, without small matrices, since a permutation test asks for it tens of thousands of times.
 * Takes the two columns of the design's basis. Throws RangeError when the design is singular.
 * Agrees with the likelihood's own differences (tests/core/synthesis/likelihoodScore.test.ts).
 */
export function scoreOfTwo(x: Column, z: Column, effects: Effects, restricted: boolean): (tauSquared: number) => Score {
  // Written over at each asking: objects of a dozen sums would be most of the work.
  const sums = new Float64Array(13);
  const left = new Float64Array(4);
  return tauSquared => {
    sumUp(x, z, effects, tauSquared, sums);
    const total = sums[0] ?? 0;
    const squares = sums[1] ?? 0;
    const axx = sums[2] ?? 0;
    const axz = sums[3] ?? 0;
    const azz = sums[4] ?? 0;
    const bxx = sums[5] ?? 0;
    const bxz = sums[6] ?? 0;
    const bzz = sums[7] ?? 0;
    const cxx = sums[8] ?? 0;
    const cxz = sums[9] ?? 0;
    const czz = sums[10] ?? 0;
    const rx = sums[11] ?? 0;
    const rz = sums[12] ?? 0;
    const ratio = axz / axx;
    const rest = azz - ratio * axz;
    if (!(axx > 0 && rest > NEGLIGIBLE * azz)) throw new RangeError('scoreOfTwo: the weighted design is singular');
    // (B'WB)^-1
    const ixx = 1 / axx + (ratio * ratio) / rest;
    const ixz = -ratio / rest;
    const izz = 1 / rest;
    sumResiduals(x, z, effects, tauSquared, ixx * rx + ixz * rz, ixz * rx + izz * rz, left);
    const scatter = left[0] ?? 0;
    const cubicAll = left[1] ?? 0;
    const sx = left[2] ?? 0;
    const sz = left[3] ?? 0;
    const cubic = cubicAll - (ixx * sx * sx + 2 * ixz * sx * sz + izz * sz * sz);
    if (!restricted) return { slope: scatter - total, information: squares, observed: 2 * cubic - squares };
    // (B'WB)^-1 B'W²B, which is not symmetric.
    const xx = ixx * bxx + ixz * bxz;
    const xz = ixx * bxz + ixz * bzz;
    const zx = ixz * bxx + izz * bxz;
    const zz = ixz * bxz + izz * bzz;
    const traceOfThird = ixx * cxx + 2 * ixz * cxz + izz * czz;
    const information = squares - 2 * traceOfThird + xx * xx + 2 * xz * zx + zz * zz;
    return { slope: scatter - (total - xx - zz), information, observed: 2 * cubic - information };
  };
}

/** Sums of w and w², the matrices B'WB, B'W²B and B'W³B (three entries each), and B'Wy. */
function sumUp(x: Column, z: Column, { yi, vi }: Effects, tauSquared: number, sums: Float64Array): void {
  let total = 0;
  let squares = 0;
  let axx = 0;
  let axz = 0;
  let azz = 0;
  let bxx = 0;
  let bxz = 0;
  let bzz = 0;
  let cxx = 0;
  let cxz = 0;
  let czz = 0;
  let rx = 0;
  let rz = 0;
  for (let s = 0; s < yi.length; s++) {
    const w = 1 / ((vi[s] ?? 0) + tauSquared);
    const xs = x[s] ?? 0;
    const zs = z[s] ?? 0;
    const y = yi[s] ?? 0;
    const px = w * xs;
    const pz = w * zs;
    total += w;
    squares += w * w;
    axx += px * xs;
    axz += px * zs;
    azz += pz * zs;
    bxx += px * px;
    bxz += px * pz;
    bzz += pz * pz;
    cxx += w * px * px;
    cxz += w * px * pz;
    czz += w * pz * pz;
    rx += px * y;
    rz += pz * y;
  }
  sums[0] = total;
  sums[1] = squares;
  sums[2] = axx;
  sums[3] = axz;
  sums[4] = azz;
  sums[5] = bxx;
  sums[6] = bxz;
  sums[7] = bzz;
  sums[8] = cxx;
  sums[9] = cxz;
  sums[10] = czz;
  sums[11] = rx;
  sums[12] = rz;
}

/** Sums of w² r² and w³ r² with the residual r, and B'W²r (two entries). */
function sumResiduals(
  x: Column,
  z: Column,
  { yi, vi }: Effects,
  tauSquared: number,
  ofX: number,
  ofZ: number,
  sums: Float64Array,
): void {
  let scatter = 0;
  let cubic = 0;
  let sx = 0;
  let sz = 0;
  for (let s = 0; s < yi.length; s++) {
    const w = 1 / ((vi[s] ?? 0) + tauSquared);
    const xs = x[s] ?? 0;
    const zs = z[s] ?? 0;
    const u = w * ((yi[s] ?? 0) - ofX * xs - ofZ * zs);
    scatter += u * u;
    cubic += w * u * u;
    sx += w * u * xs;
    sz += w * u * zs;
  }
  sums[0] = scatter;
  sums[1] = cubic;
  sums[2] = sx;
  sums[3] = sz;
}
