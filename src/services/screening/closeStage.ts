import { Problem } from '#core/problem';
import { standing as standingOf } from '#core/screening/standing';
import { Review } from '#entities/Review';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import type { StageKey } from '#services/screening/assignmentBoard';
import { loadSituations, type Situations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/** Why a stage can't be closed yet. */
export function whyNotClose(situations: Situations): string | null {
  const left = [...situations.values()].filter(one =>
    ['pending', 'conflicted'].includes(standingOf(one).verdict),
  ).length;
  if (situations.size === 0) return 'There is nothing at this stage yet.';
  return left === 0 ? null : `${left} ${left === 1 ? 'record waits' : 'records wait'} for a decision or a settlement.`;
}

/** Closes a stage when all is decided and settled, or opens it again. Only then do screeners see each other. */
export async function closeStage(ctx: Context, actor: Actor, key: StageKey, isClosed: boolean): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  if (isClosed) {
    const refusal = whyNotClose(await loadSituations(ctx, viewer, key.stage));
    if (refusal) throw new Problem('conflict', refusal);
  }
  await perform(ctx, actor, isClosed ? 'close-stage' : 'reopen-stage', async tx => {
    const review = await tx.db.findOneOrFail(Review, {
      where: { reviewId: key.reviewId },
      lock: { mode: 'pessimistic_write' },
    });
    if (review.closedStages.includes(key.stage) === isClosed) return tx.changedNothing();
    const others = review.closedStages.filter(stage => stage !== key.stage);
    await tx.db.update(
      Review,
      { reviewId: key.reviewId },
      { closedStages: isClosed ? [...others, key.stage] : others },
    );
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'review',
      subjectId: key.reviewId,
      facts: { stage: key.stage },
    });
  });
}
