import { describe, expect, test } from 'vitest';
import { parseCsvText } from '#core/reporting/csvText';
import { resultsCsv, studiesCsv } from '#core/reporting/resultsCsv';
import { revmanCsv } from '#core/reporting/revmanCsv';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { BCG_TRIALS } from '../synthesis/bcgTrials.ts';
import { SPARSE_TABLES, TWO_MEANS } from './madeUpStudies.ts';

const numbersOf = (studies: typeof BCG_TRIALS) => new Map(studies.map(({ studyId, numbers }) => [studyId, numbers]));
const BCG = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR' }, BCG_TRIALS);
const SPARSE = analyse({ ...DEFAULT_ANALYSIS, measure: 'OR' }, SPARSE_TABLES);

/** Rows by the names of the columns. */
function tableOf(csv: string): Record<string, string>[] {
  const [head, ...rows] = parseCsvText(csv).map(({ cells }) => cells);
  return rows.map(cells => Object.fromEntries((head ?? []).map((name, place) => [name, cells[place] ?? ''])));
}

describe('studies as CSV', () => {
  test('hold what was reported and every digit of the effect', () => {
    const rows = tableOf(studiesCsv(BCG, numbersOf(BCG_TRIALS)));
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatchObject({ study: 'Aronson 1948', ai: '4', n1i: '123', measure: 'RR', left_out: '' });
    const { effect } = BCG.studies[0] ?? { effect: { estimable: false as const, because: '' } };
    expect(Number(rows[0]?.yi)).toBe(effect.estimable ? effect.value.yi : undefined);
  });

  test('say why a study is left out, and leave its effect empty', () => {
    const rows = tableOf(studiesCsv(SPARSE, numbersOf(SPARSE_TABLES)));
    expect(rows.map(row => row.left_out).filter(Boolean)).toEqual([
      'no-events-or-no-non-events-in-both-groups',
      'numbers-missing',
    ]);
    expect(rows[2]).toMatchObject({ yi: '', vi: '', weight_percent: '' });
    expect(rows[0]?.study).toBe('Ångström "A" & C\\D, 2001');
  });
});

describe('results as CSV', () => {
  test('read back as the numbers that were found', () => {
    const found = new Map(tableOf(resultsCsv(BCG)).map(({ what, value }) => [what, value]));
    if (!BCG.pooled.estimable || !BCG.heterogeneity.estimable) throw new Error('the trials can be pooled');
    expect(Number(found.get('pooled_estimate'))).toBe(BCG.pooled.value.estimate);
    expect(Number(found.get('tau_squared'))).toBe(BCG.heterogeneity.value.tauSquared);
    expect(found.get('method')).toBe('REML');
  });

  test('say why a number is absent', () => {
    const fixed = analyse({ ...BCG.spec, model: 'fixed' }, BCG_TRIALS);
    const row = tableOf(resultsCsv(fixed)).find(({ what }) => what === 'prediction_lower');
    expect(row).toMatchObject({ value: '', because: 'fixed-model' });
  });
});

describe('the columns of RevMan', () => {
  const words = { comparison: 'BCG', outcome: 'Tuberculosis', numbers: numbersOf(BCG_TRIALS) };

  test('come as comparison, outcome and studies, with ratios turned back', () => {
    const [comparison, outcome, first, ...others] = tableOf(revmanCsv(BCG, words));
    expect(comparison).toMatchObject({ 'Comparison Number': '1', 'Outcome Number': '0', Name: 'BCG' });
    expect(outcome).toMatchObject({
      'Data Type': 'DICHOTOMOUS',
      'Statistical Method': 'IV',
      'Analysis Model': 'Random',
    });
    expect(Number(outcome?.['Effect Estimate'])).toBeCloseTo(0.4894, 4);
    expect(first).toMatchObject({ 'Events 1': '4', 'Total 1': '123', 'Events 2': '11', 'Total 2': '139' });
    // The risks of Aronson's trial by hand: 4/123 against 11/139.
    expect(Number(first?.['Effect Estimate'])).toBeCloseTo(4 / 123 / (11 / 139), 12);
    expect(first?.['Year of study']).toBe('1948');
    expect(others).toHaveLength(12);
  });

  test('hold means, and call what RevMan has no name for generic', () => {
    const means = analyse({ ...DEFAULT_ANALYSIS, measure: 'MD' }, TWO_MEANS);
    const rows = tableOf(revmanCsv(means, { ...words, numbers: numbersOf(TWO_MEANS) }));
    expect(rows[1]).toMatchObject({ 'Data Type': 'CONTINUOUS', 'Effect Measure': 'Mean Difference' });
    expect(rows[2]).toMatchObject({ 'Mean 1': '10.75', 'Total 2': '31' });
    const ratios = analyse({ ...DEFAULT_ANALYSIS, measure: 'ROM' }, TWO_MEANS);
    expect(tableOf(revmanCsv(ratios, words))[1]?.['Data Type']).toBe('GENERIC_INVERSE_VARIANCE');
  });
});
