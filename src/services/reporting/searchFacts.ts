import type { SearchFact } from '#core/reporting/manuscript/facts';
import type { Context } from '#services/context';

/** Each search with the number of records that its imports brought; one whose import was undone brings none. */
export async function loadSearchFacts(ctx: Context, reviewId: string): Promise<SearchFact[]> {
  const rows: {
    search_id: string;
    source_name: string;
    source_kind: SearchFact['kind'];
    platform: string | null;
    ran_on: string;
    strategy: string | null;
    limits: string | null;
    filters: string | null;
    peer_review: string | null;
    records: number;
  }[] = await ctx.db.query(
    `select search.search_id, search.source_name, search.source_kind, search.platform, search.ran_on::text as ran_on,
       search.strategy, search.limits, search.filters, search.peer_review, count(record.record_id)::int as records
     from searches search
     join record_imports import on import.review_id = search.review_id and import.search_id = search.search_id and import.state = 'imported'
     left join search_records record on record.review_id = import.review_id and record.import_id = import.import_id
     where search.review_id = $1 group by search.review_id, search.search_id order by search.ran_on, search.created_at`,
    [reviewId],
  );
  return rows.map(row => ({
    searchId: row.search_id,
    source: row.source_name,
    kind: row.source_kind,
    platform: row.platform || null,
    ranOn: row.ran_on,
    records: row.records,
    hasStrategy: Boolean(row.strategy),
    limits: row.limits || null,
    filters: row.filters || null,
    peerReview: row.peer_review || null,
  }));
}
