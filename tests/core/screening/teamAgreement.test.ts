import { describe, expect, it } from 'vitest';
import { estimable } from '#core/estimable';
import { agreement } from '#core/screening/agreement';
import { bootstrapInterval } from '#core/screening/bootstrapInterval';
import type { DecisionOnRecord } from '#core/screening/disagreement';
import { teamAgreement } from '#core/screening/teamAgreement';

/** One letter a person: i include, e exclude, u unsure, . none. */
const record = (letters: string): DecisionOnRecord[] =>
  [...letters].flatMap((letter, place) => {
    const choice = ({ i: 'include', e: 'exclude', u: 'unsure' } as const)[letter];
    return choice ? [{ personId: `p${place}`, choice, criterionId: null }] : [];
  });
const times = (count: number, letters: string) => Array.from({ length: count }, () => record(letters));

describe('agreement of a team', () => {
  it('is Cohen’s kappa for two: the table 20, 5, 10, 15 of Wikipedia’s and many books’ example gives 0.40', () => {
    const records = [...times(20, 'ii'), ...times(5, 'ie'), ...times(10, 'ei'), ...times(15, 'ee')];
    const found = teamAgreement(records, 1);
    expect(found.coefficient).toBe('cohen');
    expect(found.value).toEqual({ estimable: true, value: expect.closeTo(0.4, 10) });
  });

  it('is Fleiss’ kappa for three, with unsure counted as include', () => {
    // Fleiss' formula written out in base R for this matrix of thirteen passes among thirty gives 0.5927602.
    const records = [
      ...times(3, 'iii'),
      ...times(1, 'iue'),
      ...times(1, 'eei'),
      ...times(1, 'eie'),
      ...times(4, 'eee'),
    ];
    const found = teamAgreement(records, 1);
    expect(found.coefficient).toBe('fleiss');
    expect(found.value).toEqual({ estimable: true, value: expect.closeTo(0.5927602, 7) });
    expect(found.interval.estimable).toBe(true);
  });

  it('is Krippendorff’s alpha where somebody left without deciding on all', () => {
    const records = [...times(6, 'iii'), ...times(6, 'eee'), ...times(2, 'ie.')];
    expect(teamAgreement(records, 1).coefficient).toBe('krippendorff');
  });

  it('says why there is none when everybody chose the same everywhere', () => {
    expect(teamAgreement(times(12, 'eee'), 1).value.estimable).toBe(false);
  });
});

describe('the bootstrapped interval', () => {
  const pairs = [...times(40, 'ii'), ...times(10, 'ie'), ...times(12, 'ei'), ...times(138, 'ee')].map(
    one => one as unknown as readonly [DecisionOnRecord, DecisionOnRecord], // two letters each, above
  );
  const kappaOf = (sample: typeof pairs) => {
    const { kappa } = agreement(sample);
    return kappa.estimable ? estimable(kappa.value.kappa) : kappa;
  };

  it('comes near the interval by the standard error, and is the same for the same seed', () => {
    const found = bootstrapInterval(pairs, sample => kappaOf([...sample]), 7);
    const { kappa } = agreement(pairs);
    if (!found.estimable || !kappa.estimable) throw new Error('both are estimable here');
    for (const end of [0, 1] as const) {
      expect(Math.abs(found.value[end] - kappa.value.interval[end])).toBeLessThan(0.05);
    }
    expect(bootstrapInterval(pairs, sample => kappaOf([...sample]), 7)).toEqual(found);
  });

  it('is not given for a handful of records', () => {
    expect(bootstrapInterval([1, 2, 3], () => estimable(1), 1)).toEqual({
      estimable: false,
      because: 'fewer-than-ten-records',
    });
  });
});
