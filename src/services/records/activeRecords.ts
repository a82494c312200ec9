/**
 * The one place that says which records count: those of finished imports. What a running import has stored so far, or
 * an undone one held, is nowhere to be seen. Joins `record`, `import` and `search`; ask for `record.review_id = …`.
 */
export const ACTIVE_RECORDS = `search_records record
  join record_imports import on import.review_id = record.review_id and import.import_id = record.import_id
    and import.state = 'imported'
  join searches search on search.review_id = import.review_id and search.search_id = import.search_id`;

/** Adds the record's cluster of duplicates, where it is in one. */
export const WITH_CLUSTER = `left join duplicate_members member on member.review_id = record.review_id
    and member.record_id = record.record_id
  left join duplicate_clusters cluster on cluster.review_id = member.review_id and cluster.cluster_id = member.cluster_id`;

/** Keeps one record of each cluster: the one that stands for its copies. */
export const IS_PRIMARY = '(cluster.cluster_id is null or cluster.primary_record_id = record.record_id)';

/** Records that are screened by title and abstract; those found by other methods go straight to full text. */
export const IS_SCREENED_SOURCE = "search.source_kind in ('database', 'register')";
