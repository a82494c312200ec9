import { accuracyForestFigure } from '#core/reporting/accuracyForestFigure';
import { csvText } from '#core/reporting/csvText';
import { doseResponseFigure } from '#core/reporting/doseResponseFigure';
import { rocFigure } from '#core/reporting/rocFigure';
import { rocOfAccuracy } from '#core/reporting/rocOfAccuracy';
import { accuracyScript } from '#core/reporting/rScript/accuracyScript';
import { doseScript } from '#core/reporting/rScript/doseScript';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { LogRatio } from '#core/synthesis/diagnostic/accuracySummary';
import type { DoseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import type { MenuDeed } from '../../parts/MenuButton.tsx';
import { pdfOf } from '../../parts/pdfOf.ts';
import { pictureOf } from '../../parts/pictureOf.ts';
import { saveFile } from '../../parts/saveFile.ts';
import type { Result } from './liveAnalysis.ts';
import type { Plan } from './plan.ts';

/** What an outcome with a model of its own has to take along, before what every analysis has. */
export function ownExports(plan: Plan, { accuracy, doseResponse }: Result, unit: string): readonly MenuDeed[] {
  return [
    ...(accuracy?.estimable ? accuracyFiles(plan, accuracy.value) : []),
    ...(doseResponse?.estimable ? doseFiles(plan, doseResponse.value, unit) : []),
  ];
}

function saveText(text: string, name: string, type = 'text/plain'): void {
  saveFile(new Blob([text], { type }), name);
}

function figureFiles(title: string, name: string, draw: () => string): readonly MenuDeed[] {
  return [
    { name: `${title}, SVG`, onClick: () => saveText(draw(), `${name}.svg`, 'image/svg+xml') },
    {
      name: `${title}, PNG (300 dpi)`,
      onClick: () => void pictureOf(draw()).then(picture => saveFile(picture, `${name}.png`)),
    },
    { name: `${title}, PDF`, onClick: () => void pdfOf(draw()).then(page => saveFile(page, `${name}.pdf`)) },
  ];
}

function accuracyFiles({ name, specification }: Plan, analysis: AccuracyAnalysis): readonly MenuDeed[] {
  return [
    ...figureFiles('Summary ROC plot', `${name}, SROC`, () => rocFigure(rocOfAccuracy(analysis))),
    ...figureFiles('Sensitivity and specificity', `${name}, sensitivity and specificity`, () =>
      accuracyForestFigure(analysis),
    ),
    {
      name: 'Accuracy, CSV',
      onClick: () => saveText(accuracyCsv(analysis), `${name}, accuracy.csv`, 'text/csv'),
    },
    {
      name: 'Accuracy, script for R with metafor',
      onClick: () => saveText(accuracyScript(analysis, specification.zeroCells, name), `${name}, accuracy.R`),
    },
  ];
}

function accuracyCsv({ studies, summary }: AccuracyAnalysis): string {
  const ratio = (what: string, { log, lower, upper }: LogRatio) => [
    what,
    ...['', '', '', ''],
    ...[log, lower, upper].map(value => String(Math.exp(value))),
    ...['', '', ''],
  ];
  const rows = [...studies, { label: 'Summary', table: null, ...summary }].map(one => [
    one.label,
    ...(one.table ? [one.table.tp, one.table.fp, one.table.fn, one.table.tn].map(String) : ['', '', '', '']),
    ...[one.sensitivity, one.specificity].flatMap(({ estimate, lower, upper }) => [estimate, lower, upper].map(String)),
  ]);
  return csvText([
    ...[['study', 'tp', 'fp', 'fn', 'tn', 'sensitivity', 'lower', 'upper', 'specificity', 'lower', 'upper']],
    ...rows,
    ratio('Positive likelihood ratio', summary.positiveLikelihoodRatio),
    ratio('Negative likelihood ratio', summary.negativeLikelihoodRatio),
    ratio('Diagnostic odds ratio', summary.diagnosticOddsRatio),
  ]);
}

function doseFiles({ name }: Plan, analysis: DoseAnalysis, unit: string): readonly MenuDeed[] {
  const { reference, level, fit, studies } = analysis;
  const dose = unit === '' ? 'Dose' : `Dose, ${unit}`;
  return [
    ...figureFiles('Dose–response curve', `${name}, dose–response`, () =>
      doseResponseFigure({ dose, measure: 'Ratio', reference, level, fit, studies }),
    ),
    {
      name: 'What the curve expects, CSV',
      onClick: () =>
        saveText(
          csvText([
            ['dose', 'ratio', 'lower', 'upper', 'log_ratio', 'standard_error'],
            ...analysis.predicted.map(({ dose: at, logRatio, standardError, lower, upper }) =>
              [at, Math.exp(logRatio), Math.exp(lower), Math.exp(upper), logRatio, standardError].map(String),
            ),
          ]),
          `${name}, doses.csv`,
          'text/csv',
        ),
    },
    {
      name: 'Curve, script for R with metafor',
      onClick: () => saveText(doseScript(analysis, name), `${name}, curve.R`),
    },
  ];
}
