import { asksForWords } from '#core/searching/finding/recordQuery';
import { VERDICTS, type Verdict } from '#core/vocabulary';
import { insist } from '#policies/refusal';
import type { ReviewStanding } from '#policies/standing';
import { whyNotSeeVerdicts } from '#policies/visibility';
import type { Context } from '#services/context';
import { askByWords } from '#services/records/askByWords';
import { type RecordFilters, recordConditions } from '#services/records/recordFilters';
import { loadTallyKinds, type TallyKinds } from '#services/records/tallies';
import { isReadFromRecords } from '#services/records/wordCondition';

export type Facet = 'total' | 'verdict' | 'mine' | 'source' | 'year' | 'missing';

export interface Tally<Name = string> {
  readonly name: Name;
  readonly count: number;
}

/** How many records there are of each kind; what was not asked for is not there. */
export interface Counted {
  readonly total?: number;
  readonly verdict?: readonly Tally<Verdict>[];
  readonly mine?: readonly Tally[];
  readonly source?: readonly Tally[];
  readonly year?: readonly { readonly year: number | null; readonly count: number }[];
  readonly missing?: readonly Tally[];
}

/** How many records alike there are among those found. */
interface Alike {
  readonly import_id: string;
  readonly year: number | null;
  readonly has_abstract: boolean;
  readonly has_identifier: boolean;
  readonly count: number;
}

/** What is read of the records that are `found`, each as a table of its own. */
const READINGS = {
  /** Source, year and gaps in one pass: records that have them in common are few kinds. */
  alike: `select import_id, year, has_abstract, has_identifier, count(*)::int as count from found group by 1, 2, 3, 4`,
  // A record counts for every source that has it: beside its own, once for each other one that has a copy.
  copied: `select name, count(*)::int as count from (
      select distinct copy.stood_for_by, brought.name from record_index copy join source brought using (import_id)
      join found on found.record_id = copy.stood_for_by join source own on own.import_id = found.import_id
      where copy.review_id = $1 and copy.is_copy and own.name <> brought.name) other group by name`,
  /** Tallies, and what they come to after: they are few. */
  tallies: `select tally as name, count(*)::int as count from found left join record_tallies kept on kept.review_id = $1
      and kept.stage = 'title-and-abstract' and kept.record_id = found.record_id group by tally`,
  /** Records whose tally says one thing of one record and another of another. */
  mixed: `select verdict as name, count(*)::int as count from found
    join unnest($RECORDS::uuid[], $OUTCOMES::text[]) single(record_id, verdict) using (record_id) group by verdict`,
  mine: `select choice as name, count(*)::int as count from found join screening_decisions decision
    on decision.review_id = $1 and decision.record_id = found.record_id and decision.stage = 'title-and-abstract'
    and decision.person_id = $VIEWER group by choice`,
} as const;
type Reading = keyof typeof READINGS;

interface Read extends Readonly<Record<Exclude<Reading, 'alike'>, readonly Tally<string | null>[] | null>> {
  readonly alike: readonly Alike[] | null;
}

const READINGS_OF: Readonly<Record<Facet, readonly Reading[]>> = {
  total: ['alike'],
  verdict: ['tallies', 'mixed'],
  mine: ['mine'],
  source: ['alike', 'copied'],
  year: ['alike'],
  missing: ['alike'],
};

