import { useMemo } from 'react';
import { useHeavy } from './heavy/useHeavy.ts';
import { liveAnalysis, type Result, studiesIn } from './liveAnalysis.ts';
import type { OutcomeData, Plan } from './plan.ts';

/** So many studies are pooled at once without anybody noticing. */
const STUDIES_AT_ONCE = 1000;
/** Boundaries for so many looks are found without anybody noticing. */
const LOOKS_AT_ONCE = 40;
/** Models of so many effects that belong together, too. */
const DEPENDENT_AT_ONCE = 100;

export interface LiveResult {
  readonly result: Result | null;
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly problem: string | null;
}

/** The result of a plan: at once where that is quick, from a thread of its own where it is not. */
export function useResult(plan: Plan, data: OutcomeData): LiveResult {
  const isHeavy =
    (plan.specification.model === 'random' && Boolean(plan.specification.generalised)) ||
    (plan.specification.sequential !== null &&
      (plan.specification.sequential.futility === true || data.studies.length > LOOKS_AT_ONCE)) ||
    plan.specification.accuracy?.model === 'binomial' ||
    (plan.specification.dependence !== null && data.studies.length > DEPENDENT_AT_ONCE) ||
    data.studies.length > STUDIES_AT_ONCE;
  const quick = useMemo(() => (isHeavy ? null : liveAnalysis(plan, data)), [isHeavy, plan, data]);
  const input = useMemo(
    () =>
      isHeavy
        ? {
            specification: plan.specification,
            studies: studiesIn(plan, data),
            characteristics: data.characteristics,
          }
        : null,
    [isHeavy, plan, data],
  );
  const { value, progress, problem } = useHeavy('analysis', input);
  return { result: quick ?? value, progress, problem };
}
