import { expect, it } from 'vitest';
import { synthesisRequest } from '#contract/synthesisRequest';
import { answerRequest, synthesise } from '#core/synthesis/request/synthesise';
import type { DataRow } from '#core/synthesis/request/synthesisRequest';
import { describeShared, sharedFile } from '../../support/shared.ts';

/** The columns of a shared file as rows. */
function rowsOf(name: string): DataRow[] {
  // The file's schema: columns of equal length.
  const { input } = JSON.parse(sharedFile(name)) as { input: { columns: Record<string, (number | string | null)[]> } };
  const columns = Object.entries(input.columns);
  return (columns[0]?.[1] ?? []).map((_, i) =>
    Object.fromEntries(columns.map(([column, values]) => [column, values[i] ?? null])),
  );
}

const vaccine = () =>
  rowsOf('meta/bcg.json').map(row => ({
    ...{ ai: row.tpos ?? null, bi: row.tneg ?? null, ci: row.cpos ?? null, di: row.cneg ?? null },
    ...{ d1i: row.tpos ?? null, d2i: row.cpos ?? null },
    ...{ year: row.year ?? null, ablat: row.ablat ?? null, alloc: row.alloc ?? null },
  }));

const answer = (request: object) => synthesise(synthesisRequest.parse(request));

/** Values below were made with metafor 3.8-1 (rma and rma.mv with tight thresholds) and clubSandwich 0.5.8 in R 4.2.2. */
describeShared('meta', 'a request for a synthesis', () => {
  it('regresses on categories and their interaction with a number, and predicts', () => {
    const { regression } = answer({
      measure: 'RR',
      data: vaccine(),
      interval: 'knapp-hartung',
      moderators: ['ablat', 'alloc', 'ablat:alloc'],
      predictAt: [{ ablat: 33, alloc: 'random' }],
    });
    expect(regression).toMatchObject({
      coefficients: [
        { name: 'intercept', estimate: expect.closeTo(0.02768571687494, 9) },
        { name: 'ablat', estimate: expect.closeTo(-0.02815531198361, 9) },
        { name: 'alloc=alternate', estimate: expect.closeTo(-0.00680118660565, 9) },
        { name: 'alloc=systematic', standardError: expect.closeTo(1.1200509231898, 8) },
        { name: 'ablat:alloc=alternate', estimate: expect.closeTo(0.00981440025434, 9) },
        { name: 'ablat:alloc=systematic', standardError: expect.closeTo(0.0339279332322, 8) },
      ],
      moderatorTest: { statistic: expect.closeTo(1.50981623928, 8), p: expect.closeTo(0.298826741708, 8) },
      rSquaredPercent: expect.closeTo(21.297292549431, 5),
      predicted: [
        { estimate: expect.closeTo(-0.901439578584, 8), predictionLower: expect.closeTo(-2.196307138113, 7) },
      ],
    });
  });

  it('fits three levels, with robust variances and intervals of the variances', () => {
    const data = rowsOf('meta/konstantopoulos2011.json');
    const { multilevel } = answer({ measure: 'GEN', data, multilevel: { levels: ['district'] }, cluster: 'district' });
    expect(multilevel).toMatchObject({
      coefficients: [{ estimate: expect.closeTo(0.1847131637, 7), standardError: expect.closeTo(0.0845559187, 7) }],
      levels: [
        { variance: expect.closeTo(0.0650619443, 7), interval: { lower: expect.closeTo(0.02223, 4) } },
        { variance: expect.closeTo(0.032736517, 7), interval: { lower: expect.closeTo(0.01627, 4) } },
      ],
      robust: { coefficients: [{ standardError: expect.closeTo(0.0844579954, 7), df: expect.closeTo(9.86315623, 5) }] },
    });
  });

  it('takes an assumed correlation of errors within a group', () => {
    const data = rowsOf('meta/konstantopoulos2011.json');
    const { multilevel } = answer({
      measure: 'GEN',
      data,
      multilevel: { levels: ['district'], correlation: 0.5 },
    });
    expect(multilevel).toMatchObject({
      coefficients: [{ estimate: expect.closeTo(0.190519505, 6), standardError: expect.closeTo(0.086129857, 6) }],
      levels: [{ variance: expect.closeTo(0.05773868, 6) }, { variance: expect.closeTo(0.04528187, 6) }],
      residualQ: { q: expect.closeTo(535.914837, 5) },
      logLikelihood: expect.closeTo(-9.0595825729, 7),
    });
  });

  it('pools with the two-step moment estimate, and makes variances robust', () => {
    const request = { measure: 'RR', interval: 'wald', data: vaccine(), cluster: 'year' };
    const twoStep = answer({ ...request, tauSquared: 'DL2' });
    expect(twoStep.heterogeneity).toMatchObject({
      value: { tauSquared: expect.closeTo(0.317955566121, 10), tauSquaredError: expect.closeTo(0.174473397125, 10) },
    });
    expect(answer(request).robust).toMatchObject({
      standardError: expect.closeTo(0.16472832154856, 8),
      df: expect.closeTo(9.678074897, 5),
    });
    expect(answer({ ...request, robust: 'CR1' }).robust).toMatchObject({
      standardError: expect.closeTo(0.16455163333137, 8),
      p: expect.closeTo(0.00117030475957, 8),
    });
  });

  it('tests survival funnels by events as R’s lm does, and says when there are few studies', () => {
    const { report } = answer({ measure: 'RR', data: vaccine(), report: ['debray', 'egger'] });
    expect(report.debray).toMatchObject({
      inverseVariance: {
        slope: { estimate: expect.closeTo(-8.622814751821, 8), p: expect.closeTo(0.531152892578, 8) },
      },
      events: { slope: { estimate: expect.closeTo(-8.871268897711, 8), p: expect.closeTo(0.516561997411, 8) } },
    });
    const few = answer({ measure: 'RR', data: vaccine().slice(0, 9), report: ['egger'] });
    expect([report.egger, few.report.egger]).toMatchObject([{ caution: null }, { caution: 'fewer-than-10-studies' }]);
  });

  it('fits a three-parameter selection model beside the pooled effect', () => {
    const { selection } = answer({
      measure: 'RR',
      data: vaccine(),
      selection: [{ kind: 'stepfun', favoured: 'less' }],
    });
    expect(selection).toMatchObject([
      {
        estimate: expect.closeTo(-0.620563623, 5),
        standardError: expect.closeTo(0.261322659598, 5),
        delta: [1, expect.closeTo(0.6355361, 4)],
        logLikelihood: expect.closeTo(-12.5438266065, 7),
      },
    ]);
  });

  it('answers with a mixed model of the counts', () => {
    const { pooled } = answer({ measure: 'OR', data: vaccine(), model: 'glmm', generalised: 'CM.EL' });
    // The case glmm of the same data in the reference file holds metafor's own values.
    expect(pooled).toMatchObject({ estimable: true, value: { estimate: expect.closeTo(-0.7538, 3) } });
  });
});

