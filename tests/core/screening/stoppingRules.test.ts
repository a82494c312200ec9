import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometricAtLeast, hypergeometricAtMost } from '#core/screening/hypergeometric';
import { recallInterval } from '#core/screening/recallInterval';
import {
  irrelevantInARow,
  isRunLongEnough,
  isShareScreened,
  mayStop,
  sampleTest,
  windowTest,
} from '#core/screening/stoppingRules';
import { describeShared, sharedFile } from '../../support/shared.js';

interface WindowCase {
  id: string;
  N: number;
  n_screened: number;
  relevant_positions: number[];
  recall_target: number;
  p: number;
  argmin_last_i: number;
  k: number;
  urn: number;
  K: number;
  stop_at_95: boolean;
}

function screenedIn({ n_screened, relevant_positions }: WindowCase): boolean[] {
  const relevant = new Set(relevant_positions);
  return Array.from({ length: n_screened }, (_, index) => relevant.has(index + 1));
}

/** Relative 1e-9, absolute 1e-12 near zero: what the reference data name as agreement. */
function expectSameChance(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 + 1e-9 * expected);
}

describeShared('screening', 'stopping rules as R computes them', () => {
  const retrospective = JSON.parse(sharedFile('screening/stopping_vectors.json')) as WindowCase[];
  const extra = JSON.parse(sharedFile('screening/stopping_extra.json')) as {
    windows: WindowCase[];
    random_sample: {
      id: string;
      relevant_before: number;
      unscreened_at_start: number;
      sample: number;
      relevant_in_sample: number;
      recall_target: number;
      K: number;
      p: number;
      stop_at_95: boolean;
    }[];
    recall_interval: {
      id: string;
      found_before: number;
      unscreened: number;
      sample: number;
      relevant_in_sample: number;
      missed_in_pool_estimate: number;
      pool_relevant_ci95: [number, number];
      recall_before_estimate: number;
      recall_before_ci95: [number, number];
      recall_before_lower95_one_sided: number;
    }[];
  };

  it.each([...retrospective, ...extra.windows])('all windows: case $id', expected => {
    const found = windowTest({ records: expected.N, screened: screenedIn(expected) }, expected.recall_target);
    expectSameChance(found.p, expected.p);
    expect(mayStop(found)).toBe(expected.stop_at_95);
    expect(found).toMatchObject({
      window: expected.argmin_last_i,
      relevantInWindow: expected.k,
      urn: expected.urn,
      relevantIfMissed: expected.K,
    });
  });

  it.each(extra.random_sample)('random sample: case $id', expected => {
    const found = sampleTest(
      {
        foundBefore: expected.relevant_before,
        pool: expected.unscreened_at_start,
        drawn: expected.sample,
        relevantDrawn: expected.relevant_in_sample,
      },
      expected.recall_target,
    );
    expect(found.relevantIfMissed).toBe(expected.K);
    expectSameChance(found.p, expected.p);
    expect(mayStop(found)).toBe(expected.stop_at_95);
  });

  it.each(extra.recall_interval)('recall interval: case $id', expected => {
    const found = recallInterval({
      foundBefore: expected.found_before,
      pool: expected.unscreened,
      drawn: expected.sample,
      relevantDrawn: expected.relevant_in_sample,
    });
    if (!found.estimable) throw new Error(found.because);
    expect(found.value.missed).toBeCloseTo(expected.missed_in_pool_estimate, 10);
    expect(found.value.missedInterval).toEqual(expected.pool_relevant_ci95);
    expect(found.value.recall).toBeCloseTo(expected.recall_before_estimate, 6);
    expect(found.value.recallInterval[0]).toBeCloseTo(expected.recall_before_ci95[0], 6);
    expect(found.value.recallInterval[1]).toBeCloseTo(expected.recall_before_ci95[1], 6);
    expect(found.value.recallAtLeast).toBeCloseTo(expected.recall_before_lower95_one_sided, 6);
  });
});

describe('the hypergeometric tail', () => {
  const draw = fc
    .nat(400)
    .chain(urn => fc.tuple(fc.constant(urn), fc.nat(urn), fc.nat(urn)))
    .chain(([urn, relevant, drawn]) =>
      fc.tuple(fc.nat(urn), fc.constant(urn), fc.constant(relevant), fc.constant(drawn)),
    );

  it('and the upper tail next to it make one', () => {
    fc.assert(
      fc.property(draw, ([found, urn, relevant, drawn]) => {
        const below = found === 0 ? 0 : hypergeometricAtMost(found - 1, urn, relevant, drawn);
        expect(below + hypergeometricAtLeast(found, urn, relevant, drawn)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('does not mind which of relevant and drawn is called which', () => {
    fc.assert(
      fc.property(draw, ([found, urn, relevant, drawn]) => {
        expect(hypergeometricAtMost(found, urn, drawn, relevant)).toBeCloseTo(
          hypergeometricAtMost(found, urn, relevant, drawn),
          12,
        );
      }),
    );
  });

  it('refuses to draw more than there is', () => {
    expect(() => hypergeometricAtMost(0, 10, 3, 11)).toThrow(RangeError);
  });
});

describe('plain rules', () => {
  const screened = [true, false, true, false, false, false];

  it('count the irrelevant ones in a row', () => {
    expect(irrelevantInARow(screened)).toBe(3);
    expect(irrelevantInARow([])).toBe(0);
    expect(irrelevantInARow([false, false])).toBe(2);
    expect(isRunLongEnough(screened, 3)).toBe(true);
    expect(isRunLongEnough(screened, 4)).toBe(false);
    expect(isRunLongEnough([false, false], 2)).toBe(false);
  });

  it('see whether a fixed share is screened', () => {
    expect(isShareScreened({ records: 12, screened }, 0.5)).toBe(true);
    expect(isShareScreened({ records: 13, screened }, 0.5)).toBe(false);
  });

  it('never speak for stopping before anything is screened', () => {
    expect(mayStop(windowTest({ records: 100, screened: [] }, 0.95))).toBe(false);
  });

  it('stop when everything is screened', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), all => {
        expect(windowTest({ records: all.length, screened: all }, 0.95).p).toBe(0);
      }),
    );
  });

  it('have no recall to tell without a sample or without anything found', () => {
    expect(recallInterval({ foundBefore: 9, pool: 50, drawn: 0, relevantDrawn: 0 }).estimable).toBe(false);
    expect(recallInterval({ foundBefore: 0, pool: 50, drawn: 10, relevantDrawn: 0 }).estimable).toBe(false);
  });
});
