import type { Analysis as Analysed } from '#core/synthesis/analyse';
import { Analysis } from '#entities/Analysis';
import type { Context } from '#services/context';

/** Each study's share of the pooled weight, 0 to 100, in the analysis that the protocol names, or else the first one. */
export async function loadWeights(
  ctx: Context,
  reviewId: string,
  outcomeId: string | null,
): Promise<ReadonlyMap<string, number>> {
  const where = outcomeId === null ? { reviewId } : { reviewId, outcomeId };
  const rows = await ctx.db.find(Analysis, { where, order: { isLocked: 'DESC', createdAt: 'ASC' } });
  const result = rows.find(row => row.result !== null)?.result as Analysed | undefined; // written by compute
  return new Map(
    (result?.studies ?? []).flatMap(one =>
      one.weightPercent == null ? [] : [[one.studyId, one.weightPercent] as const],
    ),
  );
}
