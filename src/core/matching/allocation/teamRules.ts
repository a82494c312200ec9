import type { Cohort, Placement } from '#core/matching/allocation/allocateCohort';

/**
 * A rule on who is in a team together, over several openings of a project. Such rules are not nested in the capacities of people,
 * openings and leads: a flow of least cost can't keep them, and a mixed-integer programme does.
 */
export type TeamRule =
  /** The two are not in one project: relatives, a conflict of interest, or screeners who must judge apart. */
  | { readonly kind: 'apart'; readonly personIds: readonly [string, string] }
  /** Somebody among all who are placed in the project has the skill. */
  | { readonly kind: 'skill'; readonly projectId: string; readonly skill: string };

export interface RuledCohort extends Cohort {
  readonly projectOf: ReadonlyMap<string, string>;
  readonly skillsOf: ReadonlyMap<string, readonly string[]>;
  readonly rules: readonly TeamRule[];
}

/** Places in the list of rules that placements do not keep. */
export function brokenRules(
  { rules, projectOf, skillsOf }: RuledCohort,
  placements: readonly Pick<Placement, 'personId' | 'openingId'>[],
): number[] {
  const projectOfPerson = new Map(placements.map(one => [one.personId, projectOf.get(one.openingId)]));
  return rules.flatMap((rule, nth) => {
    if (rule.kind === 'apart') {
      const [one, other] = rule.personIds.map(id => projectOfPerson.get(id));
      return one !== undefined && one === other ? [nth] : [];
    }
    const team = [...projectOfPerson].filter(([, projectId]) => projectId === rule.projectId);
    return team.some(([personId]) => skillsOf.get(personId)?.includes(rule.skill)) ? [] : [nth];
  });
}
