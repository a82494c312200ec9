import { In } from 'typeorm';
import type { Assessment } from '#entities/Assessment';
import { Outcome } from '#entities/Outcome';
import { Report } from '#entities/Report';
import { Study } from '#entities/Study';
import { whyNotAssess, whyNotReopenOwn, whyNotSettle } from '#policies/appraisal';
import { whyNotAct } from '#policies/reviews';
import { maySeeAssessments } from '#policies/visibility';
import { type AppraisalKey, caseOf, loadAppraisal } from '#services/appraisal/loadAppraisal';
import { outcomeName } from '#services/appraisal/readAppraisals';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { loadRecordsToRead } from '#services/records/readRecords';
import { standInReview } from '#services/standing';

/** One appraisal: one's own assessment, and what else the blinding rule allows to be seen. */
export async function readAppraisal(ctx: Context, actor: Actor, key: AppraisalKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const whole = await loadAppraisal(ctx, key);
  const { appraisal, assessments, consensus } = whole;
  const { reviewId, studyId, outcomeId } = appraisal;
  const at = caseOf(whole, actor);
  const isOpenToAll = maySeeAssessments(at);
  const names = await namesOf(ctx, [
    ...assessments.map(one => one.personId),
    ...(consensus ? [consensus.settledBy] : []),
  ]);
  const nameOf = (personId: string) => names.get(personId) ?? 'former member';
  const study = await ctx.db.findOneByOrFail(Study, { reviewId, studyId });
  const outcome = outcomeId === null ? null : await ctx.db.findOneBy(Outcome, { reviewId, outcomeId });
  const reports = await ctx.db.findBy(Report, { reviewId, studyId: In([studyId]) });
  const present = ({ personId, answers, ownJudgements, judged, finishedAt }: Assessment) => ({
    ...{ personId, answers, ownJudgements, judged, finishedAt },
    name: nameOf(personId),
  });
  const mine = assessments.find(one => one.personId === actor.personId);
  return {
    ...appraisal,
    studyLabel: study.label,
    outcomeName: outcomeName(outcome),
    state: at.isSettled ? ('settled' as const) : isOpenToAll ? ('to-settle' as const) : ('open' as const),
    mine: mine ? present(mine) : null,
    others: isOpenToAll ? assessments.filter(one => one !== mine).map(present) : [],
    consensus: consensus && { ...consensus, settledByName: nameOf(consensus.settledBy) },
    assessors: assessments.map(({ personId, finishedAt }) => ({
      personId,
      name: nameOf(personId),
      isFinished: finishedAt !== null,
    })),
    reports: (
      await loadRecordsToRead(
        ctx,
        reviewId,
        reports.map(report => report.recordId),
      )
    ).map(({ recordId, title, citation }) => ({ recordId, title, citation })),
    may: {
      assess: whyNotAssess(viewer, at),
      reopenOwn: whyNotReopenOwn(viewer, at),
      settle: whyNotSettle(viewer, at),
      reopen: whyNotAct(viewer, 'settleAppraisals'),
    },
  };
}
