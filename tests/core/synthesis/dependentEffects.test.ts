import { describe, expect, it } from 'vitest';
import { dependenceResults } from '#core/reporting/dependenceSentences';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { dependentEffects } from '#core/synthesis/multilevel/dependentEffects';

/** Invented: groups with several effects each. */
const GROUPS: readonly (readonly [string, ...number[]])[] = [
  ['North', -0.21, 0.31, -0.04, 0.16],
  ['South', 0.42, 0.61, 0.55],
  ['East', 0.05, 0.12, 0.27, 0.02, 0.19],
  ['West', 0.71, 0.38, 0.66],
  ['Centre', -0.06, 0.08, 0.22, 0.13],
  ['Coast', 0.33, 0.47],
];
const rows = GROUPS.flatMap(([group, ...effects]) =>
  effects.map((yi, place) => ({ group, yi, vi: 0.02 + 0.01 * (place % 3) })),
);
const studies = rows.map(({ yi, vi }, i) => ({ studyId: String(i), label: `Row ${i}`, numbers: { yi, vi } }));
const groupOf = new Map(rows.map(({ group }, i) => [String(i), group]));
const analysis = analyse({ ...DEFAULT_ANALYSIS, measure: 'GEN', interval: 'wald' }, studies);

function found(correlation: number, groups: ReadonlyMap<string, string> = groupOf) {
  const result = dependentEffects(analysis, groups, { by: 'group', correlation });
  if (!result.estimable) throw new RangeError(result.because);
  return result.value;
}

describe('effects that belong together', () => {
  it('have the intervals that metafor 3.8-1 robust gives, CR2 by clubSandwich', () => {
    const { robust, groups, largest, k } = found(0);
    expect({ groups, largest, k }).toEqual({ groups: 6, largest: 5, k: 21 });
    if (!robust.estimable) throw new RangeError(robust.because);
    const { CR1, CR2 } = robust.value;
    expect(CR1.estimate).toBeCloseTo(0.2476268993, 7);
    expect(CR1.standardError).toBeCloseTo(0.0929821102, 7);
    expect([CR1.df, CR1.p]).toEqual([5, expect.closeTo(0.044713578, 6)]);
    expect(CR2.standardError).toBeCloseTo(0.0930707398, 6);
    expect(CR2.df).toBeCloseTo(4.5966659639, 4);
    expect(CR2.lower).toBeCloseTo(0.0019268205, 5);
    expect(CR2.upper).toBeCloseTo(0.4933269781, 5);
  });

  it('make a model of three levels as rma.mv does, with errors correlated by 0.2', () => {
    const { threeLevels } = found(0.2);
    if (!threeLevels.estimable) throw new RangeError(threeLevels.because);
    const { mean, robust, between, within } = threeLevels.value;
    expect(mean.estimate).toBeCloseTo(0.2762187386, 5);
    expect(mean.standardError).toBeCloseTo(0.0997740472, 5);
    expect(between).toBeCloseTo(0.0470265555, 4);
    expect(within).toBeCloseTo(0.003809058, 4);
    expect(robust.standardError).toBeCloseTo(0.0993979837, 4);
    expect(robust.df).toBeCloseTo(4.99219845, 2);
  });

  it('say why a part is missing, and which studies belong to no known group', () => {
    const alone = found(0, new Map(rows.map((_, i) => [String(i), String(i)])));
    expect(alone.threeLevels).toEqual({ estimable: false, because: 'every-study-its-own-cluster' });
    const one = found(0, new Map(rows.map((_, i) => [String(i), 'all'])));
    expect(one.robust).toEqual({ estimable: false, because: 'one-cluster-only' });
    const { k, unknown } = found(0, new Map([...groupOf].slice(1)));
    expect([k, unknown]).toEqual([20, ['Row 0']]);
  });

  it('are told in one sentence that holds the numbers', () => {
    const text = dependenceResults(found(0), value => value.toFixed(2));
    expect(text).toContain('Of 21 effects in 6 groups');
    expect(text).toContain('(CR2) 0.25 (0.00 to 0.49; p = 0.049)');
  });
});
