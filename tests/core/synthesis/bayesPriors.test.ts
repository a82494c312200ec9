import { describe, expect, it } from 'vitest';
import {
  namedTauPrior,
  PRIOR_COMPARISONS,
  RHODES_OUTCOMES,
  TURNER_OUTCOMES,
} from '#core/synthesis/bayes/empiricalPriors';
import { priorLowerTail } from '#core/synthesis/bayes/tauPrior';

const columns = (rows: Readonly<Record<string, { locations: readonly number[]; spreads: readonly number[] }>>) => {
  const kept = Object.entries(rows).flatMap(([word, row]) => (word === 'any' ? [] : [row]));
  const width = kept[0]?.locations.length ?? 0;
  return Array.from({ length: width }, (_, place) => ({
    locations: kept.map(row => -(row.locations[place] ?? 0)),
    spreads: kept.map(row => row.spreads[place] ?? 0),
  }));
};

describe('empirical priors of tau squared', () => {
  // Turner et al. (2015), table IV, column by column as printed: a transcription of its own.
  it('are those of Turner’s table', () => {
    const [first, second, third, fourth, fifth] = columns(TURNER_OUTCOMES);
    expect(first?.locations.map(value => value.toFixed(2)).join(' ')).toBe(
      '3.95 3.52 3.71 2.34 2.14 2.99 2.71 2.29 1.87 2.49 2.06 1.83 2.54 2.12 1.77 2.70',
    );
    expect(second?.locations.map(value => value.toFixed(2)).join(' ')).toBe(
      '4.18 3.75 3.95 2.58 2.37 3.23 2.94 2.53 2.10 2.73 2.29 2.06 2.78 2.35 2.00 2.93',
    );
    expect(third?.locations.map(value => value.toFixed(2)).join(' ')).toBe(
      '4.17 3.74 3.93 2.56 2.36 3.21 2.93 2.51 2.10 2.71 2.28 2.05 2.77 2.34 1.99 2.92',
    );
    expect(fourth?.locations.map(value => value.toFixed(2)).join(' ')).toBe(
      '2.92 2.49 2.68 1.31 1.11 1.96 1.67 1.26 0.84 1.46 1.03 0.80 1.51 1.09 0.74 1.67',
    );
    expect(fifth?.locations.map(value => value.toFixed(2)).join(' ')).toBe(
      '3.50 3.08 3.27 1.90 1.69 2.55 2.26 1.85 1.43 2.05 1.61 1.38 2.10 1.67 1.33 2.26',
    );
    expect(first?.spreads.map(value => value.toFixed(2)).join(' ')).toBe(
      '1.34 1.74 1.74 1.74 1.74 1.74 1.74 1.53 1.52 1.52 1.51 1.52 1.54 1.53 1.52 1.52',
    );
    expect(second?.spreads.map(value => value.toFixed(2)).join(' ')).toBe(
      '1.41 1.79 1.79 1.79 1.79 1.79 1.79 1.58 1.58 1.58 1.58 1.58 1.60 1.60 1.58 1.58',
    );
    expect(third?.spreads.map(value => value.toFixed(2)).join(' ')).toBe(
      '1.55 1.91 1.91 1.91 1.91 1.91 1.92 1.72 1.71 1.71 1.71 1.71 1.73 1.72 1.71 1.71',
    );
    expect(fourth?.spreads.map(value => value.toFixed(2)).join(' ')).toBe(
      '1.02 1.50 1.51 1.50 1.50 1.51 1.51 1.25 1.24 1.24 1.24 1.25 1.27 1.27 1.24 1.25',
    );
    expect(fifth?.spreads.map(value => value.toFixed(2)).join(' ')).toBe(
      '1.26 1.68 1.68 1.68 1.68 1.68 1.68 1.46 1.45 1.45 1.45 1.45 1.47 1.47 1.45 1.45',
    );
  });

  // Rhodes et al. (2015), table 3.
  it('are those of Rhodes’s table', () => {
    const [first, second, third] = columns(RHODES_OUTCOMES);
    expect(first?.locations).toEqual([4.13, 2.55, 2.43, 3.16, 3, 2.99, 3.41, 2.76]);
    expect(second?.locations).toEqual([4.4, 2.83, 2.7, 3.44, 3.27, 3.27, 3.68, 3.03]);
    expect(third?.locations).toEqual([3.99, 2.41, 2.29, 3.02, 2.86, 3.85, 3.27, 2.62]);
    expect(first?.spreads).toEqual([2.34, 2.73, 2.5, 2.5, 2.5, 2.16, 2.83, 2.58]);
    expect(second?.spreads).toEqual([2.31, 2.7, 2.46, 2.44, 2.47, 2.14, 2.78, 2.59]);
    expect(third?.spreads).toEqual([2.11, 2.57, 2.32, 2.27, 2.33, 1.93, 2.66, 2.41]);
  });

  it('have their median of tau where the location says', () => {
    for (const comparison of PRIOR_COMPARISONS) {
      const turner = namedTauPrior({ family: 'turner', outcome: 'any', comparison });
      expect(priorLowerTail(turner, Math.exp(-2.56 / 2))).toBeCloseTo(0.5, 12);
      const rhodes = namedTauPrior({ family: 'rhodes', outcome: 'any', comparison });
      expect(priorLowerTail(rhodes, Math.exp(-3.44 / 2))).toBeCloseTo(0.5, 12);
    }
  });

  it('don’t tell apart what a non-drug is compared with, where the table does not', () => {
    const of = (comparison: 'other-placebo' | 'other-drug' | 'other-other') =>
      namedTauPrior({ family: 'rhodes', outcome: 'mental', comparison });
    expect(of('other-drug')).toEqual(of('other-placebo'));
    expect(of('other-other')).toEqual(of('other-placebo'));
    expect(of('other-placebo')).toEqual({ family: 'log-t-tau-squared', location: -3.85, scale: 1.93, df: 5 });
  });
});
