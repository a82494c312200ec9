import { CHOICES, VERDICTS } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type RecordFilters, recordConditions } from '#services/records/recordFilters';
import { loadTallyKinds } from '#services/records/tallies';
import { knownLabels } from '#services/remarks/labels';
import { labelsSeen } from '#services/remarks/recordsLabelled';
import { standInReview } from '#services/standing';

/** How many records each filter would leave; the other filters stand, those of its own kind don't. */
export async function countRecords(ctx: Context, actor: Actor, reviewId: string, filters: RecordFilters) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const facets = FACETS.filter(facet => facet !== 'verdict' || whyNotSeeVerdicts(viewer) === null);
  const own = facets.filter(facet => isAsked(facet, filters));
  // What nothing of its own kind narrows is counted in one reading of what is found.
  const counted = new Map<Facet, readonly Row[]>();
  for (const some of [facets.filter(facet => !own.includes(facet)), ...own.map(facet => [facet])]) {
    const found = await countFacets(ctx, viewer, some, withoutOwn(some, filters));
    for (const facet of some) counted.set(facet, found.get(facet) ?? []);
  }
  return {
    verdict: facets.includes('verdict') ? verdictsIn(counted.get('verdict') ?? []) : null,
    mine: inWords(CHOICES, counted.get('mine')),
    source: (counted.get('source') ?? [])
      .map(({ name, count }) => ({ name: name ?? '', count }))
      .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1)),
    year: (counted.get('year') ?? [])
      .map(({ name, count }) => ({ year: name === null ? null : Number(name), count }))
      .sort((one, other) => (other.year ?? -1) - (one.year ?? -1)),
    label: await countLabels(ctx, viewer, filters),
    missing: (counted.get('missing') ?? []).map(({ name, count }) => ({ name: name ?? '', count })),
  };
}

const FACETS = ['verdict', 'mine', 'source', 'year', 'missing'] as const;
type Facet = (typeof FACETS)[number];

interface Row {
  readonly name: string | null;
  readonly count: number;
}

function isAsked(facet: Facet, filters: RecordFilters): boolean {
  if (facet === 'year') return filters.yearFrom !== undefined || filters.yearTo !== undefined;
  return filters[facet].length > 0;
}

function withoutOwn(facets: readonly Facet[], filters: RecordFilters): RecordFilters {
  const [only] = facets;
  if (!only || !isAsked(only, filters)) return filters;
  return only === 'year' ? { ...filters, yearFrom: undefined, yearTo: undefined } : { ...filters, [only]: [] };
}

/** Each facet's part of one query on the records that are `found`: rows of facet, name, count. */
const PARTS: Readonly<Record<Facet, string>> = {
  // Tallies first and what they come to after: few rows are named. Records without a tally are pending.
  verdict: `select 'verdict', verdict, sum(count)::int from (
      select tally, count(*) from found join record_tallies kept on kept.review_id = $1
        and kept.stage = 'title-and-abstract' and kept.record_id = found.record_id group by tally) each
    join unnest($TALLIES::text[], $VERDICTS::text[]) kind(tally, verdict) using (tally) group by verdict
    union all select 'verdict', verdict, count(*)::int from found
    join unnest($RECORDS::uuid[], $OUTCOMES::text[]) single(record_id, verdict) using (record_id) group by verdict
    union all select 'verdict', null, count(*)::int from found`,
  mine: `select 'mine', choice, count(*)::int from found join screening_decisions decision on decision.review_id = $1
    and decision.record_id = found.record_id and decision.stage = 'title-and-abstract' and decision.person_id = $VIEWER
    group by choice`,
  // A record counts for every source that has it, its copies' too: for its own, and once for each other one.
  source: `select 'source', name, sum(count)::int from (
      select name, sum(count) as count from (select import_id, count(*) from found group by import_id) own
        join source using (import_id) group by name
      union all
      select copy.name, count(distinct found.record_id) from (
        select distinct stood_for_by as record_id, name from record_index record join source using (import_id)
        where record.review_id = $1 and record.is_copy) copy
      join found using (record_id) join source own on own.import_id = found.import_id
      where own.name <> copy.name group by copy.name) each group by name`,
  year: `select 'year', year::text, count(*)::int from found group by year`,
  missing: `select 'missing', 'abstract', count(*) filter (where not has_abstract)::int from found
    union all select 'missing', 'identifier', count(*) filter (where not has_identifier)::int from found`,
};

