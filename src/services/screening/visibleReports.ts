import { IsNull, Not } from 'typeorm';
import { Problem } from '#core/problem';
import { Report } from '#entities/Report';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOutcomes } from '#policies/visibility';
import type { Context } from '#services/context';
import { reportsSought } from '#services/screening/situations';

/** The reports sought that a person may know of: who is blind to title and abstract knows those that were given to them. */
export async function visibleReports(ctx: Context, viewer: ReviewStanding): Promise<string[]> {
  if (maySeeOutcomes(viewer, 'title-and-abstract')) return reportsSought(ctx, viewer);
  const mine = await ctx.db.find(ScreeningAssignment, {
    where: { reviewId: viewer.reviewId, stage: 'full-text', personId: viewer.personId },
    order: { position: 'ASC' },
  });
  return mine.map(one => one.recordId);
}

/** Reports whose full text a person may read: those that they may know of, and those of studies, which every member sees. */
export async function readableReports(ctx: Context, viewer: ReviewStanding): Promise<ReadonlySet<string>> {
  const ofStudies = await ctx.db.findBy(Report, { reviewId: viewer.reviewId, studyId: Not(IsNull()) });
  return new Set([...(await visibleReports(ctx, viewer)), ...ofStudies.map(one => one.recordId)]);
}

/** As above for one report, without going through them all where that is not needed. */
export async function isReadableReport(ctx: Context, viewer: ReviewStanding, recordId: string): Promise<boolean> {
  const { reviewId, personId } = viewer;
  if (await ctx.db.existsBy(Report, { reviewId, recordId, studyId: Not(IsNull()) })) return true;
  const isGiven = await ctx.db.existsBy(ScreeningAssignment, { reviewId, stage: 'full-text', personId, recordId });
  if (isGiven) return true;
  return maySeeOutcomes(viewer, 'title-and-abstract') && (await reportsSought(ctx, viewer)).includes(recordId);
}

export async function requireReadableReport(ctx: Context, viewer: ReviewStanding, recordId: string): Promise<void> {
  if (await isReadableReport(ctx, viewer, recordId)) return;
  throw new Problem('not-found', 'There is no such report among those that you may see.');
}
