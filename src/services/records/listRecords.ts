import type { Choice, RecordSort, Stage } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { whyNotScreen } from '#policies/screening';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import type { ActiveImports } from '#services/records/activeImports';
import { pageOfRecords } from '#services/records/pageOfRecords';
import type { ListedRow } from '#services/records/pageSql';
import { type RecordFilters, recordConditions } from '#services/records/recordFilters';
import { visibleVerdicts } from '#services/records/visibleVerdicts';
import { labelsOn } from '#services/remarks/readRemarks';
import { standInReview } from '#services/standing';

export interface RecordListQuery extends RecordFilters {
  readonly sort: RecordSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Rather at once than to the end: how many there are may be told later, by the counts. */
  readonly isQuick: boolean;
}

/** Records page by page, with all that their row shows; nothing in it tells what others decided before one may know. */
export async function listRecords(ctx: Context, actor: Actor, reviewId: string, query: RecordListQuery) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const found = await recordConditions(ctx, viewer, query);
  const { rows, total, isAtLeast, sort, next } = await pageOfRecords(ctx, found, query);
  const records = await withWhatIsKnown(ctx, viewer, rows, found.imports);
  return {
    records,
    total,
    isAtLeast,
    next,
    sort,
    mistakes: found.query.problems,
    may: {
      annotate: whyNotAct(viewer, 'annotate'),
      seeVerdicts: whyNotSeeVerdicts(viewer),
      assign: whyNotAct(viewer, 'assign') ?? whyNotGiveOut(viewer),
      screen: whyNotScreen(viewer, 'title-and-abstract'),
    },
  };
}

function whyNotGiveOut(viewer: ReviewStanding): Refusal {
  return viewer.closedStages.includes('title-and-abstract') ? 'This stage is closed. Open it first.' : null;
}

/** Each row with its copies' sources, the labels, verdicts and own decisions that the viewer may see. */
async function withWhatIsKnown(
  ctx: Context,
  viewer: ReviewStanding,
  rows: readonly ListedRow[],
  imports: ActiveImports,
) {
  const shownIds = rows.map(row => row.record_id);
  const [copies, labels, mine, screened, assessed] = await Promise.all([
    copiesOf(ctx, viewer.reviewId, shownIds),
    labelsOn(ctx, viewer, shownIds),
    ownDecisions(ctx, viewer, shownIds),
    visibleVerdicts(ctx, viewer, 'title-and-abstract', shownIds),
    visibleVerdicts(ctx, viewer, 'full-text', shownIds),
  ]);
  return rows.map(row => {
    const recordId = row.record_id;
    const importIds = copies.get(recordId) ?? [];
    const sourceName = imports.sourceOf(row.import_id);
    return {
      recordId,
      title: row.title,
      authorsText: row.authors_text,
      year: row.year,
      journal: row.journal,
      doi: row.doi,
      pmid: row.pmid,
      hasAbstract: row.has_abstract,
      isRetracted: row.is_retracted,
      sourceName,
      sourceNames: [...new Set([sourceName, ...importIds.map(imports.sourceOf).filter(name => name !== '')])],
      copies: Math.max(1, importIds.length),
      labels: labels.get(recordId) ?? [],
      mine: mine.get(recordId) ?? [],
      verdicts: {
        'title-and-abstract': screened.get(recordId) ?? null,
        'full-text': assessed.get(recordId) ?? null,
      },
    };
  });
}

/** The imports of all members of each record's cluster, itself among them. */
async function copiesOf(ctx: Context, reviewId: string, recordIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows: { record_id: string; import_ids: string[] }[] = await ctx.db.query(
    `select own.record_id, array_agg(copy.import_id order by copy.import_id)::text[] as import_ids
     from duplicate_members own
     join duplicate_members member on member.review_id = own.review_id and member.cluster_id = own.cluster_id
     join record_index copy on copy.review_id = member.review_id and copy.record_id = member.record_id
     where own.review_id = $1 and own.record_id = any($2) group by own.record_id`,
    [reviewId, recordIds],
  );
  return new Map(rows.map(row => [row.record_id, row.import_ids]));
}

async function ownDecisions(ctx: Context, viewer: ReviewStanding, recordIds: readonly string[]) {
  const rows: { record_id: string; stage: Stage; choice: Choice }[] = await ctx.db.query(
    'select record_id, stage, choice from screening_decisions where review_id = $1 and person_id = $2 and record_id = any($3)',
    [viewer.reviewId, viewer.personId, recordIds],
  );
  const mine = new Map<string, { stage: Stage; choice: Choice }[]>();
  for (const { record_id: recordId, stage, choice } of rows) {
    mine.set(recordId, [...(mine.get(recordId) ?? []), { stage, choice }]);
  }
  return mine;
}
