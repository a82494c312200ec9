import { asksForWords, type RecordQueryNode, soughtWords } from '#core/searching/finding/recordQuery';
import type { RecordSort } from '#core/vocabulary';
import type { Context } from '#services/context';
import { askByWords } from '#services/records/askByWords';
import { findOnce } from '#services/records/findOnce';
import { type ListedRow, pageSql, SHOWN } from '#services/records/pageSql';
import type { KeyedSort, RecordCursor } from '#services/records/recordCursor';
import type { ConditionPart, RecordConditions } from '#services/records/recordFilters';
import { type Bind, boundOf, isReadFromRecords, textQuery, wordCondition } from '#services/records/wordCondition';

export interface PageLookedUp {
  readonly rows: ListedRow[];
  /** How many there are; at least so many where `isAtLeast`. */
  readonly total: number;
  readonly isAtLeast: boolean;
  /** The order in fact. */
  readonly sort: RecordSort;
}

/** Ranking reads the words of every hit: past this many it would take longer than anybody looks. */
const MOST_RANKED = 5000;
/** Whether words stand together is read from each record that has them: so many are read while somebody waits. */
const MOST_READ = 2000;
/** The first records of a list are looked at one by one: where every fourth is found, they are the page. */
const FIRST_READ = 400;

/**
 * A page of what is found by words, decisions, labels, or in a box of the flow. What many records have is found by looking
 * at the first of the list, a matter of milliseconds; what few have in the indexes. How many there are is the indexes' to
 * say, but not of words that stand together, of words in abstracts, and of beginnings that most words have: where more
 * records would have to be read than can be while somebody waits, a quick answer says that there are at least so many.
 */
export async function pageLookedUp(
  ctx: Context,
  found: RecordConditions,
  sort: RecordSort,
  cursor: RecordCursor,
  { limit, isQuick }: { readonly limit: number; readonly isQuick: boolean },
): Promise<PageLookedUp> {
  const { root } = found.query;
  const keyed: KeyedSort = sort === 'match' ? (asksForWords(root) ? 'newest' : 'import') : sort;
  const toRank = sort === 'match' && root ? textQuery(root) : null;
  const isAtRecord = cursor.kind === 'after' || cursor.count === 0;
  const first = isAtRecord ? await readFirst(ctx, found, keyed, cursor, limit) : null;
  const isRead = root !== null && isReadFromRecords(root);
  const isBeginning = soughtWords(root).some(words => words.isCutShort);
  if (first && !isRead && !(isQuick && isBeginning)) {
    const total = await countBy(ctx, found, found);
    if (toRank === null || total > MOST_RANKED)
      return { rows: await shown(ctx, found, first), total, isAtLeast: false, sort: keyed };
  } else if (isQuick && isAtRecord && (first || isRead) && (await countAtMost(ctx, found, isBeginning)) > MOST_READ) {
    const rows = first ?? (await readInOrder(ctx, found, keyed, cursor, limit));
    return { rows: await shown(ctx, found, rows), total: rows.length, isAtLeast: true, sort: keyed };
  }
  const ranked = toRank === null ? undefined : { by: toRank, most: MOST_RANKED };
  const whole = await findOnce(ctx, found, sort === 'match' && !ranked ? keyed : sort, cursor, limit, ranked);
  const isRanked = ranked !== undefined && whole.total <= MOST_RANKED;
  return { ...whole, isAtLeast: false, sort: isRanked ? 'match' : sort === 'match' ? keyed : sort };
}

type Placed = Pick<ListedRow, 'record_id' | 'sort_title'>;

/** The page, where the first records of the list behind the cursor hold it; null where they don't. */
async function readFirst(
  ctx: Context,
  { own, lookedUp, withoutWords, imports, query: { root } }: RecordConditions,
  sort: KeyedSort,
  cursor: RecordCursor,
  limit: number,
): Promise<Placed[] | null> {
  const values = [...withoutWords.values];
  const bind: Bind = value => `$${values.push(value)}`;
  const list = pageSql('record_index record', { where: own.where, imports }, sort, cursor, FIRST_READ, bind, READ);
  const isHit = [
    ...(lookedUp ? [lookedUp.where] : []),
    ...(root ? [wordCondition(root, bind, { by: 'row', isApart: false })] : []),
  ];
  const rows: Placed[] = await ctx.db.query(readSql(list, isHit.join(' and '), limit), values);
  return rows.length < limit ? null : rows;
}

/**
 * The page among the first records of the list that have the words at all: read one after the other, and no more than can
 * be read at once. Fewer than a page where more of them would have to be read.
 */
async function readInOrder(
  ctx: Context,
  found: RecordConditions,
  sort: KeyedSort,
  cursor: RecordCursor,
  limit: number,
): Promise<Placed[]> {
  const { imports, withoutWords, query } = found;
  const values = [...withoutWords.values];
  const bind: Bind = value => `$${values.push(value)}`;
  const where = boundedBy(query.root, withoutWords.where, bind);
  const list = pageSql('record_index record', { where, imports }, sort, cursor, MOST_READ, bind, READ);
  const isHit = query.root ? wordCondition(query.root, bind, { by: 'row', isApart: false }) : 'true';
  return askByWords(ctx, readSql(list, isHit, limit), values);
}

const READ = `record.record_id, record.import_id, record.position, record.year, record.sort_title, record.words,
  record.review_id`;

const readSql = (list: string, isHit: string, limit: number) =>
  `select record_id, sort_title from (select *, row_number() over () as place from (${list}) record) record
   where ${isHit} order by place limit ${limit}`;

/** The other conditions, and as much of the words as the index alone can tell. */
function boundedBy(root: RecordQueryNode | null, where: string, bind: Bind): string {
  const bound = root && boundOf(root);
  return bound ? `${where} and ${wordCondition(bound, bind, { by: 'bound', isApart: false })}` : where;
}

/** How many there can be, without reading any record; a beginning is left out, since most words may have it. */
async function countAtMost(ctx: Context, found: RecordConditions, isBeginning: boolean): Promise<number> {
  if (isBeginning) return countBy(ctx, { query: { root: null } }, found.withoutWords);
  const values = [...found.withoutWords.values];
  const where = boundedBy(found.query.root, found.withoutWords.where, value => `$${values.push(value)}`);
  return countBy(ctx, found, { where, values });
}

async function countBy(
  ctx: Context,
  { query: { root } }: { readonly query: { readonly root: RecordQueryNode | null } },
  { where, values }: ConditionPart,
): Promise<number> {
  const text = `select count(*)::int as n from record_index record where ${where}`;
  const rows: { n: number }[] = asksForWords(root)
    ? await askByWords(ctx, text, values)
    : await ctx.db.query(text, [...values]);
  return rows[0]?.n ?? 0;
}

/** What the list shows of these records, in their order. */
async function shown(
  ctx: Context,
  { values: [reviewId] }: RecordConditions,
  placed: readonly Placed[],
): Promise<ListedRow[]> {
  return ctx.db.query(
    `select ${SHOWN} from unnest($2::uuid[], $3::text[]) with ordinality page(record_id, sort_title, place)
     join search_records record on record.review_id = $1 and record.record_id = page.record_id order by page.place`,
    [reviewId, placed.map(row => row.record_id), placed.map(row => row.sort_title)],
  );
}
