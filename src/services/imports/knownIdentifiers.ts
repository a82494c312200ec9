import type { Context } from '#services/context';
import { ACTIVE_RECORDS } from '#services/records/activeRecords';

/** An article's identifiers, as far as its record has any. */
export interface Identifiers {
  readonly doi: string | null;
  readonly pmid: string | null;
}

/** How many of these are in the review already, by PMID or DOI. */
export async function countKnown(ctx: Context, reviewId: string, asked: readonly Identifiers[]): Promise<number> {
  const pmids = asked.flatMap(one => one.pmid ?? []);
  const dois = asked.flatMap(one => one.doi ?? []);
  if (pmids.length === 0 && dois.length === 0) return 0;
  const rows: { pmid: string | null; doi: string | null }[] = await ctx.db.query(
    `select record.pmid, record.doi from ${ACTIVE_RECORDS}
     where record.review_id = $1 and (record.pmid = any($2) or record.doi = any($3))`,
    [reviewId, pmids, dois],
  );
  const knownPmids = new Set(rows.map(row => row.pmid));
  const knownDois = new Set(rows.map(row => row.doi));
  return asked.filter(
    one => (one.pmid !== null && knownPmids.has(one.pmid)) || (one.doi !== null && knownDois.has(one.doi)),
  ).length;
}

/** Those of these PMIDs that the review has already, merged into another record or decided on or neither. */
export async function knownPmids(ctx: Context, reviewId: string, pmids: readonly string[]): Promise<Set<string>> {
  const rows: { pmid: string }[] = await ctx.db.query(
    `select distinct record.pmid from ${ACTIVE_RECORDS} where record.review_id = $1 and record.pmid = any($2)`,
    [reviewId, pmids],
  );
  return new Set(rows.map(row => row.pmid));
}
