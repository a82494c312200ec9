import { Problem } from '#core/problem';
import { standing } from '#core/screening/standing';
import type { Choice, Stage, Verdict } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOthersDecisions, maySeeOutcomes, whyNotSeeFlow } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { ACTIVE_RECORDS, IS_PRIMARY, WITH_CLUSTER } from '#services/records/activeRecords';
import { type FlowSets, loadFlowSets } from '#services/records/flowSets';
import { loadSituationsOf } from '#services/screening/situations';
import { standInReview } from '#services/standing';

export interface RecordQuery {
  readonly text: string;
  readonly import?: string | undefined;
  readonly source?: string | undefined;
  readonly box?: string | undefined;
  readonly reason?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly record_id: string;
  readonly title: string;
  readonly authors_text: string;
  readonly year: number | null;
  readonly journal: string | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly has_abstract: boolean;
  readonly is_retracted: boolean;
  readonly source_name: string;
  readonly copies: number;
}

/** Records page by page. A box of the flow diagram names a set that comes of decisions: it is for those who may see them. */
export async function listRecords(ctx: Context, actor: Actor, reviewId: string, query: RecordQuery) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const offset = readCursor(query.cursor);
  const { where, values } = await conditionsOf(ctx, viewer, query);
  const from = `from ${ACTIVE_RECORDS} ${WITH_CLUSTER} where ${where}`;
  const [count]: { n: number }[] = await ctx.db.query(`select count(*)::int as n ${from}`, values);
  const rows: Row[] = await ctx.db.query(
    `select record.record_id, record.title, record.authors_text, record.year, record.journal, record.doi, record.pmid,
       record.abstract_text <> '' as has_abstract,
       coalesce((record.details #>> '{retraction,isRetracted}')::boolean, false) as is_retracted, search.source_name,
       (select count(*)::int from duplicate_members m where m.review_id = record.review_id and m.cluster_id = cluster.cluster_id) as copies
     ${from} order by import.created_at, record.import_id, record.position limit ${query.limit} offset ${offset}`,
    values,
  );
  const total = count?.n ?? 0;
  const shownIds = rows.map(row => row.record_id);
  const mine = await ownDecisions(ctx, viewer, shownIds);
  const screened = await visibleVerdicts(ctx, viewer, 'title-and-abstract', shownIds);
  const assessed = await visibleVerdicts(ctx, viewer, 'full-text', shownIds);
  const records = rows.map(row => ({
    recordId: row.record_id,
    title: row.title,
    authorsText: row.authors_text,
    year: row.year,
    journal: row.journal,
    doi: row.doi,
    pmid: row.pmid,
    hasAbstract: row.has_abstract,
    isRetracted: row.is_retracted,
    sourceName: row.source_name,
    copies: Math.max(1, row.copies),
    mine: mine.get(row.record_id) ?? [],
    verdicts: {
      'title-and-abstract': screened.get(row.record_id) ?? null,
      'full-text': assessed.get(row.record_id) ?? null,
    },
  }));
  const next = offset + rows.length < total ? String(offset + rows.length) : null;
  return { records, total, next };
}

function readCursor(cursor: string | undefined): number {
  const offset = Number(cursor ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new Problem('invalid', 'The cursor is not one that Pooled gave.');
  return offset;
}

async function conditionsOf(ctx: Context, viewer: ReviewStanding, query: RecordQuery) {
  const values: unknown[] = [viewer.reviewId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['record.review_id = $1'];
  if (query.box) {
    insist(whyNotSeeFlow(viewer));
    conditions.push(`record.record_id = any(${bind(boxOf(await loadFlowSets(ctx, viewer), query))})`);
  } else conditions.push(IS_PRIMARY);
  if (query.import) conditions.push(`record.import_id = ${bind(query.import)}`);
  if (query.source) conditions.push(`search.source_name = ${bind(query.source)}`);
  if (query.text !== '') {
    const words = bind(query.text);
    // Two searches joined by their ids, so that each can use its own index.
    conditions.push(
      `record.record_id in (
         select record_id from search_records where review_id = $1
           and to_tsvector('english', title || ' ' || abstract_text) @@ websearch_to_tsquery('english', ${words})
         union all select record_id from search_records where review_id = $1
           and (authors_text ilike '%' || ${words} || '%' or pmid = ${words} or doi = lower(${words})))`,
    );
  }
  return { where: conditions.join(' and '), values };
}

function boxOf(sets: FlowSets, query: RecordQuery): readonly string[] {
  switch (query.box) {
    case 'identified':
      return sets.identified.map(record => record.recordId);
    case 'duplicates':
      return sets.duplicates;
    case 'screened':
      return sets.screened;
    case 'records-excluded':
      return sets.recordsExcluded;
    case 'sought':
      return [...sets.recordsPassed, ...sets.byOtherMethods];
    case 'not-retrieved':
      return sets.notRetrieved;
    case 'assessed':
      return sets.assessed;
    case 'reports-excluded':
      return sets.reportsExcluded
        .filter(one => !query.reason || one.criterionId === query.reason)
        .map(one => one.recordId);
    case 'included':
      return sets.included;
    default:
      throw new RangeError(`boxOf: there is no box "${query.box}"`);
  }
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

async function visibleVerdicts(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds: readonly string[],
): Promise<Map<string, Verdict>> {
  if (!maySeeOutcomes(viewer, stage)) return new Map();
  const situations = await loadSituationsOf(ctx, viewer, stage, recordIds);
  return new Map(
    [...situations].flatMap(([recordId, situation]) => {
      const reached = standing(situation);
      return maySeeOthersDecisions(viewer, stage, reached.phase) ? [[recordId, reached.verdict] as const] : [];
    }),
  );
}
