import { Problem } from '#core/problem';
import { randomFrom, shuffled } from '#core/random';
import { RankingSample } from '#entities/RankingSample';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import type { StageKey } from '#services/screening/assignmentBoard';
import { loadProgress } from '#services/screening/loadProgress';
import { standInReview } from '#services/standing';

/**
 * Draws records by lot from those that nobody has screened. They come first for whoever has them to screen; some may not
 * be given out yet, and the answer tells how many.
 */
export async function drawSample(
  ctx: Context,
  actor: Actor,
  key: StageKey,
  input: { readonly count: number; readonly seed: number },
): Promise<{ id: string; notGivenOut: number }> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  return perform(ctx, actor, 'draw-sample', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('assign'), hashtext($1))", [key.reviewId]);
    const { progress, situations } = await loadProgress(tx, viewer, key);
    const last = await findLastSample(tx, key);
    const pending = new Set(progress.unscreened);
    if (last?.recordIds.some(recordId => pending.has(recordId))) {
      throw new Problem('conflict', 'The last sample is not read yet. Its records come first for everybody.');
    }
    if (progress.unscreened.length === 0)
      throw new Problem('conflict', 'Every record of this stage has been screened.');
    const recordIds = shuffled(progress.unscreened, randomFrom(input.seed)).slice(0, input.count);
    const sampleId = tx.newId();
    await tx.db.insert(RankingSample, {
      ...{ reviewId: key.reviewId, sampleId, stage: key.stage, seed: input.seed, recordIds },
      ...{ foundBefore: progress.screened.filter(Boolean).length, pool: progress.unscreened.length },
      ...{ drawnBy: actor.personId, drawnAt: tx.now() },
    });
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'batch',
      subjectId: sampleId,
      facts: { stage: key.stage, drawn: recordIds.length, of: progress.unscreened.length, seed: input.seed },
    });
    const notGivenOut = recordIds.filter(id => !situations.get(id)?.asked.some(one => !one.isGone)).length;
    return { id: sampleId, notGivenOut };
  });
}

export async function findLastSample(ctx: Context, key: StageKey): Promise<RankingSample | null> {
  return ctx.db.findOne(RankingSample, {
    where: { reviewId: key.reviewId, stage: key.stage },
    order: { drawnAt: 'DESC', sampleId: 'DESC' },
  });
}
