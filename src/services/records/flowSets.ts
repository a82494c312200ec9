import { standing } from '#core/screening/standing';
import type { Verdict } from '#core/vocabulary';
import { Adjudication } from '#entities/Adjudication';
import { ScreeningStop } from '#entities/ScreeningStop';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { ACTIVE_RECORDS, IS_PRIMARY, IS_SCREENED_SOURCE, WITH_CLUSTER } from '#services/records/activeRecords';
import { loadStages, recordsByOtherMethods, type Situations } from '#services/screening/situations';

/** One record's full-text end: included, or excluded for a reason. */
export interface Excluded {
  readonly recordId: string;
  readonly criterionId: string | null;
}

/** The sets of records behind the numbers of the flow diagram, each counted on its own from the data. */
export interface FlowSets {
  readonly identified: readonly {
    readonly recordId: string;
    readonly sourceName: string;
    readonly sourceKind: string;
  }[];
  readonly duplicates: readonly string[];
  /** Left unscreened when ranked screening ended. */
  readonly notScreened: readonly string[];
  readonly screened: readonly string[];
  readonly awaitingScreening: readonly string[];
  readonly recordsExcluded: readonly string[];
  readonly recordsPassed: readonly string[];
  readonly byOtherMethods: readonly string[];
  readonly notRetrieved: readonly string[];
  readonly retrieved: readonly string[];
  readonly assessed: readonly string[];
  readonly awaitingAssessment: readonly string[];
  readonly reportsExcluded: readonly Excluded[];
  readonly included: readonly string[];
}

/** Computes the sets afresh. Never for a person whom blinding keeps from them: ask `whyNotSeeFlow` first. */
export async function loadFlowSets(ctx: Context, viewer: ReviewStanding): Promise<FlowSets> {
  const { reviewId } = viewer;
  const all = await loadIdentified(ctx, reviewId);
  const { 'title-and-abstract': screening, 'full-text': fullText } = await loadStages(ctx, viewer);
  const byOtherMethods = await recordsByOtherMethods(ctx, reviewId);
  const stop = await ctx.db.findOneBy(ScreeningStop, { reviewId, stage: 'title-and-abstract' });
  const stopped = new Set(stop?.recordIds);
  const retrieval = await loadRetrieval(ctx, reviewId);
  const [screened, awaitingScreening] = split(screening, verdict => verdict === 'included' || verdict === 'excluded');
  const passed = ofVerdict(screening, 'included');
  const [assessed, awaitingAssessment] = split(fullText, verdict => verdict === 'included' || verdict === 'excluded');
  const sought = [...passed, ...byOtherMethods];
  return {
    identified: all.filter(record => record.isSearched || record.isPrimary),
    duplicates: all.filter(record => record.isSearched && !record.isPrimary).map(record => record.recordId),
    notScreened: all
      .filter(record => record.isSearched && record.isPrimary && stopped.has(record.recordId))
      .map(record => record.recordId),
    screened,
    awaitingScreening,
    recordsExcluded: ofVerdict(screening, 'excluded'),
    recordsPassed: passed,
    byOtherMethods,
    notRetrieved: sought.filter(recordId => retrieval.get(recordId) === 'not-retrieved'),
    retrieved: sought.filter(recordId => retrieval.get(recordId) === 'retrieved'),
    assessed,
    awaitingAssessment,
    reportsExcluded: await withReasons(ctx, reviewId, fullText),
    included: ofVerdict(fullText, 'included'),
  };
}

async function loadIdentified(ctx: Context, reviewId: string) {
  const rows: {
    record_id: string;
    source_name: string;
    source_kind: string;
    is_primary: boolean;
    is_searched: boolean;
  }[] = await ctx.db.query(
    `select record.record_id, search.source_name, search.source_kind, ${IS_PRIMARY} as is_primary,
       ${IS_SCREENED_SOURCE} as is_searched
     from ${ACTIVE_RECORDS} ${WITH_CLUSTER} where record.review_id = $1
     order by import.created_at, record.import_id, record.position`,
    [reviewId],
  );
  return rows.map(row => ({
    recordId: row.record_id,
    sourceName: row.source_name,
    sourceKind: row.source_kind,
    isPrimary: row.is_primary,
    isSearched: row.is_searched,
  }));
}

async function loadRetrieval(ctx: Context, reviewId: string): Promise<Map<string, string>> {
  const rows: { record_id: string; retrieval_state: string }[] = await ctx.db.query(
    'select record_id, retrieval_state from reports where review_id = $1',
    [reviewId],
  );
  return new Map(rows.map(row => [row.record_id, row.retrieval_state]));
}

/** The one primary reason of each exclusion at full text: the adjudicator's, else the one that all who decided gave. */
async function withReasons(ctx: Context, reviewId: string, fullText: Situations): Promise<Excluded[]> {
  const settled = new Map(
    (await ctx.db.findBy(Adjudication, { reviewId, stage: 'full-text' })).map(one => [one.recordId, one.criterionId]),
  );
  return [...fullText].flatMap(([recordId, situation]) => {
    if (standing(situation).verdict !== 'excluded') return [];
    const criterionId = settled.has(recordId) ? settled.get(recordId) : situation.decisions[0]?.criterionId;
    return [{ recordId, criterionId: criterionId ?? null }];
  });
}

function ofVerdict(situations: Situations, verdict: Verdict): string[] {
  return [...situations].filter(([, situation]) => standing(situation).verdict === verdict).map(([id]) => id);
}

function split(situations: Situations, isDone: (verdict: Verdict) => boolean): [string[], string[]] {
  const done: string[] = [];
  const waiting: string[] = [];
  for (const [id, situation] of situations) (isDone(standing(situation).verdict) ? done : waiting).push(id);
  return [done, waiting];
}
