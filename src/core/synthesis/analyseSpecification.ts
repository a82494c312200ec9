import type { Estimable } from '#core/estimable';
import { type Analysis, analyse } from '#core/synthesis/analyse';
import { type ModeratorAnalysis, moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import type { Specification } from '#core/synthesis/specification';
import { type SubgroupAnalysis, subgroupAnalysis } from '#core/synthesis/subgroupAnalysis';
import type { UsedStudy } from '#core/synthesis/whatChanged';

export interface SpecifiedAnalysis extends Analysis {
  /** Null where the choices name no subgroups. */
  readonly subgroups: SubgroupAnalysis | null;
  /** Null where the choices name no moderator. */
  readonly regression: Estimable<ModeratorAnalysis> | null;
}

/** All that a saved analysis computes: the pooled effect, its subgroups and its meta-regression. Pure; see its parts. */
export function analyseSpecification(
  specification: Specification,
  studies: readonly UsedStudy[],
  moderators: readonly Moderator[],
): SpecifiedAnalysis {
  const analysis = analyse(specification, studies);
  const { subgroups } = specification;
  const groups = new Map(
    studies.flatMap(({ studyId, characteristics }) => {
      const value = subgroups ? characteristics[subgroups.by] : undefined;
      return value === undefined ? [] : [[studyId, String(value)] as const];
    }),
  );
  return {
    ...analysis,
    subgroups: subgroups ? subgroupAnalysis(analysis, studies, groups, subgroups.tauSquared) : null,
    regression:
      specification.moderators.length === 0
        ? null
        : moderatorAnalysis(
            analysis,
            moderators.filter(({ id }) => specification.moderators.includes(id)),
            new Map(studies.map(({ studyId, characteristics }) => [studyId, characteristics])),
          ),
  };
}
