import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { fitModel, TESTS } from '#core/synthesis/fitModel';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';
import { TOLERANCES } from '../tolerances.ts';

const study = fc.record({
  yi: fc.double({ min: -3, max: 3, noNaN: true }),
  vi: fc.double({ min: 0.01, max: 2, noNaN: true }),
});
const studies = (least: number) => fc.array(study, { minLength: least, maxLength: 15 });
const methods = fc.constantFrom(...TAU_SQUARED_METHODS.filter(method => method !== 'DLIT' && method !== 'SJIT'));
const tests = fc.constantFrom(...TESTS);
const columns = (list: readonly { yi: number; vi: number }[]) => ({ yi: list.map(s => s.yi), vi: list.map(s => s.vi) });
const expectNear = (got: number | undefined, want: number | undefined, scale: number, tolerance: number) =>
  expect(Math.abs((got ?? Number.NaN) - (want ?? Number.NaN))).toBeLessThanOrEqual(
    tolerance * (scale + Math.abs(want ?? 0)),
  );

describe('a pooled effect', () => {
  it('does not depend on the order of the studies', () => {
    fc.assert(
      fc.property(studies(2), methods, tests, (list, method, test) => {
        const one = fitModel(columns(list), { method, test });
        const other = fitModel(columns([...list].reverse()), { method, test });
        expectNear(other.coefficients[0], one.coefficients[0], 1, TOLERANCES.iterated);
        expectNear(other.tauSquared, one.tauSquared, 1, TOLERANCES.iterated);
      }),
    );
  });

  it('grows with the scale of the effects, its statistic does not', () => {
    fc.assert(
      fc.property(studies(2), methods, fc.constantFrom(1e-6, 0.01, 1000), (list, method, factor) => {
        const one = fitModel(columns(list), { method, test: 'z' });
        const scaled = list.map(({ yi, vi }) => ({ yi: factor * yi, vi: factor ** 2 * vi }));
        const other = fitModel(columns(scaled), { method, test: 'z' });
        expectNear((other.coefficients[0] ?? 0) / factor, one.coefficients[0], 1, TOLERANCES.iterated);
        expectNear(other.tauSquared / factor ** 2, one.tauSquared, 1, TOLERANCES.iterated);
        expectNear(other.iSquaredPercent, one.iSquaredPercent, 1, 1e-5);
      }),
    );
  });

  it('moves with the effects, tau squared does not', () => {
    fc.assert(
      fc.property(studies(2), methods, fc.double({ min: -5, max: 5, noNaN: true }), (list, method, shift) => {
        const one = fitModel(columns(list), { method, test: 'z' });
        const other = fitModel(columns(list.map(({ yi, vi }) => ({ yi: yi + shift, vi }))), { method, test: 'z' });
        expectNear((other.coefficients[0] ?? 0) - shift, one.coefficients[0], 1, TOLERANCES.iterated);
        expectNear(other.tauSquared, one.tauSquared, 1, TOLERANCES.iterated);
      }),
    );
  });

  it('of one study is that study, with a normal interval', () => {
    fc.assert(
      fc.property(study, methods, tests, ({ yi, vi }, method, test) => {
        const fit = fitModel({ yi: [yi], vi: [vi] }, { method, test });
        expectNear(fit.coefficients[0], yi, 1, TOLERANCES.reordered);
        expectNear(fit.standardErrors[0], Math.sqrt(vi), 1, TOLERANCES.reordered);
        expect(fit.tauSquared).toBe(0);
        expect(fit.df).toBeNull();
      }),
    );
  });

  it('is the common effect when no heterogeneity is found', () => {
    fc.assert(
      fc.property(studies(2), methods, (list, method) => {
        const fit = fitModel(columns(list), { method, test: 'z' });
        fc.pre(fit.tauSquared === 0);
        const common = fitModel(columns(list), { method: 'EE', test: 'z' });
        expect(fit.coefficients).toEqual(common.coefficients);
        expect(fit.standardErrors).toEqual(common.standardErrors);
      }),
    );
  });

  it('has a guarded interval that is never narrower than the plain one by the same t', () => {
    fc.assert(
      fc.property(studies(2), methods, (list, method) => {
        const guarded = fitModel(columns(list), { method, test: 'adhoc' });
        const plain = fitModel(columns(list), { method, test: 't' });
        expect(guarded.standardErrors[0] ?? 0).toBeGreaterThanOrEqual((plain.standardErrors[0] ?? 0) * (1 - 1e-12));
      }),
    );
  });

  it('lies between the smallest and the largest effect', () => {
    fc.assert(
      fc.property(studies(1), methods, (list, method) => {
        const [estimate = Number.NaN] = fitModel(columns(list), { method, test: 'z' }).coefficients;
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...list.map(s => s.yi)) - 1e-9);
        expect(estimate).toBeLessThanOrEqual(Math.max(...list.map(s => s.yi)) + 1e-9);
      }),
    );
  });
});

