import { Problem } from '#core/problem';
import { Goal } from '#entities/Goal';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';

export async function addGoal(
  ctx: Context,
  actor: Actor,
  goal: { text: string; dueOn: string | null; isShared: boolean },
): Promise<{ id: string }> {
  return perform(ctx, actor, 'set-goal', async tx => {
    const goalId = tx.newId();
    await tx.db.insert(Goal, { goalId, personId: actor.personId, ...goal, reachedAt: null });
    tx.witness({ subjectKind: 'goal', subjectId: goalId });
    return { id: goalId };
  });
}

export async function changeGoal(
  ctx: Context,
  actor: Actor,
  goalId: string,
  change: {
    text?: string | undefined;
    dueOn?: string | null | undefined;
    isShared?: boolean | undefined;
    isReached?: boolean | undefined;
  },
): Promise<void> {
  await perform(ctx, actor, change.isReached ? 'reach-goal' : 'change-goal', async tx => {
    const goal = await requireOwn(tx, actor, goalId);
    const { isReached = goal.reachedAt !== null } = change;
    const next = {
      text: change.text ?? goal.text,
      dueOn: change.dueOn === undefined ? goal.dueOn : change.dueOn,
      isShared: change.isShared ?? goal.isShared,
      reachedAt: isReached ? (goal.reachedAt ?? tx.now()) : null,
    };
    const isSame =
      next.text === goal.text &&
      next.dueOn === goal.dueOn &&
      next.isShared === goal.isShared &&
      next.reachedAt?.getTime() === goal.reachedAt?.getTime();
    if (isSame) return tx.changedNothing();
    await tx.db.update(Goal, { goalId }, next);
    tx.witness({ subjectKind: 'goal', subjectId: goalId });
  });
}

export async function removeGoal(ctx: Context, actor: Actor, goalId: string): Promise<void> {
  await perform(ctx, actor, 'remove-goal', async tx => {
    await requireOwn(tx, actor, goalId);
    await tx.db.delete(Goal, { goalId });
    tx.witness({ subjectKind: 'goal', subjectId: goalId });
  });
}

async function requireOwn(tx: DeedContext, actor: Actor, goalId: string): Promise<Goal> {
  const goal = await tx.db.findOneBy(Goal, { goalId, personId: actor.personId });
  if (!goal) throw new Problem('not-found', 'There is no such goal of yours.');
  return goal;
}
