import { describe, expect, it } from 'vitest';
import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { fitModel } from '#core/synthesis/fitModel';
import { expectedEffects, moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import { type Moderator, moderatorDesign } from '#core/synthesis/moderatorDesign';
import { incompleteInteractions, type ModeratorTerm, moderatorTerms } from '#core/synthesis/moderatorTerms';
import { permuteModerators } from '#core/synthesis/permuteModerators';
import { subgroupAnalysis } from '#core/synthesis/subgroupAnalysis';
import { usedStudies } from '#core/synthesis/usedStudies';
import { type UsedStudy, whatChanged } from '#core/synthesis/whatChanged';

/** The thirteen BCG trials (dat.bcg of metafor, Colditz et al. 1994): cases and people, latitude, year, allocation. */
const TRIALS = [
  [4, 123, 11, 139, 44, 1948, 'random'],
  [6, 306, 29, 303, 55, 1949, 'random'],
  [3, 231, 11, 220, 42, 1960, 'random'],
  [62, 13_598, 248, 12_867, 52, 1977, 'random'],
  [33, 5069, 47, 5808, 13, 1973, 'alternate'],
  [180, 1541, 372, 1451, 44, 1953, 'alternate'],
  [8, 2545, 10, 629, 19, 1973, 'random'],
  [505, 88_391, 499, 88_391, 13, 1980, 'random'],
  [29, 7499, 45, 7277, 27, 1968, 'random'],
  [17, 1716, 65, 1665, 42, 1961, 'systematic'],
  [186, 50_634, 141, 27_338, 18, 1974, 'systematic'],
  [5, 2498, 3, 2341, 33, 1969, 'systematic'],
  [27, 16_913, 29, 17_854, 33, 1976, 'systematic'],
] as const;

const studies: AnalysedStudy[] = TRIALS.map(([ai, n1i, ci, n2i], place) => ({
  studyId: String(place),
  label: `Trial ${place + 1}`,
  numbers: { ai, n1i, ci, n2i },
}));
const values = new Map(
  TRIALS.map(([, , , , latitude, year, allocation], place) => [String(place), { latitude, year, allocation }]),
);
const LATITUDE = { id: 'latitude', name: 'Latitude', kind: 'number', unit: '°' } as const;
const YEAR = { id: 'year', name: 'Year', kind: 'number', unit: '' } as const;
const ALLOCATION = { id: 'allocation', name: 'Allocation', kind: 'category', unit: '' } as const;
const analysis = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR' }, studies);
const groups = new Map<string, string>([...values].map(([id, { allocation }]) => [id, allocation]));

describe('subgroups of an analysis (metafor 3.8-1: rma, mods = ~ alloc, test = "adhoc")', () => {
  it('share one variance between studies, and are tested by F', () => {
    const { levels, between, tauSquared } = subgroupAnalysis(analysis, studies, groups, 'common');
    const random = levels.find(({ level }) => level === 'random');
    expect(random?.pooled.estimable && random.pooled.value.estimate).toBeCloseTo(-0.9657741785458, 7);
    expect(random?.pooled.estimable && random.pooled.value.lower).toBeCloseTo(-1.561231127497, 7);
    expect(tauSquared).toBeCloseTo(0.361503664324, 7);
    expect(between.estimable && between.value).toMatchObject({ df: 2, denominatorDf: 10 });
    expect(between.estimable && between.value.statistic).toBeCloseTo(0.8837557009659, 7);
    expect(between.estimable && between.value.p).toBeCloseTo(0.4431766406009, 7);
  });

  it('are pooled apart with variances of their own', () => {
    const { levels } = subgroupAnalysis(analysis, studies, groups, 'separate');
    const systematic = levels.find(({ level }) => level === 'systematic');
    expect(systematic?.pooled.estimable && systematic.pooled.value.upper).toBeCloseTo(0.734898307511, 7);
    expect(systematic?.tauSquared).toBeCloseTo(0.4003458801751, 7);
    expect(systematic?.iSquaredPercent).toBeCloseTo(86.4221195900666, 5);
  });

  it('a group of one study has no diamond, and a study of no known group is named', () => {
    const own = new Map([...groups].filter(([id]) => id !== '12'));
    own.set('0', 'only this one');
    const { levels, unknown } = subgroupAnalysis(analysis, studies, own, 'common');
    expect(levels.find(({ level }) => level === 'only this one')?.pooled).toEqual({
      estimable: false,
      because: 'one-study-only',
    });
    expect(unknown).toEqual(['12']);
  });
});

describe('meta-regression of an analysis (metafor 3.8-1: rma, mods = ~ ablat, test = "adhoc")', () => {
  const found = moderatorAnalysis(analysis, [[LATITUDE]], values);

  it('finds slope, explained share and what is left', () => {
    if (!found.estimable) throw new Error(found.because);
    const { coefficients, tauSquared, rSquaredPercent, residual } = found.value;
    expect(coefficients[1]?.estimate).toBeCloseTo(-0.02910172501165, 8);
    expect(coefficients[1]?.lower).toBeCloseTo(-0.04715292302506, 8);
    expect(coefficients[1]?.p).toBeCloseTo(0.004565051541544, 7);
    expect(tauSquared).toBeCloseTo(0.076347963955255, 7);
    expect(rSquaredPercent).toBeCloseTo(75.6266218116, 4);
    expect(residual.q).toBeCloseTo(30.73309001074926, 7);
  });

  it('expects an effect at 30 degrees, with the interval for a new place', () => {
    const [at30] = expectedEffects(analysis, [[LATITUDE]], values, 'latitude', [30]);
    expect(at30?.estimate).toBeCloseTo(-0.6216, 4);
    expect(at30?.lower).toBeCloseTo(-0.8898, 4);
    expect(at30?.predictionUpper).toBeCloseTo(0.0431, 4);
  });

  it('says why there is none when a moderator is known of too few studies', () => {
    const few = new Map([...values].slice(0, 2));
    expect(moderatorAnalysis(analysis, [[LATITUDE]], few)).toEqual({
      estimable: false,
      because: 'too-few-studies-for-the-moderators',
    });
  });

  it('compares categories with their first level by alphabet', () => {
    const result = moderatorAnalysis(analysis, [[ALLOCATION]], values);
    expect(result.estimable && result.value.coefficients.map(({ name }) => name)).toEqual([
      'Intercept',
      'Allocation: random',
      'Allocation: systematic',
    ]);
  });
});

describe('the permutation test of a meta-regression (metafor 3.8-1: permutest, exact, DL)', () => {
  const SIX = [0, 1, 2, 11, 7, 5];

  function exact(moderators: readonly Moderator[], test: 'z' | 'knha') {
    const effects = SIX.flatMap(place => {
      const effect = analysis.studies[place]?.effect;
      return effect?.estimable ? [effect.value] : [];
    });
    const { rows } = moderatorDesign(
      moderators.map((moderator): ModeratorTerm => [moderator]),
      SIX.map(place => values.get(String(place)) ?? {}),
    );
    const columns = { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi) };
    const steps = permuteModerators(columns, rows, { method: 'DL', test }, { most: 1000 });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  it('tries every order where there are few', () => {
    const { permutations, isExact, p, testP } = exact([LATITUDE], 'knha');
    expect({ permutations, isExact }).toEqual({ permutations: 720, isExact: true });
    expect(p[0]).toBeCloseTo(0.03888888888889, 12);
    expect(p[1]).toBeCloseTo(0.01666666666667, 12);
    expect(testP).toBe(p[1]);
  });

  it('tests several moderators together', () => {
    const { p, testP } = exact([LATITUDE, YEAR], 'z');
    expect(p[1]).toBeCloseTo(0.4527777777778, 12);
    expect(testP).toBeCloseTo(0.1347222222222, 12);
  });

  it('draws the same orders from the same seed', () => {
    const effects = { yi: [0.1, 0.4, 0.2, 0.8, 0.5, 0.9, 0.3, 0.7], vi: [0.1, 0.2, 0.1, 0.3, 0.2, 0.1, 0.2, 0.1] };
    const rows = effects.yi.map((_, place) => [1, place]);
    const run = () => {
      const steps = permuteModerators(effects, rows, { method: 'DL', test: 'z' }, { most: 200, seed: 7 });
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    };
    expect(run()).toEqual(run());
    expect(run().permutations).toBe(200);
  });
});

describe('a mixed model of the counts (metafor 3.8-1: rma.glmm, UM.FS)', () => {
  it('pools odds ratios without weights of its own', () => {
    const pooled = analyse({ ...DEFAULT_ANALYSIS, measure: 'OR', generalised: 'UM.FS' }, studies);
    expect(pooled.interval).toBe('wald');
    expect(pooled.pooled.estimable && pooled.pooled.value.estimate).toBeCloseTo(-0.745013466103, 2);
    expect(pooled.heterogeneity.estimable && pooled.heterogeneity.value.iSquaredPercent).toBeCloseTo(91.0235, 0);
  });

  it('refuses a measure that it isn’t made for', () => {
    const pooled = analyse({ ...DEFAULT_ANALYSIS, measure: 'RD', generalised: 'UM.FS' }, studies);
    expect(pooled.pooled).toEqual({ estimable: false, because: 'model-not-for-this-measure' });
  });
});

describe('the data behind an analysis', () => {
  const before: UsedStudy[] = [
    { studyId: 'a', label: 'Adams 1990', numbers: { ai: 1, n1i: 10 }, because: null, characteristics: { dose: 5 } },
    { studyId: 'b', label: 'Baker 1995', numbers: { ai: 2, n1i: 20 }, because: null, characteristics: {} },
  ];

  it('did not change when nothing did', () => {
    expect(whatChanged(before, structuredClone(before))).toEqual([]);
  });

  it('changed by a number, a name, a characteristic, a new study and one that went', () => {
    const after: UsedStudy[] = [
      { studyId: 'a', label: 'Adams 1991', numbers: { ai: 3, n1i: 10 }, because: null, characteristics: { dose: 6 } },
      { studyId: 'c', label: 'Clark 2001', numbers: { ai: 0, n1i: 9 }, because: null, characteristics: {} },
    ];
    expect(whatChanged(before, after)).toEqual([
      { kind: 'renamed', studyId: 'a', label: 'Adams 1991', before: 'Adams 1990' },
      { kind: 'number', studyId: 'a', label: 'Adams 1991', name: 'ai', before: 1, after: 3 },
      { kind: 'characteristic', studyId: 'a', label: 'Adams 1991', name: 'dose', before: 5, after: 6 },
      { kind: 'added', studyId: 'c', label: 'Clark 2001' },
      { kind: 'removed', studyId: 'b', label: 'Baker 1995' },
    ]);
  });

  it('holds the arms of the comparison that was asked for, whatever their spelling', () => {
    const arm = (name: string, events: number) => ({
      name,
      kind: 'other' as const,
      numbers: { events, total: 50, mean: null, standardDeviation: null, personTime: null },
    });
    const study = {
      ...{ studyId: 'a', label: 'Adams 1990', numbers: {}, because: 'no intervention arm', characteristics: {} },
      arms: [arm('Low dose', 4), arm('High  dose', 6), arm('Placebo', 9)],
    };
    const comparison = { first: ['low dose', 'High dose'], second: ['placebo'] };
    const [used] = usedStudies('dichotomous', [study], {
      comparison,
      subgroups: null,
      moderators: [],
      sequential: null,
      doseResponse: null,
      dependence: null,
    });
    expect(used).toMatchObject({ numbers: { ai: 10, n1i: 100, ci: 9, n2i: 50 }, because: null });
  });
});

it('a fit without moderators is what the regression compares with', () => {
  const effects = analysis.studies.flatMap(({ effect }) => (effect.estimable ? [effect.value] : []));
  const plain = fitModel(
    { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi) },
    { method: 'REML', test: 'z' },
  );
  const found = moderatorAnalysis(analysis, [[LATITUDE]], values);
  expect(found.estimable && found.value.tauSquaredBefore).toBeCloseTo(plain.tauSquared, 12);
});

