import { type Comparison, comparedArms, type ReportedArm, treatmentKey } from '#core/extraction/comparedArms';
import { studyNumbers } from '#core/extraction/studyNumbers';
import { isByArm, type OutcomeKind } from '#core/extraction/vocabulary';
import { becauseWords } from '#core/reporting/becauseWords';
import { ownSlope } from '#core/synthesis/doseResponse/doseAnalysis';
import type { StudyContrast } from '#core/synthesis/network/contrasts';
import { characteristicsUsed, type Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';

/** A study with all that an analysis may look at: its numbers as extracted, its arms, what it is like. */
export interface StudyAtHand extends UsedStudy {
  readonly arms: readonly ReportedArm[];
  /** Differences between its treatments, where these are told and not what each arm had. */
  readonly contrasts?: readonly StudyContrast[];
}

/** The difference that a study tells between the two treatments of a comparison, first less second. */
function contrastedStudy(
  study: StudyAtHand,
  contrasts: readonly StudyContrast[],
  { first, second }: Comparison,
): StudyAtHand {
  const isOn = (side: readonly string[], name: string) => side.some(one => treatmentKey(one) === treatmentKey(name));
  const between = contrasts.flatMap(one => {
    if (isOn(first, one.first) && isOn(second, one.second)) return [one];
    return isOn(second, one.first) && isOn(first, one.second) ? [{ ...one, difference: -one.difference }] : [];
  });
  const [only, ...others] = between;
  if (!only) return { ...study, numbers: {}, because: 'it doesn’t compare these treatments' };
  // Arms of one side could be put together only if it were known how many people each had.
  if (others.length > 0) return { ...study, numbers: {}, because: 'it has several differences between these sides' };
  return { ...study, numbers: { yi: only.difference, vi: only.variance }, because: null };
}

/** A study with the numbers of a comparison; without one it is as extracted. */
export function comparedStudy(kind: OutcomeKind, study: StudyAtHand, comparison: Comparison | null): StudyAtHand {
  if (comparison && study.contrasts) return contrastedStudy(study, study.contrasts, comparison);
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
