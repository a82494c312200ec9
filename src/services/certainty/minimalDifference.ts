import { IsNull, Not } from 'typeorm';
import { Analysis } from '#entities/Analysis';
import { MinimalDifference } from '#entities/MinimalDifference';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { loadOutcome, type OutcomeKey } from '#services/extraction/outcomes';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/**
 * Sets the smallest difference that matters in an outcome, or takes it away. Whether an analysis of the outcome had been
 * computed by then is kept: a threshold that was chosen after the result is not one of the protocol.
 */
export async function setMinimalDifference(
  ctx: Context,
  actor: Actor,
  key: OutcomeKey,
  { value, reason }: { readonly value: number | null; readonly reason: string },
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'setThresholds'));
  const { reviewId, outcomeId } = key;
  await perform(ctx, actor, 'set-minimal-difference', async tx => {
    await loadOutcome(tx, key);
    const where = { reviewId, outcomeId };
    const before = await tx.db.findOne(MinimalDifference, { where, lock: { mode: 'pessimistic_write' } });
    if ((before?.value ?? null) === value && (before?.reason ?? '') === reason) return tx.changedNothing();
    if (value === null) await tx.db.delete(MinimalDifference, where);
    else {
      const isBeforehand = !(await tx.db.existsBy(Analysis, { ...where, computedAt: Not(IsNull()) }));
      const fields = { value, reason, isBeforehand, setBy: actor.personId, setAt: tx.now() };
      if (before) await tx.db.update(MinimalDifference, where, fields);
      else await tx.db.insert(MinimalDifference, { ...where, ...fields });
    }
    tx.witness({ reviewId, subjectKind: 'outcome', subjectId: outcomeId, facts: { value } });
  });
}
