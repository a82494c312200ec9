import { type ExtractedStudy, studyNumbers } from '#core/extraction/studyNumbers';
import { becauseWords } from '#core/reporting/becauseWords';
import type { AnalysedStudy } from '#core/synthesis/analyse';
import type { Measure, OutcomeKind } from '#core/vocabulary';
import type { Outcome } from '#entities/Outcome';
import type { Actor, Context } from '#services/context';
import { loadOutcome } from '#services/extraction/outcomes';
import { loadExtraction } from '#services/extraction/readExtraction';
import { standInReview } from '#services/standing';

/** Which measures an outcome's numbers can be pooled as. */
export const MEASURES_OF: Readonly<Record<OutcomeKind, readonly Measure[]>> = {
  dichotomous: ['RR', 'OR', 'RD'],
  continuous: ['MD', 'SMD'],
  generic: ['GEN'],
};

/** A study's numbers for one outcome, or why there are none to pool. */
export interface OutcomeStudy {
  readonly studyId: string;
  readonly label: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly because: string | null;
}

export interface OutcomeData {
  readonly outcome: Outcome;
  readonly studies: readonly OutcomeStudy[];
  /** Of the arms that were pooled, so that a figure can name its columns. */
  readonly armNames: { readonly first: string; readonly second: string };
  /** Of a generic outcome: whether its estimates are ratios; null where studies differ. */
  readonly isRatio: boolean | null;
}

/** What the studies of a review report on one outcome, in the order of year and label. Studies without any number are left out. */
export async function loadOutcomeData(
  ctx: Context,
  key: { reviewId: string; outcomeId: string },
): Promise<OutcomeData> {
  const outcome = await loadOutcome(ctx, key);
  const { studies, arms, armResults, studyResults } = await loadExtraction(ctx, key.reviewId);
  const results = armResults.filter(result => result.outcomeId === key.outcomeId);
  const estimates = studyResults.filter(result => result.outcomeId === key.outcomeId);
  const shown = studies.flatMap((study): OutcomeStudy[] => {
    const own = arms.filter(arm => arm.studyId === study.studyId);
    const estimate = estimates.find(result => result.studyId === study.studyId) ?? null;
    const hasNumbers = results.some(result => own.some(arm => arm.armId === result.armId));
    if (!hasNumbers && !estimate) return [];
    const extracted: ExtractedStudy = {
      // An arm that reports nothing on this outcome doesn't stand in the way of the others of its kind.
      arms: own.flatMap(arm => {
        const numbers = results.find(result => result.armId === arm.armId);
        return numbers ? [{ kind: arm.kind, numbers }] : [];
      }),
      estimate,
    };
    const numbers = studyNumbers(outcome.kind, extracted);
    const { studyId, label } = study;
    return numbers.estimable
      ? [{ studyId, label, numbers: numbers.value, because: null }]
      : [{ studyId, label, numbers: {}, because: becauseWords(numbers.because) }];
  });
  const nameOf = (kind: string, otherwise: string) => {
    const names = new Set(arms.filter(arm => arm.kind === kind).map(arm => arm.name));
    return names.size === 1 ? ([...names][0] ?? otherwise) : otherwise;
  };
  const ratios = new Set(estimates.map(estimate => estimate.isRatio));
  return {
    outcome,
    studies: shown,
    armNames: { first: nameOf('intervention', 'Intervention'), second: nameOf('comparator', 'Comparator') },
    isRatio: ratios.size === 1 ? (estimates[0]?.isRatio ?? null) : null,
  };
}

/** As the page's live analysis reads it. */
export async function readOutcomeData(ctx: Context, actor: Actor, key: { reviewId: string; outcomeId: string }) {
  await standInReview(ctx, actor, key.reviewId);
  const data = await loadOutcomeData(ctx, key);
  return {
    studies: data.studies.map(study => ({ ...study, numbers: { ...study.numbers } })),
    measures: [...MEASURES_OF[data.outcome.kind]],
    armNames: data.armNames,
    isRatio: data.isRatio,
    outcome: data.outcome,
  };
}

/** The studies that an analysis pools: those with numbers, without the ones left out by hand. */
export function studiesToPool(data: OutcomeData, leftOut: readonly { readonly studyId: string }[]): AnalysedStudy[] {
  const out = new Set(leftOut.map(one => one.studyId));
  return data.studies
    .filter(study => !out.has(study.studyId))
    .map(({ studyId, label, numbers }) => ({ studyId, label, numbers }));
}
