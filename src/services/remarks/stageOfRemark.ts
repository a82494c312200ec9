import { Problem } from '#core/problem';
import type { Stage } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';

/**
 * The stage at which records stand, which decides who sees a remark written now: full text once their stage before is
 * closed, or anybody has been asked for them at full text or has looked for their report.
 */
export async function stagesOf(
  ctx: Context,
  viewer: ReviewStanding,
  recordIds: readonly string[],
): Promise<(recordId: string) => Stage> {
  if (viewer.closedStages.includes('title-and-abstract')) return () => 'full-text';
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record_id from screening_assignments where review_id = $1 and stage = 'full-text' and record_id = any($2)
     union select record_id from screening_decisions where review_id = $1 and stage = 'full-text' and record_id = any($2)
     union select record_id from reports where review_id = $1 and record_id = any($2)`,
    [viewer.reviewId, recordIds],
  );
  const atFullText = new Set(rows.map(row => row.record_id));
  return recordId => (atFullText.has(recordId) ? 'full-text' : 'title-and-abstract');
}

/** Refuses records that are not of this review. */
export async function requireRecords(ctx: Context, reviewId: string, recordIds: readonly string[]): Promise<void> {
  const wanted = new Set(recordIds);
  const [found]: { n: number }[] = await ctx.db.query(
    'select count(*)::int as n from search_records where review_id = $1 and record_id = any($2)',
    [reviewId, [...wanted]],
  );
  if (found?.n !== wanted.size) throw new Problem('not-found', 'There is no such record.');
}
