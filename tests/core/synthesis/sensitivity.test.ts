import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/synthesis/analyse';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { interceptOnly } from '#core/synthesis/design';
import { fitModel } from '#core/synthesis/fitModel';
import { gosh } from '#core/synthesis/gosh';
import { pValueAt } from '#core/synthesis/pValueFunction';
import { cumulativeOf, leaveOneOutOf } from '#core/synthesis/sensitivityOfAnalysis';
import { likelihoodOfSubset } from '#core/synthesis/tauSquared/likelihoodOfSubset';
import { maximumLikelihood, restrictedMaximumLikelihood } from '#core/synthesis/tauSquared/maximumLikelihood';
import { TOLERANCES } from '../tolerances.ts';
import { BCG_TRIALS } from './bcgTrials.ts';

const NUMBERS = new Map(BCG_TRIALS.map(({ studyId, numbers }) => [studyId, numbers]));
const RANDOM = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR', interval: 'knapp-hartung' }, BCG_TRIALS);
const MANTEL_HAENSZEL = analyse(
  { ...DEFAULT_ANALYSIS, measure: 'RR', model: 'fixed', fixedMethod: 'mantel-haenszel' },
  BCG_TRIALS,
);
const PETO = analyse({ ...DEFAULT_ANALYSIS, measure: 'OR', model: 'fixed', fixedMethod: 'peto' }, BCG_TRIALS);

const near = (got: number | undefined, want: number | undefined, tolerance: number) =>
  expect(Math.abs((got ?? Number.NaN) - (want ?? Number.NaN))).toBeLessThanOrEqual(
    tolerance * (1 + Math.abs(want ?? 0)),
  );

const effects = (least: number, most: number) =>
  fc
    .array(
      fc.record({
        y: fc.double({ min: -3, max: 3, noNaN: true }),
        v: fc.double({ min: 0.01, max: 2, noNaN: true }),
      }),
      { minLength: least, maxLength: most },
    )
    .map(list => ({ yi: list.map(({ y }) => y), vi: list.map(({ v }) => v) }));

describe('leaving one study out', () => {
  // metafor 3.8-1: leave1out of rma(test = "knha"), rma.mh and rma.peto on dat.bcg.
  it('agrees with metafor in the random-effects model', () => {
    const parts = leaveOneOutOf(RANDOM);
    const want = [-0.707083788031, -0.654031200398, -0.685554417973, -0.628409407863];
    const lower = [-1.13408093877, -1.05327217237, -1.10087009508, -1.02885049034];
    const share = [93.2259349111, 92.2539555055, 92.9354144023, 90.4124708003];
    for (const [place, estimate] of want.entries()) {
      const { pooled, heterogeneity } = parts[place]?.result ?? RANDOM;
      near(pooled.estimable ? pooled.value.estimate : undefined, estimate, TOLERANCES.iterated);
      near(pooled.estimable ? pooled.value.lower : undefined, lower[place], TOLERANCES.iterated);
      near(heterogeneity.estimable ? heterogeneity.value.iSquaredPercent : undefined, share[place], 1e-6);
    }
    expect(parts.map(({ label }) => label)).toEqual(BCG_TRIALS.map(({ label }) => label));
  });

  it('agrees with metafor where studies are pooled by Mantel and Haenszel, or by Peto', () => {
    const eighth = (analysis: typeof RANDOM) => leaveOneOutOf(analysis, NUMBERS)[7]?.result.pooled;
    const mantel = eighth(MANTEL_HAENSZEL);
    near(mantel?.estimable ? mantel.value.estimate : undefined, -0.775798316924, TOLERANCES.reordered);
    near(mantel?.estimable ? mantel.value.standardError : undefined, 0.0519738733094, TOLERANCES.reordered);
    const peto = eighth(PETO);
    near(peto?.estimable ? peto.value.estimate : undefined, -0.816133655069, TOLERANCES.reordered);
    near(peto?.estimable ? peto.value.standardError : undefined, 0.0530501431508, TOLERANCES.reordered);
  });

  it('says nothing of a single study', () => {
    expect(leaveOneOutOf(analyse(RANDOM.spec, BCG_TRIALS.slice(0, 1)))).toEqual([]);
  });
});

