import type { Judgement } from '#core/appraisal/judgements';
import type { ConvertedResult } from '#core/extraction/convertedResults';
import { type ArmTitles, armCells } from '#core/reporting/armCells';
import { becauseWords } from '#core/reporting/becauseWords';
import { convertedNotes } from '#core/reporting/convertedNotes';
import type { ForestData, ForestRow, ForestSummary } from '#core/reporting/forestData';
import { heterogeneityLines, methodLines, modelName } from '#core/reporting/heterogeneityLines';
import { effectOnScale, measureOfAnalysis, turnedBackSentence } from '#core/reporting/measureOfAnalysis';
import type { MeasureWords } from '#core/reporting/measureWords';
import type { Analysis } from '#core/synthesis/analyse';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';

/** The part of an analysis that a figure needs. */
export type DrawnAnalysis = Pick<
  Analysis,
  'spec' | 'interval' | 'studies' | 'pooled' | 'predictionInterval' | 'heterogeneity'
>;

/** What the analysis itself doesn't know. */
export interface ForestWords {
  readonly arms?: ArmTitles;
  readonly favours?: ForestData['favours'];
  /** In place of the measure's own name and scale, for effects that were given ready made. */
  readonly measure?: Partial<MeasureWords>;
  /** What each study reported, by studyId. */
  readonly numbers?: ReadonlyMap<string, StudyNumbers>;
  readonly riskOfBias?: ReadonlyMap<string, Judgement>;
  /** Results whose numbers were converted from what the report gives: their studies get a mark, and the figure a note. */
  readonly converted?: readonly ConvertedResult[];
  readonly footnotes?: readonly string[];
}

/** One study alone is not a synthesis: it gets no diamond, but the reason. */
function pooledSummary({ spec, studies, pooled }: DrawnAnalysis, cells: readonly string[]): ForestSummary {
  const label = modelName(spec);
  const count = studies.filter(({ weightPercent }) => weightPercent !== null).length;
  if (pooled.estimable && count > 1) return { label, cells, effect: pooled.value, weightPercent: 100 };
  const because = pooled.estimable ? 'one-study-only' : pooled.because;
  return { label, effect: null, because: `Not pooled: ${becauseWords(because)}`, weightPercent: null };
}

/** The forest plot of an analysis, as data: the analysis' own numbers on its own scale, nothing computed anew. */
export function forestOfAnalysis(analysis: DrawnAnalysis, words: ForestWords = {}): ForestData {
  const { spec, studies, predictionInterval } = analysis;
  const measure = { ...measureOfAnalysis(analysis), ...words.measure };
  const arms = armCells(
    studies.map(({ studyId }) => words.numbers?.get(studyId) ?? {}),
    studies.map(({ weightPercent }) => weightPercent !== null),
    words.arms ?? { first: 'Group 1', second: 'Group 2' },
  );
  const shown = new Set(studies.map(({ studyId }) => studyId));
  const converted = (words.converted ?? []).filter(({ studyId }) => shown.has(studyId));
  const marked = new Set(converted.map(({ studyId }) => studyId));
  const footnotes = [
    ...convertedNotes(converted),
    ...(words.footnotes ?? []),
    ...[turnedBackSentence(analysis) ?? []].flat(),
  ];
  const rows = studies.map(({ studyId, label, effect, weightPercent }, place): ForestRow => {
    const riskOfBias = words.riskOfBias?.get(studyId);
    return {
      studyId,
      label,
      cells: arms.cells[place] ?? [],
      effect: effect.estimable ? effectOnScale(effect.value, spec.measure, measure.scale) : null,
      ...(effect.estimable ? {} : { because: becauseWords(effect.because) }),
      weightPercent,
      ...(riskOfBias ? { riskOfBias } : {}),
      isConverted: marked.has(studyId),
    };
  });
  const summary = pooledSummary(analysis, arms.totals);
  const asksForPrediction = spec.model === 'random' && spec.predictionInterval !== 'none' && summary.effect !== null;
  const prediction = predictionInterval.estimable ? { prediction: predictionInterval.value } : undefined;
  return {
    measure: measure.title,
    scale: measure.scale,
    noEffect: measure.noEffect,
    level: spec.level / 100,
    armColumns: arms.columns,
    groups: [{ rows }],
    pooled: summary,
    ...(asksForPrediction
      ? (prediction ?? {
          predictionBecause: predictionInterval.estimable
            ? ''
            : `Not estimable: ${becauseWords(predictionInterval.because)}`,
        })
      : {}),
    ...(words.favours ? { favours: words.favours } : {}),
    heterogeneity: heterogeneityLines(analysis),
    method: summary.effect ? methodLines(analysis) : [],
    ...(footnotes.length > 0 ? { footnotes } : {}),
  };
}
