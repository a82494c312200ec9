import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { type RecordFilters, recordConditions } from '#services/records/recordFilters';
import { requireRecords } from '#services/remarks/stageOfRemark';

/** Records by their ids, or all that a list would show. */
export type Selection = { readonly recordIds: readonly string[] } | { readonly filters: RecordFilters };

/** The ids of a selection, in the order of import. */
export async function selectRecords(ctx: Context, viewer: ReviewStanding, selection: Selection): Promise<string[]> {
  if ('recordIds' in selection) {
    await requireRecords(ctx, viewer.reviewId, selection.recordIds);
    return [...new Set(selection.recordIds)];
  }
  const { where, values } = await recordConditions(ctx, viewer, selection.filters);
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record.record_id from record_index record where ${where}
     order by array_position($2::uuid[], record.import_id), record.position, record.record_id`,
    [...values],
  );
  return rows.map(row => row.record_id);
}
