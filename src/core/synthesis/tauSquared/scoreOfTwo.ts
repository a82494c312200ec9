import { NEGLIGIBLE } from '#core/numeric/matrices';
import type { Effects } from '#core/synthesis/projection';
import type { Score } from '#core/synthesis/tauSquared/score';

type Column = readonly number[];

/** Entries of a symmetric matrix of two rows. */
interface Pair {
  readonly xx: number;
  readonly xz: number;
  readonly zz: number;
}

/**
 * The score of tau² (see likelihoodScore) with a design of two columns: one moderator beside the intercept. Everything by
 * hand, without small matrices, since a permutation test asks for it tens of thousands of times.
 * Takes the two columns of the design's basis. Throws RangeError when the design is singular.
 * Agrees with the likelihood's own differences (tests/core/synthesis/likelihoodScore.test.ts).
 */
export function scoreOfTwo(x: Column, z: Column, effects: Effects, restricted: boolean): (tauSquared: number) => Score {
  return tauSquared => {
    const { total, squares, first, second, third, right } = weightedSums(x, z, effects, tauSquared);
    const bread = inverseOf(first);
    const residual = residualSums(x, z, effects, tauSquared, [
      bread.xx * right[0] + bread.xz * right[1],
      bread.xz * right[0] + bread.zz * right[1],
    ]);
    const [sx, sz] = residual.cross;
    const cubic = residual.cubic - (bread.xx * sx * sx + 2 * bread.xz * sx * sz + bread.zz * sz * sz);
    if (!restricted) return { slope: residual.scatter - total, information: squares, observed: 2 * cubic - squares };
    // (B'WB)^-1 B'W²B, which is not symmetric.
    const xx = bread.xx * second.xx + bread.xz * second.xz;
    const xz = bread.xx * second.xz + bread.xz * second.zz;
    const zx = bread.xz * second.xx + bread.zz * second.xz;
    const zz = bread.xz * second.xz + bread.zz * second.zz;
    const traceOfThird = bread.xx * third.xx + 2 * bread.xz * third.xz + bread.zz * third.zz;
    const information = squares - 2 * traceOfThird + xx * xx + 2 * xz * zx + zz * zz;
    return { slope: residual.scatter - (total - xx - zz), information, observed: 2 * cubic - information };
  };
}

function inverseOf({ xx, xz, zz }: Pair): Pair {
  const slope = xz / xx;
  const rest = zz - slope * xz;
  if (!(xx > 0 && rest > NEGLIGIBLE * zz)) throw new RangeError('scoreOfTwo: the weighted design is singular');
  return { xx: 1 / xx + (slope * slope) / rest, xz: -slope / rest, zz: 1 / rest };
}

/** Sums of w and w², the matrices B'WB, B'W²B and B'W³B, and B'Wy. */
function weightedSums(x: Column, z: Column, { yi, vi }: Effects, tauSquared: number) {
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
  const right: readonly [number, number] = [rx, rz];
  return {
    total,
    squares,
    first: { xx: axx, xz: axz, zz: azz },
    second: { xx: bxx, xz: bxz, zz: bzz },
    third: { xx: cxx, xz: cxz, zz: czz },
    right,
  };
}

/** Sums of w² r² and w³ r² with the residual r, and B'W²r. */
function residualSums(
  x: Column,
  z: Column,
  { yi, vi }: Effects,
  tauSquared: number,
  [ofX, ofZ]: readonly [number, number],
) {
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
  const cross: readonly [number, number] = [sx, sz];
  return { scatter, cubic, cross };
}
