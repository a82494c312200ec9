import { ScreeningStop } from '#entities/ScreeningStop';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import type { StageKey } from '#services/screening/assignmentBoard';
import { type RankedProgress, rankedProgress } from '#services/screening/rankedProgress';
import { loadSituations, type Situations } from '#services/screening/situations';

/** Where ranked screening stands now, with what is known of each record. */
export async function loadProgress(
  ctx: Context,
  viewer: ReviewStanding,
  key: StageKey,
): Promise<{ progress: RankedProgress; situations: Situations }> {
  const situations = await loadSituations(ctx, viewer, key.stage);
  const rows: { record_id: string; place: string }[] = await ctx.db.query(
    `select record_id, row_number() over (order by max(decided_at), record_id) as place from screening_decisions
     where review_id = $1 and stage = $2 group by record_id`,
    [key.reviewId, key.stage],
  );
  const decidedLast = new Map(rows.map(row => [row.record_id, Number(row.place)]));
  const progress = rankedProgress(situations, decidedLast);
  // What a stop has left unread is nobody's work any more, but still among the records of which something may be missed.
  const stop = await ctx.db.findOneBy(ScreeningStop, { reviewId: key.reviewId, stage: key.stage });
  const leftUnread = stop?.recordIds.filter(recordId => !situations.has(recordId)).length ?? 0;
  return { progress: { ...progress, records: progress.records + leftUnread }, situations };
}
