import { Problem } from '#core/problem';
import { randomFrom, shuffled } from '#core/random';
import { PilotRound } from '#entities/PilotRound';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { notify } from '#services/notifications/notify';
import { namesOfReview } from '#services/notifications/people';
import { perform } from '#services/perform';
import { listMembers } from '#services/projects/readProjects';
import type { StageKey } from '#services/screening/assignmentBoard';
import { authorsAmong } from '#services/screening/authorsAmong';
import { loadRounds } from '#services/screening/pilotRounds';
import { agreementOfRound } from '#services/screening/readPilot';
import { loadSituations } from '#services/screening/situations';
import { storeGifts } from '#services/screening/storeGifts';
import { standInReview } from '#services/standing';

export interface DrawPilot {
  readonly personIds: readonly string[];
  readonly count: number;
  readonly bar: number;
  readonly dueOn: string | null;
  readonly seed: number;
}

/** Draws records by lot that nobody was asked about, and gives the same ones to everybody. */
export async function drawPilot(ctx: Context, actor: Actor, key: StageKey, input: DrawPilot): Promise<{ id: string }> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  if (viewer.closedStages.includes(key.stage)) throw new Problem('conflict', 'This stage is closed. Open it first.');
  return perform(ctx, actor, 'draw-pilot', async tx => {
    await tx.db.query("select pg_advisory_xact_lock(hashtext('assign'), hashtext($1))", [key.reviewId]);
    const members = await listMembers(tx, viewer.projectId);
    if (input.personIds.some(personId => !members.some(member => member.personId === personId))) {
      throw new Problem('not-found', 'Somebody of these people is not in the team.');
    }
    const rounds = await loadRounds(tx, viewer.projectId, key);
    if (rounds.some(({ isFinished }) => !isFinished)) {
      throw new Problem('conflict', 'The last round is not finished yet. Wait until everybody has decided.');
    }
    const recordIds = await drawRecords(tx, viewer, key, input);
    const number = (rounds[0]?.round.number ?? 0) + 1;
    const gifts = recordIds.flatMap(recordId => input.personIds.map(personId => ({ recordId, personId })));
    const roundId = await storeGifts(tx, actor, key, { ...input, facts: { pilot: number } }, gifts);
    await tx.db.insert(PilotRound, {
      ...{ reviewId: key.reviewId, roundId, stage: key.stage, number, recordIds, personIds: [...input.personIds] },
      ...{ bar: input.bar, seed: input.seed, createdBy: actor.personId, createdAt: tx.now() },
    });
    return { id: roundId };
  });
}

async function drawRecords(
  ctx: Context,
  viewer: Parameters<typeof loadSituations>[1],
  key: StageKey,
  { personIds, count, seed }: DrawPilot,
): Promise<string[]> {
  const situations = await loadSituations(ctx, viewer, key.stage);
  const fresh = [...situations]
    .filter(([, one]) => one.asked.length === 0 && one.decisions.length === 0)
    .map(([id]) => id);
  // The same records for everybody: one that anybody of them wrote is for none of them.
  const written = new Set((await authorsAmong(ctx, key.reviewId, personIds, fresh)).map(one => one.recordId));
  const able = fresh.filter(recordId => !written.has(recordId));
  if (able.length === 0) throw new Problem('conflict', 'Every record of this stage has been given out already.');
  return shuffled(able, randomFrom(seed)).slice(0, count);
}

/** Lets screening begin: agreement has reached the bar, or the lead writes why it begins before. */
export async function passPilot(ctx: Context, actor: Actor, key: StageKey, reason: string | null): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  insist(whyNotAct(viewer, 'assign'));
  await perform(ctx, actor, 'pass-pilot', async tx => {
    const [last] = await loadRounds(tx, viewer.projectId, key);
    if (!last) throw new Problem('not-found', 'No pilot round was drawn at this stage.');
    if (last.round.passedAt) return tx.changedNothing();
    const { value } = agreementOfRound(last);
    const isReached = last.isFinished && value.estimable && value.value >= last.round.bar;
    if (!isReached && reason === null) {
      const detail = 'The bar is not reached, or not everybody has finished. Write why screening begins before that.';
      throw new Problem('invalid', detail, {}, [{ pointer: '/body/reason', detail }]);
    }
    const { reviewId, roundId } = last.round;
    const passedBecause = isReached ? null : reason;
    await tx.db.update(
      PilotRound,
      { reviewId, roundId },
      { passedAt: tx.now(), passedBy: actor.personId, passedBecause },
    );
    tx.witness({ reviewId, subjectKind: 'batch', subjectId: roundId, facts: { stage: key.stage, isReached } });
    // Of how the round went nothing is said: who took part reads it on its page.
    const others = last.round.personIds.filter(personId => last.done.has(personId) && personId !== actor.personId);
    await notify(tx, others, {
      ...{ kind: 'screening-open', about: roundId, link: `/reviews/${reviewId}/pilot?stage=${key.stage}` },
      title: `Screening may begin: ${(await namesOfReview(tx, reviewId)).title}`,
      line: 'The pilot round is passed.',
    });
  });
}
