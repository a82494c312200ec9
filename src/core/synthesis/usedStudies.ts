import { type Comparison, comparedArms, type ReportedArm } from '#core/extraction/comparedArms';
import { studyNumbers } from '#core/extraction/studyNumbers';
import { becauseWords } from '#core/reporting/becauseWords';
import { ownSlope } from '#core/synthesis/doseResponse/doseAnalysis';
import { characteristicsUsed, type Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';
import { isByArm, type OutcomeKind } from '#core/vocabulary';

/** A study with all that an analysis may look at: its numbers as extracted, its arms, what it is like. */
export interface StudyAtHand extends UsedStudy {
  readonly arms: readonly ReportedArm[];
}

/** A study with the numbers of a comparison; without one it is as extracted. */
export function comparedStudy(kind: OutcomeKind, study: StudyAtHand, comparison: Comparison | null): StudyAtHand {
  // What isn't told by arm compares what its study compared.
  if (!comparison || !isByArm(kind)) return study;
  const numbers = studyNumbers(kind, { arms: comparedArms(study.arms, comparison), estimate: null });
  return numbers.estimable
    ? { ...study, numbers: numbers.value, because: null }
    : { ...study, numbers: {}, because: becauseWords(numbers.because) };
}

/** The same with its own slope for the step of exposure that the analysis tells. */
export function slopedStudy<Study extends UsedStudy>(study: Study, per: number): Study {
  if (!study.dose || study.because !== null) return study;
  const slope = ownSlope(study.dose, per);
  return slope.estimable
    ? { ...study, numbers: { ...slope.value } }
    : { ...study, numbers: {}, because: becauseWords(slope.because) };
}

type Looks = Pick<
  Specification,
  'comparison' | 'subgroups' | 'moderators' | 'sequential' | 'doseResponse' | 'dependence'
>;

/** The studies as an analysis with these choices uses them: numbers of its comparison, characteristics that it asks for. */
export function usedStudies(kind: OutcomeKind, studies: readonly StudyAtHand[], looks: Looks): UsedStudy[] {
  const names = characteristicsUsed(looks);
  return studies.map(study => {
    const compared = comparedStudy(kind, study, looks.comparison);
    const { studyId, label, numbers, because, dose } = slopedStudy(compared, looks.doseResponse?.per ?? 1);
    const known = names.flatMap(name => {
      const value = study.characteristics[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const characteristics = Object.fromEntries(known);
    return { studyId, label, numbers, because, characteristics, ...(dose ? { dose } : {}) };
  });
}
