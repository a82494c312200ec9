import { accuracyMethods, accuracyResults } from '#core/reporting/accuracySentences';
import { resultsSentences } from '#core/reporting/analysisSentences';
import { doseMethods, doseResults } from '#core/reporting/doseSentences';
import { methodsSentences } from '#core/reporting/methodsSentences';
import type { Result } from './liveAnalysis.ts';
import type { OutcomeData, Plan } from './plan.ts';
import { sentenceWords } from './sentenceWords.ts';

/** What Methods and Results would say of an analysis; outcomes with a model of their own tell that model. */
export function sentencesOf(plan: Plan, data: OutcomeData, result: Result): { methods: string; results: string } {
  const words = sentenceWords(plan, data, result);
  const { accuracy, doseResponse, level, zeroCells } = plan.specification;
  if (accuracy && result.accuracy) {
    return {
      methods: accuracyMethods(accuracy, level, zeroCells),
      results: accuracyResults(result.accuracy, words.outcome, words.leftOut),
    };
  }
  if (doseResponse && result.doseResponse) {
    return {
      methods: doseMethods(doseResponse, level),
      results: doseResults(result.doseResponse, words.outcome, data.outcome.unit, words.leftOut),
    };
  }
  return { methods: methodsSentences(plan.specification, words), results: resultsSentences(result, words) };
}
