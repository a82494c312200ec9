import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { AccuracyChoices } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { DoseChoices } from '#core/synthesis/doseResponse/doseAnalysis';
import { partsOf } from '#core/synthesis/moderatorTerms';
import type { DependenceChoices } from '#core/synthesis/multilevel/dependentEffects';
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
  /** How accuracy of a test is pooled; null for other outcomes. */
  readonly accuracy: AccuracyChoices | null;
  /** Which curve is drawn through levels of exposure; null for other outcomes. */
  readonly doseResponse: DoseChoices | null;
  /** Which effects belong together; null: each stands for itself. */
  readonly dependence: DependenceChoices | null;
}

export const NOTHING_FURTHER: Omit<Specification, keyof AnalysisSpec> = {
  comparison: null,
  subgroups: null,
  moderators: [],
  reference: null,
  sequential: null,
  accuracy: null,
  doseResponse: null,
  dependence: null,
};

/** What the two kinds of outcome with a model of their own begin with. */
export const DEFAULT_ACCURACY: AccuracyChoices = { model: 'normal', method: 'REML' };
export const DEFAULT_DOSE: DoseChoices = { curve: 'spline', knots: 3, method: 'REML', reference: null, per: 1 };

/** Ids of the characteristics that these choices look at. */
export function characteristicsUsed({
  subgroups,
  moderators,
  sequential,
  dependence,
}: Pick<Specification, 'subgroups' | 'moderators' | 'sequential' | 'dependence'>) {
  // Trials come by year where repeated looks are judged.
  return [
    ...new Set([
      ...(subgroups ? [subgroups.by] : []),
      ...moderators.flatMap(partsOf),
      ...(sequential ? ['year'] : []),
      ...(dependence ? [dependence.by] : []),
    ]),
  ];
}

/**
 * The choices as a fingerprint sees them: what is not asked for and came later than the first analyses leaves no trace,
 * so that what was saved before is not taken for stale.
 */
export function askedChoices({ sequential, accuracy, doseResponse, dependence, ...others }: Specification): object {
  return {
    ...others,
    ...(sequential ? { sequential } : {}),
    ...(accuracy ? { accuracy } : {}),
    ...(doseResponse ? { doseResponse } : {}),
    ...(dependence ? { dependence } : {}),
  };
}
