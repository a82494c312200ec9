import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesisRequest } from '#contract/synthesisRequest';
import { accuracyScript } from '#core/reporting/rScript/accuracyScript';
import { doseScript } from '#core/reporting/rScript/doseScript';
import { type AccuracyChoices, accuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { type DoseChoices, doseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import type { DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';
import { exportOf } from '#scripts/commands/synthesise/exports';

/** Made up. The last one has a zero. */
const TABLES = [
  [30, 5, 4, 60],
  [22, 9, 6, 71],
  [41, 3, 9, 55],
  [18, 12, 2, 40],
  [55, 20, 15, 90],
  [12, 2, 7, 33],
  [63, 14, 5, 120],
  [25, 6, 0, 48],
];
const tested = TABLES.map(([tp = 0, fp = 0, fn = 0, tn = 0], place) => ({
  studyId: `${place}`,
  label: `Study ${place + 1}`,
  numbers: { tp, fp, fn, tn },
}));
const ADDED = { add: 0.5, to: 'only0' } as const;

/** Made up: cases and totals at four doses, ratios worked out from them. */
const DESIGNS: readonly DoseDesign[] = ['case-control', 'cumulative-incidence', 'incidence-rate'];
const exposed = [0, 1, 2, 3, 4].map(place => ({
  studyId: `${place}`,
  label: `Study ${place + 1}`,
  dose: {
    design: DESIGNS[place % 3] ?? 'case-control',
    levels: [0, 8 + place, 20 + 2 * place, 45].map((dose, level) => ({
      dose,
      cases: 20 + 3 * place + (6 + (place % 3) * 4) * level,
      total: 300 + 20 * place - 15 * level,
      logRatio: null,
      standardError: null,
    })),
  },
}));

/** Made up: effects within schools within districts, a moderator, and clusters. */
const nested = Array.from({ length: 18 }, (_, place) => ({
  yi: 0.2 + 0.15 * Math.sin(3 * place) + 0.1 * (place % 4) + (place > 9 ? 0.25 : 0),
  vi: 0.02 + 0.01 * (place % 3),
  district: `D${Math.floor(place / 6)}`,
  school: `S${Math.floor(place / 2)}`,
  year: 1990 + place,
}));
const asked = (more: object) => exportOf('r-script', synthesisRequest.parse({ measure: 'GEN', data: nested, ...more }));
const bayes = (tau: object, mean: object | null = null) => asked({ bayes: { tau, mean } });
const doses = exposed.flatMap(({ label, dose }) =>
  dose.levels.map(({ dose: at, cases, total }, level) => ({
    ...{ study: label, type: dose.design, dose: at, cases, n: total },
    logrr: level === 0 ? 0 : 0.1 * level + 0.02 * cases * 0.1,
    se: level === 0 ? null : 0.2,
  })),
);

const REQUESTS: readonly (readonly [string, () => string])[] = [
  ['half-normal', () => bayes({ family: 'half-normal', scale: 0.5 })],
  [
    'half-Cauchy and a prior of the mean',
    () => bayes({ family: 'half-cauchy', scale: 0.5 }, { mean: 0, deviation: 1 }),
  ],
  ['Turner', () => bayes({ family: 'turner', outcome: 'pain', comparison: 'drug-placebo' })],
  ['Rhodes', () => bayes({ family: 'rhodes', outcome: 'mental', comparison: 'other-drug' })],
  ['three levels', () => asked({ multilevel: { levels: ['district', 'school'] } })],
  [
    'correlated outcomes, a moderator, CR1',
    () =>
      asked({
        moderators: ['year'],
        multilevel: { levels: ['school'], correlation: 0.5 },
        cluster: 'school',
        robust: 'CR1',
      }),
  ],
  ['robust, CR0', () => asked({ cluster: 'school', robust: 'CR0' })],
  ['robust, CR1', () => asked({ cluster: 'school', robust: 'CR1' })],
  ['robust, CR2', () => asked({ cluster: 'school', robust: 'CR2' })],
  [
    'doses of a request',
    () =>
      exportOf(
        'r-script',
        synthesisRequest.parse({ data: doses, doseResponse: { curve: 'spline', doses: [0, 10, 30], method: 'ML' } }),
      ),
  ],
  [
    'accuracy of a request',
    () =>
      exportOf(
        'r-script',
        synthesisRequest.parse({
          data: tested.map(({ numbers }) => numbers),
          diagnostic: {},
          effects: { add: 0.5, to: 'all' },
        }),
      ),
  ],
];

const ACCURACY: readonly AccuracyChoices[] = [
  { model: 'normal', method: 'REML' },
  { model: 'normal', method: 'ML' },
  { model: 'binomial', method: 'ML' },
];
const DOSES: readonly DoseChoices[] = [
  { curve: 'linear', knots: 3, method: 'REML', reference: null, per: 10 },
  { curve: 'spline', knots: 3, method: 'FE', reference: 10, per: 10 },
  { curve: 'spline', knots: 3, method: 'REML', reference: null, per: 10 },
];

function accuracyOf(choices: AccuracyChoices): string {
  const found = accuracyAnalysis(tested, choices, 95, ADDED);
  if (!found.estimable) throw new RangeError(found.because);
  return accuracyScript(found.value, ADDED);
}

function curveOf(choices: DoseChoices): string {
  const found = doseAnalysis(exposed, choices, 95);
  if (!found.estimable) throw new RangeError(found.because);
  return doseScript(found.value);
}

const SCRIPTS: readonly (readonly [string, () => string])[] = [
  ...ACCURACY.map(choices => [`accuracy, ${choices.model}, ${choices.method}`, () => accuracyOf(choices)] as const),
  ...DOSES.map(choices => [`doses, ${choices.curve}, ${choices.method}`, () => curveOf(choices)] as const),
  ...REQUESTS,
];

const hasMetafor =
  spawnSync('Rscript', ['-e', 'library(metafor); library(clubSandwich)'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!hasMetafor)('scripts of models with parts of their own, run', () => {
  it('compute every number that Pooled computed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pooled-r-'));
    const files = SCRIPTS.map(([, script], place) => {
      const file = join(folder, `${place}.R`);
      writeFileSync(file, script());
      return file;
    });
    // One R for all of them: starting it takes longer than the scripts.
    const run = `for (file in commandArgs(trailingOnly = TRUE)) cat(file, tryCatch({
      capture.output(source(file, local = new.env(), encoding = "UTF-8")); "agrees" }, error = conditionMessage), "\\n", sep = "\\t")`;
    const said = execFileSync('Rscript', ['-e', run, ...files], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const verdicts = said
      .trim()
      .split('\n')
      .map(line => line.split('\t')[1]);
    expect(SCRIPTS.map(([name], place) => `${name}: ${verdicts[place]}`)).toEqual(
      SCRIPTS.map(([name]) => `${name}: agrees`),
    );
  }, 300_000);
});
