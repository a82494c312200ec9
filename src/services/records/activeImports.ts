import type { Context } from '#services/context';

/** The finished imports of a review, in the order in which they came, and the source of each. */
export interface ActiveImports {
  readonly ids: readonly string[];
  readonly sourceNames: readonly string[];
  readonly sourceOf: (importId: string) => string;
}

/** As `activeRecords` has it: what a running import has stored so far, or an undone one held, is nowhere to be seen. */
export async function loadActiveImports(ctx: Context, reviewId: string): Promise<ActiveImports> {
  const rows: { import_id: string; source_name: string }[] = await ctx.db.query(
    `select import.import_id, search.source_name from record_imports import
     join searches search on search.review_id = import.review_id and search.search_id = import.search_id
     where import.review_id = $1 and import.state = 'imported' order by import.created_at, import.import_id`,
    [reviewId],
  );
  const byId = new Map(rows.map(row => [row.import_id, row.source_name]));
  return {
    ids: rows.map(row => row.import_id),
    sourceNames: rows.map(row => row.source_name),
    sourceOf: importId => byId.get(importId) ?? '',
  };
}
