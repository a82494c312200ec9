import { In } from 'typeorm';
import { type RecordToLearnFrom, suggestFromRecords } from '#core/protocol/suggestFromRecords';
import type { ReferenceRecord } from '#core/searching/record';
import { SearchRecord } from '#entities/SearchRecord';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { loadActiveImports } from '#services/records/activeImports';
import { visibleVerdicts } from '#services/records/visibleVerdicts';
import { standInReview } from '#services/standing';

/** Enough to tell what is common, and few enough to answer at once. */
const MOST_INCLUDED = 400;
const MOST_OTHERS = 1200;

/**
 * "These included records carry …": by the verdicts that the viewer may see, else by their own decisions; while nothing is
 * included, what the records carry most often.
 */
export async function suggestTerms(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const { basis, includedIds } = await includedRecords(ctx, viewer);
  const others = await otherRecords(ctx, reviewId, includedIds);
  const included = await toLearnFrom(ctx, reviewId, includedIds, true);
  const isAll = included.length === 0;
  const rest = await toLearnFrom(ctx, reviewId, others, isAll);
  const { headings, phrases } = suggestFromRecords([...included, ...rest]);
  return {
    basis: isAll ? ('all' as const) : basis,
    includedCount: isAll ? rest.length : included.length,
    otherCount: isAll ? 0 : rest.length,
    headings,
    phrases,
  };
}

async function includedRecords(ctx: Context, viewer: ReviewStanding) {
  if (whyNotSeeVerdicts(viewer) === null) {
    const verdicts = await visibleVerdicts(ctx, viewer, 'title-and-abstract');
    const ids = [...verdicts].filter(([, verdict]) => verdict === 'included').map(([recordId]) => recordId);
    return { basis: 'included' as const, includedIds: ids.slice(0, MOST_INCLUDED) };
  }
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record_id from screening_decisions where review_id = $1 and stage = 'title-and-abstract' and person_id = $2
       and choice = 'include' order by decided_at limit ${MOST_INCLUDED}`,
    [viewer.reviewId, viewer.personId],
  );
  return { basis: 'own' as const, includedIds: rows.map(row => row.record_id) };
}

/** Some of the others: spread over the whole by their ids, the same ones at every asking. */
async function otherRecords(ctx: Context, reviewId: string, includedIds: readonly string[]): Promise<string[]> {
  const imports = await loadActiveImports(ctx, reviewId);
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record_id from record_index where review_id = $1 and import_id = any($2::uuid[])
       and not (record_id = any($3::uuid[])) order by md5(record_id::text) limit ${MOST_OTHERS}`,
    [reviewId, imports.ids, includedIds],
  );
  return rows.map(row => row.record_id);
}

async function toLearnFrom(
  ctx: Context,
  reviewId: string,
  recordIds: readonly string[],
  isIncluded: boolean,
): Promise<RecordToLearnFrom[]> {
  if (recordIds.length === 0) return [];
  const rows = await ctx.db.find(SearchRecord, {
    where: { reviewId, recordId: In([...recordIds]) },
    select: { recordId: true, title: true, abstractText: true, details: true },
  });
  return rows.map(({ title, abstractText, details }) => {
    const { meshHeadings } = details as ReferenceRecord; // written by recordRow
    return { title, abstractText, meshHeadings: meshHeadings.map(heading => heading.name), isIncluded };
  });
}
