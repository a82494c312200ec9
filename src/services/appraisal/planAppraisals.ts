import { In } from 'typeorm';
import { findTool } from '#core/appraisal/appraisalTools';
import { Problem } from '#core/problem';
import type { AppraisalToolWord } from '#core/vocabulary';
import { Appraisal } from '#entities/Appraisal';
import { Assessment } from '#entities/Assessment';
import { Outcome } from '#entities/Outcome';
import { Review } from '#entities/Review';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { type AppraisalKey, holdAppraisal } from '#services/appraisal/loadAppraisal';
import type { Actor, Context } from '#services/context';
import { loadExtraction } from '#services/extraction/readExtraction';
import { notify } from '#services/notifications/notify';
import { membersWith, namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface AppraisalPlan {
  readonly tool: AppraisalToolWord;
  readonly variant: string;
  readonly assessorsNeeded: number;
  /** Stands under tables and figures. */
  readonly note: string;
  /** Which outcomes, for a tool that judges results: all that have numbers, if none is named. */
  readonly outcomeIds: readonly string[];
  /** Which studies; all, if none is named. */
  readonly studyIds: readonly string[];
}

type Aspect = Pick<Appraisal, 'studyId' | 'outcomeId' | 'aspectId'>;

/** Plans what is to be appraised by a tool. What is planned by it already stays as it is; gives how many were added. */
export async function planAppraisals(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  plan: AppraisalPlan,
): Promise<{ added: number }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'planAppraisals'));
  const found = findTool(plan.tool, plan.variant);
  if (!found)
    throw new Problem('invalid', 'This tool has no such variant.', {}, [
      { pointer: '/body/variant', detail: 'Choose one that the tool offers.' },
    ]);
  const { judges, version, name } = found.offered;
  return perform(ctx, actor, 'plan-appraisals', async tx => {
    // Two leads who plan at once do so one after the other.
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    await refuseUnknown(tx, reviewId, plan);
    const aspects =
      judges === 'result' ? await resultsToAppraise(tx, reviewId, plan) : await studiesToAppraise(tx, reviewId, plan);
    if (aspects.length === 0) {
      throw new Problem(
        'conflict',
        judges === 'result'
          ? 'No study has numbers for this outcome yet: extract them first.'
          : 'There is no study yet: extract one first.',
      );
    }
    const planned = await tx.db.findBy(Appraisal, { reviewId });
    refuseMixedVersions(planned, plan, name);
    const known = new Set(planned.filter(one => one.tool === plan.tool).map(one => `${one.studyId} ${one.aspectId}`));
    const fresh = aspects.filter(one => !known.has(`${one.studyId} ${one.aspectId}`));
    if (fresh.length === 0) {
      tx.changedNothing();
      return { added: 0 };
    }
    const { tool, variant, assessorsNeeded, note } = plan;
    const row = {
      reviewId,
      tool,
      variant,
      assessorsNeeded,
      note,
      toolVersion: version,
      plannedBy: actor.personId,
      plannedAt: tx.now(),
    };
    await tx.db.insert(
      Appraisal,
      fresh.map(aspect => ({ ...row, ...aspect, appraisalId: tx.newId() })),
    );
    tx.witness({
      reviewId,
      subjectKind: 'review',
      subjectId: reviewId,
      facts: { tool, variant, assessorsNeeded, added: fresh.length },
    });
    const { title, projectId } = await namesOfReview(tx, reviewId);
    await notify(tx, await membersWith(tx, projectId, ['lead', 'extractor'], actor.personId), {
      ...{
        kind: 'work-given',
        about: `${reviewId}:${tool}:${tx.now().getTime()}`,
        link: `/reviews/${reviewId}/risk-of-bias`,
      },
      title: `${fresh.length.toLocaleString('en-US')} ${fresh.length === 1 ? 'appraisal' : 'appraisals'} of risk of bias: ${title}`,
    });
    return { added: fresh.length };
  });
}

async function refuseUnknown(
  tx: DeedContext,
  reviewId: string,
  { outcomeIds, studyIds }: AppraisalPlan,
): Promise<void> {
  const outcomes = await tx.db.countBy(Outcome, { reviewId, outcomeId: In([...outcomeIds]) });
  const studies = await tx.db.countBy(Study, { reviewId, studyId: In([...studyIds]) });
  if (outcomes !== new Set(outcomeIds).size)
    throw new Problem('not-found', 'One of the outcomes is not in this review.');
  if (studies !== new Set(studyIds).size) throw new Problem('not-found', 'One of the studies is not in this review.');
}

/** Two versions of one tool ask and judge differently: within a review they can't be compared. */
function refuseMixedVersions(planned: readonly Appraisal[], { tool }: AppraisalPlan, name: string): void {
  const other = tool === 'robins-i' ? 'robins-i-v2' : tool === 'robins-i-v2' ? 'robins-i' : null;
  if (planned.some(one => one.tool === other)) {
    throw new Problem(
      'conflict',
      `This review uses the other version of ROBINS-I. Versions are never mixed: remove those appraisals before you plan ${name}.`,
    );
  }
}

/** Studies with numbers for an outcome, outcome by outcome. */
async function resultsToAppraise(tx: DeedContext, reviewId: string, plan: AppraisalPlan): Promise<Aspect[]> {
  const { studies, arms, outcomes, armResults, studyResults, studyCounts } = await loadExtraction(tx, reviewId);
  const studyOf = new Map(arms.map(arm => [arm.armId, arm.studyId]));
  const reported = new Set([
    ...armResults.map(result => `${studyOf.get(result.armId)} ${result.outcomeId}`),
    ...[...studyResults, ...studyCounts].map(result => `${result.studyId} ${result.outcomeId}`),
  ]);
  return outcomes
    .filter(({ outcomeId }) => plan.outcomeIds.length === 0 || plan.outcomeIds.includes(outcomeId))
    .flatMap(({ outcomeId }) =>
      studies
        .filter(({ studyId }) => plan.studyIds.length === 0 || plan.studyIds.includes(studyId))
        .filter(({ studyId }) => reported.has(`${studyId} ${outcomeId}`))
        .map(({ studyId }) => ({ studyId, outcomeId, aspectId: outcomeId })),
    );
}

async function studiesToAppraise(tx: DeedContext, reviewId: string, plan: AppraisalPlan): Promise<Aspect[]> {
  const studies = await tx.db.findBy(Study, { reviewId });
  return studies
    .filter(({ studyId }) => plan.studyIds.length === 0 || plan.studyIds.includes(studyId))
    .map(({ studyId }) => ({ studyId, outcomeId: null, aspectId: studyId }));
}

/** Takes an appraisal out of the plan. What somebody has finished is not thrown away. */
export async function removeAppraisal(ctx: Context, actor: Actor, key: AppraisalKey): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'planAppraisals'));
  await perform(ctx, actor, 'remove-appraisal', async tx => {
    const { appraisal, assessments, consensus } = await holdAppraisal(tx, key);
    if (consensus || assessments.some(one => one.finishedAt !== null)) {
      throw new Problem('conflict', 'Somebody has finished assessing this, so it stays.');
    }
    const { reviewId, appraisalId } = appraisal;
    await tx.db.delete(Assessment, { reviewId, appraisalId });
    await tx.db.delete(Appraisal, { reviewId, appraisalId });
    tx.witness({ reviewId, subjectKind: 'appraisal', subjectId: appraisalId });
  });
}
