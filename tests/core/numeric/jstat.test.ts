import { jStat } from 'jstat';
import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail, normalLowerTail, tLowerTail } from '#core/numeric/distributions';

/**
 * jStat was weighed for this room and found too coarse in the tails (its normal tail is 0 from z = 9 on), so the
 * distributions are our own. In the middle of each, where it is right, it stays an independent second opinion.
 */
describe('an independent library', () => {
  it('agrees with our normal, t and chi-square distributions away from the tails', () => {
    for (const at of [0.1, 0.5, 1, 1.7, 2.4]) {
      expect(normalLowerTail(at)).toBeCloseTo(jStat.normal.cdf(at, 0, 1), 6);
      expect(tLowerTail(at, 7)).toBeCloseTo(jStat.studentt.cdf(at, 7), 6);
      expect(chiSquareUpperTail(at * 4, 5)).toBeCloseTo(1 - jStat.chisquare.cdf(at * 4, 5), 6);
    }
  });
});
