import type { ConvertedResult } from '#core/extraction/convertedResults';
import type { Counts } from '#core/extraction/counts';
import type { ArmNumbers, EstimateNumbers } from '#core/extraction/impossibleResult';
import { usedPlainCounts } from '#core/extraction/plainCounts';
import { changeFor, type ReportedAs, usedArm, usedEstimate, usedSentence } from '#core/extraction/usedNumbers';
import type { Outcome } from '#entities/Outcome';

/** Turns what each study reports on an outcome into the review's unit and direction; what was extracted stays as it is. */
export function unifyOutcome(
  outcome: Pick<Outcome, 'kind' | 'unit'>,
  reportedBy: (studyId: string) => ReportedAs | null,
) {
  const changeOf = (studyId: string) => {
    const reported = reportedBy(studyId);
    return reported && { reported, change: changeFor(reported, outcome.unit) };
  };
  return {
    arm<Numbers extends ArmNumbers>(studyId: string, numbers: Numbers): Numbers {
      const found = changeOf(studyId);
      if (!found?.change.estimable) return numbers;
      return usedArm(outcome.kind, numbers, found.change.value, found.reported.isReversed);
    },
    estimate<Numbers extends EstimateNumbers>(studyId: string, numbers: Numbers): Numbers {
      const found = changeOf(studyId);
      if (!found?.change.estimable) return numbers;
      return usedEstimate(numbers, found.change.value, found.reported.isReversed);
    },
    counts(studyId: string, counts: Counts): Counts {
      const found = changeOf(studyId);
      if (!found?.change.estimable || counts.kind === 'accuracy' || counts.kind === 'dose-response') return counts;
      return usedPlainCounts(counts, found.change.value, found.reported.isReversed);
    },
    /** Why a study's numbers can't be used: in another unit, with no way into the review's. Null where they can. */
    because(studyId: string): { readonly estimable: false; readonly because: string } | null {
      const change = changeOf(studyId)?.change;
      return change && !change.estimable ? change : null;
    },
    converted(study: { readonly studyId: string; readonly label: string }): ConvertedResult[] {
      const reported = reportedBy(study.studyId);
      const sentence = reported ? usedSentence(reported, outcome.unit, outcome.kind) : '';
      if (sentence === '') return [];
      const source = sentence;
      return [
        { ...study, arm: null, provenance: { conversion: 'unit-or-direction', sentence, assumptions: [], source } },
      ];
    },
  };
}
