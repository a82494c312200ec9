import type { Judgement } from '#core/appraisal/judgements';
import { comparesSides } from '#core/extraction/kinds/outcomeKinds';
import { armTitles } from '#core/reporting/armCells';
import type { ForestData } from '#core/reporting/forestData';
import { type ForestWords, forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { measureOfAnalysis } from '#core/reporting/measureOfAnalysis';
import type { MeasureWords } from '#core/reporting/measureWords';
import { measureOfOutcome } from '#core/reporting/outcomeMeasure';
import { analyseSpecification, type SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import { slopedStudy } from '#core/synthesis/usedStudies';
import type { OutcomeData, Plan, SavedAnalysis } from './plan.ts';

/** An analysis that can be drawn and told. */
export type Result = SpecifiedAnalysis;

export function studiesIn(plan: Plan, data: OutcomeData): OutcomeData['studies'] {
  const out = new Set(plan.leftOut.map(one => one.studyId));
  const { doseResponse } = plan.specification;
  const kept = data.studies.filter(study => !out.has(study.studyId));
  return doseResponse ? kept.map(study => slopedStudy(study, doseResponse.per)) : kept;
}

/** Computes what the server would compute on saving, from the same data by the same function. */
export function liveAnalysis(plan: Plan, data: OutcomeData): Result {
  return analyseSpecification(plan.specification, studiesIn(plan, data), data.characteristics);
}

/** The result as it was computed when it was saved. */
export function storedAnalysis({ result, specification }: SavedAnalysis): Result | null {
  // The server stored what `analyseSpecification` gave; the contract words some of its parts more loosely.
  return result === null
    ? null
    : ({
        subgroups: null,
        regression: null,
        sequential: null,
        accuracy: null,
        doseResponse: null,
        dependence: null,
        ...result,
        spec: specification,
      } as unknown as Result);
}

/** What the measure is called and how its numbers are shown; ready-made estimates may be ratios. */
export function measureOf(result: Pick<Result, 'spec' | 'studies'>, data: OutcomeData): MeasureWords {
  const { spec } = result;
  // Proportions, correlations and rates have words and a scale of their own; ready-made estimates don't say theirs.
  if (data.outcome.kind === 'generic' && spec.measure !== 'GEN') return measureOfAnalysis(result);
  return measureOfOutcome(result, data.outcome, data.isRatio, spec.doseResponse?.per ?? 1);
}

export function numbersOf(data: OutcomeData) {
  return new Map(data.studies.map(study => [study.studyId, study.numbers]));
}

/**
 * What a figure says beyond the numbers. The arms' numbers stand beside the effects only where these were computed from
 * them: a result older than the data is drawn without.
 */
export function wordsOf(result: Result, data: OutcomeData, isStale: boolean, hasBias = true): ForestWords {
  const { first, second } = data.armNames;
  const [left, right] = data.outcome.isLowerBetter ? [first, second] : [second, first];
  const measure = measureOf(result, data);
  const judged = data.studies.flatMap(({ studyId, riskOfBias }): [string, Judgement][] =>
    riskOfBias ? [[studyId, riskOfBias]] : [],
  );
  const footnotes =
    result.spec.model === 'random' && result.spec.generalised
      ? ['The mixed model of counts gives studies no weights; squares go by the precision of each study.']
      : [];
  return {
    arms: armTitles(data.outcome.kind, data.armNames),
    ...(measure.noEffect === null || !comparesSides(data.outcome.kind) ? {} : { favours: { left, right } }),
    measure,
    footnotes,
    converted: data.conversions,
    ...(hasBias && judged.length > 0 ? { riskOfBias: new Map(judged) } : {}),
    ...(isStale ? {} : { numbers: numbersOf(data) }),
  };
}

/** The forest plot as data. */
export function forestOf(result: Result, data: OutcomeData, isStale: boolean, hasBias = true): ForestData {
  return forestOfAnalysis(result, wordsOf(result, data, isStale, hasBias));
}
