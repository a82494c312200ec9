import { Problem } from '#core/problem';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { whyNotFreeSeat } from '#policies/extraction';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { holdStudy, type StudyKey } from '#services/extraction/writeStudy';
import { notify } from '#services/notifications/notify';
import { namesOfReview } from '#services/notifications/people';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/**
 * Frees the seat of an extractor who will not finish, so that another person can extract the study blind. What was written
 * goes with it: half a sheet is no second version. Whoever has finished keeps the seat.
 */
export async function freeSeat(
  ctx: Context,
  actor: Actor,
  key: StudyKey & { readonly personId: string },
): Promise<void> {
  const { reviewId, studyId, personId } = key;
  const viewer = await standInReview(ctx, actor, reviewId);
  const isOwn = personId === actor.personId;
  insist(whyNotAct(viewer, isOwn ? 'extract' : 'designForm'));
  await perform(ctx, actor, 'free-extraction-seat', async tx => {
    const whole = await holdStudy(tx, key, actor);
    insist(whyNotFreeSeat(viewer, whole.at, isOwn));
    const seat = whole.sheets.find(sheet => sheet.personId === personId);
    if (!seat) throw new Problem('not-found', 'This person does not extract this study.');
    if (seat.finishedAt !== null) {
      throw new Problem('conflict', 'This person has finished the study: that version is kept.');
    }
    await tx.db.delete(ExtractionSheet, { reviewId, sheetId: seat.sheetId });
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId, facts: { personId } });
    const { title } = await namesOfReview(tx, reviewId);
    await notify(tx, isOwn ? [] : [personId], {
      ...{ kind: 'seat-freed', about: seat.sheetId, link: `/reviews/${reviewId}/extraction` },
      title: `Your seat at ${whole.study.label} is free for somebody else: ${title}`,
    });
  });
}
