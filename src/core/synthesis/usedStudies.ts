import { type Comparison, comparedArms, type ReportedArm } from '#core/extraction/comparedArms';
import { studyNumbers } from '#core/extraction/studyNumbers';
import { becauseWords } from '#core/reporting/becauseWords';
import { characteristicsUsed, type Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import type { OutcomeKind } from '#core/vocabulary';

/** A study with all that an analysis may look at: its numbers as extracted, its arms, what it is like. */
export interface StudyAtHand extends UsedStudy {
  readonly arms: readonly ReportedArm[];
}

/** A study with the numbers of a comparison; without one it is as extracted. */
export function comparedStudy(kind: OutcomeKind, study: StudyAtHand, comparison: Comparison | null): StudyAtHand {
  // A ready-made estimate compares what its study compared.
  if (!comparison || kind === 'generic') return study;
  const numbers = studyNumbers(kind, { arms: comparedArms(study.arms, comparison), estimate: null });
  return numbers.estimable
    ? { ...study, numbers: numbers.value, because: null }
    : { ...study, numbers: {}, because: becauseWords(numbers.because) };
}

type Looks = Pick<Specification, 'comparison' | 'subgroups' | 'moderators' | 'sequential'>;

/** The studies as an analysis with these choices uses them: numbers of its comparison, characteristics that it asks for. */
export function usedStudies(kind: OutcomeKind, studies: readonly StudyAtHand[], looks: Looks): UsedStudy[] {
  const names = characteristicsUsed(looks);
  return studies.map(study => {
    const { studyId, label, numbers, because } = comparedStudy(kind, study, looks.comparison);
    const known = names.flatMap(name => {
      const value = study.characteristics[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return { studyId, label, numbers, because, characteristics: Object.fromEntries(known) };
  });
}
