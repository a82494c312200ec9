import { describe, expect, test } from 'vitest';
import { displayScale, valueWriter } from '#core/reporting/displayScale';
import { forestFigure } from '#core/reporting/forestFigure';
import { forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfAnalysis } from '#core/reporting/funnelOfAnalysis';
import { measureOfAnalysis, turnedBackSentence } from '#core/reporting/measureOfAnalysis';
import { resultsCsv, studiesCsv } from '#core/reporting/resultsCsv';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS, usualZeroCells } from '#core/synthesis/analysisSpec';

const SHARES = [
  [3, 20],
  [10, 45],
  [0, 15],
  [25, 120],
  [7, 50],
] as const;

const studies = SHARES.map(([xi, ni], place) => ({
  studyId: String(place),
  label: `Study ${place + 1}`,
  numbers: { xi, ni, ti: ni },
}));

const analysed = (measure: 'PFT' | 'IRFT' | 'PLO') =>
  analyse({ ...DEFAULT_ANALYSIS, measure, zeroCells: usualZeroCells(measure), interval: 'knapp-hartung' }, studies);

describe('a double arcsine', () => {
  const analysis = analysed('PFT');
  const { show } = displayScale(measureOfAnalysis(analysis).scale);

  // metafor 3.8-1, REML with threshold = 1e-14: predict(rma(yi, vi, data = escalc("PFT", …), test = "knha"), transf = transf.ipft.hm, targs = list(ni = ni))
  test('is turned back with the harmonic mean of the sample sizes, as metafor does', () => {
    if (!analysis.pooled.estimable || !analysis.predictionInterval.estimable)
      throw new Error('five studies are pooled');
    expect(show(analysis.pooled.value.estimate)).toBeCloseTo(0.155497578404, 7);
    expect(show(analysis.pooled.value.lower)).toBeCloseTo(0.059304328402, 7);
    expect(show(analysis.pooled.value.upper)).toBeCloseTo(0.281630837953, 7);
    expect(show(analysis.predictionInterval.value.lower)).toBeCloseTo(0.022552671235, 7);
    expect(show(analysis.predictionInterval.value.upper)).toBeCloseTo(0.360431272043, 7);
  });

  test('shows each study as what it counted: 3 of 20 are 0.15, 0 of 15 are 0', () => {
    const [group] = forestOfAnalysis(analysis).groups;
    const shown = (group?.rows ?? []).map(({ effect }) => show(effect?.estimate ?? Number.NaN));
    SHARES.forEach(([xi, ni], place) => {
      expect(shown[place]).toBeCloseTo(xi / ni, 10);
    });
  });

  test('says in the figure and in a sentence what it was turned back with', () => {
    // 5 / (1/20 + 1/45 + 1/15 + 1/120 + 1/50) = 29.9
    expect(turnedBackSentence(analysis)).toContain('sample sizes, 29.9.');
    const figure = forestFigure(forestOfAnalysis(analysis));
    expect(figure).toContain('turned back');
    expect(figure).toContain('0.155');
  });

  test('stands turned back in the files, beside the numbers of the analysis', () => {
    expect(resultsCsv(analysis)).toMatch(/shown_estimate,0\.1554975784/);
    expect(resultsCsv(analysis)).toMatch(/pooled_estimate,0\.4200841316/);
    expect(studiesCsv(analysis).split('\n')[0]).toContain('ci_upper,shown,shown_ci_lower,shown_ci_upper');
  });
});

test('the average of two roots shows the rate that each study counted', () => {
  const analysis = analysed('IRFT');
  const { show } = displayScale(measureOfAnalysis(analysis).scale);
  const [group] = forestOfAnalysis(analysis).groups;
  const rows = group?.rows ?? [];
  expect(rows.map(({ effect }) => show(effect?.estimate ?? Number.NaN)).map(value => value.toFixed(6))).toEqual(
    SHARES.map(([events, time]) => (events / time).toFixed(6)),
  );
});

test('a funnel is spaced as was analysed and says proportions', () => {
  const funnel = funnelFigure(funnelOfAnalysis(analysed('PLO')));
  expect(funnel).toContain('>Proportion<');
  expect(funnel).not.toMatch(/>[-−]\d/);
  expect(valueWriter('logit', [0])(0)).toBe('0.50');
});
