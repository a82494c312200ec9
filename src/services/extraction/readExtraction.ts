import { In } from 'typeorm';
import { Arm } from '#entities/Arm';
import { ArmResult } from '#entities/ArmResult';
import { Outcome } from '#entities/Outcome';
import { Report } from '#entities/Report';
import { Review } from '#entities/Review';
import { Study } from '#entities/Study';
import { StudyCounts } from '#entities/StudyCounts';
import { StudyResult } from '#entities/StudyResult';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOutcomes } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { fromSheet, ownSheets, seesOwnSheet } from '#services/extraction/ownSheets';
import { presentCase } from '#services/extraction/readSheet';
import { loadStudyCases } from '#services/extraction/studyCases';
import { grouped } from '#services/grouped';
import { namesOf } from '#services/projects/readProjects';
import { loadFlowSets } from '#services/records/flowSets';
import { loadRecordsToRead } from '#services/records/readRecords';
import { standInReview } from '#services/standing';

/** All rows of a review's extraction, in the order in which people see them. */
export async function loadExtraction(ctx: Context, reviewId: string) {
  return {
    studies: await ctx.db.find(Study, { where: { reviewId }, order: { year: 'ASC', label: 'ASC' } }),
    arms: await ctx.db.find(Arm, { where: { reviewId }, order: { position: 'ASC', armId: 'ASC' } }),
    outcomes: await ctx.db.find(Outcome, {
      where: { reviewId },
      order: { position: 'ASC', name: 'ASC', outcomeId: 'ASC' },
    }),
    armResults: await ctx.db.find(ArmResult, { where: { reviewId }, order: { armResultId: 'ASC' } }),
    studyResults: await ctx.db.find(StudyResult, { where: { reviewId }, order: { studyResultId: 'ASC' } }),
    studyCounts: await ctx.db.find(StudyCounts, { where: { reviewId }, order: { studyCountsId: 'ASC' } }),
  };
}

/** Studies with arms and results, outcomes, and included reports that tell of no study yet. */
export async function readExtraction(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const { studies, arms, outcomes, studyResults, studyCounts, ...rest } = await loadExtraction(ctx, reviewId);
  const studyOf = new Map(arms.map(arm => [arm.armId, arm.studyId]));
  const armResults = rest.armResults.map(result => ({ ...result, studyId: studyOf.get(result.armId) }));
  const reports = await ctx.db.findBy(Report, { reviewId, studyId: In(studies.map(study => study.studyId)) });
  const records = new Map(
    (
      await loadRecordsToRead(
        ctx,
        reviewId,
        reports.map(report => report.recordId),
      )
    ).map(one => [one.recordId, one]),
  );
  const { extractionMode } = await ctx.db.findOneByOrFail(Review, { reviewId });
  const cases = await loadStudyCases(ctx, reviewId, actor);
  const own = await ownSheets(ctx, reviewId, actor, cases);
  const seats = [...cases.values()].flatMap(one => [
    ...one.seats.map(seat => seat.personId),
    ...(one.consensus ? [one.consensus.settledBy] : []),
  ]);
  const names = await namesOf(ctx, [
    ...[...armResults, ...studyResults, ...studyCounts].map(result => result.extractedBy),
    ...[...seats, actor.personId],
  ]);
  const nameOf = (personId: string) => names.get(personId) ?? 'former member';
  const armsOf = grouped(arms, arm => arm.studyId);
  const armResultsOf = grouped(armResults, result => result.studyId);
  const studyResultsOf = grouped(studyResults, result => result.studyId);
  const studyCountsOf = grouped(studyCounts, result => result.studyId);
  const reportsOf = grouped(reports, report => report.studyId);
  return {
    outcomes,
    mode: extractionMode,
    studies: studies.flatMap(study => {
      const one = cases.get(study.studyId);
      if (!one) return [];
      const standing = {
        arms: [...(armsOf.get(study.studyId) ?? [])],
        armResults: armResultsOf.get(study.studyId) ?? [],
        studyResults: studyResultsOf.get(study.studyId) ?? [],
        studyCounts: studyCountsOf.get(study.studyId) ?? [],
      };
      const seen = seesOwnSheet(one) ? fromSheet(own.get(study.studyId) ?? null, standing, actor) : standing;
      const named = <T extends { extractedBy: string }>(result: T) => ({
        ...result,
        extractedByName: nameOf(result.extractedBy),
      });
      return [
        {
          ...study,
          ...presentCase(viewer, one, nameOf),
          arms: seen.arms,
          armResults: seen.armResults.map(named),
          studyResults: seen.studyResults.map(named),
          studyCounts: seen.studyCounts.map(named),
          reports: (reportsOf.get(study.studyId) ?? []).flatMap(report => records.get(report.recordId) ?? []),
        },
      ];
    }),
    reportsWithoutStudy: await reportsWithoutStudy(ctx, viewer),
    may: { extract: whyNotAct(viewer, 'extract'), setMode: whyNotAct(viewer, 'designForm') },
  };
}

/**
 * Included reports that nobody has linked to a study. While full text is blind, those alone see them who may see its
 * verdicts, and extractors, whose work they are, once they don't screen themselves.
 */
async function reportsWithoutStudy(ctx: Context, viewer: ReviewStanding) {
  const extractsOnly = viewer.roles.includes('extractor') && !viewer.roles.includes('screener');
  if (!maySeeOutcomes(viewer, 'full-text') && !extractsOnly) return [];
  const { reviewId } = viewer;
  const { included } = await loadFlowSets(ctx, viewer);
  const linked = new Set(
    (await ctx.db.findBy(Report, { reviewId, recordId: In([...included]) }))
      .filter(report => report.studyId !== null)
      .map(report => report.recordId),
  );
  const records = await loadRecordsToRead(
    ctx,
    reviewId,
    included.filter(recordId => !linked.has(recordId)),
  );
  return records.map(({ recordId, title, citation, authorsText, year }) => ({
    recordId,
    title,
    citation,
    year,
    suggestedLabel:
      [quietName(authorsText.split('; ')[0]?.replace(/\s+\p{Lu}{1,3}$/u, '')), year].filter(Boolean).join(' ') ||
      'Study',
  }));
}

/** PubMed shouts the names of authors before 1966: PHILLIPS is Phillips. Three letters may be a group's, as WHO's. */
function quietName(family: string | undefined): string | undefined {
  if (family === undefined || !/^[\p{Lu}\s'’-]{4,}$/u.test(family)) return family;
  return family.replace(/\p{Lu}+/gu, word => word.charAt(0) + word.slice(1).toLocaleLowerCase('en'));
}
