import { In, IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { Ranking } from '#entities/Ranking';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningStop } from '#entities/ScreeningStop';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import type { StageKey } from '#services/screening/assignmentBoard';
import { loadOutcome } from '#services/screening/readRanking';
import { standInReview } from '#services/standing';

const ROWS_AT_ONCE = 5_000;

/**
 * Ends screening of titles and abstracts before all is read. Records that nobody has decided on are nobody's work any
 * more, and PRISMA counts them as ineligible by automation; whatever somebody has begun is still finished.
 */
export async function stopScreening(ctx: Context, actor: Actor, key: StageKey, reason: string): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  if (key.stage !== 'title-and-abstract') {
    throw new Problem('conflict', 'Every report is assessed: only titles and abstracts may stay unscreened.');
  }
  if (viewer.closedStages.includes(key.stage)) throw new Problem('conflict', 'This stage is closed. Open it first.');
  await perform(ctx, actor, 'stop-screening', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('assign'), hashtext($1))", [key.reviewId]);
    const at = { reviewId: key.reviewId, stage: key.stage };
    if (await tx.db.existsBy(ScreeningStop, at)) return tx.changedNothing();
    const ranking = await tx.db.findOneBy(Ranking, at);
    if (!ranking?.isOn)
      throw new Problem('conflict', 'Records are not ranked: what is left was not judged by anything.');
    const { outcome, progress } = await loadOutcome(tx, viewer, key, ranking);
    if (progress.screened.length === 0) throw new Problem('conflict', 'Nothing has been screened yet.');
    if (progress.unscreened.length === 0) throw new Problem('conflict', 'Every record has been screened already.');
    const stoppedAt = tx.now();
    await tx.db.insert(ScreeningStop, {
      ...{ ...at, reason, methods: outcome.methods, recordIds: [...progress.unscreened] },
      ...{ stoppedBy: actor.personId, stoppedAt },
    });
    for (let from = 0; from < progress.unscreened.length; from += ROWS_AT_ONCE) {
      const recordId = In(progress.unscreened.slice(from, from + ROWS_AT_ONCE));
      await tx.db.update(ScreeningAssignment, { ...at, recordId, withdrawnAt: IsNull() }, { withdrawnAt: stoppedAt });
    }
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'review',
      subjectId: key.reviewId,
      facts: { stage: key.stage, screened: progress.screened.length, notScreened: progress.unscreened.length },
    });
  });
}

/** Goes on: what the stop took away is given back to whom it was given. */
export async function resumeScreening(ctx: Context, actor: Actor, key: StageKey): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  await perform(ctx, actor, 'resume-screening', async tx => {
    const at = { reviewId: key.reviewId, stage: key.stage };
    const stop = await tx.db.findOne(ScreeningStop, { where: at, lock: { mode: 'pessimistic_write' } });
    if (!stop) return tx.changedNothing();
    await tx.db.update(ScreeningAssignment, { ...at, withdrawnAt: stop.stoppedAt }, { withdrawnAt: null });
    await tx.db.delete(ScreeningStop, at);
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'review',
      subjectId: key.reviewId,
      facts: { stage: key.stage, records: stop.recordIds.length },
    });
  });
}
