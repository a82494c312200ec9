import { CHOICES, RECORD_GAPS, VERDICTS } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type RecordFilters, recordConditions } from '#services/records/recordFilters';
import { visibleVerdicts } from '#services/records/visibleVerdicts';
import { knownLabels } from '#services/remarks/labels';
import { labelsSeen } from '#services/remarks/recordsLabelled';
import { standInReview } from '#services/standing';

/** How many records each filter would leave; the other filters stand, those of its own kind don't. */
export async function countRecords(ctx: Context, actor: Actor, reviewId: string, filters: RecordFilters) {
  const viewer = await standInReview(ctx, actor, reviewId);
  return {
    verdict: whyNotSeeVerdicts(viewer) === null ? await countVerdicts(ctx, viewer, filters) : null,
    mine: await countMine(ctx, viewer, filters),
    source: await countSources(ctx, viewer, filters),
    year: await countYears(ctx, viewer, filters),
    label: await countLabels(ctx, viewer, filters),
    missing: await countGaps(ctx, viewer, filters),
  };
}

/** The ids of what is found, as a part that a query may begin with. */
async function foundBy(ctx: Context, viewer: ReviewStanding, filters: RecordFilters) {
  const { where, values, imports } = await recordConditions(ctx, viewer, filters);
  const found = `with found as materialized (
    select record.record_id, record.import_id, record.year from record_index record where ${where})`;
  return { found, values: [...values], imports };
}

interface Tally {
  readonly name: string;
  readonly count: number;
}

async function countVerdicts(ctx: Context, viewer: ReviewStanding, filters: RecordFilters): Promise<Tally[]> {
  const { found, values } = await foundBy(ctx, viewer, { ...filters, verdict: [] });
  const rows: { record_id: string }[] = await ctx.db.query(`${found} select record_id from found`, values);
  const verdicts = await visibleVerdicts(ctx, viewer, 'title-and-abstract');
  const counts = new Map<string, number>();
  for (const { record_id: recordId } of rows) {
    const verdict = verdicts.get(recordId) ?? 'pending';
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return VERDICTS.map(name => ({ name, count: counts.get(name) ?? 0 }));
}

async function countMine(ctx: Context, viewer: ReviewStanding, filters: RecordFilters): Promise<Tally[]> {
  const { found, values } = await foundBy(ctx, viewer, { ...filters, mine: [] });
  const rows: Tally[] = await ctx.db.query(
    `${found} select choice as name, count(*)::int as count from found
     join screening_decisions decision on decision.review_id = $1 and decision.record_id = found.record_id
       and decision.stage = 'title-and-abstract' and decision.person_id = $${values.length + 1}
     group by choice`,
    [...values, viewer.personId],
  );
  return CHOICES.map(name => ({ name, count: rows.find(row => row.name === name)?.count ?? 0 }));
}

/** A record counts for every source that has it, its copies' too. */
async function countSources(ctx: Context, viewer: ReviewStanding, filters: RecordFilters): Promise<Tally[]> {
  const { found, values, imports } = await foundBy(ctx, viewer, { ...filters, source: [] });
  const places = `$${values.length + 1}`;
  return ctx.db.query(
    `${found}, source as (select * from unnest($2::uuid[], ${places}::text[]) source(import_id, name))
     select name, count(*)::int as count from (
       select record_id, name from found join source using (import_id)
       union
       select cluster.primary_record_id, name from duplicate_clusters cluster
       join duplicate_members member on member.review_id = cluster.review_id and member.cluster_id = cluster.cluster_id
       join record_index copy on copy.review_id = member.review_id and copy.record_id = member.record_id
       join source on source.import_id = copy.import_id
       where cluster.review_id = $1 and member.record_id <> cluster.primary_record_id
         and cluster.primary_record_id in (select record_id from found)) each
     group by name order by count desc, name`,
    [...values, imports.sourceNames],
  );
}

async function countYears(ctx: Context, viewer: ReviewStanding, filters: RecordFilters) {
  const { found, values } = await foundBy(ctx, viewer, { ...filters, yearFrom: undefined, yearTo: undefined });
  const rows: { year: number | null; count: number }[] = await ctx.db.query(
    `${found} select year, count(*)::int as count from found group by year order by year desc nulls last`,
    values,
  );
  return rows;
}

async function countLabels(ctx: Context, viewer: ReviewStanding, filters: RecordFilters) {
  const labelIds = (await knownLabels(ctx, viewer)).map(label => label.labelId);
  if (labelIds.length === 0) return [];
  const { found, values } = await foundBy(ctx, viewer, { ...filters, label: [] });
  const seen = new Map<string, Set<string>>(labelIds.map(labelId => [labelId, new Set()]));
  for (const { label_id: labelId, shown_on: recordId } of await labelsSeen(ctx, viewer, labelIds)) {
    seen.get(labelId)?.add(recordId);
  }
  const wanted = [...new Set([...seen.values()].flatMap(records => [...records]))];
  const rows: { record_id: string }[] = await ctx.db.query(
    `${found} select record_id from found where record_id = any($${values.length + 1})`,
    [...values, wanted],
  );
  const there = new Set(rows.map(row => row.record_id));
  return [...seen].map(([labelId, records]) => ({
    labelId,
    count: [...records].filter(recordId => there.has(recordId)).length,
  }));
}

async function countGaps(ctx: Context, viewer: ReviewStanding, filters: RecordFilters): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const gap of RECORD_GAPS) {
    const { where, values } = await recordConditions(ctx, viewer, { ...filters, missing: [gap] });
    const rows: { n: number }[] = await ctx.db.query(
      `select count(*)::int as n from record_index record where ${where}`,
      [...values],
    );
    tallies.push({ name: gap, count: rows[0]?.n ?? 0 });
  }
  return tallies;
}
