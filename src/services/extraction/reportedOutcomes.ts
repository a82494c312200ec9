import { isPlainCounts } from '#core/extraction/counts';
import type { ArmNumbers } from '#core/extraction/impossibleResult';
import { plainCountsText, usedPlainCounts } from '#core/extraction/plainCounts';
import { type Analyte, unitChange } from '#core/extraction/units';
import { changeFor, type ReportedAs, usedArm, usedEstimate, usedSentence } from '#core/extraction/usedNumbers';
import { Problem } from '#core/problem';
import { becauseWords } from '#core/reporting/becauseWords';
import type { Outcome } from '#entities/Outcome';
import { ReportedOutcome } from '#entities/ReportedOutcome';
import type { StudyResult } from '#entities/StudyResult';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { loadOutcome, type OutcomeKey } from '#services/extraction/outcomes';
import { loadExtraction } from '#services/extraction/readExtraction';
import type { StudyKey } from '#services/extraction/writeStudy';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface ReportedFields {
  readonly name: string;
  readonly timepointDays: number | null;
  readonly unit: string;
  readonly analyte: Analyte;
  readonly isReversed: boolean;
}

const AS_THE_REVIEW: ReportedFields = { name: '', timepointDays: null, unit: '', analyte: '', isReversed: false };

/** An outcome as every study with numbers that stand reports it, with what is used for it. Blind sheets are not looked into. */
export async function readReportedOutcome(ctx: Context, actor: Actor, { reviewId, outcomeId }: OutcomeKey) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const outcome = await loadOutcome(ctx, { reviewId, outcomeId });
  const { studies, arms, armResults, studyResults, studyCounts } = await loadExtraction(ctx, reviewId);
  const rows = await ctx.db.findBy(ReportedOutcome, { reviewId, outcomeId });
  return {
    studies: studies.flatMap(({ studyId, label }) => {
      const own = arms.filter(arm => arm.studyId === studyId);
      const numbers = own.flatMap(arm => {
        const result = armResults.find(one => one.armId === arm.armId && one.outcomeId === outcomeId);
        return result ? [{ arm: arm.name, result }] : [];
      });
      const estimate = studyResults.find(one => one.studyId === studyId && one.outcomeId === outcomeId) ?? null;
      const counted = studyCounts.find(one => one.studyId === studyId && one.outcomeId === outcomeId)?.counts;
      if (numbers.length === 0 && !estimate && !counted) return [];
      const row = rows.find(one => one.studyId === studyId);
      const { name, timepointDays, unit, analyte, isReversed } = row ?? AS_THE_REVIEW;
      const change = changeFor({ unit, analyte, isReversed }, outcome.unit);
      return [
        {
          ...{ studyId, label, name, timepointDays, unit, analyte, isReversed },
          sentence: usedSentence({ unit, analyte, isReversed }, outcome.unit, outcome.kind),
          because: change.estimable ? null : becauseWords(change.because),
          isOutsideWindow: isOutside(outcome, timepointDays),
          numbers: change.estimable
            ? [
                ...numbers.map(({ arm, result }) => ({
                  arm,
                  reported: armWords(result),
                  used: armWords(usedArm(outcome.kind, result, change.value, isReversed)),
                })),
                ...(estimate
                  ? [
                      {
                        arm: '',
                        reported: estimateWords(estimate),
                        used: estimateWords(usedEstimate(estimate, change.value, isReversed)),
                      },
                    ]
                  : []),
                ...(counted && isPlainCounts(counted)
                  ? [
                      {
                        arm: '',
                        reported: plainCountsText(counted, short),
                        used: plainCountsText(usedPlainCounts(counted, change.value, isReversed), short),
                      },
                    ]
                  : []),
              ]
            : [],
        },
      ];
    }),
    may: { unify: whyNotAct(viewer, 'extract') },
  };
}

function isOutside({ windowFromDays, windowToDays }: Outcome, days: number | null): boolean {
  if (days === null) return false;
  return (windowFromDays !== null && days < windowFromDays) || (windowToDays !== null && days > windowToDays);
}

const short = (value: number) => String(Number(value.toPrecision(5)));

function armWords({ events, total, mean, standardDeviation, personTime }: ArmNumbers): string {
  if (events !== null && total !== null) return `${short(events)} of ${short(total)}`;
  if (events !== null && personTime !== null) return `${short(events)} in ${short(personTime)}`;
  const parts = [mean === null ? '' : short(mean), standardDeviation === null ? '' : `SD ${short(standardDeviation)}`];
  return [...parts, total === null ? '' : `n ${short(total)}`].filter(part => part !== '').join(', ');
}

function estimateWords({ estimate, lower, upper }: Pick<StudyResult, 'estimate' | 'lower' | 'upper'>): string {
  return `${short(estimate)} (${short(lower)} to ${short(upper)})`;
}

/** Says how a study reports an outcome. Nothing that was extracted is touched: what is used follows from it. */
export async function saveReportedOutcome(
  ctx: Context,
  actor: Actor,
  key: StudyKey & OutcomeKey,
  fields: ReportedFields,
): Promise<void> {
  const { reviewId, studyId, outcomeId } = key;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'extract'));
  await perform(ctx, actor, 'unify-outcome', async tx => {
    const outcome = await loadOutcome(tx, { reviewId, outcomeId });
    requireChange(fields, outcome.unit);
    const recorded = { recordedBy: actor.personId, recordedAt: tx.now() };
    await tx.db.delete(ReportedOutcome, { reviewId, studyId, outcomeId });
    await tx.db.insert(ReportedOutcome, { reviewId, studyId, outcomeId, ...fields, ...recorded });
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId, facts: { outcomeId } });
  });
}

function requireChange(fields: ReportedFields, unit: string): void {
  if (fields.unit === '' || unit === '') return;
  const change = unitChange(fields.unit, unit, fields.analyte);
  if (change.estimable) return;
  const detail = `“${fields.unit}” for an outcome in “${unit}”: ${becauseWords(change.because)}.`;
  const field = change.because === 'analyte-needed' ? 'analyte' : 'unit';
  throw new Problem('invalid', detail, {}, [{ pointer: `/body/${field}`, detail }]);
}

/** How each study reports each outcome, for who pools: by `studyId outcomeId`. */
export async function loadReportedOutcomes(ctx: Context, reviewId: string): Promise<ReadonlyMap<string, ReportedAs>> {
  const rows = await ctx.db.findBy(ReportedOutcome, { reviewId });
  return new Map(rows.map(row => [`${row.studyId} ${row.outcomeId}`, row]));
}