describeShared('meta-more', 'a request for a synthesis of another kind', () => {
  it('summarises the accuracy of a test', () => {
    const data = rowsOf('meta-more/dta-auditc.json').map(({ TP, FN, FP, TN }) => ({ tp: TP, fn: FN, fp: FP, tn: TN }));
    const found = answerRequest(synthesisRequest.parse({ data, diagnostic: {}, effects: { to: 'if0all' } }));
    // The vignette of mada for these data: 2.100 (0.338), -1.264 (0.174) as false positive rate.
    expect(found).toMatchObject({
      logitMeans: { sensitivity: expect.closeTo(2.1, 3), specificity: expect.closeTo(1.264, 3) },
      standardErrors: [expect.closeTo(0.338, 3), expect.closeTo(0.174, 3)],
      curve: { area: { value: expect.closeTo(0.8879, 4) } },
    });
  });

  it('draws a dose-response curve', () => {
    const data = rowsOf('meta-more/dr-cc.json').map(row => ({ ...row, study: row.id ?? null }));
    const found = answerRequest(synthesisRequest.parse({ data, doseResponse: { method: 'FE', doses: [11] } }));
    // The vignette of dosresmeta: 0.0454 (0.0207); 1.648255 at 11 g.
    expect(found).toMatchObject({
      coefficients: [expect.closeTo(0.0454, 4)],
      standardErrors: [expect.closeTo(0.0207, 4)],
      predicted: [{ logRatio: expect.closeTo(Math.log(1.648255), 6) }],
    });
  });

  it('integrates over priors', () => {
    const { bayes } = answer({
      measure: 'GEN',
      data: rowsOf('meta-more/bayes-crins.json'),
      bayes: { tau: { family: 'half-normal', scale: 0.5 }, mean: { deviation: 4 } },
    });
    // Röver (2020), doi:10.18637/jss.v093.i06: median of tau 0.34450, shortest interval of the mean -2.231 to -0.926.
    expect(bayes).toMatchObject({
      tau: { median: expect.closeTo(0.3445, 4) },
      mean: { shortest: { lower: expect.closeTo(-2.231, 3), upper: expect.closeTo(-0.926, 2) } },
    });
  });

  it('follows trials to the size they need', () => {
    const { sequential } = answer({
      measure: 'RR',
      data: rowsOf('meta-more/tsa-nielweise.json'),
      sequential: { anticipated: { outcome: 'RR', controlRisk: 0.1, effect: 0.7 }, heterogeneity: 'none' },
    });
    // 4 (1.959964 + 0.841621)² · 0.085 · 0.915 / 0.03², by hand.
    expect(sequential).toMatchObject({ sizeUsed: expect.closeTo(2713.1, 0) });
  });
});