/** Counts what these filters find. Verdicts are counted for those alone who may see them. */
export async function countFacets(
  ctx: Context,
  viewer: ReviewStanding,
  facets: readonly Facet[],
  filters: RecordFilters,
): Promise<Counted> {
  if (facets.length === 0) return {};
  if (facets.includes('verdict')) insist(whyNotSeeVerdicts(viewer));
  const found = await recordConditions(ctx, viewer, filters);
  const kinds = facets.includes('verdict') ? await loadTallyKinds(ctx, viewer, 'title-and-abstract') : null;
  const wanted = new Set(facets.flatMap(facet => READINGS_OF[facet]));
  if (!kinds?.byRecord.size) wanted.delete('mixed');
  const bound: unknown[] = [...found.values, found.imports.sourceNames];
  const sources = `source as (select * from unnest($2::uuid[], $${bound.length}::text[]) source(import_id, name))`;
  const named: Readonly<Record<string, unknown>> = {
    VIEWER: viewer.personId,
    RECORDS: [...(kinds?.byRecord.keys() ?? [])],
    OUTCOMES: [...(kinds?.byRecord.values() ?? [])],
  };
  // What an index finds at once each reading finds for itself, beside the others. What is looked for by words or in decisions
  // is looked for twice, side by side, and kept for half of the readings; once, where it takes long.
  const isByWords = asksForWords(found.query.root);
  const isKept = isByWords || found.lookedUp !== null;
  const read = async (readings: readonly Reading[]): Promise<Partial<Read>> => {
    const values = [...bound];
    const columns = readings.map(reading => {
      const text = READINGS[reading].replace(/\$[A-Z]+/g, name => `$${values.push(named[name.slice(1)])}`);
      return `(select json_agg(part) from (${text}) part) as ${reading}`;
    });
    const text = `with ${sources}, found as ${isKept ? 'materialized' : 'not materialized'} (
        select record.record_id, record.import_id, record.year, record.has_abstract, record.has_identifier
        from record_index record where ${found.where})
      select ${columns.join(', ')}`;
    const [row]: Partial<Read>[] = isByWords ? await askByWords(ctx, text, values) : await ctx.db.query(text, values);
    return row ?? {};
  };
  const isLong = found.query.root !== null && isReadFromRecords(found.query.root);
  const parts = isLong ? [[...wanted]] : sideBySide([...wanted], isKept);
  const all: Partial<Read> = Object.assign({}, ...(await Promise.all(parts.map(read))));
  return {
    ...(facets.includes('total') && { total: sumOf(all.alike ?? []) }),
    ...(kinds && { verdict: verdictsIn(all, kinds) }),
    ...(facets.includes('mine') && { mine: namedIn(all.mine) }),
    ...(facets.includes('source') && { source: sourcesIn(all, found.imports.sourceOf) }),
    ...(facets.includes('year') && { year: yearsIn(all.alike ?? []) }),
    ...(facets.includes('missing') && { missing: gapsIn(all.alike ?? []) }),
  };
}

function sideBySide(wanted: readonly Reading[], isKept: boolean): (readonly Reading[])[] {
  if (!isKept) return wanted.map(reading => [reading]);
  const isOfOwnColumns = (reading: Reading) => reading === 'alike' || reading === 'copied';
  const ofOwnColumns = wanted.filter(isOfOwnColumns);
  const others = wanted.filter(reading => !isOfOwnColumns(reading));
  return [ofOwnColumns, others].filter(some => some.length > 0);
}

/** Records without a tally are pending, and so is every one of which nothing else is known. */
function verdictsIn({ tallies, mixed }: Partial<Read>, { verdicts }: TallyKinds): Tally<Verdict>[] {
  const all = sumOf(tallies ?? []);
  const known = [
    ...(tallies ?? []).map(({ name, count }) => ({ name: name === null ? undefined : verdicts.get(name), count })),
    ...(mixed ?? []),
  ].filter(({ name }) => name && name !== 'pending');
  return VERDICTS.map(name => ({
    name,
    count: name === 'pending' ? all - sumOf(known) : sumOf(known.filter(one => one.name === name)),
  }));
}

function sourcesIn({ alike, copied }: Partial<Read>, sourceOf: (importId: string) => string): Tally[] {
  const own = (alike ?? []).map(({ import_id: importId, count }) => ({ name: sourceOf(importId), count }));
  return summed([...own, ...namedIn(copied)], one => one.name)
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

function yearsIn(alike: readonly Alike[]) {
  return summed(alike, one => one.year)
    .map(([year, count]) => ({ year, count }))
    .sort((one, other) => (other.year ?? -1) - (one.year ?? -1));
}

function gapsIn(alike: readonly Alike[]): Tally[] {
  return [
    { name: 'abstract', count: sumOf(alike.filter(one => !one.has_abstract)) },
    { name: 'identifier', count: sumOf(alike.filter(one => !one.has_identifier)) },
  ];
}

const namedIn = (rows: readonly Tally<string | null>[] | null | undefined): Tally[] =>
  (rows ?? []).map(({ name, count }) => ({ name: name ?? '', count }));

const sumOf = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);

function summed<Row extends { readonly count: number }, Key>(rows: readonly Row[], keyOf: (row: Row) => Key) {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.count);
  return [...sums];
}
