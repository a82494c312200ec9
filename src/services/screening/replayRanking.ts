import type { Ranking } from '#entities/Ranking';
import { RankingTurn } from '#entities/RankingTurn';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import type { JobResult, JobRun } from '#services/jobs/jobRun';
import { later } from '#services/later';
import { perform } from '#services/perform';
import type { StageKey } from '#services/screening/assignmentBoard';
import { rankingBasis } from '#services/screening/rankingTexts';
import { askOrder, learnedBy } from '#services/screening/takeTurns';
import { standInReview } from '#services/standing';

/** Computes every order of a stage again, as a job. */
export async function startReplay(ctx: Context, actor: Actor, key: StageKey): Promise<{ jobId: string }> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'assign'));
  return perform(ctx, actor, 'replay-ranking', async tx => {
    const input = { stage: key.stage };
    const jobId = await later(tx, {
      reviewId: key.reviewId,
      kind: 'replay-ranking',
      input,
      createdBy: actor.personId,
    });
    tx.witness({ reviewId: key.reviewId, subjectKind: 'job', subjectId: jobId, facts: input });
    return { jobId };
  });
}

/** The job: from the seed and the decisions in their order, does each order come out as it was shown? */
export async function runReplay(ctx: Context, run: JobRun): Promise<JobResult> {
  const { stage } = run.input as { stage: Ranking['stage'] }; // written by startReplay alone
  const { reviewId } = run;
  const texts = await rankingBasis(ctx, reviewId);
  const turns = await ctx.db.find(RankingTurn, {
    where: { reviewId, stage },
    order: { personId: 'ASC', number: 'ASC' },
  });
  let [same, different, changed] = [0, 0, 0];
  const past: RankingTurn[] = [];
  for (const [done, turn] of turns.entries()) {
    if (past[0]?.personId !== turn.personId) past.length = 0;
    past.push(turn);
    if (turn.basis !== texts.basis) {
      changed++;
      continue;
    }
    const again = await askOrder(ctx, texts, turn.seed, learnedBy(past), turn.recordIds, {
      most: turn.recordIds.length,
      explained: 0,
    });
    if (again.recordIds.join() === turn.recordIds.join()) same++;
    else different++;
    if (done % 10 === 9) await run.report({ done, total: turns.length, sentence: 'Computing each order again' });
  }
  if (turns.length === 0) return { sentence: 'There is no order to compute again yet.' };
  const older = changed === 0 ? '' : ` ${changed} came before records or the question last changed and were left out.`;
  const sentence =
    different === 0
      ? `${same} of ${same} orders came out the same, record by record, from the seed and the decisions.${older}`
      : `${different} of ${same + different} orders came out differently: the ranking itself has changed since.${older}`;
  return { sentence };
}
