import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hedgesCorrection } from '#core/synthesis/effects/hedgesCorrection';
import { effectSizes, isEffectMeasure } from '#core/synthesis/effects/measures';
import { MEASURES } from '#core/vocabulary';

const effectOf = (effect: ReturnType<typeof effectSizes>[number] | undefined) =>
  effect?.estimable ? effect.value : { yi: Number.NaN, vi: Number.NaN };

describe('an effect size', () => {
  it('exists for every measure that a review offers', () => {
    for (const measure of MEASURES) expect(isEffectMeasure(measure)).toBe(true);
  });

  it('of a ratio changes its sign when the groups change places', () => {
    const cell = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(cell, cell, cell, cell, fc.constantFrom('OR', 'RR', 'RD', 'AS', 'YUQ'), (ai, bi, ci, di, measure) => {
        if (!isEffectMeasure(measure)) throw new TypeError('a measure that is not known');
        const there = effectOf(effectSizes(measure, [{ ai, bi, ci, di }])[0]);
        const back = effectOf(effectSizes(measure, [{ ai: ci, bi: di, ci: ai, di: bi }])[0]);
        expect(back.yi).toBeCloseTo(-there.yi, 10);
        expect(back.vi).toBeCloseTo(there.vi, 10);
      }),
    );
  });

  it('is the same from cells as from events and totals', () => {
    const cells = effectSizes('OR', [{ ai: 3, bi: 17, ci: 9, di: 11 }]);
    expect(effectSizes('OR', [{ ai: 3, n1i: 20, ci: 9, n2i: 20 }])).toEqual(cells);
  });

  it('corrects only the table with an empty cell, or all, or none, as asked', () => {
    const tables = [
      { ai: 0, bi: 20, ci: 5, di: 15 },
      { ai: 4, bi: 16, ci: 5, di: 15 },
    ];
    const plain = effectOf(effectSizes('OR', tables, { to: 'none' })[1]);
    expect(effectOf(effectSizes('OR', tables, { to: 'only0' })[1])).toEqual(plain);
    expect(effectOf(effectSizes('OR', tables, { to: 'if0all' })[1])).not.toEqual(plain);
    expect(effectOf(effectSizes('OR', tables.slice(1), { to: 'if0all' })[0])).toEqual(plain);
    expect(effectSizes('OR', tables, { to: 'none' })[0]).toEqual({ estimable: false, because: 'zero-cell' });
  });

  it('says why there is none', () => {
    const because = (study: Record<string, number>) => {
      const [effect] = effectSizes('OR', [study], { drop00: true });
      return effect?.estimable ? null : effect?.because;
    };
    expect(because({ ai: 1, ci: 2 })).toBe('numbers-missing');
    expect(because({ ai: 0, n1i: 10, ci: 0, n2i: 10 })).toBe('no-events-or-no-non-events-in-both-groups');
    expect(because({ ai: 10, n1i: 10, ci: 12, n2i: 12 })).toBe('no-events-or-no-non-events-in-both-groups');
    expect(because({ ai: 11, n1i: 10, ci: 2, n2i: 10 })).toBe('impossible-numbers');
  });

  it('of two identical means is zero', () => {
    for (const measure of ['MD', 'SMD', 'SMDH', 'ROM'] as const) {
      const [effect] = effectSizes(measure, [{ m1i: 5, sd1i: 2, n1i: 12, m2i: 5, sd2i: 2, n2i: 12 }]);
      expect(effectOf(effect).yi).toBe(0);
    }
  });

  it('is corrected less and less as studies grow', () => {
    expect(hedgesCorrection(1)).toBeNaN();
    expect(hedgesCorrection(10)).toBeLessThan(hedgesCorrection(100));
    expect(hedgesCorrection(1e9)).toBeCloseTo(1, 8);
  });
});
