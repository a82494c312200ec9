import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import type { getAnalysis, getOutcomeData, listAnalyses, saveAnalysis } from '#contract/synthesis';
import { type AnalysisSpec, DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import type { Measure } from '#core/vocabulary';

export type AnalysisList = ReplyOf<typeof listAnalyses>;
export type SavedAnalysis = ReplyOf<typeof getAnalysis>;
export type OutcomeData = ReplyOf<typeof getOutcomeData>;
export type AnalysisBody = BodyInputOf<typeof saveAnalysis>;

/** Stands in the address for an analysis that isn't saved yet. */
export const NEW = 'new';

export interface LeftOut {
  readonly studyId: string;
  readonly reason: string;
}

/** What is to be pooled and how: a saved analysis, or what a person tries out. */
export interface Plan {
  readonly name: string;
  readonly specification: AnalysisSpec & { readonly measure: Measure };
  readonly leftOut: readonly LeftOut[];
}

export function planOfSaved({ name, specification, leftOut }: SavedAnalysis): Plan {
  return { name, specification, leftOut };
}

/** What a new analysis begins with: the outcome's first measure, and the choices that most protocols name. */
export function freshPlan({ outcome, measures }: OutcomeData): Plan {
  const name = [outcome.name, outcome.timepoint].filter(part => part !== '').join(', ');
  return { name, specification: { ...DEFAULT_ANALYSIS, measure: measures[0] ?? 'GEN' }, leftOut: [] };
}

export function bodyOf({ name, specification, leftOut }: Plan, outcomeId: string): AnalysisBody {
  return { name, outcomeId, specification, leftOut: leftOut.map(one => ({ ...one })) };
}

/** "Tuberculosis, copy", "Tuberculosis, copy 2": names stay apart. */
export function copyName(name: string, { analyses }: AnalysisList): string {
  const taken = new Set(analyses.map(one => one.name));
  const first = `${name}, copy`;
  if (!taken.has(first)) return first;
  let number = 2;
  while (taken.has(`${first} ${number}`)) number++;
  return `${first} ${number}`;
}
