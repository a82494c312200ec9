import { parseRecordQuery } from '#core/searching/finding/parseRecordQuery';
import type { RecordQuery } from '#core/searching/finding/recordQuery';
import type { Choice, RecordGap, Verdict } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeFlow, whyNotSeeVerdicts } from '#policies/visibility';
import type { Context } from '#services/context';
import { type ActiveImports, loadActiveImports } from '#services/records/activeImports';
import { recordsInBox } from '#services/records/recordsInBox';
import { verdictCondition } from '#services/records/verdictCondition';
import { type Bind, wordCondition } from '#services/records/wordCondition';
import { recordsLabelled } from '#services/remarks/recordsLabelled';

export interface RecordFilters {
  readonly text: string;
  readonly import?: string | undefined;
  readonly source: readonly string[];
  readonly yearFrom?: number | undefined;
  readonly yearTo?: number | undefined;
  readonly label: readonly string[];
  readonly missing: readonly RecordGap[];
  readonly verdict: readonly Verdict[];
  readonly mine: readonly Choice[];
  readonly box?: string | undefined;
  readonly reason?: string | undefined;
}

export interface RecordConditions {
  readonly where: string;
  /** The parameters of the condition: `$1` is the review, `$2` its imports in their order. */
  readonly values: readonly unknown[];
  readonly imports: ActiveImports;
  readonly query: RecordQuery;
  /** What the records' own columns say, and beside it what is looked up for each: decisions, labels, a box of the flow. */
  readonly own: ConditionPart;
  readonly lookedUp: ConditionPart | null;
  /** The same without the words. */
  readonly withoutWords: ConditionPart;
}

/** Some of the conditions, with the first of the parameters, which are all that it needs. */
export interface ConditionPart {
  readonly where: string;
  readonly values: readonly unknown[];
}

/** Refuses the filters that blinding forbids, before anything is asked, so that a refusal costs the same whatever there is. */
export function insistMayFilter(viewer: ReviewStanding, filters: Pick<RecordFilters, 'verdict' | 'box'>): void {
  if (filters.verdict.length > 0) insist(whyNotSeeVerdicts(viewer));
  if (filters.box !== undefined) insist(whyNotSeeFlow(viewer));
}

/**
 * What is asked for as a condition on `record_index record` alone. It asks for nothing that the viewer may not know:
 * a verdict or a box of the flow is refused to the blind, labels are those that they may see.
 */
export async function recordConditions(
  ctx: Context,
  viewer: ReviewStanding,
  filters: RecordFilters,
): Promise<RecordConditions> {
  const imports = await loadActiveImports(ctx, viewer.reviewId);
  const values: unknown[] = [viewer.reviewId, imports.ids];
  const bind: Bind = value => `$${values.push(value)}`;
  const conditions = ['record.review_id = $1', 'record.import_id = any($2::uuid[])'];
  if (!filters.box) conditions.push('not record.is_copy');
  if (filters.import) conditions.push(`record.import_id = ${bind(filters.import)}`);
  if (filters.source.length > 0) conditions.push(sourceCondition(filters, imports, bind));
  if (filters.yearFrom !== undefined) conditions.push(`record.year >= ${bind(filters.yearFrom)}`);
  if (filters.yearTo !== undefined) conditions.push(`record.year <= ${bind(filters.yearTo)}`);
  if (filters.missing.length > 0) conditions.push(`(${filters.missing.map(gap => GAPS[gap]).join(' or ')})`);
  const part = (some: readonly string[]) => ({ where: some.join(' and '), values: [...values] });
  const own = part(conditions);
  const lookUps = await lookUpConditions(ctx, viewer, filters, bind);
  const lookedUp = lookUps.length > 0 ? part(lookUps) : null;
  conditions.push(...lookUps);
  const withoutWords = part(conditions);
  const query = parseRecordQuery(filters.text);
  if (query.root) conditions.push(wordCondition(query.root, bind));
  return { where: conditions.join(' and '), values, imports, query, own, lookedUp, withoutWords };
}

async function lookUpConditions(
  ctx: Context,
  viewer: ReviewStanding,
  filters: RecordFilters,
  bind: Bind,
): Promise<string[]> {
  const conditions: string[] = [];
  if (filters.box) {
    insist(whyNotSeeFlow(viewer));
    conditions.push(`record.record_id = any(${bind(await recordsInBox(ctx, viewer, filters.box, filters.reason))})`);
  }
  if (filters.label.length > 0) {
    conditions.push(`record.record_id = any(${bind(await recordsLabelled(ctx, viewer, filters.label))})`);
  }
  if (filters.mine.length > 0) {
    conditions.push(`record.record_id in (select record_id from screening_decisions where review_id = $1
      and stage = 'title-and-abstract' and person_id = ${bind(viewer.personId)} and choice = any(${bind(filters.mine)}))`);
  }
  if (filters.verdict.length > 0) conditions.push(await verdictCondition(ctx, viewer, filters.verdict, bind));
  return conditions;
}

const GAPS: Readonly<Record<RecordGap, string>> = {
  abstract: 'not record.has_abstract',
  identifier: 'not record.has_identifier',
};

/** From a source is what it brought, or brought a copy of; in a box of the flow each record counts where it came from. */
function sourceCondition(filters: RecordFilters, imports: ActiveImports, bind: Bind): string {
  const importIds = bind(imports.ids.filter(id => filters.source.includes(imports.sourceOf(id))));
  const own = `record.import_id = any(${importIds}::uuid[])`;
  if (filters.box) return own;
  return `(${own} or record.record_id in (select stood_for_by from record_index
    where review_id = $1 and is_copy and import_id = any(${importIds}::uuid[])))`;
}
