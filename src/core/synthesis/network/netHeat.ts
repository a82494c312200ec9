import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { multiplyVector, type Rows, symmetricInverse } from '#core/numeric/matrices';
import { clusterOrder } from '#core/synthesis/network/clusterOrder';
import { type Contrast, treatmentsOf } from '#core/synthesis/network/contrasts';
import { blockDiagonal, designEstimates, fitDesigns } from '#core/synthesis/network/designs';

export interface HeatRow {
  readonly design: string;
  readonly t1: string;
  readonly t2: string;
  /** Whether the design has three treatments or more. */
  readonly isMultiArm: boolean;
}

export interface NetHeat {
  /** In the order of the figure: what warms and cools alike stands together. */
  readonly rows: readonly HeatRow[];
  /**
   * Row: a comparison of a design. Column: the design that is taken out. By how much the row's part of the inconsistency
   * falls; on the diagonal, the design's own part.
   */
  readonly change: Rows;
  /** Share that the direct evidence of the column has in the network's value of the row, 0 to 1 and beyond. */
  readonly contribution: Rows;
}

/** Each row's part of a quadratic form. */
function parts(inverse: Rows, rest: readonly number[]): number[] {
  const pulled = multiplyVector(inverse, rest);
  return rest.map((value, i) => value * (pulled[i] ?? Number.NaN));
}

const NOTHING = 1e-8;

/**
 * The net heat matrix: which direct evidence disagrees with the rest of the network, and which design drives it. Designs
 * that no loop tests are left out. Scale: parts of Cochran's Q. Takes a connected network and the variance between
 * studies that is added to each (0: fixed).
 * Not estimable: `no-loop`, `no-design-can-be-detached`.
 * Source: Krahn, Binder, König (2013), doi:10.1186/1471-2288-13-35. Parts of a column add up to Q between designs less Q
 * without that design.
 */
export function netHeat(contrasts: readonly Contrast[], tauSquared = 0): Estimable<NetHeat> {
  const designs = designEstimates(contrasts, tauSquared);
  const treatments = treatmentsOf(contrasts);
  const y = designs.flatMap(({ estimates }) => estimates);
  if (y.length <= treatments.length - 1) return notEstimable('no-loop');
  const whole = fitDesigns(designs, treatments);
  const inverse = symmetricInverse(blockDiagonal(designs.map(({ covariance }) => covariance)));
  if (!whole || !inverse) throw new RangeError('netHeat: the treatments do not form one connected network');
  const fitted = whole.at(designs);
  const own = parts(
    inverse,
    y.map((value, i) => value - (fitted[i] ?? Number.NaN)),
  );
  const rows = designs.flatMap(({ design, comparisons }, place) =>
    comparisons.map(({ t1, t2 }) => ({ design, t1, t2, place, isMultiArm: comparisons.length > 1 })),
  );
  const columns = designs.map((_, out) => {
    const fit = fitDesigns(
      designs.filter((__, place) => place !== out),
      treatments,
    );
    if (!fit) return null;
    const without = fit.at(designs);
    const rest = y.map((value, i) => (rows[i]?.place === out ? 0 : value - (without[i] ?? Number.NaN)));
    const left = parts(inverse, rest);
    return own.map((part, i) => part - (left[i] ?? Number.NaN));
  });
  const kept = rows.flatMap((row, i) => (columns[row.place] && Math.abs(own[i] ?? 0) > NOTHING ? [i] : []));
  if (kept.length < 2) return notEstimable('no-design-can-be-detached');
  const hat = whole.hat(designs);
  const change = kept.map(i => kept.map(j => columns[rows[j]?.place ?? -1]?.[i] ?? 0));
  const order = clusterOrder(
    change.map((row, i) =>
      change.map((other, j) =>
        row.reduce(
          (sum, value, c) =>
            sum + Math.abs(value - (other[c] ?? 0)) + Math.abs((change[c]?.[i] ?? 0) - (change[c]?.[j] ?? 0)),
          0,
        ),
      ),
    ),
  );
  return estimable({
    rows: order.flatMap(at => {
      const row = rows[kept[at] ?? -1];
      return row ? [{ design: row.design, t1: row.t1, t2: row.t2, isMultiArm: row.isMultiArm }] : [];
    }),
    change: order.map(i => order.map(j => change[i]?.[j] ?? 0)),
    contribution: order.map(i => order.map(j => hat[kept[i] ?? -1]?.[kept[j] ?? -1] ?? 0)),
  });
}
