import { asksForWords } from '#core/searching/finding/recordQuery';
import type { RecordSort } from '#core/vocabulary';
import type { Context } from '#services/context';
import { pageLookedUp } from '#services/records/pageLookedUp';
import { type ListedRow, pageSql, SHOWN } from '#services/records/pageSql';
import { type KeyedSort, type RecordCursor, readRecordCursor, writeRecordCursor } from '#services/records/recordCursor';
import type { RecordConditions } from '#services/records/recordFilters';
import { type Bind, textQuery } from '#services/records/wordCondition';

interface Asked {
  readonly sort: RecordSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly isQuick: boolean;
}

/** One page of what is found, how many there are, the order in fact, and where the next page begins. */
export async function pageOfRecords(ctx: Context, found: RecordConditions, asked: Asked) {
  const cursor = readRecordCursor(asked.cursor);
  const wanted = wantedSort(found, asked.sort, cursor);
  if (!asksForWords(found.query.root) && found.lookedUp === null) {
    const sort = wanted === 'match' ? 'import' : wanted;
    const { rows, total } = await countAndPage(ctx, found, sort, cursor, asked.limit);
    return { rows, total, isAtLeast: false, sort, next: nextCursor(rows, total, sort, cursor, asked.limit) };
  }
  const { rows, total, isAtLeast, sort } = await pageLookedUp(ctx, found, wanted, cursor, asked);
  const known = isAtLeast ? Number.POSITIVE_INFINITY : total;
  return { rows, total, isAtLeast, sort, next: nextCursor(rows, known, sort, cursor, asked.limit) };
}

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

/** Without words the count is an index's and the page begins in it. Ids first and rows after: nothing wide is sorted. */
async function countAndPage(
  ctx: Context,
  found: RecordConditions,
  sort: KeyedSort,
  cursor: RecordCursor,
  limit: number,
): Promise<{ rows: ListedRow[]; total: number }> {
  const values = [...found.values];
  const bind: Bind = value => `$${values.push(value)}`;
  const page = pageSql('record_index record', found, sort, cursor, limit, bind);
  const [count, rows]: [{ n: number }[], ListedRow[]] = await Promise.all([
    ctx.db.query(`select count(*)::int as n from record_index record where ${found.where}`, [...found.values]),
    ctx.db.query(
      `with page as (select *, row_number() over () as place from (${page}) record)
       select ${SHOWN} from page join search_records record on record.review_id = $1 and record.record_id = page.record_id
       order by page.place`,
      values,
    ),
  ]);
  return { rows, total: count[0]?.n ?? 0 };
}
