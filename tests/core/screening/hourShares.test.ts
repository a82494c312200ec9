import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareByHours } from '#core/screening/hourShares';

const person = (hours: number | null, open = 0) => ({ hours, open });

describe('sharing records by hours', () => {
  it('follows the hours', () => {
    expect(shareByHours([person(4), person(8)], 90, 1000)).toEqual([30, 60]);
  });

  it('counts what people still hold', () => {
    expect(shareByHours([person(4, 30), person(8)], 90, 1000)).toEqual([10, 80]);
  });

  it('gives nobody more than there are records', () => {
    expect(shareByHours([person(4), person(8)], 200, 100)).toEqual([100, 100]);
  });

  it('takes who has not said their hours for the middle', () => {
    expect(shareByHours([person(2), person(null), person(6)], 140, 1000)).toEqual([20, 60, 60]);
  });

  it('gives nothing to who has no hours, unless nobody has', () => {
    expect(shareByHours([person(0), person(5)], 10, 100)).toEqual([0, 10]);
    expect(shareByHours([person(0), person(0)], 10, 100)).toEqual([5, 5]);
  });

  it('gives out all that fits, in whole records', () => {
    const people = fc.array(fc.record({ hours: fc.option(fc.integer({ min: 0, max: 40 })), open: fc.nat(200) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(people, fc.nat(500), fc.integer({ min: 1, max: 300 }), (all, total, mostEach) => {
        const given = shareByHours(all, total, mostEach);
        const able = all.every(one => one.hours === 0) ? all.length : all.filter(one => one.hours !== 0).length;
        expect(given.reduce((sum, one) => sum + one, 0)).toBe(Math.min(total, able * mostEach));
        for (const one of given) {
          expect(Number.isInteger(one)).toBe(true);
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(mostEach);
        }
      }),
    );
  });
});
