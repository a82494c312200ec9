import { type Estimable, estimable, notEstimable } from '#core/estimable';
import {
  type AccuracySummary,
  accuracySummary,
  ellipsePoints,
  type ShareWithInterval,
} from '#core/synthesis/diagnostic/accuracySummary';
import { binomialAccuracy } from '#core/synthesis/diagnostic/binomialAccuracy';
import { type AccuracyFit, bivariateAccuracy } from '#core/synthesis/diagnostic/bivariateAccuracy';
import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';
import {
  areaUnder,
  type HierarchicalRoc,
  hierarchicalCurve,
  hierarchicalRoc,
  sensitivityAt,
} from '#core/synthesis/diagnostic/summaryRoc';
import type { ZeroRule } from '#core/synthesis/effects/effectSize';
import { clopperPearson } from '#core/synthesis/proportionIntervals';

/** Logits with their variances (Reitsma), or the counts themselves (Chu and Cole). */
export const ACCURACY_MODELS = ['normal', 'binomial'] as const;
export type AccuracyModel = (typeof ACCURACY_MODELS)[number];

export interface AccuracyChoices {
  readonly model: AccuracyModel;
  /** Of the normal model; the binomial one is fitted by maximum likelihood. */
  readonly method: 'REML' | 'ML';
}

/** A place in ROC space; both are shares from 0 to 1. */
export interface AccuracyPoint {
  readonly falsePositiveRate: number;
  readonly sensitivity: number;
}

export interface AccuracyStudy {
  readonly studyId: string;
  readonly label: string;
  readonly table: DiagnosticTable;
  /** As counted, with the exact interval. */
  readonly sensitivity: ShareWithInterval;
  readonly specificity: ShareWithInterval;
}

export interface AccuracyCurve {
  readonly hierarchical: HierarchicalRoc;
  /** Only over the false positive rates of the studies. */
  readonly points: readonly AccuracyPoint[];
  readonly area: Estimable<number>;
  readonly areaWithinRange: Estimable<number>;
}

export interface AccuracyAnalysis {
  readonly choices: AccuracyChoices;
  /** Percent. */
  readonly level: number;
  readonly k: number;
  readonly people: number;
  readonly studies: readonly AccuracyStudy[];
  /** Studies whose counts had something added because of a zero; only the normal model needs it. */
  readonly corrected: number;
  readonly fit: Pick<AccuracyFit, 'means' | 'covariance' | 'between' | 'logLikelihood' | 'search'>;
  readonly summary: AccuracySummary;
  readonly curve: Estimable<AccuracyCurve>;
  readonly confidenceRegion: readonly AccuracyPoint[];
  readonly predictionRegion: readonly AccuracyPoint[];
}

const CURVE_STEPS = 100;
const REGION_STEPS = 180;
const POINTS = 11;

/** A study's four counts out of its numbers; null where one is missing or a group is empty. */
export function accuracyTable(numbers: Readonly<Record<string, number>>): DiagnosticTable | null {
  const { tp, fn, fp, tn } = numbers;
  if (tp === undefined || fn === undefined || fp === undefined || tn === undefined) return null;
  return tp + fn > 0 && fp + tn > 0 ? { tp, fn, fp, tn } : null;
}

/**
 * Accuracy of a test over studies: each study's sensitivity and specificity with exact intervals, the summary point by the
 * bivariate model with likelihood ratios, both regions, and the summary ROC curve within the data.
 * Scale: shares from 0 to 1, ratios as logarithms. Regions by chi-square with 2 degrees of freedom.
 * Not estimable: `too-few-studies-of-accuracy` (fewer than two), `zero-cell` (the normal model, nothing added),
 * `did-not-converge`. Sources and agreement: see bivariateAccuracy, binomialAccuracy, summaryRoc and accuracySummary.
 */
export function accuracyAnalysis(
  studies: readonly {
    readonly studyId: string;
    readonly label: string;
    readonly numbers: Readonly<Record<string, number>>;
  }[],
  choices: AccuracyChoices,
  level: number,
  zeroCells: { readonly add: number; readonly to: ZeroRule },
): Estimable<AccuracyAnalysis> {
  const used = studies.flatMap(({ studyId, label, numbers }) => {
    const table = accuracyTable(numbers);
    return table ? [{ studyId, label, table }] : [];
  });
  if (used.length < 2) return notEstimable('too-few-studies-of-accuracy');
  const tables = used.map(({ table }) => table);
  const fit = fitOf(tables, choices, zeroCells);
  if (!fit) return notEstimable('zero-cell');
  if (!fit.search.converged) return notEstimable('did-not-converge');
  const summary = accuracySummary(fit, level);
  const region = (covariance: AccuracySummary['confidenceEllipse']['covariance']) =>
    ellipsePoints(fit.means, covariance, summary.quantileChiSquare, REGION_STEPS).map(
      ({ sensitivity, specificity }) => ({ falsePositiveRate: 1 - specificity, sensitivity }),
    );
  const { means, covariance, between, logLikelihood, search } = fit;
  return estimable({
    choices,
    level,
    k: used.length,
    people: tables.reduce((sum, { tp, fn, fp, tn }) => sum + tp + fn + fp + tn, 0),
    studies: used.map(study => ({
      ...study,
      sensitivity: shareOf(study.table.tp, study.table.tp + study.table.fn, level),
      specificity: shareOf(study.table.tn, study.table.tn + study.table.fp, level),
    })),
    corrected: choices.model === 'normal' ? correctedCount(tables, zeroCells) : 0,
    fit: { means, covariance, between, logLikelihood, search },
    summary,
    curve: curveOf(fit, tables),
    confidenceRegion: region(summary.confidenceEllipse.covariance),
    predictionRegion: region(summary.predictionEllipse.covariance),
  });
}

function fitOf(
  tables: readonly DiagnosticTable[],
  { model, method }: AccuracyChoices,
  zeroCells: { readonly add: number; readonly to: ZeroRule },
): AccuracyFit | null {
  if (model === 'binomial') return binomialAccuracy(tables, POINTS);
  const isUncorrected = zeroCells.to === 'none' || zeroCells.add === 0;
  return isUncorrected && tables.some(hasZero) ? null : bivariateAccuracy(tables, method, zeroCells);
}

const hasZero = ({ tp, fn, fp, tn }: DiagnosticTable) => Math.min(tp, fn, fp, tn) === 0;

function correctedCount(tables: readonly DiagnosticTable[], { add, to }: { add: number; to: ZeroRule }): number {
  const zeros = tables.filter(hasZero).length;
  if (add === 0 || to === 'none') return 0;
  return to === 'all' || (to === 'if0all' && zeros > 0) ? tables.length : to === 'only0' ? zeros : 0;
}

function shareOf(count: number, of: number, level: number): ShareWithInterval {
  return { estimate: count / of, ...clopperPearson(count, of, level) };
}

function curveOf(fit: AccuracyFit, tables: readonly DiagnosticTable[]): Estimable<AccuracyCurve> {
  const hierarchical = hierarchicalRoc(fit);
  if (!hierarchical.estimable) return hierarchical;
  const curve = hierarchicalCurve(hierarchical.value);
  const rates = tables.map(({ fp, tn }) => fp / (fp + tn));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return estimable({
    hierarchical: hierarchical.value,
    points: Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
      const falsePositiveRate = least + (step / CURVE_STEPS) * (most - least);
      return { falsePositiveRate, sensitivity: sensitivityAt(curve, falsePositiveRate) };
    }),
    area: areaUnder(curve),
    areaWithinRange: areaUnder(curve, least, most),
  });
}
