import { expect, it } from 'vitest';
import { doseTable, impossibleCounts } from '#core/extraction/counts';
import { accuracyInPeople } from '#core/reporting/accuracyInPeople';
import { accuracyResults } from '#core/reporting/accuracySentences';
import { analyseSpecification } from '#core/synthesis/analyseSpecification';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { accuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { doseAnalysis, ownSlope } from '#core/synthesis/doseResponse/doseAnalysis';
import { type DoseTable, doseStudyOf } from '#core/synthesis/doseResponse/doseTable';
import { DEFAULT_ACCURACY, NOTHING_FURTHER } from '#core/synthesis/specification';
import { readTable } from '#core/synthesis/table/readTable';
import { describeShared, sharedFile } from '../../support/shared.ts';

interface ReferenceCase {
  readonly id: string;
  readonly results: Record<string, unknown>;
}
interface Reference {
  readonly input: { readonly columns: Record<string, readonly (number | string | null)[]> };
  readonly cases: readonly ReferenceCase[];
}

const reference = (name: string): Reference => JSON.parse(sharedFile(`meta-more/${name}.json`));
const caseOf = ({ cases }: Reference, id: string) => {
  const found = cases.find(one => one.id === id);
  if (!found) throw new RangeError(`no case ${id}`);
  return found.results;
};

/** The columns as a person would paste them from a spreadsheet. */
function pasted({ input }: Reference, names: Readonly<Record<string, string>>): string {
  const heads = Object.keys(names);
  const columns = heads.map(head => input.columns[names[head] ?? ''] ?? []);
  const rows = (columns[0] ?? []).map((_, i) => columns.map(column => String(column[i] ?? '')).join('\t'));
  return [heads.join('\t'), ...rows].join('\n');
}

describeShared('meta-more', 'a pasted table of accuracy', () => {
  const auditC = reference('dta-auditc');
  const table = readTable(pasted(auditC, { tp: 'TP', fp: 'FP', fn: 'FN', tn: 'TN' }));

  it('is known by its heads, and pooled as mada and metafor pool it', () => {
    expect(table.kind).toBe('accuracy');
    const found = accuracyAnalysis(table.studies, DEFAULT_ACCURACY, 95, { add: 0.5, to: 'if0all' });
    if (!found.estimable) throw new RangeError(found.because);
    const results = caseOf(auditC, 'dta:nn:if0all:REML');
    const { summary, fit, k, people } = found.value;
    const expected = results as unknown as { sens: { est: number; lb: number; ub: number }; rho: number; k: number };
    expect(k).toBe(expected.k);
    expect(people).toBe(18_332);
    expect(summary.sensitivity.estimate).toBeCloseTo(expected.sens.est, 5);
    expect(summary.sensitivity.lower).toBeCloseTo(expected.sens.lb, 5);
    expect(summary.correlation.estimable && summary.correlation.value).toBeCloseTo(expected.rho, 4);
    expect(fit.search.converged).toBe(true);
  });
});

describeShared('meta-more', 'a pasted table of doses', () => {
  const alcohol = reference('dr-alcohol-crc');
  const table = readTable(
    pasted(alcohol, { study: 'id', type: 'type', dose: 'dose', cases: 'cases', n: 'n', logrr: 'logrr', se: 'se' }),
  );

  it('puts the rows of a study together and pools curves as metafor pools them', () => {
    expect(table.problems).toEqual([]);
    expect(table.kind).toBe('doses');
    expect(table.studies).toHaveLength(8);
    const choices = { curve: 'spline', knots: 3, method: 'REML', reference: 0, per: 12 } as const;
    const found = doseAnalysis(table.studies, choices, 95);
    if (!found.estimable) throw new RangeError(found.because);
    // The names of the reference file's results.
    const expected = caseOf(alcohol, 'dr:rcs3:REML') as {
      estimate: number[];
      se: number[];
      nonlin: { p: number };
    };
    const { fit } = found.value;
    for (const [i, value] of expected.estimate.entries()) expect(fit.coefficients[i]).toBeCloseTo(value, 6);
    for (const [i, value] of expected.se.entries()) expect(fit.standardErrors[i]).toBeCloseTo(value, 6);
    expect(fit.nonlinearity?.p).toBeCloseTo(expected.nonlin.p, 4);
  });
});

const TABLES = [
  { tp: 30, fp: 5, fn: 4, tn: 60 },
  { tp: 22, fp: 9, fn: 6, tn: 71 },
  { tp: 41, fp: 3, fn: 9, tn: 55 },
  { tp: 18, fp: 12, fn: 2, tn: 40 },
];
const studies = TABLES.map((numbers, place) => ({ studyId: `${place}`, label: `Study ${place + 1}`, numbers }));

it('a zero that nobody adds to has no logit, and the model says so', () => {
  const withZero = [...studies, { studyId: 'z', label: 'Zero', numbers: { tp: 9, fp: 0, fn: 1, tn: 20 } }];
  const none = { add: 0, to: 'none' } as const;
  expect(accuracyAnalysis(withZero, DEFAULT_ACCURACY, 95, none)).toEqual({ estimable: false, because: 'zero-cell' });
  const binomial = accuracyAnalysis(withZero, { model: 'binomial', method: 'ML' }, 95, none);
  expect(binomial.estimable && binomial.value.corrected).toBe(0);
});

it('accuracy of one study is not pooled, and the sentence says why', () => {
  const found = accuracyAnalysis(studies.slice(0, 1), DEFAULT_ACCURACY, 95, { add: 0.5, to: 'only0' });
  expect(accuracyResults(found, 'sepsis', [])).toBe(
    'Accuracy on sepsis was not pooled: fewer than two studies with all four counts.',
  );
});

it('people found and missed, alarmed and cleared add up', () => {
  const share = (estimate: number) => ({ estimate, lower: estimate, upper: estimate });
  const people = accuracyInPeople({ sensitivity: share(0.9), specificity: share(0.8) }, 0.1);
  expect(people).toMatchObject({ diseased: 100, found: 90, missed: 10, falseAlarms: 180, cleared: 720 });
  expect(people.positivePredictiveValue).toBeCloseTo(1 / 3, 12);
  expect(people.negativePredictiveValue).toBeCloseTo(0.72 / 0.73, 12);
});

const crude: DoseTable = {
  design: 'cumulative-incidence',
  levels: [
    { dose: 0, cases: 20, total: 400, logRatio: null, standardError: null },
    { dose: 10, cases: 30, total: 380, logRatio: null, standardError: null },
    { dose: 25, cases: 44, total: 350, logRatio: null, standardError: null },
  ],
};

it('levels without ratios get the crude ones of their counts', () => {
  const study = doseStudyOf('a', crude);
  expect(study.estimable && study.value.categories[0]?.logRatio).toBeCloseTo(Math.log(30 / 380 / (20 / 400)), 12);
  const [error = 0] = study.estimable ? study.value.categories.map(one => one.standardError) : [];
  expect(error).toBeCloseTo(Math.sqrt(1 / 30 - 1 / 380 + 1 / 20 - 1 / 400), 12);
});

it('it must be clear which level the others are compared with', () => {
  const levels = crude.levels.map((level, i) => (i === 2 ? { ...level, logRatio: 0.5, standardError: 0.2 } : level));
  expect(doseStudyOf('a', { ...crude, levels })).toEqual({ estimable: false, because: 'no-one-reference-level' });
});

it('a slope is told for the step of exposure that is asked for', () => {
  const [one, ten] = [ownSlope(crude, 1), ownSlope(crude, 10)];
  if (!one.estimable || !ten.estimable) throw new RangeError('no slope');
  expect(ten.value.yi).toBeCloseTo(10 * one.value.yi, 12);
  expect(ten.value.sei).toBeCloseTo(10 * one.value.sei, 12);
});

it('counts that can’t be are told field by field', () => {
  const level = { ratio: null, lower: null, upper: null };
  const dose = {
    kind: 'dose-response',
    design: 'cumulative-incidence',
    percentConfidence: 95,
    levels: [
      { ...level, dose: 0, cases: 50, total: 40 },
      { ...level, dose: 5, cases: 5, total: 40, ratio: 1.4, lower: 1.5, upper: 2 },
    ],
  } as const;
  expect(impossibleCounts('dose-response', dose).map(({ pointer }) => pointer)).toEqual([
    '/body/counts/levels/0/cases',
    '/body/counts/levels/1/ratio',
  ]);
  expect(impossibleCounts('accuracy', { kind: 'accuracy', tp: 0, fn: 0, fp: 1, tn: 3 })[0]?.pointer).toBe(
    '/body/counts/fn',
  );
  expect(impossibleCounts('dichotomous', dose)[0]?.pointer).toBe('/body/counts/kind');
});

it('a reported interval becomes the standard error that it implies', () => {
  const { levels } = doseTable({
    design: 'incidence-rate',
    percentConfidence: 95,
    levels: [
      { dose: 0, cases: 10, total: 100, ratio: 1, lower: null, upper: null },
      { dose: 5, cases: 12, total: 90, ratio: 1.5, lower: 0.75, upper: 3 },
    ],
  });
  expect(levels[0]?.logRatio).toBeNull();
  expect(levels[1]?.standardError).toBeCloseTo(Math.log(4) / (2 * 1.959963985), 8);
});

it('an analysis of accuracy carries both the bivariate model and the pooled diagnostic odds ratio', () => {
  const used = studies.map(study => {
    const { tp, fp, fn, tn } = study.numbers;
    const numbers = { ...study.numbers, ai: tp, n1i: tp + fn, ci: fp, n2i: fp + tn };
    return { ...study, numbers, because: null, characteristics: {} };
  });
  const found = analyseSpecification(
    { ...DEFAULT_ANALYSIS, ...NOTHING_FURTHER, measure: 'OR', accuracy: DEFAULT_ACCURACY },
    used,
    [],
  );
  expect(found.accuracy?.estimable).toBe(true);
  expect(found.pooled.estimable).toBe(true);
  const [first] = found.studies;
  expect(first?.effect.estimable && first.effect.value.yi).toBeCloseTo(Math.log((30 * 60) / (5 * 4)), 12);
});
