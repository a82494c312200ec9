import type { KeyedSort, RecordCursor } from '#services/records/recordCursor';
import type { RecordConditions } from '#services/records/recordFilters';
import { orderOf, partsBehind } from '#services/records/recordOrder';
import type { Bind } from '#services/records/wordCondition';

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

/** What a list shows of `page` joined to `search_records record`. */
export const SHOWN = `record.record_id, record.import_id, record.position, page.sort_title, record.title, record.authors_text,
  record.year, record.journal, record.doi, record.pmid, record.abstract_text <> '' as has_abstract,
  coalesce((record.details #>> '{retraction,isRetracted}')::boolean, false) as is_retracted`;

/** A page in this order from these rows: what stands behind a cursor is found part by part, each in an index. */
export function pageSql(
  from: string,
  { where, imports }: Pick<RecordConditions, 'where' | 'imports'>,
  sort: KeyedSort,
  cursor: RecordCursor,
  limit: number,
  bind: Bind,
  columns = 'record.record_id, record.import_id, record.position, record.year, record.sort_title',
): string {
  const order = orderOf(sort, imports);
  const all = cursor.kind === 'skip' ? limit + cursor.count : limit;
  const parts = partsBehind(sort, cursor, imports, bind).map(
    part => `(select ${columns} from ${from} where ${where} and ${part.where} order by ${part.order} limit ${all})`,
  );
  return `select record.* from (${parts.join(' union all ')}) record order by ${order}
    limit ${limit} offset ${cursor.kind === 'skip' ? cursor.count : 0}`;
}
