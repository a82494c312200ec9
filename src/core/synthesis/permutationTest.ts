import { interceptOnly } from '#core/synthesis/design';
import { fitModel, type ModelOptions } from '#core/synthesis/fitModel';
import type { Effects } from '#core/synthesis/projection';
import { solveModel } from '#core/synthesis/solveModel';

/** Rounding that still counts as equal to the observed statistic. */
const SLACK = 1.5e-8;
const MOST_STUDIES = 20;

export interface PermutationTest {
  readonly permutations: number;
  readonly statistic: number;
  readonly p: number;
}

/**
 * Exact permutation test of the pooled effect: all 2^k patterns of signs. Takes at most twenty studies (RangeError).
 * Source: Follmann and Proschan (1999), doi:10.1111/j.0006-341X.1999.00732.x. Agrees with metafor 3.8-1 permutest exactly.
 */
export function permutationTest({ yi, vi }: Effects, options: ModelOptions): PermutationTest {
  const k = yi.length;
  if (k > MOST_STUDIES) throw new RangeError(`permutationTest: ${k} studies have too many sign patterns`);
  const statistic = fitModel({ yi, vi }, options).statistics[0] ?? Number.NaN;
  const design = options.design ?? interceptOnly(k);
  const permutations = 2 ** k;
  const signed = [...yi];
  let atLeast = 0;
  // A pattern and its mirror image have the same |z|: half of them are enough.
  for (let pattern = 0; pattern < permutations / 2; pattern++) {
    for (let i = 0; i < k; i++) signed[i] = (pattern >> i) & 1 ? -(yi[i] ?? Number.NaN) : (yi[i] ?? Number.NaN);
    const z = solveModel({ yi: signed, vi }, design, options).statistics[0] ?? Number.NaN;
    if (Math.abs(z) >= Math.abs(statistic) - SLACK) atLeast += 2;
  }
  return { permutations, statistic, p: atLeast / permutations };
}
