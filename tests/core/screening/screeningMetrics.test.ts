import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screeningMetrics } from '#core/screening/screeningMetrics';
import { describeShared, sharedFile } from '../../support/shared.js';

interface MetricsCase {
  id: string;
  n: number;
  relevant_positions: number[];
  expect: Record<'wss95' | 'wss100' | 'rrf10' | 'atd' | 'loss' | 'ndcg', number>;
}

describeShared('screening', 'metrics of ranked screening as the reference names them', () => {
  const cases = JSON.parse(sharedFile('screening/metrics_vectors.json')) as MetricsCase[];

  it.each(cases)('$id', ({ n, relevant_positions, expect: expected }) => {
    const found = screeningMetrics(n, relevant_positions);
    if (!found.estimable) throw new Error(found.because);
    for (const name of ['wss95', 'wss100', 'rrf10', 'atd', 'loss', 'ndcg'] as const) {
      expect(found.value[name], name).toBeCloseTo(expected[name], 6);
    }
  });
});

describe('metrics of ranked screening', () => {
  const order = fc
    .integer({ min: 2, max: 200 })
    .chain(n =>
      fc.tuple(fc.constant(n), fc.uniqueArray(fc.integer({ min: 1, max: n }), { minLength: 1, maxLength: n - 1 })),
    );

  it('call the reverse of an order as bad as the order is good', () => {
    fc.assert(
      fc.property(order, ([n, ranks]) => {
        const there = screeningMetrics(n, ranks);
        const back = screeningMetrics(
          n,
          ranks.map(rank => n + 1 - rank),
        );
        if (!there.estimable || !back.estimable) throw new Error('both are estimable');
        expect(there.value.loss + back.value.loss).toBeCloseTo(1, 10);
      }),
    );
  });

  it('are not computable when nothing, or everything, is relevant', () => {
    expect(screeningMetrics(5, [])).toEqual({ estimable: false, because: 'no-record-is-relevant' });
    expect(screeningMetrics(2, [1, 2])).toEqual({ estimable: false, because: 'every-record-is-relevant' });
  });

  it('refuse ranks that are none', () => {
    expect(() => screeningMetrics(3, [4])).toThrow(RangeError);
    expect(() => screeningMetrics(3, [1, 1])).toThrow(RangeError);
  });
});
