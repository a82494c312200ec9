import { OVERALL } from '#core/appraisal/assess';
import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { AppraisalConsensus } from '#entities/AppraisalConsensus';
import type { StoredAnswer, StoredJudgement } from '#entities/Assessment';
import { whyNotSettle } from '#policies/appraisal';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { judgedDomains, judgeStored, missingSentence } from '#services/appraisal/judgeStored';
import { type AppraisalKey, caseOf, holdAppraisal } from '#services/appraisal/loadAppraisal';
import { requireAnswer, requireJudgement } from '#services/appraisal/writeAssessment';
import type { Actor, Context } from '#services/context';
import { requireReport } from '#services/extraction/fieldValues';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

export interface ConsensusInput {
  readonly answers: Readonly<Record<string, StoredAnswer>>;
  readonly ownJudgements: Readonly<Record<string, StoredJudgement>>;
}

/** Writes down what two assessors agreed on. Their own assessments stay as they were. */
export async function settleAppraisal(
  ctx: Context,
  actor: Actor,
  key: AppraisalKey,
  input: ConsensusInput,
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await perform(ctx, actor, 'settle-appraisal', async tx => {
    const whole = await holdAppraisal(tx, key);
    insist(whyNotAct(viewer, 'settleAppraisals'));
    const refusal = whyNotSettle(viewer, caseOf(whole, actor));
    if (refusal) throw new Problem('conflict', refusal);
    for (const [question, { answer }] of Object.entries(input.answers)) requireAnswer(whole.tool, question, answer);
    for (const answer of Object.values(input.answers)) await requireReport(tx, key.reviewId, answer);
    for (const [id, { judgement }] of Object.entries(input.ownJudgements)) requireJudgement(whole.tool, id, judgement);
    const { reviewId, appraisalId } = whole.appraisal;
    const { answers, ownJudgements } = input;
    if (whole.consensus) {
      const { consensus } = whole;
      const isSame =
        canonicalJson([consensus.answers, consensus.ownJudgements]) === canonicalJson([answers, ownJudgements]);
      if (isSame) return tx.changedNothing();
      throw new Problem('conflict', 'This is settled already. Open it again to change it.');
    }
    const assessed = judgeStored(whole.tool, answers, ownJudgements);
    if (!assessed.isComplete) throw new Problem('conflict', missingSentence(assessed));
    const judged = judgedDomains(assessed);
    const settled = { settledBy: actor.personId, settledAt: tx.now(), importedFrom: '' };
    await tx.db.insert(AppraisalConsensus, { reviewId, appraisalId, answers, ownJudgements, judged, ...settled });
    tx.witness({
      reviewId,
      subjectKind: 'appraisal',
      subjectId: appraisalId,
      facts: { overall: judged[OVERALL]?.judgement },
    });
  });
}

/** Takes a consensus back, with a reason, so that it can be agreed on anew. */
export async function reopenAppraisal(ctx: Context, actor: Actor, key: AppraisalKey, reason: string): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, key.reviewId), 'settleAppraisals'));
  await perform(ctx, actor, 'reopen-appraisal', async tx => {
    const { appraisal, consensus } = await holdAppraisal(tx, key);
    if (!consensus) return tx.changedNothing();
    const { reviewId, appraisalId } = appraisal;
    await tx.db.delete(AppraisalConsensus, { reviewId, appraisalId });
    tx.witness({ reviewId, subjectKind: 'appraisal', subjectId: appraisalId, facts: { reason } });
  });
}
