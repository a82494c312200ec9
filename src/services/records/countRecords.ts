import { CHOICES } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { type Counted, countFacets, type Facet, type Tally } from '#services/records/countFacets';
import { insistMayFilter, type RecordFilters, recordConditions } from '#services/records/recordFilters';
import { knownLabels } from '#services/remarks/labels';
import { labelsSeen } from '#services/remarks/recordsLabelled';
import { standInReview } from '#services/standing';

type Kind = Exclude<Facet, 'total'> | 'label';

/**
 * How many records all filters leave, and how many each filter would; the other filters stand, those of its own kind don't.
 * `of` names what is to be counted; where it names nothing, everything is.
 */
export async function countRecords(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  { of: kinds, ...filters }: RecordFilters & { readonly of: readonly Kind[] },
) {
  const viewer = await standInReview(ctx, actor, reviewId);
  insistMayFilter(viewer, filters);
  const isWanted = (kind: Kind) => kinds.length === 0 || kinds.includes(kind);
  const maySee = (facet: Facet) => facet !== 'verdict' || whyNotSeeVerdicts(viewer) === null;
  const facets = FACETS.filter(facet => facet === 'total' || (isWanted(facet) && maySee(facet)));
  const own = facets.filter(facet => isAsked(facet, filters));
  const rest = facets.filter(facet => !own.includes(facet));
  const [label, ...counted] = await Promise.all([
    isWanted('label') ? countLabels(ctx, viewer, filters) : [],
    ...[rest, ...own.map(facet => [facet])].map(some => countFacets(ctx, viewer, some, withoutOwn(some, filters))),
  ]);
  const all: Counted = Object.assign({}, ...counted);
  return {
    total: all.total ?? 0,
    verdict: maySee('verdict') ? (all.verdict ?? []) : null,
    mine: all.mine ? inWords(CHOICES, all.mine) : [],
    source: all.source ?? [],
    year: all.year ?? [],
    label,
    missing: all.missing ?? [],
  };
}

const FACETS: readonly Facet[] = ['total', 'verdict', 'mine', 'source', 'year', 'missing'];

function isAsked(facet: Facet, filters: RecordFilters): boolean {
  if (facet === 'year') return filters.yearFrom !== undefined || filters.yearTo !== undefined;
  return facet !== 'total' && filters[facet].length > 0;
}

function withoutOwn(facets: readonly Facet[], filters: RecordFilters): RecordFilters {
  const [only] = facets;
  if (!only || !isAsked(only, filters)) return filters;
  return only === 'year' ? { ...filters, yearFrom: undefined, yearTo: undefined } : { ...filters, [only]: [] };
}

function inWords<Word extends string>(words: readonly Word[], rows: readonly Tally[]) {
  return words.map(name => ({ name, count: rows.find(row => row.name === name)?.count ?? 0 }));
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
