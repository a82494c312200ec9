import { chiSquareUpperTail } from '#core/numeric/distributions';
import { sumOver } from '#core/numeric/sums';
import type { Table } from '#core/synthesis/effects/twoByTwoTable';
import type { RateTable } from '#core/synthesis/fixed/mantelHaenszelRates';

export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

const chiSquare = (statistic: number, df: number): ChiSquareTest => ({
  statistic,
  df,
  p: chiSquareUpperTail(statistic, df),
});

/** a minus its expectation, and its variance given the margins; `fixedMargins` divides by N - 1 in place of N. */
function excess(table: Table, fixedMargins: boolean): { difference: number; variance: number } {
  const { a, b, c, d, n1, n2 } = table;
  const n = n1 + n2;
  return {
    difference: a - n1 * ((a + c) / n),
    variance: n1 * (n2 / n) * ((a + c) / n) * ((b + d) / (fixedMargins ? n - 1 : n)),
  };
}

/**
 * Tests of no association over 2x2 tables: Cochran, Mantel and Haenszel's (margins fixed) with or without continuity
 * correction, and Cochran's (groups fixed) without. Agrees with metafor 3.8-1 rma.mh within 1e-9.
 */
export function associationTest(tables: readonly Table[], fixedMargins: boolean, corrected: boolean): ChiSquareTest {
  const parts = tables.map(table => excess(table, fixedMargins));
  const difference = Math.abs(sumOver(parts.length, i => parts[i]?.difference ?? 0));
  const variance = sumOver(parts.length, i => parts[i]?.variance ?? 0);
  return chiSquare(Math.max(0, difference - (corrected ? 0.5 : 0)) ** 2 / variance, 1);
}

/** The same test of two rates over tables of events and time at risk. */
export function rateAssociationTest(tables: readonly RateTable[], corrected: boolean): ChiSquareTest {
  const difference = sumOver(tables.length, i => {
    const { x1, x2, t1, t2 } = tables[i] ?? { x1: 0, x2: 0, t1: 1, t2: 1 };
    return x1 - ((x1 + x2) * t1) / (t1 + t2);
  });
  const variance = sumOver(tables.length, i => {
    const { x1, x2, t1, t2 } = tables[i] ?? { x1: 0, x2: 0, t1: 1, t2: 1 };
    return (x1 + x2) * (t1 / (t1 + t2)) * (t2 / (t1 + t2));
  });
  return chiSquare(Math.max(0, Math.abs(difference) - (corrected ? 0.5 : 0)) ** 2 / variance, 1);
}

export interface HomogeneityTests {
  readonly breslowDay: ChiSquareTest;
  readonly tarone: ChiSquareTest;
  /** Tables with at least one event and one non-event. */
  readonly k: number;
}

/** Breslow and Day's test that all tables share the given odds ratio, and Tarone's correction of it. */
export function homogeneityTests(tables: readonly Table[], oddsRatio: number): HomogeneityTests {
  const telling = tables.filter(({ a, b, c, d }) => a + c > 0 && b + d > 0);
  const parts = telling.map(table => {
    const { a, c, n1, n2 } = table;
    const events = a + c;
    const expected = expectedCell(n1, n2, events, oddsRatio);
    const variance = 1 / (1 / expected + 1 / (events - expected) + 1 / (n1 - expected) + 1 / (n2 - events + expected));
    return { difference: a - expected, variance };
  });
  const statistic = parts.reduce((total, { difference, variance }) => total + difference ** 2 / variance, 0);
  const difference = parts.reduce((total, part) => total + part.difference, 0);
  const variance = parts.reduce((total, part) => total + part.variance, 0);
  const df = telling.length - 1;
  return {
    breslowDay: chiSquare(statistic, df),
    tarone: chiSquare(statistic - difference ** 2 / variance, df),
    k: telling.length,
  };
}

/** The count in the first cell at which a table with these margins has the given odds ratio. */
function expectedCell(n1: number, n2: number, events: number, oddsRatio: number): number {
  if (oddsRatio === 1) return (n1 * events) / (n1 + n2);
  const square = 1 - oddsRatio;
  const linear = oddsRatio * (events + n1) + (n2 - events);
  const constant = -events * n1 * oddsRatio;
  const root = Math.sqrt(linear * linear - 4 * square * constant);
  // The root inside the margins, written without cancellation.
  return (-2 * constant) / (linear + root);
}
