import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestFirst } from '#core/screening/bestFirst';

describe('the first of many', () => {
  it('are those that come first when all are ordered', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 70 }), (values, most) => {
        const comesBefore = (one: number, other: number) => {
          const difference = (values[one] ?? 0) - (values[other] ?? 0);
          return difference === 0 ? one < other : difference > 0;
        };
        const all = values.map((_, place) => place).sort((one, other) => (comesBefore(one, other) ? -1 : 1));
        expect(bestFirst(values.keys(), most, comesBefore)).toEqual(all.slice(0, most));
      }),
    );
  });
});
