import type { CertaintyGrading, GradingGrounds } from '#entities/CertaintyGrading';

/** Why an agreed certainty no longer rests on what it rested on, one sentence a reason; none while it does. */
export function staleReasons(
  grading: Pick<CertaintyGrading, 'grounds'> | null,
  today: GradingGrounds,
  isAnalysisStale: boolean,
): string[] {
  const stale = isAnalysisStale ? ['The extracted data changed since the analysis was computed.'] : [];
  const then = grading?.grounds;
  if (!then) return stale;
  return [
    ...stale,
    ...(then.analysis === today.analysis ? [] : ['The analysis was computed again with other data or choices.']),
    ...(then.riskOfBias === today.riskOfBias ? [] : ['Judgements on risk of bias changed.']),
    ...(then.threshold === today.threshold ? [] : ['The smallest difference that matters was changed.']),
  ];
}
