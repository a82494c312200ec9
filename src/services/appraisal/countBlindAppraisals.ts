import type { ReviewStanding } from '#policies/standing';
import { maySeeAssessments } from '#policies/visibility';
import { caseOf } from '#services/appraisal/loadAppraisal';
import { loadAppraisals } from '#services/appraisal/readAppraisals';
import type { Context } from '#services/context';

/** Appraisals that others have begun, that the viewer may not see yet, and in which they assess or still could. */
export async function countBlindAppraisals(ctx: Context, viewer: ReviewStanding): Promise<number> {
  const listed = await loadAppraisals(ctx, viewer.reviewId);
  return listed.filter(one => {
    const at = caseOf(one, viewer);
    const hasOthers = one.assessments.some(({ personId }) => personId !== viewer.personId);
    return hasOthers && !maySeeAssessments(at) && (at.isMine || at.begun < at.needed);
  }).length;
}