describe('adding studies one by one', () => {
  const years = new Map(BCG_TRIALS.map(({ studyId, numbers }) => [studyId, numbers.year ?? 0]));

  // metafor 3.8-1: cumul(order = year), its iteration carried on to 1e-13 (its own default stops at 1e-5).
  it('agrees with metafor’s cumul by year', () => {
    const parts = cumulativeOf(RANDOM, years);
    const want = [-0.88931133392, -1.325003442245, -0.972079931813, -1.0010961745, -1.10142578521];
    for (const [place, estimate] of want.entries()) {
      const pooled = parts[place]?.result.pooled;
      near(pooled?.estimable ? pooled.value.estimate : undefined, estimate, TOLERANCES.iterated);
    }
  });

  it('ends with the whole analysis, in whatever order', () => {
    for (const keys of [years, new Map([['4', -1]])]) {
      const last = cumulativeOf(RANDOM, keys).at(-1);
      expect(last?.k).toBe(13);
      const [one, whole] = [last?.result.pooled, RANDOM.pooled];
      near(one?.estimable ? one.value.estimate : 0, whole.estimable ? whole.value.estimate : 1, TOLERANCES.iterated);
    }
  });
});

describe('all subsets of the studies', () => {
  const six = { yi: analysedEffects(RANDOM).yi.slice(0, 6), vi: analysedEffects(RANDOM).vi.slice(0, 6) };
  const mean = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0) / list.length;

  // metafor 3.8-1: gosh of the first six trials of dat.bcg; means over the 63 subsets.
  it.each([
    ['EE', -0.955287439126, 51.53120599367],
    ['DL', -1.001670133556, 51.53120599367],
    ['REML', -1.003062755536, 51.584095276927],
  ] as const)('agree with metafor’s gosh by %s', (method, estimate, iSquaredPercent) => {
    const all = gosh(six, { method });
    expect(all).toMatchObject({ isComplete: true, count: 63 });
    near(mean(all.estimate), estimate, 1e-6);
    near(mean(all.iSquaredPercent), iSquaredPercent, 1e-6);
  });

  it('are each what the model says of just these studies', () => {
    fc.assert(
      fc.property(effects(2, 5), fc.constantFrom('DL', 'REML', 'ML', 'PM', 'SJ'), (given, method) => {
        const all = gosh(given, { method });
        for (let subset = 0; subset < all.count; subset++) {
          const inside = <T>(list: readonly T[]) => list.filter((_, study) => all.holds(subset, study));
          const fit = fitModel({ yi: inside(given.yi), vi: inside(given.vi) }, { method, test: 'z' });
          near(all.estimate[subset], fit.coefficients[0], TOLERANCES.iterated);
          expect(all.size[subset]).toBe(fit.k);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are drawn where there are too many, the same for the same seed', () => {
    const { yi, vi } = analysedEffects(RANDOM);
    const drawn = (seed: number) => gosh({ yi, vi }, { method: 'DL', most: 500, seed });
    expect(drawn(1)).toMatchObject({ isComplete: false, count: 500 });
    expect(drawn(1).estimate).toEqual(drawn(1).estimate);
    expect(drawn(1).estimate).not.toEqual(drawn(2).estimate);
    const sizes = new Set(drawn(1).size);
    expect([...sizes].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('have the variance between studies that the likelihood has, found the quick way', () => {
    fc.assert(
      fc.property(effects(2, 12), fc.boolean(), ({ yi, vi }, restricted) => {
        const k = yi.length;
        const slow = restricted ? restrictedMaximumLikelihood : maximumLikelihood;
        const want = slow.estimate({ yi, vi, design: interceptOnly(k) });
        near(likelihoodOfSubset(Float64Array.from(yi), Float64Array.from(vi), k, restricted), want, 1e-8);
      }),
    );
  });
});

describe('the p-value of an estimate at any true effect', () => {
  it('is 1 at the estimate and 0.05 at the bounds of the 95 % interval', () => {
    for (const analysis of [RANDOM, MANTEL_HAENSZEL]) {
      const { pooled } = analysis;
      if (!pooled.estimable) throw new Error('the trials can be pooled');
      expect(pValueAt(pooled.value, pooled.value.estimate)).toBe(1);
      near(pValueAt(pooled.value, pooled.value.lower), 0.05, TOLERANCES.reordered);
      near(pValueAt(pooled.value, pooled.value.upper), 0.05, TOLERANCES.reordered);
      near(pValueAt(pooled.value, 0), pooled.value.p, TOLERANCES.reordered);
    }
  });
});
