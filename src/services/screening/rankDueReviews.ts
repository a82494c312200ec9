import { Ranking } from '#entities/Ranking';
import { Review } from '#entities/Review';
import type { Context } from '#services/context';
import { createRankingMemory, type RankingMemory } from '#services/screening/rankingMemory';
import { newsSince } from '#services/screening/rankingNews';
import { takeTurns } from '#services/screening/takeTurns';

/** Each holds a connection to the database while it is ordered. */
const REVIEWS_AT_ONCE = 2;

/**
 * Orders the records of every ranked stage anew whose review has moved on. Any worker may call it, as often as it likes:
 * each ranking is taken by one of them, and nobody who decides waits for it. Decisions alone are learned one by one; only
 * what changes records, people or rules makes it read the stage again.
 */
export async function rankDueReviews(ctx: Context, memory: RankingMemory = createRankingMemory()): Promise<number> {
  const due: DueReview[] = await ctx.db.query(
    `select ranking.review_id, ranking.stage, event.event_id as newest from rankings ranking
     left join lateral (select event_id from audit_events where review_id = ranking.review_id
       order by event_id desc limit 1) event on true
     where ranking.is_on and ranking.seen_event_id is distinct from event.event_id`,
  );
  let turns = 0;
  // While the texts of one review are read in, others go on being ordered.
  const waiting = due.values();
  const goOn = async (): Promise<void> => {
    for (const each of waiting) turns += await rankDueReview(ctx, memory, each);
  };
  await Promise.all(Array.from({ length: REVIEWS_AT_ONCE }, goOn));
  return turns;
}

interface DueReview {
  readonly review_id: string;
  readonly stage: Ranking['stage'];
  readonly newest: string | null;
}

function rankDueReview(ctx: Context, memory: RankingMemory, due: DueReview): Promise<number> {
  const { review_id: reviewId, stage, newest } = due;
  return ctx.db.transaction(async manager => {
    const [{ mine } = { mine: false }]: { mine: boolean }[] = await manager.query(
      "select pg_try_advisory_xact_lock(hashtext('rank'), hashtext($1)) as mine",
      [`${reviewId} ${stage}`],
    );
    const ranking = mine ? await manager.findOneBy(Ranking, { reviewId, stage, isOn: true }) : null;
    const review = ranking && (await manager.findOneBy(Review, { reviewId }));
    if (!ranking || !review) return 0;
    const within = { ...ctx, db: manager };
    const news = await newsSince(within, ranking, ranking.seenEventId);
    if (news.kind === 'anything') memory.bases.delete(reviewId);
    const { taken, isAllDone } =
      news.kind === 'none' ? { taken: 0, isAllDone: true } : await takeTurns(within, { review, ranking, memory, news });
    if (isAllDone) await manager.update(Ranking, { reviewId, stage }, { seenEventId: newest });
    return taken;
  });
}
