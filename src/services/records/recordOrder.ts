import type { ActiveImports } from '#services/records/activeImports';
import type { KeyedSort, RecordCursor } from '#services/records/recordCursor';
import type { Bind } from '#services/records/wordCondition';

/** A part of a list that stands as a whole before the next one, as a condition on `record` and an order that an index has. */
export interface ListPart {
  readonly where: string;
  readonly order: string;
}

/** An order of `record`; each ends in something that no two records share. */
export function orderOf(sort: KeyedSort, imports: ActiveImports): string {
  switch (sort) {
    case 'newest':
      return 'record.year desc nulls last, record.record_id';
    case 'oldest':
      return 'record.year asc nulls last, record.record_id desc';
    case 'title':
      return 'record.sort_title, record.record_id';
    case 'import':
      return `${placeOfImport(imports, 'record.import_id')}, record.position`;
    default:
      return sort satisfies never;
  }
}

/** Imports bear ids in the order in which they came, and an index has them so; where they don't, their order is looked up. */
function placeOfImport({ ids }: ActiveImports, importId: string): string {
  const isInOrder = ids.every((id, place) => place === 0 || id > (ids[place - 1] ?? ''));
  return isInOrder ? importId : `array_position($2::uuid[], ${importId})`;
}

/** What stands behind a cursor, in the order of the list. */
export function partsBehind(sort: KeyedSort, cursor: RecordCursor, imports: ActiveImports, bind: Bind): ListPart[] {
  const after = cursor.kind === 'after' && cursor.sort === sort ? cursor : null;
  if (sort === 'import' || sort === 'title') {
    const order = orderOf(sort, imports);
    if (!after) return [{ where: 'true', order }];
    const value = bind(after.value);
    const id = `${bind(after.id)}::uuid`;
    return sort === 'title'
      ? [{ where: `(record.sort_title, record.record_id) > (${value}, ${id})`, order }]
      : [{ where: `(${order}) > (${placeOfImport(imports, id)}, ${value}::int)`, order }];
  }
  const [sign, order, orderOfIds] =
    sort === 'newest'
      ? (['>', 'record.year desc nulls last, record.record_id', 'record.record_id'] as const)
      : (['<', 'record.year asc nulls first, record.record_id desc', 'record.record_id desc'] as const);
  const undated = { where: 'record.year is null', order: orderOfIds };
  if (!after) return [{ where: 'record.year is not null', order }, undated];
  const id = `${bind(after.id)}::uuid`;
  if (after.value === null) return [{ ...undated, where: `record.year is null and record.record_id ${sign} ${id}` }];
  const year = `${bind(after.value)}::int`;
  return [
    { where: `record.year = ${year} and record.record_id ${sign} ${id}`, order: orderOfIds },
    { where: `record.year ${sort === 'newest' ? '<' : '>'} ${year}`, order },
    undated,
  ];
}
