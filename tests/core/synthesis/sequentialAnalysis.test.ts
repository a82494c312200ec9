import { expect, it } from 'vitest';
import { resultsSentences } from '#core/reporting/analysisSentences';
import { methodsSentences } from '#core/reporting/methodsSentences';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { analyseSpecification } from '#core/synthesis/analyseSpecification';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { boundaries } from '#core/synthesis/sequential/boundaries';
import { futilityOfLooks } from '#core/synthesis/sequential/futilityOfLooks';
import { controlRiskOf, deviationOf } from '#core/synthesis/sequential/plannedFromStudies';
import { type SequentialChoices, USUAL_SEQUENTIAL, whyNotPlan } from '#core/synthesis/sequential/sequentialChoices';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { askedChoices, NOTHING_FURTHER, type Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import { describeShared, sharedFile } from '../../support/shared.ts';

const RISKS: SequentialChoices = {
  ...USUAL_SEQUENTIAL,
  anticipated: { outcome: 'RR', controlRisk: 0.06, effect: 0.7 },
};
const base: Specification = { ...DEFAULT_ANALYSIS, ...NOTHING_FURTHER, measure: 'RR' };
const words = {
  outcome: 'death',
  comparison: 'lidocaine against none',
  people: null,
  leftOut: [],
  subgroupsBy: null,
  moderators: [],
};

function study(label: string, [ai = 0, n1i = 0, ci = 0, n2i = 0]: readonly number[], year?: number): UsedStudy {
  const characteristics = year === undefined ? {} : { year };
  return { studyId: label, label, numbers: { ai, n1i, ci, n2i }, because: null, characteristics };
}

const TWO = [study('Late', [30, 100, 50, 100], 2001), study('Early', [20, 100, 30, 100], 1990)];

describeShared('meta-more', 'an analysis with a plan of repeated looks', () => {
  it('needs the size, and has the Z and boundaries, of the reference (Hine et al. 1989)', () => {
    const file = JSON.parse(sharedFile('meta-more/tsa-hine.json'));
    const { columns, slab } = file.input;
    const studies = slab.map((label: string, row: number) =>
      study(label, [columns.ai[row], columns.n1i[row], columns.ci[row], columns.n2i[row]]),
    );
    const [reference] = file.cases;
    const sequential = { ...RISKS, model: 'EE', heterogeneity: 'none' } as const;
    const found = analyseSpecification({ ...base, sequential }, studies, []).sequential;
    if (!found?.estimable) throw new Error('there is no trial sequential analysis');
    const { steps, sizeUsed, hasYears, isFromData } = found.value;
    expect(sizeUsed).toBeCloseTo(reference.results.ris_used, 6);
    expect(steps.map(step => step.persons)).toEqual(reference.results.cum_n);
    expect(steps.map(step => step.z.toFixed(8))).toEqual(reference.results.cum_z.map((z: number) => z.toFixed(8)));
    expect({ hasYears, isFromData }).toEqual({ hasYears: false, isFromData: false });
  });
});

it('takes trials by their year, and the risk of the second groups where the plan names none', () => {
  const sequential = { ...RISKS, anticipated: { outcome: 'RR', controlRisk: null, effect: 0.8 } } as const;
  const { sequential: found } = analyseSpecification({ ...base, sequential }, TWO, []);
  expect(found?.estimable && found.value.trials.map(({ label }) => label)).toEqual(['Early', 'Late']);
  expect(found?.estimable && found.value.anticipated).toEqual({ outcome: 'RR', controlRisk: 0.4, effect: 0.8 });
  expect(found?.estimable && found.value.isFromData).toBe(true);
});

it('is not estimable, with the reason, where no trial can be planned so', () => {
  const because = (part: Partial<Specification>) => {
    const { sequential } = analyseSpecification({ ...base, ...part }, TWO, []);
    return sequential && !sequential.estimable ? sequential.because : null;
  };
  expect(because({ sequential: { ...RISKS, anticipated: { outcome: 'MD', effect: 1, deviation: 2 } } })).toBe(
    'plan-not-for-this-measure',
  );
  expect(because({ sequential: { ...RISKS, anticipated: { outcome: 'RR', controlRisk: 0.6, effect: 2 } } })).toBe(
    'risk-out-of-range',
  );
  expect(because({ measure: 'AS', sequential: RISKS })).toBe('model-not-for-this-measure');
  expect(whyNotPlan({ outcome: 'RD', controlRisk: 0.1, effect: 0 })).toBe('no-effect-to-find');
  expect(whyNotPlan({ outcome: 'OR', controlRisk: 0.1, effect: 3 })).toBeNull();
});

it('enlarges the size for the share that a protocol names', () => {
  const size = (heterogeneity: SequentialChoices['heterogeneity']) => {
    const { sequential } = analyseSpecification({ ...base, sequential: { ...RISKS, heterogeneity } }, TWO, []);
    return sequential?.estimable ? sequential.value.sizeUsed : Number.NaN;
  };
  expect(size({ percent: 25 })).toBeCloseTo(size('none') / 0.75, 6);
});

it('shows the boundary of a next look up to the size: there it is what one more look would have', () => {
  const [timing, obf] = [[0.3, 0.5], spendingNamed('obf')];
  const { ahead, z } = boundaries(timing, 0.05, 2, obf, [0.7, 1]);
  expect(ahead[1]).toBeCloseTo(boundaries([...timing, 1], 0.05, 2, obf).z[2] ?? 0, 7);
  expect(ahead[0]).toBeLessThan(z[1] ?? 0);
});

it('is told in Methods and Results, and leaves no trace in a fingerprint where it is not asked for', () => {
  const specification = { ...base, sequential: RISKS };
  expect(methodsSentences(specification, words)).toContain(
    'a two-sided α of 5 % and a power of 80 %, with random effects after DerSimonian and Laird; the required information ' +
      'size was that of a trial to find a relative risk reduction of 30 % from a risk of 6 %, and was enlarged for the diversity D².',
  );
  expect(resultsSentences(analyseSpecification(specification, TWO, []), words)).toMatch(
    /In trial sequential analysis 400 of the \d,\d{3} people required \(\d+ %; D² 0 %\) had been included;/,
  );
  expect(methodsSentences(base, words)).not.toContain('sequential');
  expect(askedChoices(base)).not.toHaveProperty('sequential');
  expect(askedChoices(specification)).toHaveProperty('sequential');
});

it('takes risk and scatter from groups that report them', () => {
  expect(controlRiskOf([{ ci: 3, di: 7 }, { ai: 1 }])).toEqual({ estimable: true, value: 0.3 });
  expect(controlRiskOf([{ ci: 0, n2i: 9 }]).estimable).toBe(false);
  // Two groups of 11 and 21 with SD 2 and 5: √((10·4 + 20·25)/30).
  expect(deviationOf([{ n1i: 11, sd1i: 2, n2i: 21, sd2i: 5 }])).toEqual({
    estimable: true,
    value: Math.sqrt(540 / 30),
  });
});

it('has boundaries for giving up where they are asked for (reference: lookwise integration, checked against RTSA)', () => {
  const errors = { alpha: 0.05, beta: 0.2, sides: 2 } as const;
  const found = futilityOfLooks([0.25, 0.5, 0.75], [2, -0.1, 3], errors, spendingNamed('obf'));
  if (!found.estimable) throw new RangeError(found.because);
  const { z, end, inflation, first } = found.value;
  expect(z[0]).toBeCloseTo(0.0398262784749617, 7);
  expect(z[1]).toBeCloseTo(0.605466223517042, 7);
  expect(z[2]).toBeCloseTo(1.38937567712655, 7);
  expect(end).toBeCloseTo(2.01409014393086, 7);
  expect(inflation).toBeCloseTo(1.14130793642666, 7);
  expect(first).toBe(1);
});

it('tells of giving up in the figure and in words, and leaves both as they were where nobody asks', () => {
  const plan = (futility: boolean): Specification => ({
    ...base,
    sequential: {
      ...RISKS,
      anticipated: { outcome: 'RR', controlRisk: 0.4, effect: 0.8 },
      ...(futility ? { futility } : {}),
    },
  });
  const told = (futility: boolean) => {
    const found = analyseSpecification(plan(futility), TWO, []);
    if (!found.sequential?.estimable) throw new RangeError('none');
    const svg = sequentialFigure({ labels: ['a', 'b'], analysis: found.sequential.value, sides: 2 });
    return [methodsSentences(plan(futility), words), resultsSentences(found, words), svg].join(' ');
  };
  expect(told(true)).toContain('boundaries for futility, not binding, spent β in the same way');
  expect(told(true)).toContain('enter the boundary for futility');
  expect(told(true)).toContain('Boundary for giving up (futility)');
  expect(told(false)).not.toContain('utility');
});
