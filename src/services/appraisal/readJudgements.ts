import { OVERALL } from '#core/appraisal/assess';
import { isHighRisk } from '#core/appraisal/judgements';
import { domainsOf, loadAppraisals, settledOf } from '#services/appraisal/readAppraisals';
import type { Actor, Context } from '#services/context';
import { standInReview } from '#services/standing';

/**
 * What is settled on risk of bias, study by study and outcome by outcome. Where a tool judges studies, the outcome is
 * none and the judgement holds for all of the study's results.
 */
export async function listJudgements(ctx: Context, actor: Actor, reviewId: string) {
  await standInReview(ctx, actor, reviewId);
  const listed = await loadAppraisals(ctx, reviewId);
  return { planned: listed.length, judgements: settledJudgements(listed) };
}

/** The settled judgements alone, for what is computed from them. */
export async function loadJudgements(ctx: Context, reviewId: string) {
  return settledJudgements(await loadAppraisals(ctx, reviewId));
}

function settledJudgements(listed: Awaited<ReturnType<typeof loadAppraisals>>) {
  return listed.flatMap(one => {
    const settled = settledOf(one);
    const overall = settled?.judged[OVERALL]?.judgement;
    if (!settled || !overall) return [];
    const { appraisalId, tool, toolVersion, variant, outcomeId, note } = one.appraisal;
    return [
      {
        ...{ appraisalId, tool, toolVersion, variant, outcomeId, overall, note },
        studyId: one.study.studyId,
        studyLabel: one.study.label,
        isHighRisk: isHighRisk(overall),
        domains: domainsOf(one.appraisal).map(domain => ({
          ...domain,
          judgement: settled.judged[domain.id]?.judgement ?? null,
        })),
        settledAt: settled.at,
      },
    ];
  });
}
