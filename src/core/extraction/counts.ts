import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { OUTCOME_KIND_TABLE } from '#core/extraction/kinds/outcomeKinds';
import { impossiblePlainCounts, type PlainCounts } from '#core/extraction/plainCounts';
import { isPlain, type OutcomeKind } from '#core/extraction/vocabulary';
import { normalQuantile } from '#core/numeric/distributions';
import type { FieldProblem } from '#core/problem';
import { accuracyNumbers } from '#core/synthesis/diagnostic/accuracyNumbers';
import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';
import { ownSlope } from '#core/synthesis/doseResponse/doseAnalysis';
import { type DoseTable, doseStudyOf } from '#core/synthesis/doseResponse/doseTable';
import type { DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';

export interface AccuracyCounts extends DiagnosticTable {
  readonly kind: 'accuracy';
}

/** A level of exposure as reported: its ratio against the reference level with the interval, or none. */
export interface ReportedLevel {
  readonly dose: number;
  readonly cases: number;
  /** Cases and controls, people, or time at risk, according to the design. */
  readonly total: number;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface DoseCounts {
  readonly kind: 'dose-response';
  readonly design: DoseDesign;
  /** Of the reported intervals, 0 to 100. */
  readonly percentConfidence: number;
  readonly levels: readonly ReportedLevel[];
}

/** What a study counted as a whole: the four cells of a test, cases by level of exposure, or the few numbers of a plain kind. */
export type Counts = AccuracyCounts | DoseCounts | PlainCounts;

export function isPlainCounts(counts: Counts): counts is PlainCounts {
  return isPlain(counts.kind);
}

const problem = (field: string, detail: string): FieldProblem => ({ pointer: `/body/counts/${field}`, detail });

/** What can't be true of a study's counts, field by field; an empty list where they can. */
export function impossibleCounts(outcomeKind: OutcomeKind, counts: Counts): FieldProblem[] {
  if (counts.kind !== outcomeKind) return [problem('kind', 'This outcome takes other numbers.')];
  if (counts.kind === 'accuracy') return impossibleTable(counts);
  return counts.kind === 'dose-response' ? impossibleLevels(counts) : impossiblePlainCounts(counts);
}

function impossibleTable({ tp, fp, fn, tn }: DiagnosticTable): FieldProblem[] {
  const cells = { tp, fp, fn, tn };
  const problems = Object.entries(cells).flatMap(([name, value]) =>
    value < 0 ? [problem(name, 'A count is not negative.')] : [],
  );
  if (tp + fn === 0) problems.push(problem('fn', 'Nobody had the condition: sensitivity can’t be told.'));
  if (fp + tn === 0) problems.push(problem('tn', 'Everybody had the condition: specificity can’t be told.'));
  return problems;
}

function impossibleLevels(counts: DoseCounts): FieldProblem[] {
  const { design, levels } = counts;
  const problems = levels.flatMap((level, place) => {
    const { dose, cases, total, ratio, lower, upper } = level;
    const at = (field: keyof ReportedLevel, detail: string) => problem(`levels/${place}/${field}`, detail);
    const found: FieldProblem[] = [];
    if (!(total > 0)) found.push(at('total', 'Nobody was followed at this dose.'));
    else if (design !== 'incidence-rate' && cases > total)
      found.push(at('cases', `More cases (${cases}) than people (${total}) at this dose.`));
    if (levels.findIndex(other => other.dose === dose) !== place)
      found.push(at('dose', `The dose ${dose} is given twice.`));
    if (ratio !== null && ratio <= 0) found.push(at('ratio', 'A ratio is above 0.'));
    if (isReference(level)) return found;
    if (ratio === null) found.push(at('ratio', 'An interval needs its ratio.'));
    else if (lower === null || upper === null) found.push(at('lower', 'A ratio needs both bounds of its interval.'));
    else if (!(lower > 0 && lower < upper))
      found.push(at('upper', 'The upper bound is above the lower one, both above 0.'));
    else if (ratio < lower || ratio > upper)
      found.push(at('ratio', `The ratio lies outside its interval (${lower} to ${upper}).`));
    return found;
  });
  if (problems.length > 0) return problems;
  const study = doseStudyOf('study', doseTable(counts));
  return study.estimable ? [] : [problem('levels', LEVEL_PROBLEMS[study.because] ?? 'These levels can’t be read.')];
}

/** A level without a ratio, or with a bare 1, is what the others are compared with. */
function isReference({ ratio, lower, upper }: ReportedLevel): boolean {
  return (ratio === null || ratio === 1) && lower === null && upper === null;
}

/** Reported levels as a model reads them: log ratios with the standard error that their intervals imply. */
export function doseTable({ design, percentConfidence, levels }: Omit<DoseCounts, 'kind'>): DoseTable {
  const z = normalQuantile(0.5 + percentConfidence / 200);
  return {
    design,
    levels: levels.map(level => {
      const { dose, cases, total, ratio, lower, upper } = level;
      if (isReference(level) || ratio === null || lower === null || upper === null)
        return { dose, cases, total, logRatio: null, standardError: null };
      return { dose, cases, total, logRatio: Math.log(ratio), standardError: Math.log(upper / lower) / (2 * z) };
    }),
  };
}

const LEVEL_PROBLEMS: Readonly<Record<string, string>> = {
  'fewer-than-two-levels': 'A curve needs at least two levels of the exposure.',
  'no-one-reference-level':
    'Give a ratio at every level but the one that the others are compared with, or at none: then they are worked out from the counts.',
  'zero-count': 'A level without a case has no ratio by its counts. Give the ratios that the report gives.',
};

/** A study's counts as an analysis reads them: numbers under short names, and its levels of exposure. */
export interface CountedNumbers {
  readonly numbers: Readonly<Record<string, number>>;
  readonly dose?: DoseTable;
}

/** Not estimable: as `ownSlope`. */
export function countedNumbers(counts: Counts): Estimable<CountedNumbers> {
  if (counts.kind === 'accuracy') return estimable({ numbers: accuracyNumbers(counts) });
  if (counts.kind !== 'dose-response')
    return estimable({ numbers: OUTCOME_KIND_TABLE[counts.kind].short(counts.numbers) });
  const table = doseTable(counts);
  const slope = ownSlope(table, 1);
  if (!slope.estimable) return notEstimable(slope.because);
  return estimable({ numbers: { ...slope.value }, dose: table });
}
