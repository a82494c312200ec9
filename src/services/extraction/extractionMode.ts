import { type ComparedPlace, compareSheets } from '#core/extraction/compareSheets';
import { fieldAgreement } from '#core/extraction/fieldAgreement';
import type { ExtractionMode } from '#core/extraction/vocabulary';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { Review } from '#entities/Review';
import { Study } from '#entities/Study';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeSheets } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { loadExtraction } from '#services/extraction/readExtraction';
import { layoutOf, loadReviewLayout } from '#services/extraction/sheetLayout';
import { loadStudyCases } from '#services/extraction/studyCases';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Sets how studies are extracted from now on. A study that somebody has begun stays as it was planned. */
export async function setExtractionMode(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  mode: ExtractionMode,
): Promise<{ changed: number; kept: number }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'designForm'));
  return perform(ctx, actor, 'set-extraction-mode', async tx => {
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const { studies, arms, armResults, studyResults, studyCounts } = await loadExtraction(tx, reviewId);
    const seats = await tx.db.find(ExtractionSheet, {
      where: { reviewId },
      select: { reviewId: true, sheetId: true, studyId: true },
    });
    const studyOf = new Map(arms.map(arm => [arm.armId, arm.studyId]));
    const begun = new Set([
      ...armResults.map(result => studyOf.get(result.armId)),
      ...[...studyResults, ...studyCounts, ...seats].map(row => row.studyId),
    ]);
    const free = studies.filter(study => !begun.has(study.studyId));
    for (const { studyId } of free) await tx.db.update(Study, { reviewId, studyId }, { extractionMode: mode });
    await tx.db.update(Review, { reviewId }, { extractionMode: mode });
    const counts = { changed: free.length, kept: studies.length - free.length };
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { mode, ...counts } });
    return counts;
  });
}

/** How far two blind extractors agreed, field by field: over studies that both have finished, so that nobody learns anything yet hidden. */
export async function readExtractionAgreement(ctx: Context, actor: Actor, reviewId: string) {
  await standInReview(ctx, actor, reviewId);
  const cases = await loadStudyCases(ctx, reviewId, actor);
  const open = [...cases].filter(([, one]) => one.at.mode === 'double' && maySeeSheets(one.at));
  const layout = await loadReviewLayout(ctx, reviewId);
  const compared: ComparedPlace[][] = [];
  for (const [studyId] of open) {
    const sheets = await ctx.db.find(ExtractionSheet, {
      where: { reviewId, studyId },
      // The first is always the person whose id comes first, so that kappa's table means the same in every study.
      order: { personId: 'ASC' },
    });
    const [one, other] = sheets.filter(sheet => sheet.finishedAt !== null);
    if (one && other) compared.push(compareSheets(layoutOf(layout, studyId), one.content, other.content));
  }
  const words = layout.fields.filter(({ kind }) => kind === 'category' || kind === 'yes-no');
  return {
    studies: compared.length,
    fields: fieldAgreement(compared, new Set(words.map(field => field.characteristicId))),
  };
}

/** Studies that others have begun blind, that the viewer may not see yet, and in which they extract or still could. */
export async function countBlindStudies(ctx: Context, viewer: ReviewStanding): Promise<number> {
  const cases = await loadStudyCases(ctx, viewer.reviewId, viewer);
  return [...cases.values()].filter(({ at, seats }) => {
    const hasOthers = seats.some(seat => seat.personId !== viewer.personId);
    return at.mode === 'double' && hasOthers && !maySeeSheets(at) && (at.isMine || at.begun < 2);
  }).length;
}
