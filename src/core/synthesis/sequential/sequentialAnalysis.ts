import { type Estimable, estimable, notEstimable } from '#core/estimable';
import type { Analysis } from '#core/synthesis/analyse';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import { controlRiskOf, deviationOf, personsOfStudy } from '#core/synthesis/sequential/plannedFromStudies';
import type { AnticipatedEffect } from '#core/synthesis/sequential/requiredSize';
import { type PlannedEffect, type SequentialChoices, whyNotPlan } from '#core/synthesis/sequential/sequentialChoices';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { type TrialSequentialAnalysis, trialSequential } from '#core/synthesis/sequential/trialSequential';
import type { UsedStudy } from '#core/synthesis/whatChanged';

/** Risks or means: what the size of a trial is computed from. */
export type SequentialKind = 'risk' | 'mean';

const KINDS: Readonly<Record<string, SequentialKind>> = {
  OR: 'risk',
  RR: 'risk',
  RD: 'risk',
  PETO: 'risk',
  MD: 'mean',
};

/** What the effect worth finding is about; null for measures that no trial's size can be computed for. */
export function sequentialKindOf(measure: string): SequentialKind | null {
  return KINDS[measure] ?? null;
}

export interface SequentialAnalysis extends TrialSequentialAnalysis {
  /** In the order of their coming, as the steps. */
  readonly trials: readonly { readonly studyId: string; readonly label: string }[];
  /** The effect with what the data had to add. */
  readonly anticipated: AnticipatedEffect;
  /** Whether the risk or the deviation was taken from the data. */
  readonly isFromData: boolean;
  /** Without any year the trials come as they are listed; those without one come last. */
  readonly hasYears: boolean;
}

/**
 * Trial sequential analysis of the effects of an analysis, its trials by year, planned as a specification says. Scale:
 * that of the analysis. What the plan leaves to the data is the crude risk of the second group, or the standard deviation
 * pooled over groups. Takes an analysis and the studies that it was computed from.
 * Not estimable: `model-not-for-this-measure` (OR, RR, RD, MD are), `no-study-with-an-effect`, `numbers-missing` (persons
 * of a study unknown), `plan-not-for-this-measure` and the reasons of `whyNotPlan`. Source and agreement: see
 * `trialSequential`.
 */
export function sequentialAnalysis(
  { spec, studies }: Pick<Analysis, 'spec' | 'studies'>,
  used: readonly Pick<UsedStudy, 'studyId' | 'numbers' | 'characteristics'>[],
  choices: SequentialChoices,
): Estimable<SequentialAnalysis> {
  const kind = sequentialKindOf(spec.measure);
  if (!kind) return notEstimable('model-not-for-this-measure');
  if ((choices.anticipated.outcome === 'MD') !== (kind === 'mean')) return notEstimable('plan-not-for-this-measure');
  const trials = trialsInOrder({ studies }, used);
  if (trials.length === 0) return notEstimable('no-study-with-an-effect');
  const persons = trials.map(trial => personsOfStudy(trial.numbers) ?? Number.NaN);
  if (persons.some(Number.isNaN)) return notEstimable('numbers-missing');
  const completed = completedBy(
    choices.anticipated,
    trials.map(trial => trial.numbers),
  );
  if (!completed.estimable) return completed;
  const refusal = whyNotPlan(completed.value);
  if (refusal) return notEstimable(refusal);
  const { alpha, beta, sides, heterogeneity, spending, model, futility } = choices;
  const found = trialSequential({ yi: trials.map(({ yi }) => yi), vi: trials.map(({ vi }) => vi) }, persons, {
    anticipated: completed.value,
    errors: { alpha, beta, sides },
    heterogeneity,
    spending: spendingNamed(spending),
    model,
    futility,
  });
  const { anticipated } = choices;
  return estimable({
    ...found,
    trials: trials.map(({ studyId, label }) => ({ studyId, label })),
    anticipated: completed.value,
    isFromData: (anticipated.outcome === 'MD' ? anticipated.deviation : anticipated.controlRisk) === null,
    hasYears: trials.some(({ year }) => Number.isFinite(year)),
  });
}

/** Trials by year, those of one year as they are listed, those without one last. */
function trialsInOrder(analysis: Pick<Analysis, 'studies'>, used: Parameters<typeof sequentialAnalysis>[1]) {
  const own = new Map(used.map(study => [study.studyId, study]));
  const { studies, yi, vi } = analysedEffects(analysis);
  return studies
    .map(({ studyId, label }, place) => {
      const study = own.get(studyId);
      const year = study?.characteristics.year;
      return {
        studyId,
        label,
        yi: yi[place] ?? Number.NaN,
        vi: vi[place] ?? Number.NaN,
        numbers: study?.numbers ?? {},
        year: typeof year === 'number' ? year : Number.POSITIVE_INFINITY,
      };
    })
    .sort((a, b) => (a.year === b.year ? 0 : a.year - b.year));
}

/** The effect with the risk or deviation of the data where the plan names none. */
export function completedBy(planned: PlannedEffect, numbers: readonly StudyNumbers[]): Estimable<AnticipatedEffect> {
  if (planned.outcome === 'MD') {
    const { deviation, ...rest } = planned;
    if (deviation !== null) return estimable({ ...rest, deviation });
    const found = deviationOf(numbers);
    return found.estimable ? estimable({ ...rest, deviation: found.value }) : found;
  }
  const { controlRisk, ...rest } = planned;
  if (controlRisk !== null) return estimable({ ...rest, controlRisk });
  const found = controlRiskOf(numbers);
  return found.estimable ? estimable({ ...rest, controlRisk: found.value }) : found;
}