async function countFacets(ctx: Context, viewer: ReviewStanding, facets: readonly Facet[], filters: RecordFilters) {
  const counted = new Map<Facet, Row[]>();
  if (facets.length === 0) return counted;
  const { where, values, imports } = await recordConditions(ctx, viewer, filters);
  const bound: unknown[] = [...values, imports.sourceNames];
  const names = `$${bound.length}`;
  const named = await valuesOf(ctx, viewer, facets);
  const parts = facets.map(facet =>
    PARTS[facet].replace(/\$[A-Z]+/g, name => `$${bound.push(named.get(name.slice(1)))}`),
  );
  const rows: { facet: Facet; name: string | null; count: number }[] = await ctx.db.query(
    `with source as (select * from unnest($2::uuid[], ${names}::text[]) source(import_id, name)),
       found as materialized (select record.record_id, record.import_id, record.year, record.has_abstract,
         record.has_identifier from record_index record where ${where}),
       counted(facet, name, count) as (${parts.join(' union all ')})
     select facet, name, count from counted`,
    bound,
  );
  for (const { facet, ...row } of rows) counted.set(facet, [...(counted.get(facet) ?? []), row]);
  return counted;
}

/** What the parts of these facets name. Verdicts are asked for here alone, of those who may see them. */
async function valuesOf(ctx: Context, viewer: ReviewStanding, facets: readonly Facet[]): Promise<Map<string, unknown>> {
  const named = new Map<string, unknown>([['VIEWER', viewer.personId]]);
  if (!facets.includes('verdict')) return named;
  insist(whyNotSeeVerdicts(viewer));
  const { verdicts, byRecord } = await loadTallyKinds(ctx, viewer, 'title-and-abstract');
  return named
    .set('TALLIES', [...verdicts.keys()])
    .set('VERDICTS', [...verdicts.values()])
    .set('RECORDS', [...byRecord.keys()])
    .set('OUTCOMES', [...byRecord.values()]);
}

function verdictsIn(rows: readonly Row[]) {
  const known = rows.filter(({ name }) => name !== null && name !== 'pending');
  const all = rows.find(({ name }) => name === null)?.count ?? 0;
  const decided = VERDICTS.map(name => ({ name, count: sumOf(known.filter(row => row.name === name)) }));
  return decided.map(one => (one.name === 'pending' ? { ...one, count: all - sumOf(known) } : one));
}

const sumOf = (rows: readonly Row[]) => rows.reduce((sum, { count }) => sum + count, 0);

function inWords<Word extends string>(words: readonly Word[], rows: readonly Row[] | undefined) {
  return words.map(name => ({ name, count: rows?.find(row => row.name === name)?.count ?? 0 }));
}

async function countLabels(ctx: Context, viewer: ReviewStanding, filters: RecordFilters) {
  const labelIds = (await knownLabels(ctx, viewer)).map(label => label.labelId);
  if (labelIds.length === 0) return [];
  const { where, values } = await recordConditions(ctx, viewer, { ...filters, label: [] });
  const seen = new Map<string, Set<string>>(labelIds.map(labelId => [labelId, new Set()]));
  for (const { label_id: labelId, shown_on: recordId } of await labelsSeen(ctx, viewer, labelIds)) {
    seen.get(labelId)?.add(recordId);
  }
  const wanted = [...new Set([...seen.values()].flatMap(records => [...records]))];
  const rows: { record_id: string }[] = await ctx.db.query(
    `select record.record_id from record_index record where ${where} and record.record_id = any($${values.length + 1}::uuid[])`,
    [...values, wanted],
  );
  const there = new Set(rows.map(row => row.record_id));
  return [...seen].map(([labelId, records]) => ({
    labelId,
    count: [...records].filter(recordId => there.has(recordId)).length,
  }));
}
