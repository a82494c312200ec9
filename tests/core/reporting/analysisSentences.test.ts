import { describe, expect, it } from 'vitest';
import { resultsSentences, type SentenceWords } from '#core/reporting/analysisSentences';
import { methodsSentences } from '#core/reporting/methodsSentences';
import { measureOfOutcome } from '#core/reporting/outcomeMeasure';
import { analyseSpecification } from '#core/synthesis/analyseSpecification';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { NOTHING_FURTHER, type Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';

const specification: Specification = { ...DEFAULT_ANALYSIS, ...NOTHING_FURTHER, measure: 'RR' };
const words: SentenceWords = {
  outcome: 'relapse',
  comparison: 'drug against placebo',
  people: 600,
  leftOut: [],
  subgroupsBy: null,
  moderators: [],
};

function study(label: string, ai: number, ci: number, dose = 'low'): UsedStudy {
  return {
    studyId: label,
    label,
    numbers: { ai, n1i: 100, ci, n2i: 100 },
    because: null,
    characteristics: { dose },
  };
}

const STUDIES = [study('Adams 1990', 10, 20), study('Baker 1995', 12, 18, 'high'), study('Clark 2001', 8, 30, 'high')];

describe('the sentences for a manuscript', () => {
  it('name how many studies and people, the effect, its interval and how much studies differ', () => {
    const text = resultsSentences(analyseSpecification(specification, STUDIES, []), words);
    expect(text).toMatch(/^3 studies with 600 people reported relapse \(drug against placebo\): risk ratio 0\.4\d \(/);
    expect(text).toMatch(/Heterogeneity: τ² .*; I² \d+ %.*; Q \d/);
    expect(text).toContain('95 % prediction interval was');
  });

  it('change with the data', () => {
    const before = resultsSentences(analyseSpecification(specification, STUDIES, []), words);
    const [first, ...others] = STUDIES;
    const changed = [{ ...(first ?? study('x', 1, 1)), numbers: { ai: 30, n1i: 100, ci: 20, n2i: 100 } }, ...others];
    expect(resultsSentences(analyseSpecification(specification, changed, []), words)).not.toBe(before);
  });

  it('name studies that are not pooled, with the reason of each', () => {
    const analysis = analyseSpecification(specification, [...STUDIES, study('Davis 2004', 0, 0)], []);
    const text = resultsSentences(analysis, {
      ...words,
      leftOut: [{ label: 'Evans 2005', reason: 'High risk of bias' }],
    });
    expect(text).toContain(
      'Not pooled: Evans 2005 (High risk of bias); Davis 2004 (no events, or nothing but events, in both groups).',
    );
  });

  it('pool nothing where there is one study, and say so', () => {
    const text = resultsSentences(analyseSpecification(specification, STUDIES.slice(0, 1), []), words);
    expect(text).toContain('nothing was pooled');
    expect(text).not.toContain('Heterogeneity');
  });

  it('tell subgroups apart, and give the reason where a group has no result', () => {
    const withGroups = { ...specification, subgroups: { by: 'dose', tauSquared: 'common' as const } };
    const named = { ...words, subgroupsBy: 'Dose' };
    const text = resultsSentences(analyseSpecification(withGroups, STUDIES, []), named);
    expect(text).toMatch(/By dose, intervals were: low not pooled \(one study only\); high \(2 studies\) 0\.\d+ to /);
    expect(methodsSentences(withGroups, named)).toContain(
      'Subgroups by dose were compared in one model with a common τ².',
    );
  });

  it('name every choice of the model', () => {
    expect(methodsSentences(specification, words)).toBe(
      'We pooled risk ratios with a random-effects model; the variance between studies was estimated by restricted ' +
        'maximum likelihood. Confidence intervals (95 %) were computed by the method of Hartung and Knapp, never narrower ' +
        'than Wald’s. A prediction interval was computed from the t distribution with k − 1 degrees of freedom. ' +
        'Heterogeneity was described by τ², with its Q-profile interval, and by I². 0.5 was added to the counts of ' +
        'studies with a zero cell. Studies without events, or with nothing but events, in both groups were left out. ' +
        'Analyses were computed with Pooled; its numbers agree with those of metafor 3.8-1 (Viechtbauer 2010).',
    );
    const fixed = { ...specification, measure: 'OR' as const, model: 'fixed' as const, fixedMethod: 'peto' as const };
    const text = methodsSentences(fixed, words);
    expect(text).toContain('fixed-effect model by Peto’s method');
    expect(text).toContain('normal distribution');
    expect(text).not.toContain('prediction');
    expect(text).not.toContain('0.5 was added');
  });

  it('name the scale that a level or a correlation is pooled on, and put the right word into the plural', () => {
    const methods = (measure: Specification['measure'], more: Partial<SentenceWords> = {}) =>
      methodsSentences({ ...specification, measure }, { ...words, ...more }).split(' with ')[0];
    expect(methods('PLO')).toBe('We pooled proportions (analysed as logit of the proportion)');
    expect(methods('ZCOR')).toBe('We pooled correlations (analysed as Fisher’s z)');
    expect(methods('PR')).toBe('We pooled proportions');
    expect(methods('RR')).toBe('We pooled risk ratios');
    expect(methods('ROM')).toBe('We pooled ratios of means');
    expect(methods('ABT')).toContain('Cronbach’s alphas');
    const unit = { kind: 'single-rate', unit: 'years' } as const;
    const measure = measureOfOutcome({ spec: { measure: 'IRLN' }, studies: [] }, unit, null, 1);
    expect(methods('IRLN', { measure })).toBe('We pooled rates per year (analysed as log rate per year)');
  });
});
