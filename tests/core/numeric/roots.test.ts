import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derivatives, minimise } from '#core/numeric/minimise';
import { rootBetween, rootOfFalling } from '#core/numeric/roots';
import { median, sum, sumOver } from '#core/numeric/sums';

it('a root is found wherever the function changes sign', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), root => {
      const found = rootBetween(x => (x - root) ** 3 + (x - root), -100, 100);
      expect(found).toBeCloseTo(root, 9);
    }),
  );
});

it('without a change of sign there is no root', () => {
  expect(rootBetween(x => x * x + 1, -1, 1)).toBeNaN();
});

it('a falling function is followed until it reaches zero, however far, or forever', () => {
  expect(rootOfFalling(x => 1e6 - x, 1)).toBeCloseTo(1e6, 6);
  expect(rootOfFalling(() => 1, 1)).toBe(Number.POSITIVE_INFINITY);
});

it('the minimum of a curved valley is found', () => {
  const { at } = minimise(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
  expect(at[0]).toBeCloseTo(1, 5);
  expect(at[1]).toBeCloseTo(1, 5);
});

it('central differences give slope and curvature', () => {
  const { gradient, hessian } = derivatives(([x = 0, y = 0]) => x * x * y, [2, 3], [1e-4, 1e-4]);
  expect(gradient[0]).toBeCloseTo(12, 5);
  expect(hessian[0]?.[1]).toBeCloseTo(4, 5);
  expect(hessian[1]?.[0]).toBeCloseTo(4, 5);
});

it('a compensated sum keeps what a plain sum loses', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(sumOver(3, i => [1e16, 1, -1e16][i] ?? 0)).toBe(1);
});

it('the median of an even number of values is the mean of the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});
