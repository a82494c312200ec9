import { In } from 'typeorm';
import { Problem } from '#core/problem';
import { type Phase, phase } from '#core/screening/phase';
import type { Stage } from '#core/vocabulary';
import { Adjudication } from '#entities/Adjudication';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';
import { insist } from '#policies/refusal';
import { whyNotAdjudicate, whyNotSettleAt } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOthersDecisions } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type DeedContext, perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { listCriteria } from '#services/protocol/questions';
import { loadRecordsToRead } from '#services/records/readRecords';
import type { StageKey } from '#services/screening/assignmentBoard';
import { type DecisionKey, requireReason } from '#services/screening/recordDecision';
import { adjudicateCase, settlersOfStage } from '#services/screening/settlersOfStage';
import { loadSituation, loadSituations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/** Conflicts that wait, or have been settled, for those who settle them. */
export async function listConflicts(ctx: Context, actor: Actor, key: StageKey, show: 'open' | 'settled') {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotSettleAt(viewer, key.stage));
  const phases = new Map(
    [...(await loadSituations(ctx, viewer, key.stage))].map(([recordId, situation]) => [recordId, phase(situation)]),
  );
  const idsIn = (wanted: Phase) =>
    [...phases].filter(([, reached]) => reached === wanted).map(([recordId]) => recordId);
  const [open, settled] = [idsIn('conflicted'), idsIn('adjudicated')];
  return {
    conflicts: await present(ctx, viewer, key.stage, show === 'open' ? open : settled, phases),
    open: open.length,
    settled: settled.length,
    criteria: await listCriteria(ctx, key.reviewId),
  };
}

async function present(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds: readonly string[],
  phases: ReadonlyMap<string, Phase>,
) {
  const { reviewId } = viewer;
  const of = { reviewId, stage, recordId: In([...recordIds]) };
  const decisions = await ctx.db.find(ScreeningDecision, { where: of, order: { decidedAt: 'ASC', decisionId: 'ASC' } });
  const adjudications = await ctx.db.findBy(Adjudication, of);
  const discussions = await ctx.db.findBy(ScreeningDiscussion, of);
  const people = [...decisions.map(one => one.personId), ...adjudications.map(one => one.adjudicatorId)];
  const names = await namesOf(ctx, people);
  const name = (personId: string) => names.get(personId) ?? 'former member';
  const thirdPeople = await settlersOfStage(ctx, viewer.projectId, stage);
  const records = await loadRecordsToRead(ctx, reviewId, recordIds);
  return records.flatMap(record => {
    const reached = phases.get(record.recordId) ?? 'independent';
    if (!maySeeOthersDecisions(viewer, stage, reached)) return [];
    const given = decisions.filter(one => one.recordId === record.recordId);
    const adjudication = adjudications.find(one => one.recordId === record.recordId);
    const opened = discussions.find(one => one.recordId === record.recordId);
    return [
      {
        record,
        decisions: given.map(one => ({
          ...{ ...one, person: { personId: one.personId, name: name(one.personId) } },
          isAfterOpening: opened !== undefined && one.decidedAt > opened.openedAt,
        })),
        adjudication: adjudication ? { ...adjudication, adjudicatorName: name(adjudication.adjudicatorId) } : null,
        may: {
          adjudicate: whyNotAdjudicate(
            viewer,
            adjudicateCase(viewer, stage, reached, given, thirdPeople),
            'adjudicate',
          ),
        },
      },
    ];
  });
}

/** Settles a conflict with a reason, once; of two who do it at the same moment one is told that it is settled. */
export async function adjudicateRecord(
  ctx: Context,
  actor: Actor,
  key: DecisionKey,
  input: { choice: 'include' | 'exclude'; criterionId: string | null; reason: string },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const criterionId = input.choice === 'exclude' ? await requireReason(ctx, key, input.criterionId) : null;
  await perform(ctx, actor, 'adjudicate-record', async tx => {
    await insistOnSettling(tx, viewer, key, 'adjudicate');
    const adjudicationId = tx.newId();
    await tx.db.insert(Adjudication, {
      ...key,
      adjudicationId,
      choice: input.choice,
      criterionId,
      reason: input.reason,
      adjudicatorId: actor.personId,
      decidedAt: tx.now(),
    });
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'record',
      subjectId: key.recordId,
      facts: { stage: key.stage, choice: input.choice, criterionId },
    });
  });
}

/** Reopens a settled conflict. */
export async function reopenRecord(ctx: Context, actor: Actor, key: DecisionKey): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await perform(ctx, actor, 'reopen-record', async tx => {
    await insistOnSettling(tx, viewer, key, 'reopen');
    const { affected } = await tx.db.delete(Adjudication, key);
    if (!affected) throw new Problem('not-found', 'Nobody has settled this record.');
    tx.witness({
      reviewId: key.reviewId,
      subjectKind: 'record',
      subjectId: key.recordId,
      facts: { stage: key.stage },
    });
  });
}

/** Roles refuse with 'forbidden'; the state of the record with 'conflict'. */
async function insistOnSettling(
  tx: DeedContext,
  viewer: ReviewStanding,
  key: DecisionKey,
  act: 'adjudicate' | 'reopen',
): Promise<void> {
  insist(whyNotSettleAt(viewer, key.stage));
  const situation = await loadSituation(tx, viewer, key.stage, key.recordId);
  const thirdPeople = await settlersOfStage(tx, viewer.projectId, key.stage);
  const at = adjudicateCase(viewer, key.stage, phase(situation), situation.decisions, thirdPeople);
  const refusal = whyNotAdjudicate(viewer, at, act);
  if (refusal) throw new Problem('conflict', refusal);
}
