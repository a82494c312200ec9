import type { RecordSort } from '#core/vocabulary';
import type { Context } from '#services/context';
import { askByWords } from '#services/records/askByWords';
import { type ListedRow, pageSql, SHOWN } from '#services/records/pageSql';
import type { RecordCursor } from '#services/records/recordCursor';
import type { RecordConditions } from '#services/records/recordFilters';
import { orderOf } from '#services/records/recordOrder';
import type { Bind } from '#services/records/wordCondition';

/** Words that hits are ranked by, and how many of them at most. */
export interface Ranked {
  readonly by: string;
  readonly most: number;
}

/**
 * What is found, once for count and page: where looking at each record costs more than keeping which were found. Asked by
 * words, the index of words is read; hits are ranked where there are few enough, and come newest first where not.
 */
export async function findOnce(
  ctx: Context,
  found: RecordConditions,
  sort: RecordSort,
  cursor: RecordCursor,
  limit: number,
  ranked?: Ranked,
): Promise<{ rows: ListedRow[]; total: number }> {
  const values = [...found.values];
  const bind: Bind = value => `$${values.push(value)}`;
  const page =
    !ranked || sort !== 'match'
      ? pageSql('found record', { ...found, where: 'true' }, sort === 'match' ? 'newest' : sort, cursor, limit, bind)
      : `select record_id, import_id, position, year, sort_title from found record
         order by case when (select total from counted) <= ${ranked.most}
           then ts_rank(record.words, to_tsquery('simple', ${bind(ranked.by)}), 1) end desc nulls last,
           ${orderOf('newest', found.imports)}
         limit ${limit} offset ${cursor.kind === 'skip' ? cursor.count : 0}`;
  const text = `with found as materialized (select record.record_id, record.import_id, record.position, record.year,
       record.sort_title${ranked ? ', record.words' : ''} from record_index record where ${found.where}),
     counted as (select count(*)::int as total from found),
     page as (select *, row_number() over () as place from (${page}) record)
   select counted.total, ${SHOWN} from counted left join page on true
   left join search_records record on record.review_id = $1 and record.record_id = page.record_id
   order by page.place`;
  const rows: (ListedRow & { total: number })[] =
    found.query.root === null ? await ctx.db.query(text, values) : await askByWords(ctx, text, values);
  return { rows: rows.filter(row => row.record_id !== null), total: rows[0]?.total ?? 0 };
}
