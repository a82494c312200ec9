import { Ranking } from '#entities/Ranking';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import type { StageKey } from '#services/screening/assignmentBoard';
import { loadLessons } from '#services/screening/lessons';
import { rankingBasis } from '#services/screening/rankingTexts';
import { UNRANKED } from '#services/screening/setRanking';
import { askOrder } from '#services/screening/takeTurns';

/**
 * Records in the order of the ranking, to be given out. It learns from what everybody has decided where the lead chose
 * that for the stage, and else from the question alone: the order in which records reach a screener tells nothing else.
 */
export async function mostPromisingFirst(
  ctx: Context,
  viewer: ReviewStanding,
  { reviewId, stage }: StageKey,
  recordIds: readonly string[],
): Promise<string[]> {
  const ranking = (await ctx.db.findOneBy(Ranking, { reviewId, stage })) ?? UNRANKED;
  const isOfTeam = ranking.isOn && ranking.learnsFrom === 'team';
  const lessons = isOfTeam ? (await loadLessons(ctx, viewer, stage, 'team'))(viewer.personId) : new Map();
  const basis = await rankingBasis(ctx, reviewId);
  const most = recordIds.length;
  const ordered = (await askOrder(ctx, basis, ranking.seed, lessons, recordIds, { most, explained: 0 })).recordIds;
  // What has no place among the texts comes last, in the order it had.
  const placed = new Set(ordered);
  return [...ordered, ...recordIds.filter(recordId => !placed.has(recordId))];
}
