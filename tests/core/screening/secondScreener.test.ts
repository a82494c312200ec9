import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Situation } from '#core/screening/phase';
import { modeOfRecord, type ScreeningRule } from '#core/screening/secondScreener';
import { standing } from '#core/screening/standing';
import { CHOICES, SCREENING_MODES, STAGES } from '#core/vocabulary';

const rule: fc.Arbitrary<ScreeningRule> = fc.record({
  mode: fc.constantFrom(...SCREENING_MODES),
  sharePercent: fc.integer({ min: 1, max: 99 }),
  seed: fc.nat(),
});

describe('a second person for a share of the records', () => {
  it('draws about that share, whatever the seed', () => {
    const ids = Array.from({ length: 4000 }, (_, place) => `record ${place}`);
    for (const seed of [1, 2, 77, 987_654]) {
      for (const sharePercent of [5, 20, 50]) {
        const drawn = ids.filter(id => modeOfRecord({ mode: 'share', sharePercent, seed }, id) === 'double').length;
        const expected = (ids.length * sharePercent) / 100;
        // Five standard deviations of a binomial count.
        const width = 5 * Math.sqrt((expected * (100 - sharePercent)) / 100);
        expect(Math.abs(drawn - expected)).toBeLessThan(width);
      }
    }
  });

  it('draws other records for another seed', () => {
    const ids = Array.from({ length: 400 }, (_, place) => `record ${place}`);
    const drawn = (seed: number) =>
      ids.filter(id => modeOfRecord({ mode: 'share', sharePercent: 30, seed }, id) === 'double');
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawn(1)).toEqual(drawn(1));
  });

  it('keeps every record of a smaller share when the share grows', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.nat(),
        fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })),
        (id, seed, pair) => {
          const [less, more] = [Math.min(...pair), Math.max(...pair)];
          const isDrawn = (sharePercent: number) =>
            modeOfRecord({ mode: 'share', sharePercent, seed }, id) === 'double';
          if (isDrawn(less)) expect(isDrawn(more)).toBe(true);
        },
      ),
    );
  });
});

describe('changing how a stage is screened', () => {
  const people = ['ana', 'ben', 'cy'] as const;
  const record = fc.record({
    recordId: fc.uuid(),
    asked: fc.array(fc.record({ personId: fc.constantFrom(...people), isGone: fc.boolean() }), { maxLength: 3 }),
    choices: fc.dictionary(fc.constantFrom(...people), fc.constantFrom(...CHOICES)),
    stage: fc.constantFrom(...STAGES),
    adjudication: fc.constantFrom(null, { choice: 'include' } as const, { choice: 'exclude' } as const),
  });
  type Known = typeof record extends fc.Arbitrary<infer T> ? T : never;
  const under = (chosen: ScreeningRule, { recordId, choices, ...rest }: Known): Situation => ({
    ...rest,
    mode: modeOfRecord(chosen, recordId),
    decisions: Object.entries(choices).map(([personId, choice]) => ({ personId, choice, criterionId: null })),
  });

  it('loses nothing: the way back leads to the same verdict, whatever lay between', () => {
    fc.assert(
      fc.property(record, fc.array(rule, { minLength: 1, maxLength: 6 }), (known, rules) => {
        const [first = rules[0]] = rules;
        if (!first) return;
        const before = standing(under(first, known));
        for (const other of rules) standing(under(other, known));
        expect(standing(under(first, known))).toEqual(before);
      }),
    );
  });

  it('never turns a verdict into another one: it stands, or waits for more decisions', () => {
    fc.assert(
      fc.property(record, rule, rule, (known, one, other) => {
        const verdicts = [standing(under(one, known)).verdict, standing(under(other, known)).verdict];
        const said = new Set(verdicts.filter(verdict => verdict !== 'pending'));
        expect(said.size).toBeLessThan(2);
      }),
    );
  });

  it('asks for more decisions, never for fewer, when every record gets a second person', () => {
    fc.assert(
      fc.property(record, rule, (known, one) => {
        if (standing(under(one, known)).verdict === 'pending') {
          expect(standing(under({ ...one, mode: 'double' }, known)).verdict).toBe('pending');
        }
      }),
    );
  });
});
