import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimable } from '#core/estimable';
import { agreement, agreementOf } from '#core/screening/agreement';
import { fleissKappa, krippendorffAlpha } from '#core/screening/agreementOfMany';
import type { Choice } from '#core/vocabulary';
import { describeShared, sharedFile } from '../../support/shared.js';

interface Vectors {
  two_raters: {
    id: string;
    table: number[][];
    po: number;
    kappa: number | null;
    kappa_se: number | null;
    kappa_se0: number | null;
    kappa_ci95: [number | null, number | null];
    pabak: number;
    ac1: number;
    ac1_se: number;
  }[];
  fleiss: { id: string; counts: number[][]; po: number; pe: number; kappa: number; se0: number; ac1: number }[];
  krippendorff_nominal: {
    id: string;
    ratings_by_rater: (number | null)[][];
    pairable_values: number;
    alpha: number;
  }[];
}

/** The reference values are rounded to six decimals. */
const SIX_DECIMALS = 6;

function value<T>(number: Estimable<T>): T {
  if (!number.estimable) throw new Error(`not estimable: ${number.because}`);
  return number.value;
}

describeShared('screening', 'agreement as statsmodels and R compute it', () => {
  const vectors = JSON.parse(sharedFile('screening/agreement_vectors.json')) as Vectors;

  it.each(vectors.two_raters)('two screeners: $id', expected => {
    const found = agreementOf(expected.table);
    expect(value(found.raw)).toBeCloseTo(expected.po, SIX_DECIMALS);
    expect(value(found.pabak)).toBeCloseTo(expected.pabak, SIX_DECIMALS);
    expect(value(found.ac1).value).toBeCloseTo(expected.ac1, SIX_DECIMALS);
    expect(value(found.ac1).standardError).toBeCloseTo(expected.ac1_se, SIX_DECIMALS);
    if (expected.kappa === null) {
      expect(found.kappa).toEqual({ estimable: false, because: 'chance-agreement-is-complete' });
      return;
    }
    const kappa = value(found.kappa);
    expect(kappa.kappa).toBeCloseTo(expected.kappa, SIX_DECIMALS);
    expect(kappa.standardError).toBeCloseTo(expected.kappa_se ?? Number.NaN, SIX_DECIMALS);
    expect(kappa.standardErrorAtZero).toBeCloseTo(expected.kappa_se0 ?? Number.NaN, SIX_DECIMALS);
    expect(kappa.interval[0]).toBeCloseTo(expected.kappa_ci95[0] ?? Number.NaN, SIX_DECIMALS);
    expect(kappa.interval[1]).toBeCloseTo(expected.kappa_ci95[1] ?? Number.NaN, SIX_DECIMALS);
  });

  it.each(vectors.fleiss)('many screeners: $id', expected => {
    const found = value(fleissKappa(expected.counts));
    expect(found.rawAgreement).toBeCloseTo(expected.po, SIX_DECIMALS);
    expect(found.chanceAgreement).toBeCloseTo(expected.pe, SIX_DECIMALS);
    expect(found.kappa).toBeCloseTo(expected.kappa, SIX_DECIMALS);
    expect(found.standardErrorAtZero).toBeCloseTo(expected.se0, SIX_DECIMALS);
    expect(found.ac1).toBeCloseTo(expected.ac1, SIX_DECIMALS);
  });

  it.each(vectors.krippendorff_nominal)('screeners who decided only some: $id', expected => {
    const [head = []] = expected.ratings_by_rater;
    const records = head.map((_, record) =>
      expected.ratings_by_rater.map(ratings => ratings[record] ?? null).filter(rating => rating !== null),
    );
    const found = value(krippendorffAlpha(records));
    expect(found.alpha).toBeCloseTo(expected.alpha, SIX_DECIMALS);
    expect(found.pairableValues).toBe(expected.pairable_values);
  });
});

describe('agreement of two screeners', () => {
  const pair = (one: Choice, other: Choice) =>
    [
      { personId: 'ana', choice: one, criterionId: null },
      { personId: 'ben', choice: other, criterionId: null },
    ] as const;

  it('takes unsure for a pass', () => {
    const found = agreement([
      pair('include', 'unsure'),
      pair('unsure', 'exclude'),
      pair('exclude', 'exclude'),
      pair('exclude', 'include'),
    ]);
    expect(found.table).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('is not computable, rather than 0 or 1, when both chose one and the same throughout', () => {
    const found = agreement([pair('exclude', 'exclude'), pair('exclude', 'exclude'), pair('exclude', 'exclude')]);
    expect(found.kappa.estimable).toBe(false);
    expect(found.positive).toEqual({ estimable: false, because: 'category-never-chosen' });
    expect(found.raw).toEqual({ estimable: true, value: 1 });
    expect(found.negative).toEqual({ estimable: true, value: 1 });
  });

  it('has nothing to say without a record', () => {
    const found = agreement([]);
    expect(found.records).toBe(0);
    for (const number of [found.raw, found.kappa, found.pabak, found.ac1]) expect(number.estimable).toBe(false);
  });

  it('counts positive and negative agreement as Cicchetti and Feinstein do', () => {
    // Worked by hand: 2·40/(49 + 46) and 2·45/(51 + 54).
    const found = agreementOf([
      [40, 9],
      [6, 45],
    ]);
    expect(value(found.positive)).toBeCloseTo(80 / 95, 12);
    expect(value(found.negative)).toBeCloseTo(90 / 105, 12);
  });

  it('does not depend on who is called the first screener, nor on which category is named first', () => {
    const count = fc.nat(50);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        fc.pre(a + b + c + d > 1);
        const table = agreementOf([
          [a, b],
          [c, d],
        ]);
        const swapped = agreementOf([
          [a, c],
          [b, d],
        ]);
        const renamed = agreementOf([
          [d, c],
          [b, a],
        ]);
        expect(swapped.kappa.estimable).toBe(table.kappa.estimable);
        expect(renamed.kappa.estimable).toBe(table.kappa.estimable);
        if (!table.kappa.estimable) return;
        expect(value(swapped.kappa).kappa).toBeCloseTo(table.kappa.value.kappa, 10);
        expect(value(renamed.kappa).kappa).toBeCloseTo(table.kappa.value.kappa, 10);
        expect(value(swapped.kappa).standardError).toBeCloseTo(table.kappa.value.standardError, 10);
        expect(value(swapped.ac1).value).toBeCloseTo(value(table.ac1).value, 10);
      }),
    );
  });

  it('refuses a table that is not square', () => {
    expect(() => agreementOf([[1, 2]])).toThrow(RangeError);
    expect(() =>
      fleissKappa([
        [2, 0],
        [1, 0],
      ]),
    ).toThrow(RangeError);
  });
});
