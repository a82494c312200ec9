import { type Question, questionsOnArm } from '#core/extraction/questionableResult';
import type { Outcome, Study } from './extraction.ts';

/** What is to be asked of an arm's stored numbers, held against the other studies and the arm's other outcomes. */
export function armQuestions(
  study: Study,
  studies: readonly Study[],
  outcome: Outcome,
  stored: Study['armResults'][number] | null,
): Question[] {
  if (!stored) return [];
  const { outcomeId, kind } = outcome;
  const elsewhere = studies
    .filter(other => other.studyId !== study.studyId)
    .flatMap(other => other.armResults)
    .filter(result => result.outcomeId === outcomeId);
  const otherDeviations = elsewhere.flatMap(({ standardDeviation }) => standardDeviation ?? []);
  const otherRates = elsewhere.flatMap(({ events, personTime }) =>
    events !== null && personTime !== null && personTime > 0 ? [events / personTime] : [],
  );
  const otherTotals = study.armResults.flatMap(({ armId, outcomeId: other, total }) =>
    armId === stored.armId && other !== outcomeId && total !== null ? [total] : [],
  );
  const randomised = study.arms.find(arm => arm.armId === stored.armId)?.randomised ?? null;
  const around = { otherDeviations, otherRates, otherTotals, randomised, isConverted: stored.conversion !== null };
  return questionsOnArm(kind, stored, around).filter(({ question }) => !stored.answered.includes(question));
}
