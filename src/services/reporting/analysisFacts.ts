import { CERTAINTY_WORDS, certaintyOf, REASON_WORDS, REASONS_DOWN, REASONS_UP } from '#core/certainty/grading';
import { isByArm } from '#core/extraction/vocabulary';
import type { SentenceWords } from '#core/reporting/analysisSentences';
import type { AnalysisFact, CertaintyFact } from '#core/reporting/manuscript/facts';
import { measureOfOutcome } from '#core/reporting/outcomeMeasure';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import type { Analysis } from '#entities/Analysis';
import type { CertaintyGrading } from '#entities/CertaintyGrading';
import { outcomeName } from '#services/appraisal/readAppraisals';
import { type Gathered, type Ground, gatherEvidence } from '#services/certainty/gatherEvidence';
import { staleReasons } from '#services/certainty/staleReasons';
import type { Context } from '#services/context';
import type { OutcomeData } from '#services/synthesis/outcomeData';
import { choicesOf } from '#services/synthesis/readAnalyses';

const BUILT_IN: Readonly<Record<string, string>> = { year: 'year', 'risk-of-bias': 'risk of bias' };

/** The names that the sentences of a saved analysis use. */
export function sentenceWordsOf(row: Analysis, data: OutcomeData, people: number | null): SentenceWords {
  const { specification, leftOut } = choicesOf(row);
  const nameOf = (id: string) =>
    BUILT_IN[id] ?? data.characteristics.find(one => one.characteristicId === id)?.name ?? 'a characteristic';
  const labels = new Map(data.studies.map(({ studyId, label }) => [studyId, label]));
  const { comparison, subgroups, moderators } = specification;
  const { per } = specification.doseResponse ?? { per: 1 };
  const result = row.result as SpecifiedAnalysis | null; // written by computeAnalysis
  const arms = comparison
    ? `${comparison.first.join(' or ')} against ${comparison.second.join(' or ')}`
    : `${data.armNames.first} against ${data.armNames.second}`;
  return {
    outcome: (outcomeName(data.outcome) ?? '').toLowerCase(),
    comparison: isByArm(data.outcome.kind) ? arms : null,
    ...(result ? { measure: measureOfOutcome(result, data.outcome, data.isRatio, per) } : {}),
    people,
    leftOut: leftOut.map(({ studyId, reason }) => ({ label: labels.get(studyId) ?? 'a study', reason })),
    subgroupsBy: subgroups ? nameOf(subgroups.by) : null,
    moderators: moderators.map(nameOf),
  };
}

function certaintyFact(grading: CertaintyGrading, gathered: Gathered): CertaintyFact {
  const words = (reasons: readonly (keyof typeof REASON_WORDS)[]) =>
    reasons.filter(reason => (grading.reasons[reason]?.levels ?? 0) !== 0).map(reason => REASON_WORDS[reason]);
  return {
    level: CERTAINTY_WORDS[certaintyOf(grading)],
    downFor: words(REASONS_DOWN),
    upFor: words(REASONS_UP),
    isAgreed: grading.agreedAt !== null,
    stale: staleReasons(grading, gathered.grounds, gathered.isStale),
  };
}

/** Saved analyses as the manuscript tells of them; those whose outcome is gone are left out. */
export function analysisFacts(
  ctx: Context,
  rows: readonly Analysis[],
  ground: Ground,
  gradings: ReadonlyMap<string, CertaintyGrading>,
): AnalysisFact[] {
  return rows.flatMap(row => {
    const gathered = gatherEvidence(ctx, row, ground);
    if (!gathered) return [];
    const grading = gradings.get(row.analysisId);
    return [
      {
        analysisId: row.analysisId,
        name: row.name,
        outcomeName: (outcomeName(gathered.data.outcome) ?? '').toLowerCase(),
        isLocked: row.isLocked,
        isStale: gathered.isStale,
        specification: choicesOf(row).specification,
        result: row.result as SpecifiedAnalysis | null, // written by computeAnalysis
        words: sentenceWordsOf(row, gathered.data, gathered.evidence.people),
        certainty: grading ? certaintyFact(grading, gathered) : null,
      },
    ];
  });
}
