import { type AuthoredSheet, type Picks, settledContent } from '#core/extraction/settledContent';
import { EMPTY_SHEET } from '#core/extraction/sheetContent';
import { Problem } from '#core/problem';
import { ExtractionConsensus } from '#entities/ExtractionConsensus';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { whyNotCheck, whyNotFinish, whyNotReopenSheet, whyNotSettleExtraction } from '#policies/extraction';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { missingPlaces } from '#services/extraction/missingPlaces';
import { layoutOf, loadReviewLayout } from '#services/extraction/sheetLayout';
import { writeSettled } from '#services/extraction/tablesOfStudy';
import { holdStudy, type StudyKey } from '#services/extraction/writeStudy';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Says that the actor is done with a study, or takes it back. Required fields must have an answer first. */
export async function finishStudy(ctx: Context, actor: Actor, key: StudyKey, isFinished: boolean): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'extract'));
  await perform(ctx, actor, isFinished ? 'finish-extraction' : 'reopen-extraction', async tx => {
    const whole = await holdStudy(tx, key, actor);
    const { reviewId, studyId } = key;
    const mine = whole.sheets.find(sheet => sheet.personId === actor.personId);
    if (whole.at.isMineFinished === isFinished) return tx.changedNothing();
    insist(isFinished ? whyNotFinish(viewer, whole.at) : whyNotReopenSheet(viewer, whole.at));
    const now = tx.now();
    if (isFinished) {
      const missing = await missingPlaces(tx, whole, actor);
      if (missing.length > 0) {
        throw new Problem('conflict', `Still asked: ${missing.map(one => one.name).join(', ')}.`);
      }
    }
    const finishedAt = isFinished ? now : null;
    if (mine) await tx.db.update(ExtractionSheet, { reviewId, sheetId: mine.sheetId }, { finishedAt, changedAt: now });
    else {
      const content = EMPTY_SHEET;
      const seat = { reviewId, sheetId: tx.newId(), studyId, personId: actor.personId, content };
      await tx.db.insert(ExtractionSheet, { ...seat, startedAt: now, changedAt: now, finishedAt });
    }
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId });
  });
}

/** Decides what stands where two extractors differ; what they agree on stands by itself. Both sheets stay as they were. */
export async function settleStudy(
  ctx: Context,
  actor: Actor,
  key: StudyKey,
  { picks, note }: { readonly picks: Picks; readonly note: string },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'settleExtraction'));
  await perform(ctx, actor, 'settle-extraction', async tx => {
    const whole = await holdStudy(tx, key, actor);
    const refusal = whyNotSettleExtraction(viewer, whole.at);
    if (refusal) throw new Problem('conflict', refusal);
    if (whole.at.isSettled) {
      throw new Problem('conflict', 'This study is settled already. Correct single values on its page.');
    }
    const [one, other] = whole.sheets.filter(sheet => sheet.finishedAt !== null).map(asAuthored);
    if (!one || !other) throw new TypeError('settleStudy: a study to settle has two finished sheets');
    const { reviewId, studyId } = key;
    const layout = layoutOf(await loadReviewLayout(tx, reviewId), studyId);
    const settled = settledContent(layout, [one, other], picks);
    if (!settled.isWhole) {
      throw new Problem('conflict', `Decide on every difference first. Still open: ${settled.open.join('; ')}.`);
    }
    await writeSettled(tx, key, settled.places);
    const settling = { settledBy: actor.personId, settledAt: tx.now() };
    await tx.db.insert(ExtractionConsensus, { reviewId, studyId, picks, note, ...settling });
    const facts = { values: settled.places.length, differences: Object.keys(picks).length };
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId, facts });
  });
}

const asAuthored = ({ personId, content }: ExtractionSheet): AuthoredSheet => ({ personId, content });

/** Says that the actor has checked what another person extracted, or takes it back. */
export async function checkStudy(ctx: Context, actor: Actor, key: StudyKey, isChecked: boolean): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'checkExtraction'));
  await perform(ctx, actor, isChecked ? 'verify-extraction' : 'reopen-extraction', async tx => {
    const whole = await holdStudy(tx, key, actor);
    const refusal = whyNotCheck(viewer, whole.at);
    if (refusal) throw new Problem('conflict', refusal);
    if (whole.at.isSettled === isChecked) return tx.changedNothing();
    const { reviewId, studyId } = key;
    if (isChecked) {
      const checked = { settledBy: actor.personId, settledAt: tx.now() };
      await tx.db.insert(ExtractionConsensus, { reviewId, studyId, picks: {}, note: '', ...checked });
    } else await tx.db.delete(ExtractionConsensus, { reviewId, studyId });
    tx.witness({ reviewId, subjectKind: 'study', subjectId: studyId });
  });
}
