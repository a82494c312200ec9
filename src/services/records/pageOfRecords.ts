import { soughtWords } from '#core/searching/finding/recordQuery';
import type { RecordSort } from '#core/vocabulary';
import type { Context } from '#services/context';
import { askByWords } from '#services/records/askByWords';
import { type KeyedSort, type RecordCursor, readRecordCursor, writeRecordCursor } from '#services/records/recordCursor';
import type { RecordConditions } from '#services/records/recordFilters';
import { orderOf, partsBehind } from '#services/records/recordOrder';
import { type Bind, textQuery } from '#services/records/wordCondition';

export interface ListedRow {
  readonly record_id: string;
  readonly import_id: string;
  readonly position: number;
  readonly sort_title: string;
  readonly title: string;
  readonly authors_text: string;
  readonly year: number | null;
  readonly journal: string | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly has_abstract: boolean;
  readonly is_retracted: boolean;
}

interface Asked {
  readonly sort: RecordSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One page of what is found, how many there are, the order in fact, and where the next page begins. */
export async function pageOfRecords(ctx: Context, found: RecordConditions, asked: Asked) {
  const cursor = readRecordCursor(asked.cursor);
  const wanted = wantedSort(found, asked.sort, cursor);
  const isByWords = found.query.root !== null && soughtWords(found.query.root).length > 0;
  const { rows, total } = isByWords
    ? await findOnce(ctx, found, wanted, cursor, asked.limit)
    : await countAndPage(ctx, found, wanted === 'match' ? 'import' : wanted, cursor, asked.limit);
  const sort = wanted === 'match' && (!isByWords || total > MOST_RANKED) ? (isByWords ? 'newest' : 'import') : wanted;
  return { rows, total, sort, next: nextCursor(rows, total, sort, cursor, asked.limit) };
}

/** Ranking reads the words of every hit: past this many it would take longer than anybody looks. */
const MOST_RANKED = 5000;

function wantedSort({ query: { root } }: RecordConditions, sort: RecordSort, cursor: RecordCursor): RecordSort {
  // A list that is too long to be ranked stays in the order that its first page was in.
  if (sort === 'match') return cursor.kind === 'after' ? cursor.sort : root && textQuery(root) ? 'match' : 'import';
  return sort;
}

function nextCursor(
  rows: readonly ListedRow[],
  total: number,
  sort: RecordSort,
  cursor: RecordCursor,
  limit: number,
): string | null {
  const last = rows.at(-1);
  if (!last || rows.length < limit) return null;
  const seen = cursor.kind === 'skip' ? cursor.count + rows.length : null;
  if (seen !== null && seen >= total) return null;
  if (sort === 'match') return writeRecordCursor({ kind: 'skip', count: seen ?? rows.length });
  return writeRecordCursor(behind(sort, last));
}

function behind(sort: KeyedSort, last: ListedRow): RecordCursor {
  if (sort === 'import') return { kind: 'after', sort, value: last.position, id: last.import_id };
  return { kind: 'after', sort, value: sort === 'title' ? last.sort_title : last.year, id: last.record_id };
}

const SHOWN = `record.record_id, record.import_id, record.position, page.sort_title, record.title, record.authors_text,
  record.year, record.journal, record.doi, record.pmid, record.abstract_text <> '' as has_abstract,
  coalesce((record.details #>> '{retraction,isRetracted}')::boolean, false) as is_retracted`;

/** Without words the count is an index's and the page begins in it. Ids first and rows after: nothing wide is sorted. */
async function countAndPage(
  ctx: Context,
  found: RecordConditions,
  sort: KeyedSort,
  cursor: RecordCursor,
  limit: number,
): Promise<{ rows: ListedRow[]; total: number }> {
  const [count]: { n: number }[] = await ctx.db.query(
    `select count(*)::int as n from record_index record where ${found.where}`,
    [...found.values],
  );
  const values = [...found.values];
  const bind: Bind = value => `$${values.push(value)}`;
  const page = pageSql('record_index record', found, sort, cursor, limit, bind);
  const rows: ListedRow[] = await ctx.db.query(
    `with page as (select *, row_number() over () as place from (${page}) record)
     select ${SHOWN} from page join search_records record on record.review_id = $1 and record.record_id = page.record_id
     order by page.place`,
    values,
  );
  return { rows, total: count?.n ?? 0 };
}

/** Whether words stand together is read from each hit: so a search by words is done once, for count and page. */
async function findOnce(
  ctx: Context,
  found: RecordConditions,
  sort: RecordSort,
  cursor: RecordCursor,
  limit: number,
): Promise<{ rows: ListedRow[]; total: number }> {
  const values = [...found.values];
  const bind: Bind = value => `$${values.push(value)}`;
  const asked = sort === 'match' && found.query.root ? textQuery(found.query.root) : null;
  const page =
    asked === null || sort !== 'match'
      ? pageSql('found record', { ...found, where: 'true' }, sort === 'match' ? 'newest' : sort, cursor, limit, bind)
      : `select record_id, import_id, position, year, sort_title from found record
         order by case when (select total from counted) <= ${MOST_RANKED}
           then ts_rank(record.words, to_tsquery('simple', ${bind(asked)}), 1) end desc nulls last,
           ${orderOf('newest', found.imports)}
         limit ${limit} offset ${cursor.kind === 'skip' ? cursor.count : 0}`;
  const rows = await askByWords<ListedRow & { total: number }>(
    ctx,
    `with found as materialized (select record.record_id, record.import_id, record.position, record.year,
         record.sort_title${asked === null ? '' : ', record.words'} from record_index record where ${found.where}),
       counted as (select count(*)::int as total from found),
       page as (select *, row_number() over () as place from (${page}) record)
     select counted.total, ${SHOWN} from counted left join page on true
     left join search_records record on record.review_id = $1 and record.record_id = page.record_id
     order by page.place`,
    values,
  );
  return { rows: rows.filter(row => row.record_id !== null), total: rows[0]?.total ?? 0 };
}

/** A page in this order from these rows: what stands behind a cursor is found part by part, each in an index. */
function pageSql(
  from: string,
  { where, imports }: Pick<RecordConditions, 'where' | 'imports'>,
  sort: KeyedSort,
  cursor: RecordCursor,
  limit: number,
  bind: Bind,
): string {
  const columns = 'record.record_id, record.import_id, record.position, record.year, record.sort_title';
  const order = orderOf(sort, imports);
  const all = cursor.kind === 'skip' ? limit + cursor.count : limit;
  const parts = partsBehind(sort, cursor, imports, bind).map(
    part => `(select ${columns} from ${from} where ${where} and ${part.where} order by ${part.order} limit ${all})`,
  );
  return `select record.* from (${parts.join(' union all ')}) record order by ${order}
    limit ${limit} offset ${cursor.kind === 'skip' ? cursor.count : 0}`;
}
