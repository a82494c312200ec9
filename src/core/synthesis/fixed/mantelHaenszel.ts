import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { sumOver } from '#core/numeric/sums';
import type { Table } from '#core/synthesis/effects/twoByTwoTable';
import { type FixedPool, normalPool } from '#core/synthesis/fixed/fixedPool';

/** Sums over complete tables, each divided by its number of persons where the method says so. */
function over(tables: readonly Table[], value: (table: Table, total: number) => number): number {
  return sumOver(tables.length, i => {
    const table = tables[i];
    return table ? value(table, table.n1 + table.n2) : 0;
  });
}

/**
 * Mantel and Haenszel's odds ratio over 2x2 tables, with the variance of Robins, Breslow and Greenland.
 * Scale: log. Not estimable: `no-events-to-compare` when no table has an event in the first group beside a non-event in
 * the second, or the reverse.
 * Sources: Mantel and Haenszel (1959), doi:10.1093/jnci/22.4.719; Robins et al. (1986), doi:10.2307/2531052.
 * Agrees with metafor 3.8-1 rma.mh within 1e-9.
 */
export function mantelHaenszelOddsRatio(tables: readonly Table[], level = 95): Estimable<FixedPool> {
  const r = over(tables, ({ a, d }, n) => (a * d) / n);
  const s = over(tables, ({ b, c }, n) => (b * c) / n);
  if (!(r > 0 && s > 0)) return notEstimable('no-events-to-compare');
  const variance =
    over(tables, ({ a, d }, n) => ((a + d) / n) * ((a * d) / n)) / (2 * r ** 2) +
    over(tables, ({ a, b, c, d }, n) => ((a + d) / n) * ((b * c) / n) + ((b + c) / n) * ((a * d) / n)) / (2 * r * s) +
    over(tables, ({ b, c }, n) => ((b + c) / n) * ((b * c) / n)) / (2 * s ** 2);
  return estimable(normalPool(Math.log(r / s), Math.sqrt(variance), tables.length, level));
}

/**
 * Mantel and Haenszel's risk ratio, with the variance of Greenland and Robins (1985, doi:10.2307/2530643). Scale: log.
 * Not estimable: `no-events-to-compare` when one group has no event in any table.
 * Agrees with metafor 3.8-1 rma.mh within 1e-9.
 */
export function mantelHaenszelRiskRatio(tables: readonly Table[], level = 95): Estimable<FixedPool> {
  const r = over(tables, ({ a, n2 }, n) => a * (n2 / n));
  const s = over(tables, ({ c, n1 }, n) => c * (n1 / n));
  if (!(r > 0 && s > 0)) return notEstimable('no-events-to-compare');
  const spread = over(tables, ({ a, c, n1, n2 }, n) => (n1 / n) * (n2 / n) * (a + c) - (a * c) / n);
  return estimable(normalPool(Math.log(r / s), Math.sqrt(spread / (r * s)), tables.length, level));
}

/** Which variance of the risk difference: Sato's (metafor) or that of Greenland and Robins (RevMan). */
export type RiskDifferenceVariance = 'sato' | 'greenland-robins';

/**
 * Mantel and Haenszel's risk difference. Variance by Sato (1989, doi:10.2307/2531725) or Greenland and Robins (1985).
 * Not estimable: `no-persons` without any table. Agrees with metafor 3.8-1 rma.mh within 1e-9.
 */
export function mantelHaenszelRiskDifference(
  tables: readonly Table[],
  level = 95,
  variance: RiskDifferenceVariance = 'sato',
): Estimable<FixedPool> {
  const weight = over(tables, ({ n1, n2 }, n) => n1 * (n2 / n));
  if (!(weight > 0)) return notEstimable('no-persons');
  const estimate = over(tables, ({ a, c, n1, n2 }, n) => a * (n2 / n) - c * (n1 / n)) / weight;
  const sato = () =>
    estimate *
      over(
        tables,
        ({ a, c, n1, n2 }, n) => c * (n1 / n) ** 2 - a * (n2 / n) ** 2 + ((n1 / n) * (n2 / n) * (n2 - n1)) / 2,
      ) +
    over(tables, ({ a, b, c, d }, n) => (a * d) / n + (c * b) / n) / 2;
  const greenlandRobins = () =>
    over(tables, ({ a, b, c, d, n1, n2 }, n) => (a / n1) * b * (n2 / n) ** 2 + (c / n2) * d * (n1 / n) ** 2);
  const numerator = variance === 'sato' ? sato() : greenlandRobins();
  return estimable(normalPool(estimate, Math.sqrt(numerator) / weight, tables.length, level));
}
