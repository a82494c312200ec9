import { IsNull } from 'typeorm';
import { Problem } from '#core/problem';
import { phase } from '#core/screening/phase';
import type { Choice, Stage } from '#core/vocabulary';
import { Criterion } from '#entities/Criterion';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { insist } from '#policies/refusal';
import { whyNotDecide } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import { whyNotChangeInPilot } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform, performInsert } from '#services/perform';
import { isInvited } from '#services/screening/discussedRecords';
import { loadRounds } from '#services/screening/pilotRounds';
import { loadSituation } from '#services/screening/situations';
import { standAndAsk } from '#services/standing';

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
  input: { choice: Choice; criterionId: string | null; note: string; quote?: string; page?: number | null },
): Promise<{ decisionId: string }> {
  const { viewer, known } = await standAtRecord(ctx, actor, key);
  const criterionId = await readReason(ctx, key, input);
  const { choice, note, quote = '', page = null } = input;
  const decision = { choice, criterionId, note, quote, page };
  if (!known.hasDecided) {
    // It depends on nobody else's decision, so the others' are not even looked at.
    const at = {
      stage: key.stage,
      phase: 'independent',
      isAssigned: known.isAssigned,
      hasDecided: false,
      isDiscussed: false,
    } as const;
    insist(whyNotDecide(viewer, at, 'decide'));
    const decisionId = await storeFirst(ctx, actor, key, decision);
    if (decisionId) return { decisionId };
    // The same person decided on it at this very moment, in another window: it is a change now.
  }
  return perform(ctx, actor, 'record-decision', async tx => {
    const earlier = await lockOwn(tx, viewer, key);
    insist(whyNotDecide(viewer, await ownCase(tx, viewer, key, known.isAssigned, earlier), 'decide'));
    await insistOutsidePilot(tx, viewer, key);
    if (!earlier) throw new Problem('conflict', 'You took this decision back at the same moment. Decide again.');
    const { decisionId } = earlier;
    if (isSame(earlier, decision)) {
      tx.changedNothing();
      return { decisionId };
    }
    const decidedAt = tx.now();
    await tx.db.update(ScreeningDecision, { reviewId: key.reviewId, decisionId }, { ...decision, decidedAt });
    return witness(tx, key, decision, decisionId, earlier.choice);
  });
}

interface OwnWords {
  readonly choice: Choice;
  readonly criterionId: string | null;
  readonly note: string;
  readonly quote: string;
  readonly page: number | null;
}

function witness(tx: DeedContext, key: DecisionKey, decision: OwnWords, decisionId: string, was: Choice | null) {
  tx.witness(eventOf(key, decision, was));
  return { decisionId };
}

function eventOf(key: DecisionKey, decision: OwnWords, was: Choice | null) {
  return {
    reviewId: key.reviewId,
    subjectKind: 'record',
    subjectId: key.recordId,
    facts: { stage: key.stage, choice: decision.choice, criterionId: decision.criterionId, was },
  };
}

/** Takes one's own decision back. Without one there is nothing to do. */
export async function withdrawDecision(ctx: Context, actor: Actor, key: DecisionKey): Promise<void> {
  const { viewer, known } = await standAtRecord(ctx, actor, key);
  await perform(ctx, actor, 'withdraw-decision', async tx => {
    const earlier = await lockOwn(tx, viewer, key);
    if (!earlier) return tx.changedNothing();
    insist(whyNotDecide(viewer, await ownCase(tx, viewer, key, known.isAssigned, earlier), 'withdraw'));
    await insistOutsidePilot(tx, viewer, key);
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

/** Who took part in a finished pilot may have seen the others' decisions on its records: the own one stands. */
async function insistOutsidePilot(tx: DeedContext, viewer: ReviewStanding, key: DecisionKey): Promise<void> {
  const rounds = await loadRounds(tx, viewer.projectId, key);
  for (const { round, isFinished } of rounds) {
    if (!round.recordIds.includes(key.recordId)) continue;
    insist(whyNotChangeInPilot({ isFinished, hasTakenPart: round.personIds.includes(viewer.personId) }));
  }
}

async function ownCase(
  tx: DeedContext,
  viewer: ReviewStanding,
  key: DecisionKey,
  isAssigned: boolean,
  earlier: ScreeningDecision | null,
) {
  const reached = phase(await loadSituation(tx, viewer, key.stage, key.recordId));
  return {
    stage: key.stage,
    phase: reached,
    isAssigned,
    hasDecided: earlier !== null,
    isDiscussed: await isInvited(tx, viewer, key),
  };
}

/** Who asks, whether there is such a record (if not, it throws), whether it was given to them, and whether they decided. */
async function standAtRecord(ctx: Context, actor: Actor, key: DecisionKey) {
  const { viewer, answer } = await standAndAsk<{ is_record: boolean; is_assigned: boolean; has_decided: boolean }>(
    ctx,
    actor,
    key.reviewId,
    {
      columns: `exists (select 1 from search_records where review_id = $1 and record_id = $4) as is_record,
        exists (select 1 from screening_assignments where review_id = $1 and stage = $3 and record_id = $4
          and person_id = $2 and withdrawn_at is null) as is_assigned,
        exists (select 1 from screening_decisions where review_id = $1 and stage = $3 and record_id = $4
          and person_id = $2) as has_decided`,
      values: [key.stage, key.recordId],
    },
  );
  if (!answer.is_record) throw new Problem('not-found', 'There is no such record.');
  return { viewer, known: { isAssigned: answer.is_assigned, hasDecided: answer.has_decided } };
}

/** Stores a first decision; null where this person has one already. Of two sent at once the unique constraint lets one in. */
async function storeFirst(ctx: Context, actor: Actor, key: DecisionKey, decision: OwnWords): Promise<string | null> {
  const { choice, criterionId, note, quote, page } = decision;
  const insert = {
    text: `insert into screening_decisions
        (review_id, decision_id, stage, record_id, person_id, choice, criterion_id, note, quote, page, decided_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (review_id, stage, record_id, person_id) do nothing returning decision_id`,
    values: [
      ...[key.reviewId, ctx.newId(), key.stage, key.recordId, actor.personId],
      ...[choice, criterionId, note, quote, page, ctx.now()],
    ],
  };
  const event = eventOf(key, decision, null);
  const row = await performInsert<{ decision_id: string }>(ctx, actor, 'record-decision', insert, event);
  return row?.decision_id ?? null;
}

async function lockOwn(tx: DeedContext, viewer: ReviewStanding, key: DecisionKey): Promise<ScreeningDecision | null> {
  return tx.db.findOne(ScreeningDecision, {
    where: {
      ...{ reviewId: key.reviewId, stage: key.stage, recordId: key.recordId },
      personId: viewer.personId,
    },
    lock: { mode: 'pessimistic_write' },
  });
}

function isSame(a: ScreeningDecision, b: OwnWords): boolean {
  const isSamePassage = a.quote === b.quote && a.page === b.page;
  return a.choice === b.choice && a.criterionId === b.criterionId && a.note === b.note && isSamePassage;
}