const table = (studyId: string, ai: number, n1i: number, ci: number, n2i: number): AnalysedStudy => ({
  studyId,
  label: `Study ${studyId}`,
  numbers: { ai, n1i, ci, n2i },
});

describe('the synthesis of an outcome', () => {
  const spec = { ...DEFAULT_ANALYSIS, measure: 'RR' as const };

  it('leaves out a study without events in both arms of a ratio, and says why', () => {
    const result = analyse(spec, [table('a', 4, 120, 11, 130), table('b', 0, 50, 0, 50), table('c', 6, 300, 29, 300)]);
    expect(result.k).toBe(2);
    expect(result.leftOut).toEqual([
      { studyId: 'b', label: 'Study b', because: 'no-events-or-no-non-events-in-both-groups' },
    ]);
    expect(result.studies[1]?.weightPercent).toBeNull();
  });

  it('keeps that study for a risk difference', () => {
    const result = analyse({ ...spec, measure: 'RD' }, [table('a', 4, 120, 11, 130), table('b', 0, 50, 0, 50)]);
    expect(result.k).toBe(2);
  });

  it('refuses numbers that no study can have', () => {
    const result = analyse(spec, [table('a', 20, 10, 1, 10), table('b', 1, 10, 2, 10)]);
    expect(result.leftOut[0]?.because).toBe('impossible-numbers');
  });

  it('says that nothing can be pooled when no study has an effect', () => {
    const result = analyse(spec, [table('b', 0, 50, 0, 50)]);
    expect(result.pooled).toEqual({ estimable: false, because: 'no-study-with-an-effect' });
    expect(result.heterogeneity.estimable).toBe(false);
  });

  it('gives no prediction interval for two studies, nor for a fixed model', () => {
    const two = [table('a', 4, 120, 11, 130), table('c', 6, 300, 29, 300)];
    expect(analyse(spec, two).predictionInterval).toEqual({ estimable: false, because: 'too-few-studies' });
    expect(analyse({ ...spec, model: 'fixed' }, two).predictionInterval).toEqual({
      estimable: false,
      because: 'fixed-model',
    });
  });

  it('shares out a hundred percent, whatever the method', () => {
    const three = [table('a', 4, 120, 11, 130), table('c', 6, 300, 29, 300), table('d', 3, 231, 11, 220)];
    for (const choice of [
      spec,
      { ...spec, model: 'fixed' as const },
      { ...spec, model: 'fixed' as const, fixedMethod: 'mantel-haenszel' as const },
      { ...spec, measure: 'OR' as const, model: 'fixed' as const, fixedMethod: 'peto' as const },
    ]) {
      const total = analyse(choice, three).studies.reduce((sum, one) => sum + (one.weightPercent ?? 0), 0);
      expect(total).toBeCloseTo(100, 9);
    }
  });

  it('does not use a method that does not fit the measure', () => {
    const means = [{ studyId: 'm', label: 'M', numbers: { m1i: 1, sd1i: 1, n1i: 10, m2i: 2, sd2i: 1, n2i: 10 } }];
    const result = analyse({ ...spec, measure: 'MD', model: 'fixed', fixedMethod: 'mantel-haenszel' }, means);
    expect(result.pooled).toEqual({ estimable: false, because: 'method-does-not-fit-the-measure' });
  });

  it('is plain data: nothing is lost on the way through JSON', () => {
    const result = analyse(spec, [table('a', 4, 120, 11, 130), table('b', 0, 50, 0, 50), table('c', 6, 300, 29, 300)]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
