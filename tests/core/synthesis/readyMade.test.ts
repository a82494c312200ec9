import { expect, it } from 'vitest';
import { eventsFromPercent } from '#core/extraction/conversions/eventsFromPercent';
import { effectSizes } from '#core/synthesis/effects/measures';

/** Effects and standard errors of studies, null where not estimable. */
const found = (measure: 'HR' | 'GEN', studies: Record<string, number>[]) =>
  effectSizes(measure, studies).map(one => (one.estimable ? [one.value.yi, Math.sqrt(one.value.vi)] : null));

it('a hazard ratio comes from log-rank numbers, an interval at any level, or a p-value', () => {
  // Tierney et al. (2007), doi:10.1186/1745-6215-8-16: log HR = (O - E)/V with variance 1/V.
  expect(
    found('HR', [
      { oe: -5, voe: 20 },
      { hr: 0.8, lb: 0.6, ub: 1.07 },
      { hr: 0.9, lb: 0.7, ub: 1.16, level: 90 },
      { hr: 0.7, pval: 0.05 },
    ]),
  ).toEqual([
    [-0.25, expect.closeTo(1 / Math.sqrt(20), 12)],
    [expect.closeTo(Math.log(0.8), 12), expect.closeTo(Math.log(1.07 / 0.6) / (2 * 1.959963984540054), 12)],
    [expect.closeTo(Math.log(0.9), 12), expect.closeTo(Math.log(1.16 / 0.7) / (2 * 1.6448536269514722), 12)],
    [expect.closeTo(Math.log(0.7), 12), expect.closeTo(-Math.log(0.7) / 1.959963984540054, 12)],
  ]);
});

it('a ready-made effect needs a variance, a standard error, an interval or a p-value', () => {
  // Cochrane Handbook 6.5, section 6.3.1: (4.2 - 0.4)/3.92 = 0.97.
  expect(found('GEN', [{ yi: 2.3, lb: 0.4, ub: 4.2 }, { yi: 1.959963984540054, pval: 0.05 }, { yi: 1 }])).toEqual([
    [2.3, expect.closeTo(0.9694, 4)],
    [expect.closeTo(1.959963984540054, 12), expect.closeTo(1, 12)],
    null,
  ]);
});

it('a negative standard error or a p-value below 0 is no study', () => {
  expect(
    found('GEN', [
      { yi: 1, sei: -1 },
      { yi: 1, pval: -0.1 },
    ]),
  ).toEqual([null, null]);
});

it('a percentage stands for whole events, and for several when there are many persons', () => {
  expect(eventsFromPercent(12, 50, 0)).toEqual({ estimable: true, value: { events: 6, least: 6, most: 6 } });
  expect(eventsFromPercent(12.5, 2000, 1)).toEqual({ estimable: true, value: { events: 250, least: 249, most: 251 } });
  expect(eventsFromPercent(12, 9, 0)).toEqual({ estimable: false, because: 'impossible-percentage' });
  expect(eventsFromPercent(101, 9, 0)).toEqual({ estimable: false, because: 'impossible-percentage' });
});
