import type { DecisionOnRecord } from '#core/screening/disagreement';
import type { AskedScreener, Situation } from '#core/screening/phase';
import { modeOfRecord } from '#core/screening/secondScreener';
import { standing } from '#core/screening/standing';
import type { Choice, Stage } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import type { Context } from '#services/context';
import { ACTIVE_RECORDS, IS_PRIMARY, IS_SCREENED_SOURCE, WITH_CLUSTER } from '#services/records/activeRecords';

/** What is known of a record at a stage, for `core/screening` to judge. */
export type Situations = Map<string, Situation>;

interface AskedRow {
  readonly record_id: string;
  readonly person_id: string;
  readonly is_gone: boolean;
}

interface DecisionRow {
  readonly record_id: string;
  readonly person_id: string;
  readonly choice: Choice;
  readonly criterion_id: string | null;
}

interface AdjudicationRow {
  readonly record_id: string;
  readonly choice: 'include' | 'exclude';
}

/** Both stages at once: the candidates of full text follow from what title and abstract says. */
export async function loadStages(ctx: Context, viewer: ReviewStanding): Promise<Readonly<Record<Stage, Situations>>> {
  const screening = await situationsOf(
    ctx,
    viewer,
    'title-and-abstract',
    await recordsToScreen(ctx, viewer.reviewId),
    false,
  );
  const passed = [...screening].filter(([, situation]) => standing(situation).verdict === 'included').map(([id]) => id);
  const sought = [...passed, ...(await recordsByOtherMethods(ctx, viewer.reviewId))];
  const missing = await notRetrieved(ctx, viewer.reviewId);
  const assessable = sought.filter(id => !missing.has(id));
  return {
    'title-and-abstract': screening,
    'full-text': await situationsOf(ctx, viewer, 'full-text', assessable, false),
  };
}

/** All candidates of a stage in the order in which they were imported, each with its situation. */
export async function loadSituations(ctx: Context, viewer: ReviewStanding, stage: Stage): Promise<Situations> {
  if (stage === 'full-text') return (await loadStages(ctx, viewer))['full-text'];
  return situationsOf(ctx, viewer, stage, await recordsToScreen(ctx, viewer.reviewId), false);
}

/** The situation of one record, whether it is a candidate or not. */
export async function loadSituation(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordId: string,
): Promise<Situation> {
  const situation = (await loadSituationsOf(ctx, viewer, stage, [recordId])).get(recordId);
  if (!situation) throw new RangeError('loadSituation: the record asked for is missing from the answer');
  return situation;
}

/** The situations of some records, whether they are candidates or not. */
export async function loadSituationsOf(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds: readonly string[],
): Promise<Situations> {
  return situationsOf(ctx, viewer, stage, recordIds, true);
}

/** Primary records of databases and registers but those that a stop has left unscreened, in the order of import. */
export async function recordsToScreen(ctx: Context, reviewId: string): Promise<string[]> {
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record.record_id from ${ACTIVE_RECORDS} ${WITH_CLUSTER}
     where record.review_id = $1 and ${IS_PRIMARY} and ${IS_SCREENED_SOURCE}
       and record.record_id not in (select unnest(record_ids) from screening_stops
         where review_id = $1 and stage = 'title-and-abstract')
     order by import.created_at, record.import_id, record.position`,
    [reviewId],
  );
  return rows.map(row => row.record_id);
}

/** Records that passed title and abstract, and those found by other methods: their reports are sought. */
export async function reportsSought(ctx: Context, viewer: ReviewStanding): Promise<string[]> {
  const screened = await loadSituations(ctx, viewer, 'title-and-abstract');
  const passed = [...screened].filter(([, situation]) => standing(situation).verdict === 'included').map(([id]) => id);
  return [...passed, ...(await recordsByOtherMethods(ctx, viewer.reviewId))];
}

export async function recordsByOtherMethods(ctx: Context, reviewId: string): Promise<string[]> {
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record.record_id from ${ACTIVE_RECORDS} ${WITH_CLUSTER}
     where record.review_id = $1 and ${IS_PRIMARY} and not (${IS_SCREENED_SOURCE})
     order by import.created_at, record.import_id, record.position`,
    [reviewId],
  );
  return rows.map(row => row.record_id);
}

async function notRetrieved(ctx: Context, reviewId: string): Promise<Set<string>> {
  const rows: { record_id: string }[] = await ctx.db.query(
    "select record_id from reports where review_id = $1 and retrieval_state = 'not-retrieved'",
    [reviewId],
  );
  return new Set(rows.map(row => row.record_id));
}

async function situationsOf(
  ctx: Context,
  viewer: ReviewStanding,
  stage: Stage,
  recordIds: readonly string[],
  isPartial: boolean,
): Promise<Situations> {
  const rule = viewer.rules[stage];
  const asked = new Map<string, AskedScreener[]>();
  const decisions = new Map<string, DecisionOnRecord[]>();
  const adjudications = new Map<string, { choice: 'include' | 'exclude' }>();
  const values = isPartial ? [viewer.reviewId, stage, recordIds] : [viewer.reviewId, stage];
  const where = `review_id = $1 and stage = $2${isPartial ? ' and record_id = any($3)' : ''}`;
  const askedRows: AskedRow[] = await ctx.db.query(
    `select record_id, person_id, withdrawn_at is not null or person_id not in (
       select person_id from memberships where project_id = $${values.length + 1} and left_at is null) as is_gone
     from screening_assignments where ${where}`,
    [...values, viewer.projectId],
  );
  for (const row of askedRows) {
    push(asked, row.record_id, { personId: row.person_id, isGone: row.is_gone });
  }
  const decisionRows: DecisionRow[] = await ctx.db.query(
    `select record_id, person_id, choice, criterion_id from screening_decisions where ${where} order by decided_at, person_id`,
    values,
  );
  for (const row of decisionRows) {
    push(decisions, row.record_id, { personId: row.person_id, choice: row.choice, criterionId: row.criterion_id });
  }
  const adjudicationRows: AdjudicationRow[] = await ctx.db.query(
    `select record_id, choice from adjudications where ${where}`,
    values,
  );
  for (const row of adjudicationRows) adjudications.set(row.record_id, { choice: row.choice });
  return new Map(
    recordIds.map(recordId => [
      recordId,
      {
        mode: modeOfRecord(rule, recordId),
        stage,
        asked: asked.get(recordId) ?? [],
        decisions: decisions.get(recordId) ?? [],
        adjudication: adjudications.get(recordId) ?? null,
      },
    ]),
  );
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
