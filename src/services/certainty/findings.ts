import { In } from 'typeorm';
import { canonicalJson } from '#core/audit/chain';
import type { BaselineRisk } from '#core/certainty/findings';
import { Problem } from '#core/problem';
import { Analysis } from '#entities/Analysis';
import { Finding } from '#entities/Finding';
import { Outcome } from '#entities/Outcome';
import { Review } from '#entities/Review';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** More outcomes than a reader can weigh: GRADE asks for at most seven. */
export const MOST_FINDINGS = 7;

export interface FindingInput {
  readonly outcomeId: string;
  readonly analysisId: string | null;
  readonly baselines: BaselineRisk[];
  readonly comment: string;
}

/** Arranges the summary of findings anew, all rows at once. */
export async function arrangeFindings(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  rows: readonly FindingInput[],
): Promise<void> {
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'gradeCertainty'));
  if (rows.length > MOST_FINDINGS) {
    throw new Problem('invalid', `At most ${MOST_FINDINGS} outcomes: choose those that matter most to patients.`, {}, [
      { pointer: '/body/rows', detail: `${rows.length} outcomes are too many.` },
    ]);
  }
  await perform(ctx, actor, 'arrange-findings', async tx => {
    await tx.db.findOne(Review, { where: { reviewId }, lock: { mode: 'pessimistic_write' } });
    const outcomes = await tx.db.findBy(Outcome, { reviewId, outcomeId: In(rows.map(row => row.outcomeId)) });
    const analysisIds = rows.flatMap(row => row.analysisId ?? []);
    const analyses = await tx.db.findBy(Analysis, { reviewId, analysisId: In(analysisIds) });
    for (const row of rows) {
      if (!outcomes.some(one => one.outcomeId === row.outcomeId))
        throw new Problem('not-found', 'There is no such outcome.');
      const analysis = analyses.find(one => one.analysisId === row.analysisId);
      if (row.analysisId !== null && analysis?.outcomeId !== row.outcomeId) {
        throw new Problem('not-found', 'There is no such analysis of this outcome.');
      }
    }
    const before = await tx.db.find(Finding, { where: { reviewId }, order: { position: 'ASC' } });
    const plain = ({ outcomeId, analysisId, baselines, comment }: FindingInput) => ({
      outcomeId,
      analysisId,
      baselines,
      comment,
    });
    if (canonicalJson(before.map(plain)) === canonicalJson(rows.map(plain))) return tx.changedNothing();
    await tx.db.delete(Finding, { reviewId });
    if (rows.length > 0) {
      await tx.db.insert(
        Finding,
        rows.map((row, position) => ({ reviewId, findingId: tx.newId(), position, ...plain(row) })),
      );
    }
    tx.witness({ reviewId, subjectKind: 'review', subjectId: reviewId, facts: { outcomes: rows.length } });
  });
}

/** The rows as arranged; before anybody has, one row an outcome with its first analysis, the protocol's before others. */
export async function loadFindingRows(
  ctx: Context,
  reviewId: string,
): Promise<{ rows: FindingInput[]; isArranged: boolean }> {
  const stored = await ctx.db.find(Finding, { where: { reviewId }, order: { position: 'ASC' } });
  if (stored.length > 0) return { rows: stored, isArranged: true };
  const outcomes = await ctx.db.find(Outcome, { where: { reviewId }, order: { position: 'ASC', name: 'ASC' } });
  const analyses = await ctx.db.find(Analysis, { where: { reviewId }, order: { isLocked: 'DESC', createdAt: 'ASC' } });
  const rows = outcomes.slice(0, MOST_FINDINGS).map(({ outcomeId }) => ({
    outcomeId,
    analysisId: analyses.find(one => one.outcomeId === outcomeId)?.analysisId ?? null,
    baselines: [],
    comment: '',
  }));
  return { rows, isArranged: false };
}
