import type { Context } from '#services/context';
import type { StageKey } from '#services/screening/assignmentBoard';

/** When each person last got a note at a stage. */
export async function lastNudges(ctx: Context, key: StageKey): Promise<ReadonlyMap<string, Date>> {
  const rows: { person_id: string; sent_at: Date }[] = await ctx.db.query(
    'select person_id, max(sent_at) as sent_at from screening_nudges where review_id = $1 and stage = $2 group by person_id',
    [key.reviewId, key.stage],
  );
  return new Map(rows.map(row => [row.person_id, row.sent_at]));
}
