import { isByArm } from '#core/extraction/vocabulary';
import type { SentenceWords } from '#core/reporting/analysisSentences';
import { partsOf } from '#core/synthesis/moderatorTerms';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData, Plan } from './plan.ts';

/** People of both groups over the studies that are pooled; null where studies don't say. */
export function peopleIn(result: Result, data: OutcomeData): number | null {
  const pooled = new Set(result.studies.flatMap(({ studyId, effect }) => (effect.estimable ? [studyId] : [])));
  const numbers = data.studies.filter(({ studyId }) => pooled.has(studyId)).map(study => study.numbers);
  const counts = numbers.map(({ n1i, n2i, ni }) => (n1i !== undefined && n2i !== undefined ? n1i + n2i : (ni ?? null)));
  if (counts.length === 0 || counts.some(one => one === null)) return null;
  return counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** The names that the sentences of an analysis use. */
export function sentenceWords(plan: Plan, data: OutcomeData, result: Result): SentenceWords {
  const nameOf = (id: string) => data.characteristics.find(one => one.id === id)?.name ?? 'a characteristic';
  const labels = new Map(data.studies.map(({ studyId, label }) => [studyId, label]));
  const { subgroups, moderators } = plan.specification;
  return {
    outcome: [data.outcome.name.toLowerCase(), data.outcome.timepoint].filter(Boolean).join(', ') || 'the outcome',
    comparison: isByArm(data.outcome.kind) ? `${data.armNames.first} against ${data.armNames.second}` : null,
    measure: measureOf(result, data),
    people: peopleIn(result, data),
    leftOut: plan.leftOut.map(({ studyId, reason }) => ({ label: labels.get(studyId) ?? 'a study', reason })),
    subgroupsBy: subgroups ? nameOf(subgroups.by) : null,
    moderators: moderators.map(word => partsOf(word).map(nameOf).join(' × ')),
  };
}
