import type { Estimable } from '#core/estimable';
import { type Analysis, analyse } from '#core/synthesis/analyse';
import { type AccuracyAnalysis, accuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { type DoseAnalysis, doseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import { type ModeratorAnalysis, moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { moderatorTerms } from '#core/synthesis/moderatorTerms';
import { type DependentEffects, dependentEffects } from '#core/synthesis/multilevel/dependentEffects';
import { type SequentialAnalysis, sequentialAnalysis } from '#core/synthesis/sequential/sequentialAnalysis';
import type { Specification } from '#core/synthesis/specification';
import { type SubgroupAnalysis, subgroupAnalysis } from '#core/synthesis/subgroupAnalysis';
import type { UsedStudy } from '#core/synthesis/whatChanged';

export interface SpecifiedAnalysis extends Analysis {
  readonly spec: Specification;
  /** Null where the choices name no subgroups. */
  readonly subgroups: SubgroupAnalysis | null;
  /** Null where the choices name no moderator. */
  readonly regression: Estimable<ModeratorAnalysis> | null;
  /** Null where the choices plan no trial sequential analysis. */
  readonly sequential: Estimable<SequentialAnalysis> | null;
  /** Of outcomes with a model of their own; the pooled effect is then that of diagnostic odds ratios, or of slopes. */
  readonly accuracy: Estimable<AccuracyAnalysis> | null;
  readonly doseResponse: Estimable<DoseAnalysis> | null;
  /** Null where every effect stands for itself. */
  readonly dependence: Estimable<DependentEffects> | null;
}

/** So many studies, or looks at them, take longer than others should wait for. */
const MOST_DIRECT = 500;
const MOST_LOOKS = 20;
const MOST_LOOKS_FOR_FUTILITY = 3;
/** Models of dependent effects look at each with each other. */
const MOST_DEPENDENT = 100;

/** Whether it may take long: mixed models, boundaries for many looks, very many studies. */
export function takesLong(specification: Specification, studies: number): boolean {
  const { model, generalised, sequential, accuracy, doseResponse, dependence } = specification;
  return (
    Boolean(accuracy) ||
    Boolean(doseResponse) ||
    (model === 'random' && Boolean(generalised)) ||
    (sequential !== null && studies > (sequential?.futility ? MOST_LOOKS_FOR_FUTILITY : MOST_LOOKS)) ||
    (Boolean(dependence) && studies > MOST_DEPENDENT) ||
    studies > MOST_DIRECT
  );
}

/** All that a saved analysis computes: the pooled effect, its subgroups, its meta-regression, its repeated looks, a model of its own. Pure; see its parts. */
export function analyseSpecification(
  specification: Specification,
  studies: readonly UsedStudy[],
  moderators: readonly Moderator[],
): SpecifiedAnalysis {
  const analysis = analyse(specification, studies);
  const { subgroups, dependence } = specification;
  return {
    ...analysis,
    spec: specification,
    subgroups: subgroups
      ? subgroupAnalysis(analysis, studies, groupedBy(studies, subgroups.by), subgroups.tauSquared)
      : null,
    regression:
      specification.moderators.length === 0
        ? null
        : moderatorAnalysis(
            analysis,
            moderatorTerms(specification.moderators, moderators),
            new Map(studies.map(({ studyId, characteristics }) => [studyId, characteristics])),
          ),
    sequential: specification.sequential ? sequentialAnalysis(analysis, studies, specification.sequential) : null,
    accuracy: specification.accuracy
      ? accuracyAnalysis(studies, specification.accuracy, specification.level, specification.zeroCells)
      : null,
    doseResponse: specification.doseResponse
      ? doseAnalysis(studies, specification.doseResponse, specification.level)
      : null,
    dependence: dependence ? dependentEffects(analysis, groupedBy(studies, dependence.by), dependence) : null,
  };
}

/** The value of a characteristic by study, as far as it is known. */
function groupedBy(studies: readonly UsedStudy[], by: string): ReadonlyMap<string, string> {
  return new Map(
    studies.flatMap(({ studyId, characteristics }) => {
      const value = characteristics[by];
      return value === undefined ? [] : [[studyId, String(value)] as const];
    }),
  );
}
