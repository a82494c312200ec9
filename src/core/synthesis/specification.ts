import type { AnalysisSpec } from '#core/synthesis/analysisSpec';

/** One variance between studies for all subgroups, or one in each. */
export const SUBGROUP_VARIANCES = ['common', 'separate'] as const;
export type SubgroupVariance = (typeof SUBGROUP_VARIANCES)[number];

/** Characteristics that every study has without anybody naming them. */
export const BUILT_IN_CHARACTERISTICS = ['year', 'risk-of-bias'] as const;

/** A saved analysis' choices: how the outcome is pooled, between whom, and what else is asked of the same studies. */
export interface Specification extends AnalysisSpec {
  /** Treatments by the names of arms; null: by the kinds of arms (intervention against comparator). */
  readonly comparison: { readonly first: readonly string[]; readonly second: readonly string[] } | null;
  /** `by`: a characteristic's id or one of the built-in ones. */
  readonly subgroups: { readonly by: string; readonly tauSquared: SubgroupVariance } | null;
  /** Characteristics of the meta-regression, by id. */
  readonly moderators: readonly string[];
  /** The treatment that a network compares the others with; null: the one in most studies. */
  readonly reference: string | null;
}

export const NOTHING_FURTHER: Omit<Specification, keyof AnalysisSpec> = {
  comparison: null,
  subgroups: null,
  moderators: [],
  reference: null,
};

/** Ids of the characteristics that these choices look at. */
export function characteristicsUsed({ subgroups, moderators }: Pick<Specification, 'subgroups' | 'moderators'>) {
  return [...new Set([...(subgroups ? [subgroups.by] : []), ...moderators])];
}
