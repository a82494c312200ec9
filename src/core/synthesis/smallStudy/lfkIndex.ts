import { normalQuantile } from '#core/numeric/distributions';
import { sumOver } from '#core/numeric/sums';
import type { Effects } from '#core/synthesis/projection';

export interface LfkIndex {
  readonly index: number;
  /** Normal scores of the studies from the smallest effect to the largest, and where each stood in the input. */
  readonly scores: readonly number[];
  readonly order: readonly number[];
  /** The effect in the middle of the plot. */
  readonly centre: number;
  readonly asymmetry: 'no asymmetry' | 'minor asymmetry' | 'major asymmetry';
}

/**
 * The LFK index of a Doi plot: how much further the effects reach to one side of the middle than to the other, when each
 * study stands at its rank weighted by precision. Above 0: the larger effects reach further.
 * Ties keep their order of input, and the mid-ranks are shifted by a half: other programs may differ there.
 * Not a test: it has no error rate, and it depends on the number of studies. Throws RangeError below two studies.
 * Source: Furuya-Kanamori, Barendregt and Doi (2018), doi:10.1097/XEB.0000000000000141.
 * Agrees with the reference cases within 1e-8.
 */
export function lfkIndex({ yi, vi }: Effects): LfkIndex {
  const k = yi.length;
  if (k < 2) throw new RangeError('lfkIndex: at least two studies are needed');
  const order = yi.map((_, i) => i).sort((a, b) => (yi[a] ?? Number.NaN) - (yi[b] ?? Number.NaN));
  const sorted = order.map(i => yi[i] ?? Number.NaN);
  const largest = Math.max(...vi);
  const sizes = order.map(i => (100 * largest) / (vi[i] ?? Number.NaN));
  const total = sumOver(k, i => sizes[i] ?? Number.NaN);
  let before = 0;
  const scores = sizes.map(size => {
    const rank = before + size / 2;
    before += size;
    return normalQuantile((rank - 0.5) / total);
  });
  let middle = 0;
  for (const [i, z] of scores.entries()) if (Math.abs(z) < Math.abs(scores[middle] ?? 0)) middle = i;
  const centre = sorted[middle] ?? Number.NaN;
  const reach = (values: readonly number[]) => (values[k - 1] ?? Number.NaN) - (values[0] ?? Number.NaN);
  const scale = reach(scores) / reach(sorted);
  const index =
    (5 / (2 * k)) * sumOver(k, i => (scores[i] ?? Number.NaN) + scale * ((sorted[i] ?? Number.NaN) - centre));
  const size = Math.abs(index);
  const asymmetry = size <= 1 ? 'no asymmetry' : size <= 2 ? 'minor asymmetry' : 'major asymmetry';
  return { index, scores, order, centre, asymmetry };
}
