import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { chiSquareUpperTail } from '#core/numeric/distributions';
import { sumOver } from '#core/numeric/sums';
import type { Table } from '#core/synthesis/effects/twoByTwoTable';
import { type FixedPool, normalPool } from '#core/synthesis/fixed/fixedPool';

export interface PetoPool extends FixedPool {
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  /** Tables that tell something: V > 0. */
  readonly telling: number;
}

/** Observed minus expected events of the first group, with its hypergeometric variance. */
export function observedLessExpected({ a, b, c, d, n1, n2 }: Table): { difference: number; variance: number } {
  const n = n1 + n2;
  return {
    difference: a - n1 * ((a + c) / n),
    variance: n1 * (n2 / n) * ((a + c) / n) * ((b + d) / (n - 1)),
  };
}

/**
 * Peto's one-step odds ratio, sum(O - E)/sum(V), on the log scale, for rare events and groups of similar size.
 * Tables without an event (or without a non-event) add nothing. Not estimable: `no-events-to-compare`.
 * Source: Yusuf et al. (1985), doi:10.1016/S0033-0620(85)80003-7. Agrees with metafor 3.8-1 rma.peto within 1e-9.
 */
export function petoOddsRatio(tables: readonly Table[], level = 95): Estimable<PetoPool> {
  const parts = tables.map(observedLessExpected);
  const variance = sumOver(parts.length, i => parts[i]?.variance ?? 0);
  if (!(variance > 0)) return notEstimable('no-events-to-compare');
  const difference = sumOver(parts.length, i => parts[i]?.difference ?? 0);
  const telling = parts.filter(part => part.variance > 0);
  const q = Math.max(
    0,
    telling.reduce((total, part) => total + part.difference ** 2 / part.variance, 0) - difference ** 2 / variance,
  );
  const qDf = telling.length - 1;
  return estimable({
    ...normalPool(difference / variance, 1 / Math.sqrt(variance), tables.length, level),
    q,
    qDf,
    qP: qDf > 0 ? chiSquareUpperTail(q, qDf) : 1,
    telling: telling.length,
  });
}