describe('interactions of moderators', () => {
  it('are products of columns, main effects first, the first moderator changing fastest', () => {
    const words = ['latitude', 'latitude:allocation', 'allocation'];
    const terms = moderatorTerms(words, [LATITUDE, ALLOCATION]);
    const { columns, rows } = moderatorDesign(terms, [...values.values()]);
    expect(columns.map(({ name }) => name)).toEqual([
      'Latitude',
      'Allocation: random',
      'Allocation: systematic',
      'Latitude × Allocation: random',
      'Latitude × Allocation: systematic',
    ]);
    expect(rows[0]).toEqual([1, 44, 1, 0, 44, 0]);
  });

  it('are found and tested as metafor does (rma, mods = ~ ablat * alloc, test = "adhoc"; anova, btt = 5:6)', () => {
    const words = ['latitude', 'allocation', 'latitude:allocation'];
    const found = moderatorAnalysis(analysis, moderatorTerms(words, [LATITUDE, ALLOCATION]), values);
    if (!found.estimable) throw new Error(found.because);
    const [interaction] = found.value.interactions;
    expect(interaction?.places).toEqual([4, 5]);
    expect(interaction?.test).toMatchObject({ df: 2, denominatorDf: 7 });
    expect(interaction?.test?.statistic).toBeCloseTo(0.074366627848853, 6);
    expect(found.value.coefficients[4]?.estimate).toBeCloseTo(-0.0098144002543372, 7);
  });

  it('ask for both of their moderators, and leave out what nobody knows', () => {
    expect(incompleteInteractions(['latitude', 'latitude:year'])).toEqual(['latitude:year']);
    expect(incompleteInteractions(['latitude', 'year', 'latitude:year'])).toEqual([]);
    expect(moderatorTerms(['latitude', 'latitude:nothing'], [LATITUDE])).toEqual([[LATITUDE]]);
  });

  it('expect an effect where the other moderator is held', () => {
    const terms = moderatorTerms(['latitude', 'allocation', 'latitude:allocation'], [LATITUDE, ALLOCATION]);
    const [alternate] = expectedEffects(analysis, terms, values, 'latitude', [30]);
    const [random] = expectedEffects(analysis, terms, values, 'latitude', [30], { allocation: 'random' });
    expect(alternate?.estimate).toBeCloseTo(-0.52934282160899, 7);
    expect(random?.estimate).toBeCloseTo(-0.81697364263347, 7);
    expect(random?.lower).toBeCloseTo(-1.382902333792, 6);
    expect(random?.predictionUpper).toBeCloseTo(0.48638359721342, 6);
  });
});
