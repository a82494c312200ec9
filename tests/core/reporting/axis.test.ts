import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisFor, linearTicks, logTicks } from '#core/reporting/axis';

describe('ticks', () => {
  test('ratios from a tenth to two have 1-2-5 ticks', () => {
    expect(logTicks(Math.log(0.1), Math.log(2))).toEqual([0.1, 0.2, 0.5, 1, 2]);
  });

  test('a wide range of ratios falls back to powers of ten', () => {
    expect(logTicks(Math.log(1e-3), Math.log(1e3))).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
  });

  test('differences have round steps without tails of rounding', () => {
    expect(linearTicks(-0.31, 0.32)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });

  test('ticks lie inside, rise, and are never more than asked for', () => {
    const range = fc
      .tuple(fc.double({ min: -12, max: 12, noNaN: true }), fc.double({ min: 0.2, max: 20, noNaN: true }))
      .map(([low, span]) => [low, low + span] as const);
    fc.assert(
      fc.property(range, fc.integer({ min: 3, max: 9 }), ([low, high], most) => {
        for (const ticks of [linearTicks(low, high, most), logTicks(low, high, most).map(Math.log)]) {
          expect(ticks.length).toBeLessThanOrEqual(most);
          expect(ticks.every(tick => tick >= low - 1e-6 && tick <= high + 1e-6)).toBe(true);
          expect(ticks.every((tick, place) => place === 0 || tick > (ticks[place - 1] ?? 0))).toBe(true);
        }
      }),
    );
  });
});

describe('the range of a forest plot', () => {
  const bounds = [-2, 1, -1.5, 0.5, -1, 0.2, -0.8, 0.1, -9, 7];

  test('what must be seen whole is inside, and four fifths of the bounds', () => {
    const axis = axisFor({ scale: 'log', must: [-0.5, -1.2, 0.3, 0], bounds });
    expect(axis.low).toBeLessThanOrEqual(-2);
    expect(axis.high).toBeGreaterThanOrEqual(1);
    expect(axis.low).toBeGreaterThan(-9);
    expect(axis.high).toBeLessThan(7);
  });

  test('nothing is clipped where that would save little room', () => {
    const axis = axisFor({ scale: 'identity', must: [0], bounds: [-1, 1, -1.1, 1.1] });
    expect(axis.low).toBeLessThanOrEqual(-1.1);
    expect(axis.high).toBeGreaterThanOrEqual(1.1);
  });

  test('no effect is a tick wherever it is asked to be seen', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        (middle, half) => {
          const needs = { must: [middle, middle - half, middle + half, 0], bounds: [] };
          for (const scale of ['log', 'identity'] as const) {
            expect(axisFor({ scale, ...needs }).ticks.some(({ at }) => Math.abs(at) < 1e-9)).toBe(true);
          }
        },
      ),
    );
  });

  test('one point alone still has a range', () => {
    const axis = axisFor({ scale: 'identity', must: [3], bounds: [] });
    expect(axis.low).toBeLessThan(3);
    expect(axis.high).toBeGreaterThan(3);
  });
});
