import type { OutcomeKind } from '#core/extraction/vocabulary';
import { Problem } from '#core/problem';
import { Analysis } from '#entities/Analysis';
import { ArmResult } from '#entities/ArmResult';
import { Outcome } from '#entities/Outcome';
import { StudyCounts } from '#entities/StudyCounts';
import { StudyResult } from '#entities/StudyResult';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface OutcomeFields {
  readonly name: string;
  readonly timepoint: string;
  readonly kind: OutcomeKind;
  readonly unit: string;
  readonly isLowerBetter: boolean;
  readonly position: number;
  readonly windowFromDays: number | null;
  readonly windowToDays: number | null;
}

export interface OutcomeKey {
  readonly reviewId: string;
  readonly outcomeId: string;
}

export async function addOutcome(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  fields: OutcomeFields,
): Promise<{ id: string }> {
  const outcomeId = ctx.newId();
  await writeOutcome(ctx, actor, 'add-outcome', { reviewId, outcomeId }, async tx => {
    await tx.db.insert(Outcome, { reviewId, outcomeId, ...fields });
  });
  return { id: outcomeId };
}

/** Changes an outcome. Its kind says what the extracted numbers mean, so it stays once there are any. */
export async function updateOutcome(ctx: Context, actor: Actor, key: OutcomeKey, fields: OutcomeFields): Promise<void> {
  await writeOutcome(ctx, actor, 'change-outcome', key, async tx => {
    const outcome = await loadOutcome(tx, key);
    if (outcome.kind !== fields.kind && (await hasResults(tx, key))) {
      throw new Problem(
        'conflict',
        'There are results of this outcome already: its kind stays. Add another outcome instead.',
      );
    }
    await tx.db.update(Outcome, key, { ...fields });
  });
}

/** Removes an outcome with its results and analyses; one with a locked analysis stays. */
export async function removeOutcome(ctx: Context, actor: Actor, key: OutcomeKey): Promise<void> {
  await writeOutcome(ctx, actor, 'remove-outcome', key, async tx => {
    await loadOutcome(tx, key);
    if (await tx.db.existsBy(Analysis, { ...key, isLocked: true })) {
      throw new Problem('conflict', 'The locked analysis of the protocol uses this outcome. Unlock it first.');
    }
    await tx.db.delete(Outcome, key);
  });
}

export async function loadOutcome(ctx: Context, { reviewId, outcomeId }: OutcomeKey): Promise<Outcome> {
  const outcome = await ctx.db.findOneBy(Outcome, { reviewId, outcomeId });
  if (!outcome) throw new Problem('not-found', 'There is no such outcome.');
  return outcome;
}

async function hasResults(tx: DeedContext, key: OutcomeKey): Promise<boolean> {
  return (
    (await tx.db.existsBy(ArmResult, key)) ||
    (await tx.db.existsBy(StudyResult, key)) ||
    (await tx.db.existsBy(StudyCounts, key))
  );
}

async function writeOutcome(
  ctx: Context,
  actor: Actor,
  deed: string,
  key: OutcomeKey,
  work: (tx: DeedContext) => Promise<void>,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'extract'));
  await perform(ctx, actor, deed, async tx => {
    await work(tx);
    tx.witness({ reviewId: key.reviewId, subjectKind: 'outcome', subjectId: key.outcomeId });
  });
}
