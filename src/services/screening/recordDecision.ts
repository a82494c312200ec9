import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { phase } from '#core/screening/phase';
import type { Choice, Stage } from '#core/vocabulary';
import { Criterion } from '#entities/Criterion';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { SearchRecord } from '#entities/SearchRecord';
import { insist } from '#policies/refusal';
import { whyNotDecide } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { loadSituation } from '#services/screening/situations';
import { standInReview } from '#services/standing';

export interface DecisionKey {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly recordId: string;
}

/**
 * Records a screener's decision, or changes it; the same decision again changes nothing. The answer is the decision's
 * id and nothing else: it must not tell whether others have decided, or what.
 */
export async function recordDecision(
  ctx: Context,
  actor: Actor,
  key: DecisionKey,
  input: { choice: Choice; criterionId: string | null; note: string },
): Promise<{ decisionId: string }> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const criterionId = await readReason(ctx, key, input);
  return perform(ctx, actor, 'record-decision', async tx => {
    const earlier = await lockOwn(tx, viewer, key);
    insist(whyNotDecide(viewer, await ownCase(tx, viewer, key, earlier), 'decide'));
    const decision = { choice: input.choice, criterionId, note: input.note };
    if (earlier && isSame(earlier, decision)) {
      tx.changedNothing();
      return { decisionId: earlier.decisionId };
    }
    const decisionId = earlier?.decisionId ?? tx.newId();
    const decidedAt = tx.now();
    if (earlier)
      await tx.db.update(ScreeningDecision, { reviewId: key.reviewId, decisionId }, { ...decision, decidedAt });
    else
      await tx.db.insert(ScreeningDecision, { ...key, decisionId, personId: actor.personId, ...decision, decidedAt });
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'record',
      subjectId: key.recordId,
      facts: { stage: key.stage, choice: input.choice, criterionId, was: earlier?.choice ?? null },
    });
    return { decisionId };
  });
}

/** Takes one's own decision back. Without one there is nothing to do. */
export async function withdrawDecision(ctx: Context, actor: Actor, key: DecisionKey): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await perform(ctx, actor, 'withdraw-decision', async tx => {
    const earlier = await lockOwn(tx, viewer, key);
    if (!earlier) return tx.changedNothing();
    insist(whyNotDecide(viewer, await ownCase(tx, viewer, key, earlier), 'withdraw'));
    await tx.db.delete(ScreeningDecision, { reviewId: key.reviewId, decisionId: earlier.decisionId });
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'record',
      subjectId: key.recordId,
      facts: { stage: key.stage, was: earlier.choice },
    });
  });
}

async function readReason(
  ctx: Context,
  key: DecisionKey,
  input: { choice: Choice; criterionId: string | null },
): Promise<string | null> {
  if (input.choice !== 'exclude') return null;
  return requireReason(ctx, key, input.criterionId);
}

/** An exclusion at full text names one primary reason, a criterion of the protocol; earlier stages may name one. */
export async function requireReason(
  ctx: Context,
  key: DecisionKey,
  criterionId: string | null,
): Promise<string | null> {
  if (criterionId === null) {
    if (key.stage === 'title-and-abstract') return null;
    const detail = 'Choose the one main reason of the exclusion.';
    throw new Problem('invalid', detail, {}, [{ pointer: '/body/criterionId', detail }]);
  }
  const found = await ctx.db.existsBy(Criterion, {
    reviewId: key.reviewId,
    criterionId,
    kind: 'exclude',
    retiredAt: IsNull(),
  });
  if (found) return criterionId;
  const detail = 'This is no reason of exclusion of this review.';
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/criterionId', detail }]);
}

async function ownCase(tx: DeedContext, viewer: ReviewStanding, key: DecisionKey, earlier: ScreeningDecision | null) {
  if (!(await tx.db.existsBy(SearchRecord, { reviewId: key.reviewId, recordId: key.recordId }))) {
    throw new Problem('not-found', 'There is no such record.');
  }
  const { personId } = viewer;
  const isAssigned = await tx.db.existsBy(ScreeningAssignment, { ...key, personId, withdrawnAt: IsNull() });
  const situation = await loadSituation(tx, viewer, key.stage, key.recordId);
  return { stage: key.stage, phase: phase(situation), isAssigned, hasDecided: earlier !== null };
}

async function lockOwn(tx: DeedContext, viewer: ReviewStanding, key: DecisionKey): Promise<ScreeningDecision | null> {
  // A first decision has no row to lock yet: the same one sent twice at once waits here for itself.
  await tx.db.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [
    `${key.stage} ${key.recordId}`,
    viewer.personId,
  ]);
  return tx.db.findOne(ScreeningDecision, {
    where: { ...key, personId: viewer.personId },
    lock: { mode: 'pessimistic_write' },
  });
}

function isSame(a: ScreeningDecision, b: { choice: Choice; criterionId: string | null; note: string }): boolean {
  return a.choice === b.choice && a.criterionId === b.criterionId && a.note === b.note;
}
