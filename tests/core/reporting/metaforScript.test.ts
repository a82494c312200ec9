import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { metaforScript } from '#core/reporting/rScript/metaforScript';
import { networkScript } from '#core/reporting/rScript/networkScript';
import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import { type AnalysisSpec, DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { type ModeratorTerm, termName } from '#core/synthesis/moderatorTerms';
import { contrastsOf } from '#core/synthesis/network/contrasts';
import { leagueTable, pScores, solveNetwork } from '#core/synthesis/network/networkFit';
import { NETWORK_MODELS, networkTauSquared } from '#core/synthesis/network/networkTauSquared';
import type { SubgroupVariance } from '#core/synthesis/specification';
import { subgroupAnalysis } from '#core/synthesis/subgroupAnalysis';
import { TAU_SQUARED_METHODS } from '#core/synthesis/tauSquared/tauSquaredMethod';
import { BCG_CHARACTERISTICS, BCG_TRIALS } from '../synthesis/bcgTrials.ts';
import { CORRELATIONS, ONE_MEAN, PROPORTIONS, RATES, READY_MADE, SPARSE_TABLES, TWO_MEANS } from './madeUpStudies.ts';

interface Case {
  readonly name: string;
  readonly spec: AnalysisSpec;
  readonly studies: readonly AnalysedStudy[];
  readonly variance?: SubgroupVariance;
  readonly terms?: readonly ModeratorTerm[];
}

const of = (studies: readonly AnalysedStudy[], spec: Partial<AnalysisSpec> & Pick<AnalysisSpec, 'measure'>): Case => ({
  name: Object.values(spec)
    .map(value => JSON.stringify(value))
    .join(' '),
  spec: { ...DEFAULT_ANALYSIS, ...spec },
  studies,
});

const LATITUDE: Moderator = { id: 'latitude', name: 'Latitude', kind: 'number', unit: 'degrees' };
const YEAR: Moderator = { id: 'year', name: 'Year', kind: 'number', unit: '' };
const ALLOCATION: Moderator = { id: 'allocation', name: 'Allocation', kind: 'category', unit: '' };
const GROUP_OF = new Map([...BCG_CHARACTERISTICS].map(([studyId, { allocation }]) => [studyId, String(allocation)]));

const further = (one: Case, more: Pick<Case, 'variance' | 'terms'>): Case => ({
  ...one,
  ...more,
  name: `${one.name} ${more.variance ?? ''} ${more.terms?.map(termName).join(' ') ?? ''}`,
});

const MANTEL_HAENSZEL = { measure: 'RR', model: 'fixed', fixedMethod: 'mantel-haenszel' } as const;

const CASES: readonly Case[] = [
  further(of(BCG_TRIALS, { measure: 'RR' }), { variance: 'common', terms: [[LATITUDE]] }),
  further(of(BCG_TRIALS, { measure: 'RR', interval: 'wald' }), { variance: 'separate', terms: [[ALLOCATION]] }),
  further(of(BCG_TRIALS, { measure: 'RR' }), { terms: [[LATITUDE], [ALLOCATION], [LATITUDE, ALLOCATION]] }),
  further(of(BCG_TRIALS, { measure: 'RR', tauSquared: 'DL', interval: 'wald' }), {
    terms: [[LATITUDE], [YEAR], [LATITUDE, YEAR]],
  }),
  further(of(BCG_TRIALS, MANTEL_HAENSZEL), { variance: 'common' }),
  further(of(BCG_TRIALS, { measure: 'RR', tauSquared: 'DL' }), { terms: [[LATITUDE], [ALLOCATION]] }),
  further(of(BCG_TRIALS, { measure: 'RD', model: 'fixed' }), { variance: 'common', terms: [[LATITUDE]] }),
  ...(['UM.FS', 'UM.RS', 'CM.AL'] as const).map(generalised => of(BCG_TRIALS, { measure: 'OR', generalised })),
  of(RATES, { measure: 'IRR', generalised: 'UM.FS' }),
  of(PROPORTIONS, { measure: 'PLO', generalised: 'UM.FS' }),
  ...TAU_SQUARED_METHODS.filter(method => method !== 'EE').map(tauSquared =>
    of(BCG_TRIALS, { measure: 'RR', tauSquared }),
  ),
  ...(['wald', 't', 'knapp-hartung', 'knapp-hartung-guarded'] as const).map(interval =>
    of(BCG_TRIALS, { measure: 'OR', interval, level: 90 }),
  ),
  ...(['t-k-2', 'normal', 'none'] as const).map(predictionInterval =>
    of(BCG_TRIALS, { measure: 'RD', predictionInterval }),
  ),
  ...(['OR', 'RR', 'RD'] as const).flatMap(measure => [
    of(SPARSE_TABLES, { measure, model: 'fixed', fixedMethod: 'mantel-haenszel' }),
    of(SPARSE_TABLES, { measure, model: 'fixed' }),
  ]),
  of(SPARSE_TABLES, { measure: 'RR', zeroCells: { add: 0.25, to: 'all' } }),
  of(SPARSE_TABLES, { measure: 'OR', zeroCells: { add: 0.5, to: 'none' } }),
  of(SPARSE_TABLES, { measure: 'OR', model: 'fixed', fixedMethod: 'peto' }),
  ...(['AS', 'PHI', 'YUQ'] as const).map(measure => of(BCG_TRIALS, { measure })),
  ...(['MD', 'SMD', 'SMDH', 'ROM', 'CVR', 'VR'] as const).map(measure => of(TWO_MEANS, { measure })),
  ...(['IRR'] as const).map(measure => of(RATES, { measure })),
  ...(['IRR', 'IRD'] as const).map(measure => of(RATES, { measure, model: 'fixed', fixedMethod: 'mantel-haenszel' })),
  ...(['PR', 'PLO', 'PFT'] as const).map(measure => of(PROPORTIONS, { measure })),
  ...(['COR', 'ZCOR'] as const).map(measure => of(CORRELATIONS, { measure })),
  ...(['MN', 'MNLN'] as const).map(measure => of(ONE_MEAN, { measure })),
  of(READY_MADE, { measure: 'GEN' }),
  of(READY_MADE.slice(0, 2), { measure: 'GEN' }),
  of(READY_MADE.slice(0, 1), { measure: 'GEN' }),
];

const DEFAULT: AnalysisSpec = { ...DEFAULT_ANALYSIS, measure: 'OR' };
const scriptOf = ({ spec, studies, name, variance, terms }: Case) => {
  const analysis = analyse(spec, studies);
  return metaforScript({
    analysis,
    studies,
    name,
    ...(variance
      ? {
          subgroups: {
            name: 'allocation',
            groupOf: GROUP_OF,
            result: subgroupAnalysis(analysis, studies, GROUP_OF, variance),
          },
        }
      : {}),
    ...(terms
      ? {
          regression: {
            terms,
            valuesOf: BCG_CHARACTERISTICS,
            result: moderatorAnalysis(analysis, terms, BCG_CHARACTERISTICS),
          },
        }
      : {}),
  });
};

/** Made-up arms: study, treatment, log odds, variance; one study has three. */
const ARMS = [
  ['1', 'advice', -1.2, 0.05],
  ['1', 'none', -1.9, 0.06],
  ['2', 'advice', -1.6, 0.08],
  ['2', 'none', -1.5, 0.09],
  ['3', 'group', -0.4, 0.04],
  ['3', 'none', -2.1, 0.05],
  ['4', 'group', -1.1, 0.07],
  ['4', 'advice', -1.0, 0.05],
  ['5', 'advice', -1.3, 0.05],
  ['5', 'group', -1.2, 0.04],
  ['5', 'none', -1.9, 0.05],
] as const;

const NETWORKS = NETWORK_MODELS.map(model => {
  const contrasts = contrastsOf(
    ARMS.map(([study, treatment, value, variance]) => ({ study, treatment, value, variance })),
  );
  const tauSquared = networkTauSquared(contrasts, model);
  const solution = solveNetwork(contrasts, tauSquared);
  const league = leagueTable(solution);
  const { treatments } = solution;
  const scores = pScores(league, false);
  const script = networkScript({
    ...{ measure: 'OR', contrasts, treatments, tauSquared, league, pScores: scores, model, smallIsBetter: false },
  });
  return [`network ${model}`, script] as const;
});

const hasR = spawnSync('Rscript', ['-e', 'library(metafor)'], { stdio: 'ignore' }).status === 0;
if (!hasR) process.stderr.write('R scripts are only read, not run: this machine has no Rscript with metafor.\n');

describe.skipIf(!hasR)('scripts for metafor, run', () => {
  test('compute every number that Pooled computed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'metafor-'));
    const scripts = [...CASES.map(one => [one.name, scriptOf(one)] as const), ...NETWORKS];
    const files = scripts.map(([, script], place) => {
      const file = join(folder, `${place}.R`);
      writeFileSync(file, script);
      return file;
    });
    // One R for all of them: starting it takes longer than the scripts.
    const run = `for (file in commandArgs(trailingOnly = TRUE)) cat(file, tryCatch({
      capture.output(source(file, local = new.env(), encoding = "UTF-8")); sum(check <- 1) }, error = conditionMessage), "\\n", sep = "\\t")`;
    const said = execFileSync('Rscript', ['-e', run, ...files], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const verdicts = said
      .trim()
      .split('\n')
      .map(line => line.split('\t')[1]);
    expect(scripts.map(([name], place) => `${name}: ${verdicts[place]}`)).toEqual(
      scripts.map(([name]) => `${name}: 1`),
    );
  }, 300_000);
});

/** The table of the comparison at a script's end: what, and Pooled's number. */
function numbersOf(script: string): Map<string, number> {
  const [, names = '', numbers = ''] = /what = c\(([\s\S]*?)\),\n {2}pooled = c\(([\s\S]*?)\),\n/.exec(script) ?? [];
  const labels = [...names.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, label]) => label ?? '');
  return new Map(numbers.split(/,\s*/).map((number, place) => [labels[place] ?? '', Number(number)]));
}

