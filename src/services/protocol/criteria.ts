import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import type { CriterionKind } from '#core/vocabulary';
import { Criterion } from '#entities/Criterion';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Adds a criterion behind the others. */
export async function addCriterion(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  input: { kind: CriterionKind; slot: string | null; text: string },
): Promise<{ id: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'editQuestion'));
  return perform(ctx, actor, 'add-criterion', async tx => {
    const criterionId = tx.newId();
    const position = await tx.db.countBy(Criterion, { reviewId });
    await tx.db.insert(Criterion, { reviewId, criterionId, ...input, position, createdAt: tx.now(), retiredAt: null });
    tx.witness({ reviewId, subjectKind: 'criterion', subjectId: criterionId, facts: { kind: input.kind } });
    return { id: criterionId };
  });
}

/** Changes a criterion's words or place; its kind stays, since decisions may rest on it. */
export async function changeCriterion(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; criterionId: string },
  input: { slot: string | null; text: string; position: number },
): Promise<void> {
  await write(ctx, actor, 'change-criterion', key, input);
}

/** Retires a criterion: it is offered no more, and decisions that name it keep their reason. */
export async function retireCriterion(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; criterionId: string },
): Promise<void> {
  await write(ctx, actor, 'retire-criterion', key, { retiredAt: ctx.now() });
}

async function write(
  ctx: Context,
  actor: Actor,
  deed: string,
  key: { reviewId: string; criterionId: string },
  change: Partial<Criterion>,
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'editQuestion'));
  await perform(ctx, actor, deed, async tx => {
    const { affected } = await tx.db.update(Criterion, { ...key, retiredAt: IsNull() }, change);
    if (!affected) throw new Problem('not-found', 'There is no such criterion.');
    tx.witness({ reviewId: key.reviewId, subjectKind: 'criterion', subjectId: key.criterionId });
  });
}
