import type { ForestData } from '#core/reporting/forestData';
import { type DrawnAnalysis, forestOfAnalysis } from '#core/reporting/forestOfAnalysis';
import { MEASURE_WORDS, type MeasureWords } from '#core/reporting/measureWords';
import { analyse } from '#core/synthesis/analyse';
import type { OutcomeData, Plan, SavedAnalysis } from './plan.ts';

/** An analysis that can be drawn, and how many studies are in it. */
export type Result = DrawnAnalysis & { readonly k: number };

/** Computes what the server would compute on saving, from the same data by the same function. */
export function liveAnalysis(plan: Plan, data: OutcomeData): Result {
  const out = new Set(plan.leftOut.map(one => one.studyId));
  return analyse(
    plan.specification,
    data.studies.filter(study => !out.has(study.studyId)),
  );
}

/** The result as it was computed when it was saved. */
export function storedAnalysis({ result, specification }: SavedAnalysis): Result | null {
  // The server stored what `analyse` gave; the contract words some of its parts more loosely.
  return result === null ? null : ({ ...result, spec: specification } as Result);
}

/** What the measure is called and how its numbers are shown; ready-made estimates may be ratios. */
export function measureOf({ spec }: Pick<Result, 'spec'>, data: OutcomeData): MeasureWords {
  const words = MEASURE_WORDS[spec.measure];
  if (data.outcome.kind !== 'generic') return words;
  return data.isRatio
    ? { ...words, title: 'Ratio', scale: 'log', analysed: 'log ratio' }
    : { ...words, title: 'Estimate', analysed: 'estimate' };
}

/**
 * The forest plot as data. The arms' numbers stand beside the effects only where these were computed from them: a result
 * older than the data is drawn without.
 */
export function forestOf(result: Result, data: OutcomeData, isStale: boolean): ForestData {
  const { first, second } = data.armNames;
  const [left, right] = data.outcome.isLowerBetter ? [first, second] : [second, first];
  return forestOfAnalysis(result, {
    arms: data.armNames,
    favours: { left, right },
    measure: measureOf(result, data),
    ...(isStale ? {} : { numbers: new Map(data.studies.map(study => [study.studyId, study.numbers])) }),
  });
}
