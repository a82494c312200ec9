import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accuracyScript } from '#core/reporting/rScript/accuracyScript';
import { doseScript } from '#core/reporting/rScript/doseScript';
import { type AccuracyChoices, accuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { type DoseChoices, doseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import type { DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';

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

const hasMetafor = spawnSync('Rscript', ['-e', 'library(metafor)']).status === 0;

function agreed(name: string, script: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'pooled-r-')), `${name}.R`);
  writeFileSync(file, script);
  return execFileSync('Rscript', [file], { encoding: 'utf8' });
}

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

describe.skipIf(!hasMetafor)('R agrees with every number that a script states of', () => {
  it.each(ACCURACY)(
    'accuracy, $model, $method',
    choices => {
      const found = accuracyAnalysis(tested, choices, 95, ADDED);
      if (!found.estimable) throw new RangeError(found.because);
      expect(agreed(`accuracy-${choices.model}`, accuracyScript(found.value, ADDED))).toMatch(/All \d+ numbers agree/);
    },
    60_000,
  );

  it.each(DOSES)(
    'doses, $curve, $method',
    choices => {
      const found = doseAnalysis(exposed, choices, 95);
      if (!found.estimable) throw new RangeError(found.because);
      expect(agreed(`dose-${choices.curve}`, doseScript(found.value))).toMatch(/All \d+ numbers agree/);
    },
    60_000,
  );
});