describe('scripts for metafor, read', () => {
  test.each(CASES.map(one => [one.name, one] as const))('%s holds what was computed, with all digits', (_, one) => {
    const analysis = analyse(one.spec, one.studies);
    const numbers = numbersOf(scriptOf(one));
    const { pooled, heterogeneity, predictionInterval } = analysis;
    if (!pooled.estimable) throw new Error('every case can be pooled');
    expect(numbers.get('pooled effect')).toBe(pooled.value.estimate);
    expect(numbers.get('confidence interval, upper')).toBe(pooled.value.upper);
    expect(numbers.get(one.spec.generalised ? 'likelihood-ratio test of heterogeneity' : 'Q')).toBe(
      heterogeneity.estimable ? heterogeneity.value.q : undefined,
    );
    expect(numbers.get('prediction interval, lower')).toBe(
      predictionInterval.estimable ? predictionInterval.value.lower : undefined,
    );
    for (const number of numbers.values()) expect(Number.isFinite(number)).toBe(true);
  });

  test.each(NETWORKS)('%s holds the effects and P-scores of all treatments', (_, script) => {
    const numbers = numbersOf(script);
    expect([...numbers.keys()].filter(what => what.startsWith('P-score'))).toHaveLength(3);
    expect(numbers.get('none against advice')).toBeLessThan(0);
    for (const number of numbers.values()) expect(Number.isFinite(number)).toBe(true);
  });

  test('names of studies can’t become code, and every line is plain ASCII', () => {
    const [first, ...others] = SPARSE_TABLES;
    if (!first) throw new Error('there are studies');
    const label = 'x"); system("rm"); ("\nquit() # Ö 中 😀';
    const script = scriptOf(of([{ ...first, label }, ...others], { measure: 'OR' }));
    expect(script).toContain('"x\\"); system(\\"rm\\"); (\\" quit() # \\U{d6} \\U{4e2d} \\U{1f600}"');
    expect(script).not.toMatch(/^quit/m);
    const named = metaforScript({ analysis: analyse(DEFAULT, others), studies: others, name: 'A\nquit()' });
    expect(named).toMatch(/^# A quit\(\)/);
  });

  test('say so where metafor has changed a definition', () => {
    expect(scriptOf(of(TWO_MEANS, { measure: 'ROM' }))).toContain('# The variance of ROM is that of metafor 3.8-1');
    expect(scriptOf(of(TWO_MEANS, { measure: 'MD' }))).not.toContain('3.8-1');
  });

  test('of nothing pooled hold the data alone', () => {
    const nothing = SPARSE_TABLES.slice(-1);
    expect(() => scriptOf(of(nothing, { measure: 'OR' }))).not.toThrow();
  });
});
