import { becauseWords } from '#core/reporting/becauseWords';
import type { ForestData, ForestRow } from '#core/reporting/forestData';
import { type DrawnAnalysis, type ForestWords, forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { decimalText } from '#core/reporting/numbers';
import type { PooledStudies } from '#core/synthesis/pooledStudies';
import type { PooledPart } from '#core/synthesis/sensitivityOfAnalysis';

function shareCell({ heterogeneity }: Pick<PooledStudies, 'heterogeneity'>): string {
  return heterogeneity.estimable ? decimalText(heterogeneity.value.iSquaredPercent, 0) : '–';
}

function rowOf({ studyId, result }: PooledPart, label: string): ForestRow {
  const { pooled } = result;
  return {
    studyId,
    label,
    effect: pooled.estimable ? pooled.value : null,
    ...(pooled.estimable ? {} : { because: becauseWords(pooled.because) }),
    weightPercent: null,
    lastCell: shareCell(result),
  };
}

function withRows(analysis: DrawnAnalysis, words: ForestWords, rows: readonly ForestRow[]): ForestData {
  const { numbers: _numbers, riskOfBias: _riskOfBias, converted: _converted, ...rest } = words;
  const { prediction: _prediction, predictionBecause: _because, pooled, ...data } = forestOfAnalysis(analysis, rest);
  return {
    ...data,
    groups: [{ rows }],
    armColumns: [],
    lastColumn: { title: 'I²', unit: '%' },
    ...(pooled ? { pooled: { ...pooled, cells: [], label: 'All studies', lastCell: shareCell(analysis) } } : {}),
  };
}

/** The pooled effect without each study in turn, as a forest plot: a row that stands apart shows whose study matters. */
export function forestOfLeaveOneOut(
  analysis: DrawnAnalysis,
  parts: readonly PooledPart[],
  words: ForestWords = {},
): ForestData {
  return withRows(
    analysis,
    words,
    parts.map(part => rowOf(part, `Without ${part.label}`)),
  );
}

/** The pooled effect as studies were added, as a forest plot. */
export function forestOfCumulative(
  analysis: DrawnAnalysis,
  parts: readonly PooledPart[],
  words: ForestWords = {},
): ForestData {
  return withRows(
    analysis,
    words,
    parts.map((part, place) => rowOf(part, place === 0 ? part.label : `+ ${part.label}`)),
  );
}
