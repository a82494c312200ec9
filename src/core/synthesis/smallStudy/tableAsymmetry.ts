import { hasZeroCell, type Table } from '#core/synthesis/effects/twoByTwoTable';
import { observedLessExpected } from '#core/synthesis/fixed/peto';
import { type Line, weightedLine } from '#core/synthesis/leastSquares';
import type { Effects } from '#core/synthesis/projection';

/** Log odds ratio and variance with 0.5 added to a table that has a zero cell. */
function correctedLogOddsRatio(table: Table): { y: number; v: number } {
  const add = hasZeroCell(table) ? 0.5 : 0;
  const [a, b, c, d] = [table.a + add, table.b + add, table.c + add, table.d + add];
  return { y: Math.log((a * d) / (b * c)), v: 1 / a + 1 / b + 1 / c + 1 / d };
}

const logOddsRatios = (tables: readonly Table[]) => tables.map(table => correctedLogOddsRatio(table).y);
const persons = ({ n1, n2 }: Table) => n1 + n2;
const pooledWeight = ({ a, b, c, d }: Table) => 1 / (1 / (a + c) + 1 / (b + d));
const effectiveSize = ({ n1, n2 }: Table) => (4 * n1 * n2) / (n1 + n2);

/**
 * Tests of funnel asymmetry made for 2x2 tables; in each the slope is the test. All agree with reference values within
 * 1e-8.
 */

/** Score over variance on 1/sqrt(V), weights V. Source: Harbord et al. (2006), doi:10.1002/sim.2380. */
export function harbordTest(tables: readonly Table[]): Line {
  const scores = tables.map(observedLessExpected);
  return weightedLine(
    scores.map(({ difference, variance }) => difference / variance),
    scores.map(({ variance }) => 1 / Math.sqrt(variance)),
    scores.map(({ variance }) => variance),
  );
}

/** Log odds ratio on 1/N. Source: Peters et al. (2006), doi:10.1001/jama.295.6.676. */
export function petersTest(tables: readonly Table[]): Line {
  return weightedLine(
    logOddsRatios(tables),
    tables.map(table => 1 / persons(table)),
    tables.map(pooledWeight),
  );
}

/** Log odds ratio on N, weights pooled or 1/variance. Source: Macaskill et al. (2001), doi:10.1002/sim.698. */
export function macaskillTest(tables: readonly Table[], weights: 'pooled' | 'inverse-variance'): Line {
  const inverse = (table: Table) => 1 / correctedLogOddsRatio(table).v;
  return weightedLine(
    logOddsRatios(tables),
    tables.map(persons),
    tables.map(weights === 'pooled' ? pooledWeight : inverse),
  );
}

/** Log odds ratio on 1/sqrt(effective size). Source: Deeks et al. (2005), doi:10.1016/j.jclinepi.2005.01.016. */
export function deeksTest(tables: readonly Table[]): Line {
  return weightedLine(
    logOddsRatios(tables),
    tables.map(table => 1 / Math.sqrt(effectiveSize(table))),
    tables.map(effectiveSize),
  );
}

/** Arcsine difference on its standard error. Source: Rücker et al. (2008), doi:10.1002/sim.2971. */
export function arcsineTest(tables: readonly Table[]): Line {
  const variances = tables.map(({ n1, n2 }) => 1 / (4 * n1) + 1 / (4 * n2));
  return weightedLine(
    tables.map(({ a, c, n1, n2 }) => Math.asin(Math.sqrt(a / n1)) - Math.asin(Math.sqrt(c / n2))),
    variances.map(Math.sqrt),
    variances.map(v => 1 / v),
  );
}

/**
 * A log hazard ratio on 1/events, for survival. Weights 1/variance (`inverse-variance`), or from the events of both arms
 * (`events`: 1/(1/d1 + 1/d2)). Source: Debray, Moons, Riley (2018), doi:10.1002/jrsm.1266. Agrees with R's lm within 1e-9.
 */
export function debrayTest(
  { yi, vi }: Effects,
  events: readonly (readonly [number, number])[],
  weights: 'inverse-variance' | 'events',
): Line {
  return weightedLine(
    yi,
    events.map(([first, second]) => 1 / (first + second)),
    weights === 'events' ? events.map(([first, second]) => 1 / (1 / first + 1 / second)) : vi.map(v => 1 / v),
  );
}
