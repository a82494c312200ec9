import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import { partsOf } from '#core/synthesis/moderatorTerms';
import type { SequentialChoices } from '#core/synthesis/sequential/sequentialChoices';

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
  /** Characteristics of the meta-regression, by id; `one:other` is their interaction. */
  readonly moderators: readonly string[];
  /** The treatment that a network compares the others with; null: the one in most studies. */
  readonly reference: string | null;
  /** The plan of the trial sequential analysis; null: none is asked for. */
  readonly sequential: SequentialChoices | null;
}

export const NOTHING_FURTHER: Omit<Specification, keyof AnalysisSpec> = {
  comparison: null,
  subgroups: null,
  moderators: [],
  reference: null,
  sequential: null,
};

/** Ids of the characteristics that these choices look at. */
export function characteristicsUsed({
  subgroups,
  moderators,
  sequential,
}: Pick<Specification, 'subgroups' | 'moderators' | 'sequential'>) {
  // Trials come by year where repeated looks are judged.
  return [
    ...new Set([...(subgroups ? [subgroups.by] : []), ...moderators.flatMap(partsOf), ...(sequential ? ['year'] : [])]),
  ];
}

/**
 * The choices as a fingerprint sees them: what is not asked for and came later than the first analyses leaves no trace,
 * so that what was saved before is not taken for stale.
 */
export function askedChoices({ sequential, ...others }: Specification): object {
  return sequential ? { ...others, sequential } : others;
}
