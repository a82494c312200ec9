import { csvText } from '#core/reporting/csvText';
import { displayScale } from '#core/reporting/displayScale';
import type { DrawnAnalysis, ForestWords } from '#core/reporting/forestOfAnalysis';
import { MEASURE_WORDS } from '#core/reporting/measureWords';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';

/** Columns of RevMan's data-and-analyses export, in its order. */
const HEAD = [
  ...['Comparison Number', 'Outcome Number', 'Subgroup Number', 'Name', 'Data Type', 'Statistical Method'],
  ...['Effect Measure', 'Analysis Model', 'Events 1', 'Mean 1', 'SD 1', 'Total 1', 'Events 2', 'Mean 2', 'SD 2'],
  ...['Total 2', 'O-E', 'Var', 'Effect Estimate', 'SE', 'CI Start', 'CI End', 'Weight', 'Q', 'P(Q)', 'I²(Q)', 'Tau²'],
  ...['Z', 'P(Z)', 'Qint', 'P(Qint)', 'I²(Qint)', 'df', 'Group Label 1', 'Group Label 2', 'Left Graph Label'],
  ...['Right Graph Label', 'Year of study', 'User defined order'],
] as const;
type Column = (typeof HEAD)[number];
type Row = Partial<Record<Column, string | number | null | undefined>>;

const MEASURES: Readonly<Record<string, string>> = {
  OR: 'Odds Ratio',
  RR: 'Risk Ratio',
  RD: 'Risk Difference',
  PETO: 'Peto Odds Ratio',
  MD: 'Mean Difference',
  SMD: 'Std. Mean Difference',
};

type DataType = 'DICHOTOMOUS' | 'CONTINUOUS' | 'GENERIC_INVERSE_VARIANCE';

function typeOf(measure: string): DataType {
  if (['OR', 'RR', 'RD', 'PETO'].includes(measure)) return 'DICHOTOMOUS';
  return measure === 'MD' || measure === 'SMD' ? 'CONTINUOUS' : 'GENERIC_INVERSE_VARIANCE';
}

function methodOf({ spec }: DrawnAnalysis): string {
  if (spec.model === 'random' || spec.fixedMethod === 'inverse-variance') return 'IV';
  return spec.fixedMethod === 'peto' ? 'PETO' : 'MH';
}

const plus = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? a + b : undefined;

function armsOf(type: DataType, study: StudyNumbers): Row {
  if (type === 'DICHOTOMOUS')
    return {
      'Events 1': study.ai,
      'Total 1': study.n1i ?? plus(study.ai, study.bi),
      'Events 2': study.ci,
      'Total 2': study.n2i ?? plus(study.ci, study.di),
    };
  if (type === 'CONTINUOUS')
    return {
      'Mean 1': study.m1i,
      'SD 1': study.sd1i,
      'Total 1': study.n1i,
      'Mean 2': study.m2i,
      'SD 2': study.sd2i,
      'Total 2': study.n2i,
    };
  return {};
}

export interface RevmanWords extends Pick<ForestWords, 'arms' | 'favours' | 'numbers'> {
  readonly comparison: string;
  readonly outcome: string;
}

/**
 * An analysis in the columns of RevMan's own export of data and analyses, so that what reads that export reads this:
 * a row for the comparison, one for the outcome with its result, one for each study. Ratios and their bounds are turned
 * back, as RevMan shows them; standard errors stay on the log scale. Measures that RevMan doesn't know are given as
 * generic inverse variance.
 */
export function revmanCsv(analysis: DrawnAnalysis, words: RevmanWords): string {
  const { spec, studies, pooled, heterogeneity } = analysis;
  const type = typeOf(spec.measure);
  const { scale } = MEASURE_WORDS[spec.measure];
  const isRatio = scale === 'log';
  const show = (value: number) => (isRatio ? displayScale('log').show(value) : value);
  const peto = spec.model === 'fixed' && spec.fixedMethod === 'peto';
  const mean = pooled.estimable ? pooled.value : undefined;
  const scatter = heterogeneity.estimable ? heterogeneity.value : undefined;
  const outcome: Row = {
    'Outcome Number': 1,
    'Subgroup Number': 0,
    Name: words.outcome,
    'Data Type': type,
    'Statistical Method': methodOf(analysis),
    'Effect Measure': peto ? 'Peto Odds Ratio' : (MEASURES[spec.measure] ?? MEASURE_WORDS[spec.measure].title),
    'Analysis Model': spec.model === 'random' ? 'Random' : 'Fixed',
    'Effect Estimate': mean && show(mean.estimate),
    SE: mean?.standardError,
    'CI Start': mean && show(mean.lower),
    'CI End': mean && show(mean.upper),
    Weight: mean ? 100 : undefined,
    Q: scatter?.q,
    'P(Q)': scatter?.p,
    'I²(Q)': scatter?.iSquaredPercent,
    'Tau²': scatter?.tauSquared,
    Z: mean?.statistic,
    'P(Z)': mean?.p,
    df: scatter?.df,
    'Group Label 1': words.arms?.first,
    'Group Label 2': words.arms?.second,
    'Left Graph Label': words.favours ? `Favours ${words.favours.left}` : undefined,
    'Right Graph Label': words.favours ? `Favours ${words.favours.right}` : undefined,
  };
  const rows = studies.map(({ studyId, label, effect, weightPercent }, place): Row => {
    const reported = words.numbers?.get(studyId) ?? {};
    const found = effect.estimable ? effect.value : undefined;
    return {
      'Outcome Number': 1,
      'Subgroup Number': 0,
      Name: label,
      ...armsOf(type, reported),
      'Effect Estimate': found && show(found.yi),
      SE: found?.standardError,
      'CI Start': found && show(found.lower),
      'CI End': found && show(found.upper),
      Weight: weightPercent ?? 0,
      'Year of study': reported.year,
      'User defined order': place + 1,
    };
  });
  const comparison: Row = { 'Outcome Number': 0, 'Subgroup Number': 0, Name: words.comparison };
  const written = [comparison, outcome, ...rows].map(row =>
    HEAD.map(column => String((column === 'Comparison Number' ? 1 : row[column]) ?? '')),
  );
  return csvText([[...HEAD], ...written]);
}
