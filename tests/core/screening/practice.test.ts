import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPractice } from '#core/screening/drawPractice';
import { practiceResult } from '#core/screening/practiceResult';
import type { Choice, PracticeAnswer } from '#core/vocabulary';

const records = (answer: PracticeAnswer, choice: Choice, count: number) =>
  Array.from({ length: count }, () => ({ answer, choice }));

describe('what a person showed in practice', () => {
  // R 4: prop.test(18, 20, correct = FALSE), prop.test(25, 30, correct = FALSE).
  it('is the share of each kind that was told right, with the interval of R', () => {
    const { sensitivity, specificity } = practiceResult([
      ...records('include', 'include', 15),
      ...records('include', 'unsure', 3),
      ...records('include', 'exclude', 2),
      ...records('exclude', 'exclude', 25),
      ...records('exclude', 'unsure', 5),
    ]);
    if (!sensitivity.estimable || !specificity.estimable) throw new Error('both have records');
    expect(sensitivity.value).toMatchObject({ hits: 18, of: 20, value: 0.9 });
    expect(sensitivity.value.lower).toBeCloseTo(0.698966354772, 9);
    expect(sensitivity.value.upper).toBeCloseTo(0.972133518786, 9);
    expect(specificity.value).toMatchObject({ hits: 25, of: 30 });
    expect(specificity.value.lower).toBeCloseTo(0.664356494936, 9);
    expect(specificity.value.upper).toBeCloseTo(0.926634576282, 9);
  });

  it('keeps its interval open where everything was right', () => {
    const { sensitivity } = practiceResult(records('include', 'include', 20));
    if (!sensitivity.estimable) throw new Error('there are records');
    expect(sensitivity.value.lower).toBeCloseTo(0.838874841947, 9);
    expect(sensitivity.value.upper).toBe(1);
  });

  it('is not estimable of a kind that was not asked', () => {
    expect(practiceResult(records('exclude', 'exclude', 3)).sensitivity).toEqual({
      estimable: false,
      because: 'no-record-to-include',
    });
  });
});

describe('drawing a practice set', () => {
  const known = [
    ...Array.from({ length: 12 }, (_, at) => ({ id: `in ${at}`, answer: 'include' as const })),
    ...Array.from({ length: 300 }, (_, at) => ({ id: `out ${at}`, answer: 'exclude' as const })),
  ];

  it('takes up to two in five included ones and mixes them, the same for the same seed', () => {
    const set = drawPractice(known, { count: 50, included: null, seed: 7 }) ?? [];
    expect(set).toHaveLength(50);
    expect(set.filter(one => one.answer === 'include')).toHaveLength(12);
    expect(drawPractice(known, { count: 50, included: null, seed: 7 })).toEqual(set);
    expect(drawPractice(known, { count: 50, included: null, seed: 8 })).not.toEqual(set);
    const places = set.flatMap((one, place) => (one.answer === 'include' ? [place] : []));
    expect(places).not.toEqual(places.map((_, place) => place));
  });

  it('always has both kinds and nothing twice', () => {
    const draws = fc.record({
      count: fc.integer({ min: 4, max: 200 }),
      included: fc.option(fc.integer({ min: 1, max: 199 })),
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    });
    fc.assert(
      fc.property(draws, draw => {
        const set = drawPractice(known, draw) ?? [];
        expect(new Set(set.map(one => one.answer)).size).toBe(2);
        expect(new Set(set.map(one => one.id)).size).toBe(set.length);
        expect(set.length).toBeLessThanOrEqual(draw.count);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses records of one kind alone', () => {
    expect(drawPractice(records('include', 'include', 9), { count: 4, included: null, seed: 1 })).toBeNull();
  });
});
