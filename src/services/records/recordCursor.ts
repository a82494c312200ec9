import { Problem } from '#core/problem';

/** Orders in which a page begins behind a record; hits ranked by how well they match are counted instead. */
export const KEYED_SORTS = ['newest', 'oldest', 'title', 'import'] as const;
export type KeyedSort = (typeof KEYED_SORTS)[number];

/**
 * Where the page before ended. `after`: what the order goes by, and the last record (in the order of import its position,
 * and the import): however deep in the list, the next page is found at once, and misses and repeats nothing when records
 * come or go before it. `skip`: so many records.
 */
export type RecordCursor =
  | { readonly kind: 'skip'; readonly count: number }
  | { readonly kind: 'after'; readonly sort: KeyedSort; readonly value: string | number | null; readonly id: string };

export function writeRecordCursor(cursor: RecordCursor): string {
  return cursor.kind === 'skip' ? String(cursor.count) : JSON.stringify([cursor.sort, cursor.value, cursor.id]);
}

/** Throws Problem 'invalid' for what no list gave. */
export function readRecordCursor(text: string | undefined): RecordCursor {
  if (text === undefined) return { kind: 'skip', count: 0 };
  const cursor = read(text);
  if (!cursor) throw new Problem('invalid', 'The cursor is not one that Pooled gave.');
  return cursor;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function read(text: string): RecordCursor | null {
  const parts = parsed(text);
  if (typeof parts === 'number')
    return Number.isSafeInteger(parts) && parts >= 0 ? { kind: 'skip', count: parts } : null;
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [name, value, id]: unknown[] = parts;
  const sort = KEYED_SORTS.find(one => one === name);
  if (!sort || typeof id !== 'string' || !ID.test(id)) return null;
  if (sort === 'title') return typeof value === 'string' ? { kind: 'after', sort, value, id } : null;
  if (value === null) return sort === 'import' ? null : { kind: 'after', sort, value, id };
  return typeof value === 'number' && value === (value | 0) ? { kind: 'after', sort, value, id } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
